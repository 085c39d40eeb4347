// The second part of the app: never before the first screen, there before a tool's own address is drawn, waited for when a
// click comes first.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, counters, finish, new_context, open, start } from './support.mjs';

test('the first screens need no tools', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  let at_ready = null;
  for (const hash of ['', '#/practice', '#/settings']) {
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1)));
    await page.addInitScript(() => {
      new MutationObserver((_, watch) => {
        if (document.documentElement?.dataset.ready !== 'yes') return;
        window.asked_at_ready = performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1));
        watch.disconnect();
      }).observe(document, { attributes: true, subtree: true });
    });
    await page.goto(address + hash);
    await page.waitForFunction(() => window.asked_at_ready !== undefined);
    at_ready = await page.evaluate(() => window.asked_at_ready);
    assert.ok(at_ready.includes('app.wasm') && !at_ready.includes('tools.wasm'), `${hash}: ${at_ready.join(' ')}`);
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('tools.wasm')));
    await page.close();
  }
});

test("a tool's address waits for the tools before it is drawn", async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  for (const hash of ['#/lab/power', '#/guide', '#/offer', '#/item/a-lift-that-fades']) {
    const page = await open(context, address, hash);
    assert.equal((await counters(page)).tools_waits, 0, hash);
    await finish(page);
    await page.close();
  }
});

test('a click that comes before the tools waits for them', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { serviceWorkers: 'block' });
  let n = 0;
  await context.route('**/tools.wasm', async (route) => {
    n += 1;
    if (n > 1) await route.continue(); // the first never answers
  });
  const page = await open(context, address);
  await click(page, 'link', 'Lab');
  await page.getByRole('heading', { name: 'Lab', level: 1 }).waitFor();
  await click(page, 'link', /^Sample size and power/);
  await page.getByRole('heading', { name: 'Sample size and power', level: 1 }).waitFor();
  assert.equal((await counters(page)).tools_waits, 1);
});
