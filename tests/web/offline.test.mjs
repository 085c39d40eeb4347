// Offline, from a folder below the root: everything works without the server, also a deep link.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, finish, kRun, new_context, open, running, start, write_sql } from './support.mjs';

test('works offline from a sub-path', async (t) => {
  const { browser, address, stop_server } = await start(t, { base: '/some/repo/' });
  const context = await new_context(browser, { serviceWorkers: 'allow' });
  const page = await open(context, address);
  await click(page, 'link', 'Settings');
  await page.getByText('Ready for offline use.', { exact: true }).first().waitFor();
  const names = await page.evaluate(() => caches.keys());
  assert.equal(names.length, 1);
  assert.match(names[0], /^loopready .*\/some\/repo\//);

  await stop_server();
  await context.setOffline(true);
  const again = await context.newPage();
  again.faults = [];
  await again.goto(`${address}?from=mail#/item/first-purchase-after-signup`);
  await running(again);
  await again.waitForSelector('.text-host-sql .cm-content');
  await write_sql(again, 'select 41 + 1 as answer');
  await again.keyboard.press(kRun);
  await again.getByRole('cell', { name: '42' }).first().waitFor();
  await finish(again);
  await finish(page);
});
