// Copy, cut and paste in the text fields are the browser's own, by keyboard.
import test from 'node:test';
import assert from 'node:assert/strict';
import { editor, finish, new_context, open, open_prime, start, write_sql } from './support.mjs';

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const text_of_editor = async (page) => (await editor(page).locator('.cm-line').allInnerTexts()).map((l) => l.replace(/\n$/, '')).join('\n');

test('copy, cut and paste in the editor', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await open(context, address);
  await open_prime(page);
  const sql = "select 'Zoë' as name -- 日本\nfrom orders";
  await write_sql(page, sql);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  assert.equal(await clipboard(page), sql);
  await page.keyboard.press('Control+x');
  assert.equal((await text_of_editor(page)).trim(), '');
  await page.keyboard.press('Control+v');
  assert.equal(await text_of_editor(page), sql);
  await page.keyboard.press('Control+v');
  assert.equal(await text_of_editor(page), sql + sql);
  await page.keyboard.press('Control+z');
  assert.equal(await text_of_editor(page), sql, 'a paste is undone in one step');
  await finish(page);
});

test('copy, cut and paste in the search field', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await open(context, address, '#/practice');
  const search = page.getByRole('textbox', { name: 'Search exercises' });
  await search.focus();
  await page.keyboard.type('prime');
  await page.getByText(/^1 exercise$/).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  assert.equal(await clipboard(page), 'prime');
  assert.equal(await search.inputValue(), '');
  await page.getByText(/^([2-9]|\d\d+) exercises$/).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+v');
  assert.equal(await search.inputValue(), 'prime');
  await page.getByText(/^1 exercise$/).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  assert.equal(await clipboard(page), 'prime');
  await finish(page);
});
