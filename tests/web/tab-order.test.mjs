// Tab walks every stop of a screen in reading order, forwards and backwards, and leaves the page at the end: no trap.
import test from 'node:test';
import assert from 'node:assert/strict';
import { editor, finish, new_context, open, open_prime, start } from './support.mjs';

const here = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === document.body) return '';
  window.stops ??= new Map(); // several stops may have the same name
  if (!window.stops.has(at)) window.stops.set(at, window.stops.size);
  return `${window.stops.get(at)} ${at.getAttribute('role') ?? at.localName}:${at.getAttribute('aria-label') ?? at.textContent}`;
});

async function walk(page, key, most) {
  const stops = [];
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press(key);
    const stop = await here(page);
    if (stop === '' || stops.includes(stop)) break;
    stops.push(stop);
  }
  return stops;
}

for (const hash of ['#/', '#/practice', '#/settings', '#/item/first-purchase-after-signup']) {
  test(`Tab order of ${hash}`, async (t) => {
    const { browser, address } = await start(t);
    const context = await new_context(browser);
    const page = await open(context, address);
    if (hash.includes('item')) await open_prime(page);
    else await page.evaluate((h) => { location.hash = h; }, hash);
    await page.waitForTimeout(500);
    await page.evaluate(() => document.activeElement?.blur());
    await page.mouse.click(1, 719); // begin at the start
    const wanted = await page.evaluate(() => [...document.querySelectorAll('#mirror [tabindex="0"], #mirror input, #mirror textarea, #mirror .text-host-sql')]
      .filter((e) => !e.closest('[inert]')).length);
    const forwards = await walk(page, 'Tab', wanted + 2);
    assert.ok(forwards[0].includes('Today'), `first stop: ${forwards[0]}`);
    assert.ok(forwards.length >= wanted - 1, `${forwards.length} stops of ${wanted}: ${forwards.join(' | ')}`);
    const backwards = await walk(page, 'Shift+Tab', wanted + 2);
    assert.ok(backwards.length >= wanted - 2, `${backwards.length} stops backwards of ${wanted}`);
    await finish(page);
  });
}

test('Tab leaves the editor; Ctrl+M makes it indent; Escape then Tab always leaves', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await editor(page).focus();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  assert.match(await here(page), /SQL editor/);
  assert.ok((await editor(page).textContent()).length > 0, 'indented');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.doesNotMatch(await here(page), /SQL editor/);
  await editor(page).focus();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  assert.doesNotMatch(await here(page), /SQL editor/);
  await finish(page);
});

test('the focus is not lost when what had it goes away', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await page.getByRole('button', { name: 'Start' }).focus();
  await page.keyboard.press('Enter'); // another screen: the button is gone
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  assert.match(await here(page), /^\d+ h1:/);
  await finish(page);
});
