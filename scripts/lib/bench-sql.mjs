// SQL in the browser: our engine's database beside sql.js and SQLite's own wasm build, in the same page, one after the other.
// Each figure is a ratio of medians within one run, since machines differ and are noisy.
// Here: bench_sql.  Not here: the other measures (bench.mjs).
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from '../../tests/web/support.mjs';
import { at_most, note } from './bench-table.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'build/sql-bench');

function collect() {
  const built = spawnSync('ninja', ['-C', 'build/wasm', '--quiet', 'sql_bench'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('sql_bench could not be built; run scripts/build first');
  mkdirSync(folder, { recursive: true });
  const packages = join(root, 'node_modules');
  const official = join(packages, '@sqlite.org/sqlite-wasm/dist');
  const files = [
    [join(root, 'build/wasm/sql_bench.mjs'), 'ours.mjs'], [join(root, 'build/wasm/sql_bench.wasm'), 'sql_bench.wasm'],
    [join(packages, 'sql.js/dist/sql-wasm.js'), 'sql-wasm.js'], [join(packages, 'sql.js/dist/sql-wasm.wasm'), 'sql-wasm.wasm'],
    [join(official, 'index.mjs'), 'official.mjs'], [join(official, 'sqlite3.wasm'), 'sqlite3.wasm'],
  ];
  for (const [from, to] of files) copyFileSync(from, join(folder, to));
  copyFileSync(join(root, 'scripts/lib/bench-sql-page.mjs'), join(folder, 'page.mjs'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>SQL bench</title><script src="sql-wasm.js"></script>');
}

export async function bench_sql() {
  collect();
  const ends = [];
  const { browser, address } = await start({ after: (end) => ends.push(end) }, { folder });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(address);
    const { ratios, workloads } = await page.evaluate(async () => (await import('./page.mjs')).measure());
    for (const [name, by_engine] of Object.entries(workloads))
      note(`SQL, ${name}, ms: ours, sql.js, SQLite's own`, by_engine.map((ms) => ms.toFixed(0)).join(', '));
    at_most('SQL time against sql.js, geometric mean of ratios', ratios.sqljs, 0.8, 2);
    at_most("SQL time against SQLite's own wasm build, geometric mean of ratios", ratios.official, 1, 2);
  } finally {
    for (const end of ends) await end();
  }
}
