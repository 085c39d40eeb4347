// Runs the browser tests over build/site: every *.test.mjs here, or those whose names contain a given word.
// Usage: run.mjs [word...]    Prints each failure and one summary line; exits 1 when any test failed.
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const words = process.argv.slice(2);
const files = readdirSync(here).filter((f) => f.endsWith('.test.mjs') && (words.length === 0 || words.some((w) => f.includes(w))));
if (!existsSync(process.env.LOOPREADY_SITE ?? `${here}../../build/site/index.html`)) {
  console.error('run: build/site is missing; run scripts/lib/build-site first');
  process.exit(1);
}

const started = Date.now();
let n_passed = 0, n_failed = 0, n_skipped = 0;
run({ files: files.map((f) => here + f), concurrency: Math.min(2, availableParallelism()), timeout: 240_000 })
  .on('test:pass', ({ name, details, skip, nesting }) => {
    if (nesting > 0 || details.type === 'suite' || name.endsWith('.test.mjs')) return;
    if (skip !== undefined) n_skipped += 1;
    else n_passed += 1;
    console.log(`${skip !== undefined ? '-' : '✓'} ${name} (${Math.round(details.duration_ms)} ms)`);
  })
  .on('test:fail', ({ name, details, nesting }) => {
    if (nesting > 0 || details.type === 'suite') return;
    n_failed += 1;
    console.log(`✗ ${name}\n    ${String(details.error?.cause?.stack ?? details.error?.message).replaceAll('\n', '\n    ')}`);
  })
  .on('end', () => {
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${files.length} files of browser tests in ${seconds} s${n_skipped ? `, ${n_skipped} skipped` : ''}`);
    console.log(`${n_passed} passed, ${n_failed} failed`);
    process.exitCode = n_failed > 0 ? 1 : 0;
  })
  .resume();
