// Addresses: Back and Forward, deep links, an unknown one; titles follow.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, finish, new_context, open, prime, start } from './support.mjs';

test('Back, Forward and deep links', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address, '#/item/first-purchase-after-signup');
  await page.getByRole('heading', { name: prime.title, level: 1 }).waitFor();
  await page.waitForFunction((t) => document.title.includes(t), prime.title);
  await click(page, 'link', 'Practice');
  await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  await click(page, 'link', 'Settings');
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: prime.title, level: 1 }).waitFor();
  await page.goForward();
  await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  assert.match(await page.title(), /Practice/);
  await page.evaluate(() => { location.hash = '#/no/such/place'; });
  await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
  await finish(page);
});

test('the middle button and Ctrl+click open another tab', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Practice' }).click({ force: true, modifiers: ['Control'] });
  const other = await opened;
  await other.waitForURL(/#\/practice/);
  assert.equal(await page.getByRole('heading', { name: 'Today', level: 1 }).count(), 1, 'this tab stays');
  await finish(page);
});
