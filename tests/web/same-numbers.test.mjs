// Every routine on every reference input: the module in the browser and the native tool give the same numbers within 1e-12, and
// the same simulation for the same seed.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import assert from 'node:assert/strict';
import { finish, new_context, open, root, start, start_engine } from './support.mjs';

const kTolerance = 1e-12;

// The largest relative difference between two answers; infinite where they differ in anything but numbers.
function difference(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-300);
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b ? 0 : Infinity;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Math.max(0, ...[...keys].map((key) => difference(a[key], b[key])));
}

test('native and in the browser, the same numbers', async (t) => {
  const asked = readdirSync(`${root}tests/reference`).flatMap((file) => readFileSync(`${root}tests/reference/${file}`, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)))
    .map(({ routine, inputs }) => ({ kind: 'stats', body: { routine, inputs } }));
  for (const seed of [1, 2]) asked.push({ kind: 'simulate', body: { scenario: 'peeking', seed, n_runs: 2_000, limits: Array(10).fill(1.96) } });
  const lines = asked.map(({ kind, body }, id) => JSON.stringify({ v: 1, id, kind, body })).join('\n');
  const { stdout, status } = spawnSync(`${root}build/native/loopready`, ['answer'], { input: lines, encoding: 'utf8', maxBuffer: 1 << 30 });
  assert.equal(status, 0);
  const native = new Map(stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter(({ last }) => last).map((one) => [one.id, one]));

  const { browser, address } = await start(t);
  const page = await open(await new_context(browser), address);
  await page.evaluate(start_engine);
  const answers = await page.evaluate(async (all) => {
    const got = [];
    for (const { kind, body } of all) got.push(await window.ask(kind, body));
    return got;
  }, asked);
  const apart = asked.map((one, id) => ({ worst: difference(native.get(id)?.body ?? native.get(id)?.error, answers[id].body ?? answers[id].error), ...one.body }))
    .filter(({ worst }) => !(worst <= kTolerance)).sort((a, b) => b.worst - a.worst);
  console.log(`${asked.length} answers compared`);
  assert.deepEqual(apart.map(({ worst, routine, inputs }) => `${worst} ${routine} ${JSON.stringify(inputs).slice(0, 100)}`), []);
  await finish(page);
});
