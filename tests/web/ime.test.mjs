// Composing (Japanese, accents) stays with the browser: no key leaks to the app, nothing is reported half-way.
import test from 'node:test';
import assert from 'node:assert/strict';
import { counters, editor, finish, new_context, open, open_prime, settled, start } from './support.mjs';

test('composing in the editor and in the search field', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  const session = await context.newCDPSession(page);
  await editor(page).focus();
  await page.keyboard.type("select '");
  await settled(page);
  const before = await counters(page);
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(500);
  await session.send('Input.insertText', { text: '日本' });
  await page.waitForTimeout(600);
  assert.match(await editor(page).innerText(), /'日本/);
  assert.equal((await counters(page)).frames, before.frames, 'no frame');

  await page.evaluate(() => { location.hash = '#/practice'; });
  const search = page.getByRole('textbox', { name: 'Search exercises' });
  await search.waitFor();
  await search.focus();
  await session.send('Input.imeSetComposition', { text: 'pri', selectionStart: 3, selectionEnd: 3 });
  assert.ok((await page.getByRole('link', { name: /./ }).count()) > 4, 'not searched while composing');
  await session.send('Input.insertText', { text: 'prime' });
  await page.getByText(/^1 exercise$/).first().waitFor({ state: 'attached' });
  assert.equal(await search.inputValue(), 'prime');
  await finish(page);
});
