// Content that arrives damaged or not at all: a sentence and a way on, not an empty screen.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, editor, new_context, open, prime, start } from './support.mjs';

test('a damaged pack is told and can be tried again', async (t) => {
  let damaged = true;
  const { browser, address } = await start(t, {
    alter: (path, bytes) => (damaged && path === 'content/sql-marketplace.json' ? bytes.subarray(0, bytes.length / 2) : bytes),
  });
  const context = await new_context(browser);
  const page = await open(context, address, '#/item/first-purchase-after-signup');
  await page.getByText('This exercise could not be loaded').first().waitFor({ state: 'attached' });
  damaged = false;
  await click(page, 'button', 'Try again');
  await page.getByRole('heading', { name: prime.title, level: 1 }).waitFor();
  await editor(page).waitFor();
});

test('a missing index is told and can be tried again', async (t) => {
  let missing = true;
  const { browser, address } = await start(t, { alter: (path, bytes) => (missing && path === 'content/index.json' ? null : bytes) });
  const context = await new_context(browser);
  const page = await open(context, address, '#/practice');
  await page.getByText('The exercises could not be loaded').first().waitFor({ state: 'attached' });
  missing = false;
  await click(page, 'button', 'Try again');
  await page.getByRole('link', { name: prime.title }).waitFor();
  assert.ok(true);
});
