// Figures of the running page: idle, typing, clicks, frames, key press to table, to verdict, Cancel.
import {
  click, counters, editor, kRun, kSubmit, new_context, open, open_prime, prime, settled, start, verdict, write_sql,
} from '../../tests/web/support.mjs';
import { at_most, median, note, percentile } from './bench-table.mjs';

// Runs in the page: sets window.painted to the milliseconds from the next `event` to the animation frame after what `selector`
// finds in the mirror has another text (or nothing has the text `gone` any more). Timed in the page, since the way to it and back takes long.
function time_from({ event, selector, before, gone }) {
  const shown = () => [...document.querySelectorAll(selector)].find((e) => !gone || e.textContent === gone);
  window.painted = new Promise((done) => {
    let began = 0;
    addEventListener(event, (e) => { if (e.key === undefined || e.key === 'Enter') began = performance.now(); }, { capture: true });
    const watcher = new MutationObserver(() => {
      const text = shown()?.textContent ?? '';
      if (began === 0 || (gone ? text !== '' : text === '' || text === before)) return;
      watcher.disconnect();
      requestAnimationFrame(() => done(performance.now() - began));
    });
    watcher.observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

async function key_to_painted(page, key, selector) {
  const before = await page.evaluate((s) => document.querySelector(s)?.textContent ?? '', selector);
  await page.evaluate(time_from, { event: 'keydown', selector, before });
  await page.keyboard.press(key);
  return page.evaluate(() => window.painted);
}

// Milliseconds of processor time of all processes that draw pages, so far.
async function cpu_ms(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, p) => sum + (p.type === 'renderer' ? p.cpuTime * 1000 : 0), 0);
}

async function frames_of(page, act) {
  await settled(page);
  const before = await counters(page);
  await act();
  await settled(page);
  return (await counters(page)).frames - before.frames;
}

async function idle(page, where) {
  const before = await counters(page);
  await page.waitForTimeout(10_000);
  const after = await counters(page);
  at_most(`frames built in 10 s idle, ${where}`, after.frames - before.frames, 0);
  at_most(`animation frames asked for in 10 s idle, ${where}`, after.raf - before.raf, 0);
}

async function click_frames(page, role, name) {
  const box = await page.getByRole(role, { name, exact: true }).first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  return frames_of(page, async () => {
    await page.mouse.down();
    await page.mouse.up();
  });
}

// The screen with the most on it: a wrong answer's verdict with its tables, beside the prompt with its tables. Each frame is
// made to differ, by moving over rows and by scrolling both sides.
async function heaviest_frames(browser, page) {
  await write_sql(page, prime.traps[0].sql);
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Not yet').waitFor();
  await settled(page);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  for (const x of [300, 950]) {
    for (let i = 0; i < 60; i += 1) {
      if (i % 3 === 0) await page.mouse.wheel(0, i < 30 ? 60 : -60);
      else await page.mouse.move(x + (i % 2) * 40, 400 + ((i * 37) % 280));
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const frames = traceEvents.filter((e) => e.name === 'FireAnimationFrame' && e.ph === 'X' && e.dur > 0);
  // The waiting above asks for animation frames of its own, which do next to nothing.
  const n_waits = 120;
  const busiest = (of) => frames.map(of).sort((a, b) => b - a).slice(0, Math.max(frames.length - n_waits, 1)).map((us) => us / 1000);
  note('  frames measured', Math.max(frames.length - n_waits, 1));
  at_most('a frame of the heaviest screen, processor time, 95th percentile, ms', percentile(busiest((e) => e.tdur ?? e.dur), 95), 4, 2);
  note('  the same, by the clock, ms', percentile(busiest((e) => e.dur), 95).toFixed(2));
  note('  the same, processor time, median, ms', median(busiest((e) => e.tdur ?? e.dur)).toFixed(2));
}

export async function bench_frames() {
  const ends = [];
  const { browser, address } = await start({ after: (end) => ends.push(end) });
  const context = await new_context(browser);
  const page = await open(context, address);
  await page.waitForTimeout(2_000); // the editor, the spare worker and the room for storage come late
  await settled(page);
  await idle(page, 'Today');
  await open_prime(page);
  await page.waitForTimeout(2_000);
  await settled(page);
  await idle(page, 'an exercise');

  await editor(page).focus();
  await settled(page);
  const before = await counters(page);
  await page.keyboard.type('select user_id from orders where order_amount > 10', { delay: 30 });
  await page.waitForTimeout(600);
  at_most('canvas frames while typing 50 characters', (await counters(page)).frames - before.frames, 0);

  const session = await browser.newBrowserCDPSession();
  const runs = [];
  const cpu_before = await cpu_ms(session);
  for (let i = 0; i < 31; i += 1) {
    await write_sql(page, `select ${i} as n, user_id, order_date from orders`);
    await page.keyboard.press('Escape');
    runs.push(await key_to_painted(page, kRun, '[role=table][aria-label="Result"]'));
    await page.waitForTimeout(50);
  }
  at_most('key press to painted table, median of 31, ms', median(runs), 50, 1);
  note('  the same, quickest, ms', Math.min(...runs).toFixed(1));
  note('  processor time of the page for each, writing the query included, ms', ((await cpu_ms(session) - cpu_before) / 31).toFixed(1));

  await write_sql(page, prime.answer);
  await page.keyboard.press('Escape');
  at_most('key press to the first verdict, ms', await key_to_painted(page, kSubmit, '[role=region][aria-label="Results"] h2'), 150);

  await heaviest_frames(browser, page);
  for (const [role, name] of [['tab', 'Tables'], ['link', 'Settings'], ['radio', 'Dark'], ['link', 'Practice']]) {
    at_most(`frames built for one click, ${role} ${name}`, await click_frames(page, role, name), 8);
  }

  await open_prime(page);
  // A query that never answers: its worker is not told of it.
  await page.evaluate(() => { Worker.prototype.postMessage = () => {}; });
  await write_sql(page, 'select 1');
  await page.keyboard.press(kRun);
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  await page.evaluate(time_from, { event: 'pointerup', selector: '#mirror button', gone: 'Cancel' });
  await click(page, 'button', 'Cancel');
  at_most('Cancel to a free editor, ms', await page.evaluate(() => window.painted), 100);
  for (const end of ends) await end();
}
