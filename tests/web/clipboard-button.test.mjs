// The Copy button of a result puts the table on the clipboard as tab-separated values, by mouse and by keyboard.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, editor, finish, kRun, new_context, open, open_prime, start, until, write_sql } from './support.mjs';

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

test('Copy puts a table on the clipboard', async (t) => {
  const { browser, address } = await start(t);
  // Writing is allowed by the click itself; the permission is for reading it back.
  const context = await new_context(browser, { permissions: ['clipboard-read'] });
  const page = await open(context, address);
  await open_prime(page);
  await write_sql(page, "select 1 as n, 'Zoë' as name, null as empty union all select 2, 'a\tb', 'x' order by 1");
  await page.keyboard.press(kRun);
  await page.getByRole('table', { name: 'Result', exact: true }).waitFor();
  await click(page, 'button', 'Copy');
  await page.getByText(/^Copied/).first().waitFor({ state: 'attached' });
  const wanted = 'n\tname\tempty\n1\tZoë\t\n2\ta b\tx\n';
  assert.equal(await clipboard(page), wanted);

  await write_sql(page, 'select 7 as seven');
  await page.keyboard.press(kRun);
  await page.getByRole('columnheader', { name: 'seven' }).waitFor();
  await editor(page).focus();
  await page.getByRole('button', { name: 'Copy' }).focus();
  await page.keyboard.press('Enter');
  await until('the copy', async () => (await clipboard(page)) === 'seven\n7\n');
  await finish(page);
});
