// Figures of the built site, each with its limit and whether it is kept.
// Usage: bench.mjs [bytes] [frames] [engine] [kills] [lighthouse] [sql]    (all of them without a word)
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { site_folder } from '../../tests/web/support.mjs';
import { bench_engine } from './bench-engine.mjs';
import { bench_frames } from './bench-frames.mjs';
import { bench_kills } from './bench-kills.mjs';
import { bench_lighthouse } from './bench-lighthouse.mjs';
import { bench_sql } from './bench-sql.mjs';
import { at_most, summary } from './bench-table.mjs';
import { sizes } from './site/sizes.mjs';

function read_site(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(all.map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return [relative(folder, path), readFileSync(path)];
  }));
}

function bench_bytes() {
  const { first_screen, all } = sizes(read_site(site_folder));
  at_most('first screen, kB gzip', first_screen / 1000, 700, 1);
  at_most('whole offline set, kB gzip', all / 1000, 1300, 1);
}

const kParts = { bytes: bench_bytes, frames: bench_frames, engine: bench_engine, kills: bench_kills, lighthouse: bench_lighthouse, sql: bench_sql };
const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !(word in kParts));
if (unknown.length > 0) {
  console.error(`bench: there is no ${unknown.join(', ')}; there are ${Object.keys(kParts).join(', ')}`);
  process.exit(2);
}
console.log(`${'what'.padEnd(66)}${'figure'.padStart(10)}   limit        verdict`);
for (const [name, bench] of Object.entries(kParts)) if (asked.length === 0 || asked.includes(name)) await bench();
console.log(summary());
