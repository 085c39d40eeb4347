// Undo and redo in the fields are theirs: the app never writes over what is being typed, so no step is lost.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, editor, finish, new_context, open, open_prime, start, write_sql } from './support.mjs';

const text_of_editor = async (page) => (await editor(page).locator('.cm-line').allInnerTexts()).map((l) => l.replace(/\n$/, '')).join('\n');

test('undo and redo in the editor', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await write_sql(page, 'select 1');
  await page.waitForTimeout(700); // a step of its own; and the app has been told
  await page.keyboard.insertText(' as n'); // at once: keys half a second apart are two steps
  await page.waitForTimeout(700);
  await page.keyboard.press('Control+z');
  assert.equal(await text_of_editor(page), 'select 1');
  await page.keyboard.press('Control+y');
  assert.equal(await text_of_editor(page), 'select 1 as n');
  // A new text from the app is a step that can be undone as well.
  await click(page, 'button', 'Reset');
  await page.waitForFunction(() => !document.querySelector('.text-host-sql').shadowRoot.textContent.includes('as n'));
  await editor(page).focus();
  await page.keyboard.press('Control+z');
  assert.equal(await text_of_editor(page), 'select 1 as n');
  await finish(page);
});

test('undo in the search field', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address, '#/practice');
  const search = page.getByRole('textbox', { name: 'Search exercises' });
  await search.focus();
  await page.keyboard.insertText('prime');
  await page.getByText(/^1 exercise$/).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+z');
  assert.equal(await search.inputValue(), '');
  await page.getByText(/^([2-9]|\d\d+) exercises$/).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await search.inputValue(), 'prime');
  await page.getByText(/^1 exercise$/).first().waitFor({ state: 'attached' });
  await finish(page);
});
