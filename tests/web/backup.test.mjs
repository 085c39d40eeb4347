// Export and import: a file brings everything to another browser, and a damaged one changes nothing.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { click, editor, finish, kSubmit, new_context, open, open_prime, prime, start, verdict, write_sql } from './support.mjs';

async function import_file(page, text) {
  const chosen = page.waitForEvent('filechooser');
  await click(page, 'button', 'Import backup');
  await (await chosen).setFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a backup goes out, comes in elsewhere, and a damaged one is refused', async (t) => {
  const { browser, address } = await start(t);
  const here = await new_context(browser, { acceptDownloads: true });
  const page = await open(here, address);
  await open_prime(page);
  await write_sql(page, prime.answer);
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Right').waitFor();
  await click(page, 'link', 'Settings');
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  const saved = page.waitForEvent('download');
  await click(page, 'button', 'Export backup');
  const file = await saved;
  assert.match(file.suggestedFilename(), /^loopready-backup-\d{4}-\d{2}-\d{2}\.json$/);
  const text = readFileSync(await file.path(), 'utf8');
  assert.ok(JSON.parse(text).records.length > 0);

  const elsewhere = await new_context(browser);
  const other = await open(elsewhere, address, '#/settings');
  await import_file(other, text.replace('"right":true', '"right":false'));
  await other.getByText(/Not imported, and nothing was changed/).first().waitFor({ state: 'attached' });
  await import_file(other, 'not a backup at all');
  await import_file(other, text);
  await other.getByText(/Merged: /).first().waitFor({ state: 'attached' });
  await click(other, 'link', 'Practice');
  const link = other.getByRole('link', { name: prime.title });
  await link.waitFor();
  assert.match(await link.getAttribute('aria-description'), /solved/i);
  await click(other, 'link', prime.title);
  await other.waitForSelector('.text-host-sql .cm-content');
  assert.equal((await editor(other).innerText()).trim().split('\n')[0], prime.answer.trim().split('\n')[0]);
  await finish(page);
  await finish(other);
});
