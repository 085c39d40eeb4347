// Two tabs answer at the same time: no attempt is lost, none is doubled, and after a reload both know all of them.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { click, finish, item, kSubmit, new_context, open, running, settled, start, stored,
  until, verdict, write_sql } from './support.mjs';

const kItems = ['first-purchase-after-signup', 'sellers-without-a-sale'];
const kRounds = 3;

const attempts_at = async (page, slug) => (await stored(page)).records.filter((r) => r.kind === 'attempt' && r.item === slug);

// The attempts as the tab's own app knows them, by its backup.
async function known(page) {
  await page.bringToFront();
  await page.evaluate(() => { location.hash = '#/settings'; });
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await settled(page, 200); // what the browser says about storage may still move the button
  const saved = page.waitForEvent('download');
  await click(page, 'button', 'Export backup');
  const { records } = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
  return records.filter((r) => r.kind === 'attempt').map((r) => r.uuid).sort();
}

async function open_item(page, slug) {
  await page.bringToFront();
  await page.evaluate((s) => { location.hash = `#/item/${s}`; }, slug);
  await page.getByRole('heading', { name: item(slug).title, level: 1 }).waitFor();
  await page.waitForSelector('.text-host-sql .cm-content');
}

test('attempts in two tabs at once', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { acceptDownloads: true });
  const pages = [await open(context, address), await open(context, address)];
  for (const [i, page] of pages.entries()) await open_item(page, kItems[i]);
  for (let round = 0; round < kRounds; round += 1) {
    const last = round === kRounds - 1;
    for (const [i, page] of pages.entries()) await write_sql(page, last ? item(kItems[i]).answer : `select ${round} as n`);
    await Promise.all(pages.map((page) => page.keyboard.press(kSubmit)));
    for (const [i, page] of pages.entries()) {
      await page.bringToFront();
      await until('the attempt to be kept', async () => (await attempts_at(page, kItems[i])).length > round);
      await verdict(page, last ? 'Right' : 'Not yet').waitFor();
      await page.getByRole('button', { name: 'Submit', disabled: false }).waitFor();
    }
  }
  const attempts = (await stored(pages[0])).records.filter((r) => r.kind === 'attempt');
  assert.equal(attempts.length, 2 * kRounds, 'none lost, none doubled');
  for (const slug of kItems) {
    const mine = attempts.filter((r) => r.item === slug);
    assert.equal(mine.length, kRounds, slug);
    assert.equal(mine.filter((r) => r.body.right).length, 1, slug);
  }
  const uuids = attempts.map((r) => r.uuid).sort();
  assert.deepEqual(await known(pages[0]), uuids, 'the first tab learned of those of the second');
  for (const page of pages) {
    await page.bringToFront();
    await page.reload();
    await running(page);
    assert.deepEqual(await known(page), uuids, 'after a reload');
  }
  for (const page of pages) await finish(page);
});
