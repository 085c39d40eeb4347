// A worker that dies takes nothing with it: its request goes to the spare.
import test from 'node:test';
import assert from 'node:assert/strict';
import { counters, finish, kRun, new_context, open, open_prime, start, write_sql } from './support.mjs';

test('a dying worker is replaced and the query answered', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  await context.addInitScript(() => {
    // The first request of all makes its worker fail.
    let failed = false;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (!failed && message.request) {
        failed = true;
        this.dispatchEvent(new ErrorEvent('error', { message: 'as if it had died', cancelable: true }));
        return undefined;
      }
      return post.call(this, message, ...rest);
    };
  });
  const page = await open(context, address);
  await open_prime(page);
  await page.waitForFunction(() => window.loopready.counters().workers_made === 2);
  await write_sql(page, 'select 41 + 1 as answer');
  await page.keyboard.press(kRun);
  await page.getByRole('cell', { name: '42' }).first().waitFor();
  const { workers_made, workers_ended } = await counters(page);
  assert.equal(workers_made, 3);
  assert.equal(workers_ended, 1);
  await finish(page);
});
