// Pieces of the page that need no browser: rectangles minus rectangles, and which keys are whose.
import test from 'node:test';
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { root } from './support.mjs';

async function load(name) {
  const { outputFiles } = await build({ entryPoints: [`${root}web/${name}.ts`], bundle: true, write: false, format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

test('a field minus what covers it: exact, without overlaps', async () => {
  const { subtract, intersect } = await load('rectangles');
  let seed = 7;
  const random = (n) => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  const inside = (r, x, y) => x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
  for (let round = 0; round < 200; round += 1) {
    const field = { x: random(10), y: random(10), w: 1 + random(20), h: 1 + random(20) };
    const covers = Array.from({ length: random(5) }, () => ({ x: random(30) - 5, y: random(30) - 5, w: 1 + random(15), h: 1 + random(15) }));
    const parts = subtract(field, covers);
    for (let x = -6; x < 40; x += 1) {
      for (let y = -6; y < 40; y += 1) {
        const wanted = inside(field, x, y) && !covers.some((c) => inside(c, x, y)) ? 1 : 0;
        assert.equal(parts.filter((p) => inside(p, x, y)).length, wanted, `round ${round} at ${x},${y}`);
      }
    }
  }
  assert.equal(intersect({ x: 0, y: 0, w: 5, h: 5 }, { x: 5, y: 0, w: 5, h: 5 }), null);
});

test('keys of the browser stay with the browser', async () => {
  const { goes_to_app } = await load('keys');
  const press = (key, held = '') => ({
    key, ctrlKey: held.includes('c'), metaKey: held.includes('m'), shiftKey: held.includes('s'), altKey: held.includes('a'),
  });
  const cases = [
    ['ArrowDown', '', false, true], ['Escape', '', false, true], ['Enter', 'c', false, true],
    ['Tab', '', false, false], ['Tab', 's', false, false], ['l', 'c', false, false], ['t', 'm', false, false], ['r', 'c', false, false],
    ['f', 'c', false, false], ['p', 'c', false, false], ['+', 'c', false, false], ['0', 'm', false, false], ['F5', '', false, false],
    ['F11', '', false, false], ['F12', '', false, false], ['ArrowLeft', 'a', false, false], ['Control', 'c', false, false],
    ['a', '', true, false], ['ArrowDown', '', true, false], ['Enter', '', true, false], ['Enter', 'c', true, true],
    ['Enter', 'ms', true, true], ['Escape', '', true, true], ['F6', '', true, false], ['F6', '', false, false], ['a', 'c', true, false],
  ];
  for (const [key, held, in_field, wanted] of cases) assert.equal(goes_to_app(press(key, held), in_field), wanted, `${held} ${key} ${in_field}`);
});
