// The content policy holds on every screen, with fields, popups and the editor in use, and nothing asks another origin.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, editor, finish, kRun, new_context, open, open_prime, start, write_sql } from './support.mjs';

test('no violation of the content policy and no foreign request', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  assert.match(policy, /^default-src 'none'/);
  for (const name of ['Practice', 'Settings', 'Today']) {
    await click(page, 'link', name);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  }
  await open_prime(page);
  await editor(page).focus();
  await page.keyboard.type('select ord');
  await page.locator('.cm-tooltip-autocomplete').waitFor();
  assert.notEqual(await page.locator('.cm-content').evaluate((e) => getComputedStyle(e.closest('.cm-editor')).display), 'block', 'the editor has its styles');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+f');
  await page.locator('.cm-search').waitFor();
  await page.keyboard.press('Escape');
  await write_sql(page, 'select nothing from nowhere');
  await page.keyboard.press(kRun);
  await page.getByText(/Error in line/).first().waitFor();
  await finish(page);
});
