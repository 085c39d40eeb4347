// More text than a field can take is refused with a sentence, whatever field it is, and what stood there stays.
import test from 'node:test';
import assert from 'node:assert/strict';
import { editor, finish, new_context, open, open_prime, start, write_sql } from './support.mjs';

const paste = (field, n) => field.evaluate((element, size) => {
  const data = new DataTransfer();
  data.setData('text/plain', '1234567.5\n'.repeat(size / 10));
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
}, n);

test('a paste of 50 MB is refused and the page goes on', async (t) => {
  const { browser, address } = await start(t);
  const page = await open(await new_context(browser), address, '#/lab/heavy-tails');
  const numbers = page.getByRole('textbox', { name: 'Your numbers' });
  await numbers.fill('3\n4\n5');
  await paste(numbers, 50_000_000);
  await page.getByText('That is 50 MB of text; a field takes up to 400 kB. Nothing was changed.').first().waitFor({ state: 'attached' });
  assert.equal(await numbers.inputValue(), '3\n4\n5');

  await open_prime(page);
  await write_sql(page, 'select 1');
  await paste(editor(page), 500_000);
  await page.getByText('That is 500 kB of text').first().waitFor({ state: 'attached' });
  assert.equal((await editor(page).innerText()).trim(), 'select 1');
  await finish(page);
});
