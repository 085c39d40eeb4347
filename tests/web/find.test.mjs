// Finding in the page: the browser finds drawn words through the mirror, also those scrolled out of sight, and shows them.
import test from 'node:test';
import assert from 'node:assert/strict';
import { finish, new_context, open, open_prime, settled, start } from './support.mjs';

const find = (page, words) => page.evaluate((w) => {
  getSelection().removeAllRanges();
  return window.find(w, false, false, true) ? String(getSelection()) : '';
}, words);

// window.find() only selects. The browser's own find brings its match into view as scrollIntoView does, and selects nothing
// as long as its bar is open.
async function find_and_show(page, words, { selects }) {
  assert.equal(await find(page, words), words);
  await page.evaluate((keep) => {
    const { parentElement } = getSelection().anchorNode;
    window.found = getSelection().getRangeAt(0).cloneRange();
    if (!keep) getSelection().removeAllRanges();
    parentElement.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, selects);
  await page.waitForFunction(() => {
    const { top, bottom, width } = window.found.getBoundingClientRect();
    return width > 0 && top >= 0 && bottom <= innerHeight;
  }, null, { timeout: 4_000 });
  await settled(page, 200);
  const at = await found_at(page);
  assert.ok(!at.off_screen && at.top >= 0 && at.bottom <= at.height, JSON.stringify(at));
  // The rest stayed where it belongs: the mirror itself is not scrolled.
  const nav = await page.getByRole('link', { name: 'Today' }).boundingBox();
  assert.ok(nav.x >= 0 && nav.y >= 0 && nav.y < at.height, 'the navigation is still there');
}

// Where the found words stand, once the app has drawn them.
const found_at = (page) => page.evaluate(() => {
  const range = window.found ?? getSelection().getRangeAt(0);
  const { left, top, right, bottom } = range.getBoundingClientRect();
  const node = range.startContainer.parentElement.closest('.node');
  return { left, top, right, bottom, off_screen: node.classList.contains('off-screen'), height: innerHeight, width: innerWidth };
});

test('a word on the screen is found', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  assert.equal(await find(page, 'membership team'), 'membership team');
  const at = await found_at(page);
  assert.ok(at.top > 0 && at.bottom < at.height && at.right - at.left > 40, JSON.stringify(at));
  assert.equal(await find(page, 'no such words anywhere'), '');
  await finish(page);
});

for (const selects of [false, true]) {
  test(`words scrolled out of sight are found and shown${selects ? ', also when they get selected' : ''}`, async (t) => {
    const { browser, address } = await start(t);
    const context = await new_context(browser, { viewport: { width: 1000, height: 420 } });
    const page = await open(context, address);
    await open_prime(page);
    await settled(page, 200);
    const heading = page.getByRole('heading', { name: 'Expected on the sample' });
    assert.ok(await heading.evaluate((e) => e.getBoundingClientRect().top > innerHeight), 'the words begin out of sight');
    await find_and_show(page, 'Expected on the sample', { selects });
    await find_and_show(page, 'membership team', { selects }); // and back up
    await page.evaluate(() => { location.hash = '#/settings'; });
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await settled(page, 200);
    await find_and_show(page, "Redshift's spelling", { selects }); // at the end of a page
    await finish(page);
  });
}

test('what is brought only to the edge of the view, as assistive technology does, is shown', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { viewport: { width: 1000, height: 420 } });
  const page = await open(context, address, '#/practice');
  const links = page.getByRole('list', { name: 'Exercises' }).getByRole('link');
  await links.first().waitFor();
  await settled(page, 200);
  for (const link of [links.last(), links.first()]) {
    const inside = () => link.evaluate((e) => {
      const { top, bottom } = e.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.equal(await inside(), false);
    await link.evaluate((e) => e.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    await page.waitForTimeout(300);
    await settled(page, 200);
    assert.ok(await inside(), `${await link.getAttribute('aria-label') ?? await link.textContent()} is in view`);
  }
  await finish(page);
});

// Tried with Chromium's own find bar: it counts the match, but scrolls only what a person could scroll, so not "hidden".
test('the find bar can scroll the mirror, and the wheel still scrolls only the app', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { viewport: { width: 1000, height: 420 } });
  const page = await open(context, address);
  await open_prime(page);
  await settled(page, 200);
  const line = page.locator('#mirror p span').first();
  const top = () => line.evaluate((e) => e.getBoundingClientRect().top);
  const moved_by = async (x, y) => {
    const before = await top();
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 40);
    await settled(page);
    const after = await top();
    await page.mouse.wheel(0, -200);
    await settled(page);
    return Math.round(before - after);
  };
  const box = await line.boundingBox();
  const beside = { x: box.x - 4, y: box.y + box.height / 2 }; // the canvas itself
  assert.equal(await page.evaluate(({ x, y }) => document.elementFromPoint(x, y).id, beside), 'canvas');
  const over_canvas = await moved_by(beside.x, beside.y);
  assert.ok(over_canvas > 10, `${over_canvas} px`);
  assert.equal(await moved_by(box.x + 20, box.y + box.height / 2), over_canvas, 'over text as over canvas');
  assert.match(await page.locator('#mirror').evaluate((e) => getComputedStyle(e).overflowY), /auto|scroll/);
  await finish(page);
});
