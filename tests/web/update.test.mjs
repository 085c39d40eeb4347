// A new version is announced, taken over on the learner's word, and a half-published one is refused whole.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { click, editor, finish, new_context, open, open_prime, running, start, write_sql } from './support.mjs';

const hash = (bytes) => createHash('sha256').update(bytes).digest('base64');

// Serves the site as it is, then with another style sheet and a service worker that says so.
function publisher() {
  const state = { version: 1, style_published: true, asked: [] };
  const alter = (path, bytes) => {
    state.asked.push(path);
    if (state.version === 1) return bytes;
    const changed = (css) => Buffer.concat([css, Buffer.from('/* version 2 */')]);
    if (path === 'styles.css') {
      state.styles = bytes;
      return state.style_published ? changed(bytes) : bytes;
    }
    if (path === 'sw.js') {
      const text = bytes.toString();
      return Buffer.from(text.replaceAll(state.build, 'version-two').replaceAll(state.old_hash, state.new_hash));
    }
    return bytes;
  };
  return { state, alter };
}

test('a new version waits for the learner; a half-published one changes nothing', async (t) => {
  const { state, alter } = publisher();
  const { browser, address } = await start(t, { alter });
  const styles = Buffer.from(await (await fetch(`${address}styles.css`)).arrayBuffer());
  state.old_hash = hash(styles);
  state.new_hash = hash(Buffer.concat([styles, Buffer.from('/* version 2 */')]));
  const context = await new_context(browser, { serviceWorkers: 'allow' });
  const page = await open(context, address);
  state.build = await page.evaluate(() => window.loopready.build);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const check = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().then(() => '', (e) => String(e)));
  const caches_now = () => page.evaluate(() => caches.keys());

  state.version = 2;
  state.style_published = false;
  await check();
  await page.waitForTimeout(500);
  assert.equal((await caches_now()).length, 1, 'the half-filled cache is gone');
  assert.equal(await page.getByRole('button', { name: 'Reload' }).count(), 0);

  await open_prime(page);
  await write_sql(page, 'select 1 -- kept over the update');
  state.style_published = true;
  state.asked = [];
  await check();
  await page.getByRole('button', { name: 'Reload' }).waitFor();
  assert.deepEqual([...new Set(state.asked)].sort(), ['styles.css', 'sw.js'], 'only what changed was fetched');
  const reloaded = page.waitForEvent('load');
  await click(page, 'button', 'Reload');
  await reloaded;
  await running(page);
  assert.match(await page.evaluate(() => fetch('styles.css').then((r) => r.text())), /version 2/);
  assert.equal((await caches_now()).length, 1);
  await page.waitForSelector('.text-host-sql .cm-content');
  assert.equal((await editor(page).innerText()).trim(), 'select 1 -- kept over the update');
  page.faults = page.faults.filter((f) => !/integrity|digest/.test(f)); // the refused release is told on the console
  await finish(page);
});
