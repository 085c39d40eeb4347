// What the learner did stays: over a reload, a killed tab, and between two tabs.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, editor, finish, kSubmit, new_context, open, open_prime, prime, running, start, stored, verdict, write_sql } from './support.mjs';

test('a reload keeps attempts and drafts', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await write_sql(page, prime.answer);
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Right').waitFor();
  await write_sql(page, 'select 1 -- the next idea');
  await page.reload(); // at once: the page itself hands over the last words
  await running(page);
  await page.waitForSelector('.text-host-sql .cm-content');
  assert.equal((await editor(page).innerText()).trim(), 'select 1 -- the next idea');
  const { records } = await stored(page);
  assert.equal(records.filter((r) => r.kind === 'attempt' && r.body.right).length, 1);
  await click(page, 'link', 'Practice');
  const link = page.getByRole('link', { name: prime.title });
  await link.waitFor();
  assert.match(await link.getAttribute('aria-description'), /solved/i);
  await finish(page);
});

test('a killed tab loses at most the last instant', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await write_sql(page, prime.answer);
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Right').waitFor();
  await editor(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('select 2');
  await page.waitForTimeout(700);
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {}); // a dead tab never answers
  await crashed;
  const again = await open(context, address, '#/item/first-purchase-after-signup');
  await again.waitForSelector('.text-host-sql .cm-content');
  assert.equal((await editor(again).innerText()).trim(), 'select 2');
  const { records } = await stored(again);
  assert.equal(records.filter((r) => r.kind === 'attempt').length, 1);
  await finish(again);
});

test('another tab learns of an attempt', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const first = await open(context, address);
  const second = await open(context, address, '#/practice');
  await first.bringToFront();
  await open_prime(first);
  await write_sql(first, prime.answer);
  await first.keyboard.press(kSubmit);
  await verdict(first, 'Right').waitFor();
  await second.bringToFront();
  const link = second.getByRole('link', { name: prime.title });
  await second.waitForFunction((e) => /solved/i.test(e.getAttribute('aria-description') ?? ''), await link.elementHandle());
  await finish(first);
  await finish(second);
});
