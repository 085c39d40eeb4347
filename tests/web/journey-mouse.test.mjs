// The whole way by mouse: Practice, an exercise, SQL, Run, Submit, Right.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, finish, new_context, open, prime, start, verdict, write_sql } from './support.mjs';

test('the whole way with a mouse', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await click(page, 'link', 'Practice');
  await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  await click(page, 'link', prime.title);
  await page.getByRole('heading', { name: prime.title, level: 1 }).waitFor();
  assert.match(await page.title(), new RegExp(prime.title));
  await page.waitForSelector('.text-host-sql .cm-content');
  await write_sql(page, prime.answer);
  await click(page, 'button', 'Run', { exact: true });
  await page.getByRole('table', { name: 'Result', exact: true }).waitFor();
  await click(page, 'button', 'Submit', { exact: true });
  await verdict(page, 'Right').waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  await finish(page);
});
