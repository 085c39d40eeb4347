// A wrong answer is explained: the trap is named with its why, and the rows that differ are shown.
import test from 'node:test';
import assert from 'node:assert/strict';
import { finish, kSubmit, new_context, open, open_prime, prime, start, verdict, write_sql } from './support.mjs';

test('a trap is recognised and explained', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  const trap = prime.traps[0];
  await write_sql(page, trap.sql);
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Not yet').waitFor();
  const words = trap.why.replace(/[*`]/g, '').split(/\s+/).slice(0, 4).join(' ');
  // Each drawn line is an element of its own.
  const lines = await page.locator('#mirror *').evaluateAll((all) => all.filter((e) => e.children.length === 0).map((e) => e.textContent));
  const shown = lines.join(' ').replace(/\s+/g, ' ');
  assert.ok(shown.includes(words), `the screen says "${words}"`);
  await page.getByRole('table', { name: 'Expected rows' }).waitFor({ state: 'attached' });
  await finish(page);
});

test('a spelling mistake is shown at its place', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await write_sql(page, 'select user_id\nfrom orders\nwhere no_such_column = 1');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Error in line 3, column 7/).first().waitFor();
  const marked = await page.locator('.cm-error-mark').textContent();
  assert.equal(marked, 'no_such_column');
  await finish(page);
});
