// A query without end: the page stays quick, Cancel ends it at once, and the next query is right.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, counters, finish, kRun, new_context, open, open_prime, settled, start, write_sql } from './support.mjs';

const kEndless = 'with recursive n as (select 1 as i union all select i + 1 from n) select count(*) as total from n';

// A request with this remark never reaches its worker, as if one instruction of the engine took for ever.
const kHangs = 'select 1 -- hangs';
function let_hang() {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (!message.request?.includes('-- hangs')) post.call(this, message, ...rest);
  };
}

test('Cancel ends an endless query, and two workers stay', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  await context.addInitScript(let_hang);
  const page = await open(context, address);
  await open_prime(page);
  for (let i = 0; i < 3; i += 1) {
    await write_sql(page, kHangs);
    await page.keyboard.press(kRun);
    const cancel = page.getByRole('button', { name: 'Cancel' });
    await cancel.waitFor();
    const began = Date.now();
    await click(page, 'tab', 'Tables'); // the page answers while the query runs
    await page.getByRole('tab', { name: 'Tables', selected: true }).waitFor();
    assert.ok(Date.now() - began < 3000, 'a click is answered while the query runs');
    await cancel.click({ force: true });
    await cancel.waitFor({ state: 'detached' });
  }
  await write_sql(page, 'select 41 + 1 as answer');
  await page.keyboard.press(kRun);
  await page.getByRole('cell', { name: '42' }).first().waitFor();
  await settled(page);
  const { workers_made, workers_ended } = await counters(page);
  assert.equal(workers_made - workers_ended, 2);
  await finish(page);
});

test('the watchdog ends a query that never answers', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { patient: false });
  await context.addInitScript(let_hang);
  const page = await open(context, address);
  await open_prime(page);
  await write_sql(page, kHangs);
  await page.keyboard.press(kRun);
  await page.getByText(/^Stopped: your query ran longer than/).first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => window.loopready.counters().workers_ended === 1);
  await finish(page);
});

test('an endless query is stopped by itself and says so', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await write_sql(page, kEndless);
  await page.keyboard.press(kRun);
  await page.getByText(/^(Stopped: |The query was stopped)/).first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  await write_sql(page, 'select 40 + 3 as answer');
  await page.keyboard.press(kRun);
  await page.getByRole('cell', { name: '43' }).first().waitFor();
  await finish(page);
});
