// 320 CSS pixels wide: nothing runs out to the right, nothing scrolls sideways, every control is within the window.
import test from 'node:test';
import assert from 'node:assert/strict';
import { finish, kSubmit, new_context, open, prime, settled, start, verdict, write_sql } from './support.mjs';

const kWidth = 320;
const kControls = ['button', 'a[href]', '[role=radio]', '[role=checkbox]', '[role=slider]', 'input', 'textarea', '.text-host'];

// What lies outside the window, tables aside: they scroll by themselves.
function outside({ width, controls }) {
  const name = (e) => `${e.getAttribute('role') ?? e.localName} "${(e.getAttribute('aria-label') ?? e.textContent).slice(0, 40)}"`;
  const all = [...document.querySelectorAll(controls.join(', '))].filter((e) => !e.closest('[role=table], #failure'));
  const lines = [...document.querySelectorAll('#mirror h1, #mirror h2, #mirror h3, #mirror p span')];
  return [...all, ...lines].flatMap((e) => {
    const { left, right, width: w } = e.getBoundingClientRect();
    return w > 0 && (left < -0.5 || right > width + 0.5) ? [`${name(e)} from ${Math.round(left)} to ${Math.round(right)}`] : [];
  });
}

async function check(page, where) {
  await settled(page, 200);
  const width = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth));
  assert.ok(width <= kWidth, `${where}: the page is ${width} px wide`);
  assert.deepEqual(await page.evaluate(outside, { width: kWidth, controls: kControls }), [], where);
  // The canvas does not scroll sideways either.
  const left = () => page.locator('#mirror h1, #mirror h2, #mirror p').first().evaluate((e) => e.getBoundingClientRect().left);
  const before = await left();
  await page.mouse.move(10, 300);
  await page.mouse.wheel(200, 0);
  await settled(page, 200);
  assert.equal(await left(), before, `${where}: scrolled sideways`);
}

test('every screen fits into 320 pixels', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { viewport: { width: kWidth, height: 568 } });
  const page = await open(context, address);
  for (const hash of ['#/', '#/practice', '#/settings', '#/nowhere']) {
    await page.evaluate((h) => { location.hash = h; }, hash);
    await page.waitForTimeout(200);
    await check(page, hash);
  }
  await finish(page);
});

test('every part of an exercise fits into 320 pixels', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { viewport: { width: kWidth, height: 568 } });
  const page = await open(context, address, '#/item/first-purchase-after-signup');
  await page.getByRole('heading', { name: prime.title, level: 1 }).waitFor();
  const tabs = page.getByRole('tablist').first().getByRole('tab');
  const names = await tabs.allTextContents();
  assert.ok(names.length > 2, 'the parts are tabs');
  for (const name of names) {
    await page.getByRole('tab', { name: name.trim(), exact: true }).first().dispatchEvent('click');
    await check(page, name);
    if ((await page.locator('.text-host-sql').count()) === 0) continue;
    await page.waitForSelector('.text-host-sql .cm-content');
    await write_sql(page, prime.traps[0].sql);
    await page.keyboard.press(kSubmit);
    await verdict(page, 'Not yet').waitFor();
    await check(page, `${name}, with a verdict`);
  }
  await finish(page);
});
