// What is drawn above a text field also lies above it for the mouse: behind a dialog the field takes no pointer and no key.
import test from 'node:test';
import assert from 'node:assert/strict';
import { editor, finish, new_context, open, open_prime, settled, start, write_sql } from './support.mjs';

// Runs in the page: of a grid of points over the field, how many hit it.
function probe() {
  const box = document.querySelector('.text-host-sql').getBoundingClientRect();
  let n_hits = 0;
  for (let i = 1; i < 10; i += 1) {
    for (let j = 1; j < 10; j += 1) {
      const hit = document.elementFromPoint(box.left + (box.width * i) / 10, box.top + (box.height * j) / 10);
      if (hit?.closest('.text-host')) n_hits += 1;
    }
  }
  return n_hits;
}

test('behind a dialog the field takes nothing', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await write_sql(page, 'select 1');
  await page.waitForTimeout(400);
  assert.equal(await page.evaluate(probe), 81, 'before, every point hits the field');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.waitFor({ timeout: 3_000 });
  await settled(page, 200);
  const over = await dialog.boundingBox();
  const field = await page.locator('.text-host-sql').boundingBox();
  assert.ok(over.x < field.x + field.width && over.y < field.y + field.height, 'the dialog lies over the field');
  assert.equal(await page.evaluate(probe), 0, 'no point hits the field');
  // Nor does the keyboard get behind it.
  for (let i = 0; i < 8; i += 1) {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('.text-host') === null), true, 'Tab stays in the dialog');
  }
  await page.mouse.click(field.x + field.width - 20, field.y + 20);
  await page.keyboard.type('x');
  assert.equal((await page.locator('.text-host-sql .cm-content').textContent()).trim(), 'select 1');
  if (await dialog.count()) await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await settled(page, 200);
  assert.equal(await page.evaluate(probe), 81, 'afterwards every point hits the field again');
  await editor(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' + 1');
  assert.equal((await page.locator('.text-host-sql .cm-content').textContent()).trim(), 'select 1 + 1');
  await finish(page);
});
