// A database as the first version made it opens with everything that was in it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, editor, finish, new_context, open, open_prime, prime, start, stored } from './support.mjs';

const kItem = 'first-purchase-after-signup';
const attempt = (n, right) => ({
  uuid: `00000000-0000-4000-8000-00000000000${n}`, at_ms: 1_700_000_000_000 + n * 60_000, kind: 'attempt', item: kItem, rev: 1,
  body: { sql: `select ${n}`, right, score_share: right ? 1 : 0.25, trap: '', ms: 30 },
});
const kDraft = { key: `draft/${kItem}`, at_ms: 1_700_000_200_000, value: 'select 3 -- an older idea' };
const kTheme = { key: 'setting/theme', at_ms: 1_700_000_200_000, value: 'dark' };

// Runs in the page: version 1, made by hand, without any of today's code.
function make_version_1({ records, kept }) {
  return new Promise((done, failed) => {
    const request = indexedDB.open('loopready', 1);
    request.onerror = () => failed(request.error);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('records', { keyPath: 'uuid' });
      request.result.createObjectStore('kept', { keyPath: 'key' });
      request.result.createObjectStore('meta', { keyPath: 'key' });
    };
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction(['records', 'kept'], 'readwrite');
      for (const record of records) transaction.objectStore('records').add(record);
      for (const one of kept) transaction.objectStore('kept').add(one);
      transaction.oncomplete = () => {
        database.close();
        done();
      };
      transaction.onabort = () => failed(transaction.error);
    };
  });
}

test('a database of the first version keeps everything', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const before = await context.newPage();
  await before.goto(`${address}manifest.webmanifest`); // the same origin, without the app
  const records = [attempt(1, false), attempt(2, true)];
  await before.evaluate(make_version_1, { records, kept: [kDraft, kTheme] });
  await before.close();

  const page = await open(context, address, '#/settings');
  await page.getByText(/^2 records/).first().waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await click(page, 'link', 'Practice');
  const link = page.getByRole('link', { name: prime.title });
  await link.waitFor();
  assert.match(await link.getAttribute('aria-description'), /solved/i);
  await open_prime(page);
  await page.waitForSelector('.text-host-sql .cm-content');
  assert.equal((await editor(page).innerText()).trim(), kDraft.value);
  const now = await stored(page);
  for (const record of records) assert.deepEqual(now.records.find((one) => one.uuid === record.uuid), record);
  assert.deepEqual(now.kept.find((one) => one.key === kDraft.key), kDraft);
  await finish(page);
});
