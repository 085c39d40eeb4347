// The engine in a worker of its own, as the page has it, in one page: grading with the search for a counterexample, simulations,
// the way from a slider's move to the repainted curve, and from a searched word to what the guide has of it.
// Here: bench_engine.  Not here: SQL beside other builds (bench-sql.mjs).
import { new_context, open, start, start_engine } from '../../tests/web/support.mjs';
import { at_most, median, note, percentile } from './bench-table.mjs';

// Runs in the page: every SQL item's answer, first alternative and first trap graded; then a simulation, three times.
async function ask_engine() {
  const { ask } = window;
  const timed = async (kind, body) => {
    const began = performance.now();
    const response = await ask(kind, body);
    if (response.error) throw new Error(JSON.stringify(response.error));
    return { ms: performance.now() - began, body: response.body };
  };

  const index = await (await fetch('content/index.json')).json();
  const packs = [...new Set(index.items.filter((one) => one.category === 'sql').map((one) => one.pack ?? `sql-${one.world}`))];
  const graded = { answer: [], also: [], trap: [] };
  for (const pack of packs) {
    const { worlds, items } = await (await fetch(`content/${pack}.json`)).json();
    for (const { item } of items) {
      const world = worlds.find((one) => one.slug === item.world);
      const sqls = { answer: item.answer.sql ?? item.answer, also: item.also?.[0]?.sql ?? item.also?.[0], trap: item.traps?.[0]?.sql };
      for (const [name, sql] of Object.entries(sqls)) {
        if (sql === undefined) continue;
        const { ms } = await timed('grade', { item, world, answer: { sql: Array.isArray(sql) ? sql.join('\n') : sql } });
        graded[name].push({ ms, slug: item.slug });
      }
    }
  }
  const simulations = [];
  for (let seed = 1; seed <= 3; seed += 1)
    simulations.push((await timed('simulate', { scenario: 'peeking', seed, n_runs: 10_000, limits: Array(20).fill(1.96) })).ms);
  return { graded, simulations };
}

// Milliseconds from a slider's key to the animation frame after the picture's numbers have changed.
async function slider_to_curve(page) {
  await page.evaluate(() => { location.hash = '#/lab/power'; });
  const slider = page.locator('#mirror [role=slider], #mirror input[type=range]').first();
  await slider.waitFor();
  await slider.focus();
  const figures = [];
  for (let i = 0; i < 30; i += 1) {
    await page.evaluate(() => {
      window.repainted = new Promise((done) => {
        let began = 0;
        addEventListener('keydown', () => { began = performance.now(); }, { capture: true, once: true });
        const watcher = new MutationObserver(() => {
          if (began === 0) return;
          watcher.disconnect();
          done(performance.now() - began); // the picture and the mirror are made in one frame, inside the key's event
        });
        watcher.observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true, attributes: true });
      });
    });
    await page.keyboard.press(i % 2 ? 'ArrowLeft' : 'ArrowRight');
    figures.push(await page.evaluate(() => window.repainted));
    await page.waitForTimeout(60);
  }
  return figures;
}

// Milliseconds from a word put into the guide's search to the list of what was found, and the first of it.
async function search_guide(page, word) {
  await page.evaluate(() => { location.hash = '#/guide'; });
  const field = page.getByRole('searchbox').or(page.getByRole('textbox', { name: /search/i })).first();
  await field.waitFor();
  await field.fill(''); // of the word before
  await page.waitForFunction(() => document.querySelectorAll('#mirror a[href^="#/guide/"]').length > 5);
  await page.waitForTimeout(400);
  await field.focus();
  await page.evaluate(() => {
    window.found = new Promise((done) => {
      let began = 0;
      addEventListener('input', () => { began = performance.now(); }, { capture: true, once: true });
      const watcher = new MutationObserver(() => {
        if (began === 0) return;
        watcher.disconnect();
        done(performance.now() - began);
      });
      watcher.observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true });
    });
  });
  await page.keyboard.insertText(word);
  const ms = await page.evaluate(() => window.found);
  await page.waitForTimeout(300);
  const first = await page.locator('#mirror main a[href^="#/guide/"], #mirror [role=main] a[href^="#/guide/"]').first().getAttribute('href');
  return { ms, first };
}

export async function bench_engine() {
  const ends = [];
  const { browser, address } = await start({ after: (end) => ends.push(end) });
  try {
    const page = await open(await new_context(browser), address);
    page.setDefaultTimeout(600_000);
    await page.evaluate(start_engine);
    const { graded, simulations } = await page.evaluate(ask_engine);
    const all = Object.values(graded).flat();
    at_most(`grading with the search, median of ${all.length}, ms`, median(all.map(({ ms }) => ms)), 150, 1);
    for (const [name, list] of Object.entries(graded)) note(`  the same, ${name} (${list.length}): median, 95th percentile, ms`, `${median(list.map(({ ms }) => ms)).toFixed(0)}, ${percentile(list.map(({ ms }) => ms), 95).toFixed(0)}`);
    for (const { slug, ms } of all.sort((a, b) => b.ms - a.ms).slice(0, 3)) note(`  slowest: ${slug}, ms`, ms.toFixed(0));
    at_most('10,000 experiments of 20 looks in the worker, median of 3, ms', median(simulations), 1000);
    const figures = await slider_to_curve(page);
    at_most('slider to repainted curve, median of 30, ms', median(figures), 16, 1);
    note('  the same, 95th percentile, ms', percentile(figures, 95).toFixed(1));
    for (const word of ['vesting', 'bar raiser', 'leakage']) {
      const { ms, first } = await search_guide(page, word);
      at_most(`guide, "${word}" to the list that begins with ${first}, ms`, ms, 50, 1);
    }
  } finally {
    for (const end of ends) await end();
  }
}
