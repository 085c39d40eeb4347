// Figures of the built site: bytes to the first screen and in all, idle and typing frames, builds a click, key press to
// painted table, key press to verdict, Cancel.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { counters, editor, kRun, kSubmit, new_context, open, open_prime, prime, settled, site_folder, start, verdict, write_sql } from '../../tests/web/support.mjs';
import { sizes } from './site/sizes.mjs';

const ends = [];
const t = { after: (end) => ends.push(end) };

function read_site(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(all.map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return [relative(folder, path), readFileSync(path)];
  }));
}

function say(what, figure, limit) {
  console.log(`${what.padEnd(52)}${String(figure).padStart(12)}   limit ${limit}`);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

// Milliseconds from the key press to the animation frame after the mirror shows what `selector` finds with a new text.
async function key_to_painted(page, key, selector, before) {
  await page.evaluate(({ selector, before }) => {
    window.painted = new Promise((done) => {
      let pressed = 0;
      addEventListener('keydown', (event) => { if (event.key === 'Enter') pressed = performance.now(); }, { capture: true, once: true });
      const look = () => {
        const found = document.querySelector(selector)?.textContent ?? '';
        if (found === '' || found === before) return;
        watcher.disconnect();
        requestAnimationFrame(() => done(performance.now() - pressed));
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true, attributes: true });
    });
  }, { selector, before });
  await page.keyboard.press(key);
  return page.evaluate(() => window.painted);
}

const { first_screen, all } = sizes(read_site(site_folder));
say('first screen, kB gzip', (first_screen / 1000).toFixed(1), 700);
say('whole offline set, kB gzip', (all / 1000).toFixed(1), 1300);

const { browser, address } = await start(t);
const context = await new_context(browser);
const page = await open(context, address);
await open_prime(page);
await page.waitForTimeout(2_000);
await settled(page);

let before = await counters(page);
await page.waitForTimeout(10_000);
let after = await counters(page);
say('frames built in 10 s idle', after.frames - before.frames, 0);
say('animation frames asked for in 10 s idle', after.raf - before.raf, 0);

await editor(page).focus();
await settled(page);
before = await counters(page);
await page.keyboard.type('select user_id from orders where order_amount > 10', { delay: 30 });
await page.waitForTimeout(600);
after = await counters(page);
say('canvas frames while typing 50 characters', after.frames - before.frames, 0);

const runs = [];
for (let i = 0; i < 31; i += 1) {
  await write_sql(page, `select ${i} as n, user_id, order_date from orders`);
  await page.keyboard.press('Escape');
  const table = '[role=table][aria-label="Result"]';
  const shown = await page.evaluate((s) => document.querySelector(s)?.textContent ?? '', table);
  runs.push(await key_to_painted(page, kRun, table, shown));
  await page.waitForTimeout(50);
}
say('key press to painted table, median of 31, ms', median(runs).toFixed(1), 50);

await write_sql(page, prime.answer);
const grades = [];
for (let i = 0; i < 11; i += 1) {
  const started = performance.now();
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Right').waitFor();
  if (i > 0) continue;
  grades.push(performance.now() - started);
}
say('key press to first verdict, ms', median(grades).toFixed(0), 150);

await settled(page);
before = await counters(page);
await page.getByRole('tab', { name: 'Tables' }).click({ force: true });
await settled(page);
after = await counters(page);
say('frames built for one click', after.frames - before.frames, 8);

await write_sql(page, 'with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n');
await page.keyboard.press(kRun);
await page.getByRole('button', { name: 'Cancel' }).waitFor();
const cancel_from = performance.now();
await page.getByRole('button', { name: 'Cancel' }).click({ force: true });
await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
say('Cancel to a free editor, ms', (performance.now() - cancel_from).toFixed(0), 100);

for (const end of ends) await end();
