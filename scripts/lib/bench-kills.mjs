// Kills the tab at random moments while it is answering, again and again, and looks whether anything is lost that it had
// called kept. LOOPREADY_KILLS says how often (200), LOOPREADY_SEED which moments (1),
// LOOPREADY_MINUTES when to stop all the same (60).
// Terms: an attempt is acknowledged once the page has been told that its record is on disk (the transaction's "complete").
import { new_context, open, open_prime, settled, start, stored, until, write_sql } from '../../tests/web/support.mjs';
import { at_most, median, note } from './bench-table.mjs';

// Same numbers on every machine (mulberry32).
function random_from(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Runs in the page: reports each record when its transaction is complete, each verdict when it is shown.
function watch_keeping() {
  const begin = IDBDatabase.prototype.transaction;
  const added = new WeakMap();
  IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
    const transaction = begin.call(this, stores, mode, ...rest);
    if (mode === 'readwrite' && [].concat(stores).includes('records')) {
      added.set(transaction, []);
      transaction.addEventListener('complete', () => {
        for (const { uuid, kind, body } of added.get(transaction)) if (kind === 'attempt') console.debug(`kept ${uuid} ${body.sql}`);
      });
    }
    return transaction;
  };
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (value, ...rest) {
    added.get(this.transaction)?.push(value);
    return add.call(this, value, ...rest);
  };
  const seen = new Set();
  new MutationObserver(() => {
    for (const [, n] of (document.getElementById('mirror')?.textContent ?? '').matchAll(/nobody asked for: life_(\d+)_end/g)) {
      if (!seen.has(n)) console.debug(`shown ${n}`);
      seen.add(n);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

// Submits a little later, by a click as assistive technology makes it: no command to the page is under way when it dies.
const kLaterMs = 30;
const submit_later = (page) => page.evaluate((ms) => {
  const button = [...document.querySelectorAll('#mirror button')].find((e) => e.textContent.trim() === 'Submit');
  setTimeout(() => button.click(), ms);
}, kLaterMs);

export async function bench_kills() {
  const n_kills = Number(process.env.LOOPREADY_KILLS ?? 200);
  const random = random_from(Number(process.env.LOOPREADY_SEED ?? 1));
  const ends = [];
  const { browser, address } = await start({ after: (end) => ends.push(end) });
  const context = await new_context(browser, { viewport: { width: 1100, height: 480 } }); // little to draw, so it goes quickly
  await context.addInitScript(watch_keeping);
  await context.newPage(); // the window stays, whatever happens to the tabs
  const acknowledged = new Map(); // uuid -> query
  const shown = new Set(); // lives whose verdict came onto the screen
  let n_submitted = 0, n_lost = 0, n_doubled = 0;
  const lost_verdicts = new Set();

  const compare = async (page) => {
    const { records } = await stored(page);
    const attempts = records.filter((r) => r.kind === 'attempt');
    const uuids = new Set(attempts.map((r) => r.uuid));
    const queries = attempts.map((r) => r.body.sql);
    n_lost = [...acknowledged.keys()].filter((uuid) => !uuids.has(uuid)).length;
    n_doubled = queries.length - new Set(queries).size;
    for (const n of shown) if (!queries.includes(query(n))) lost_verdicts.add(n);
    return attempts.length;
  };
  const query = (n) => `select 1 as life_${n < 0 ? `calm${-n}` : n}_end`;

  const listen = (page) => page.on('console', (message) => {
    const [what, first, ...rest] = message.text().split(' ');
    if (what === 'kept') acknowledged.set(first, rest.join(' '));
    if (what === 'shown') shown.add(Number(first));
  });

  // How long an answer takes here; the kills then come at any moment within twice that. A busy machine may run out of the time
  // for grading, which then does not count: it is asked again.
  const calm = await open(context, address);
  listen(calm);
  await open_prime(calm);
  const took_ms = [];
  for (let n = 1; took_ms.length < 3; n += 1) {
    await write_sql(calm, query(-n));
    const n_before = acknowledged.size;
    const began = performance.now();
    await submit_later(calm);
    n_submitted += 1;
    await until('an attempt to be kept', () => acknowledged.size > n_before).then(() => took_ms.push(performance.now() - began), () => {});
    if (n > 10) throw new Error('no attempt is kept on this machine, even when nothing is killed');
  }
  await calm.close();
  const longest_ms = 2 * median(took_ms);
  const enough_at = performance.now() + Number(process.env.LOOPREADY_MINUTES ?? 60) * 60_000;
  let n_killed = 0;

  for (let n = 0; n < n_kills; n += 1) {
    if (performance.now() > enough_at) break;
    if (n % 20 === 19) console.error(`  ${n + 1} of ${n_kills} kills, ${acknowledged.size} acknowledged, ${n_lost} of them lost`);
    const page = await open(context, address);
    listen(page);
    await compare(page);
    await open_prime(page);
    await write_sql(page, query(n));
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    const moment_ms = random() * longest_ms;
    n_submitted += 1;
    await submit_later(page);
    await new Promise((done) => setTimeout(done, moment_ms));
    session.send('Page.crash').catch(() => {}); // at once, on a thread of its own; a dead tab never answers
    await crashed;
    await page.close();
    n_killed += 1;
  }
  const page = await open(context, address, '#/settings');
  const n_stored = await compare(page);
  await settled(page);
  const said = await page.getByText(/\d+ records? kept/).first().textContent();
  note('tabs killed while answering', n_killed);
  note('  at a moment after the answer was sent, within, ms', longest_ms.toFixed(0));
  note('  answers sent; acknowledged before the kill; in the store', `${n_submitted}; ${acknowledged.size}; ${n_stored}`);
  at_most('acknowledged attempts lost', n_lost, 0);
  at_most('attempts doubled', n_doubled, 0);
  note('  verdicts on the screen whose attempt was not yet kept, and is not there', lost_verdicts.size);
  const { records } = await stored(page);
  at_most('records that the app does not count after it all', Math.abs(Number.parseInt(said.replace(/\D*(\d[\d,]*).*/s, '$1').replace(',', ''), 10) - records.length), 0);
  for (const end of ends) await end();
}
