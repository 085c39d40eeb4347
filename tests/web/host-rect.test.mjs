// A text field lies exactly where its frame is drawn: field and mirrored rectangle agree within half a pixel, in every
// frame of scrolling, at whole and broken scales.
import test from 'node:test';
import assert from 'node:assert/strict';
import { finish, new_context, open, open_prime, settled, start } from './support.mjs';

// Runs in the page: after each painted frame, how far each field is from its node.
function watch_fields() {
  const seen = { most: 0, tops: new Set(), n: 0 };
  const look = () => {
    for (const host of document.querySelectorAll('.text-host')) {
      const field = host.getBoundingClientRect();
      const node = host.parentElement.getBoundingClientRect();
      for (const side of ['left', 'top', 'right', 'bottom']) seen.most = Math.max(seen.most, Math.abs(field[side] - node[side]));
      seen.tops.add(Math.round(field.top));
      seen.n += 1;
    }
    window.watching = requestAnimationFrame(look);
  };
  look();
  window.field_watch = () => {
    cancelAnimationFrame(window.watching);
    return { most: seen.most, n_tops: seen.tops.size, n: seen.n };
  };
}

for (const scale of [1, 1.25]) {
  test(`fields stay in their frames while scrolling, scale ${scale}`, async (t) => {
    const { browser, address } = await start(t);
    const context = await new_context(browser, { viewport: { width: 412, height: 420 }, deviceScaleFactor: scale });
    const page = await open(context, address, '#/practice');
    await page.getByRole('textbox', { name: 'Search exercises' }).waitFor();
    await settled(page, 200);
    await page.evaluate(watch_fields);
    await page.mouse.move(200, 250);
    for (const dy of [7, 13, 40, 1, -20, 60, 33, -50, -100]) {
      await page.mouse.wheel(0, dy);
      await page.waitForTimeout(60);
    }
    const { most, n_tops, n } = await page.evaluate(() => window.field_watch());
    assert.ok(n_tops > 4, `the field moved with the page: ${n_tops} places in ${n} frames`);
    assert.ok(most <= 0.5, `${most} px apart`);
    await finish(page);
  });
}

test('the editor follows the divider', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await settled(page, 200);
  await page.evaluate(watch_fields);
  const divider = await page.getByRole('separator', { name: /^Divider/ }).boundingBox();
  const [x, y] = [divider.x + divider.width / 2, 400];
  const before = await page.locator('.text-host-sql').boundingBox();
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 10; i += 1) await page.mouse.move(x + i * 13, y);
  await page.mouse.up();
  await settled(page, 200);
  const after = await page.locator('.text-host-sql').boundingBox();
  assert.ok(Math.abs(after.x - before.x - 130) <= 3, `moved by ${after.x - before.x} px`);
  const { most } = await page.evaluate(() => window.field_watch());
  assert.ok(most <= 0.5, `${most} px apart`);
  await finish(page);
});
