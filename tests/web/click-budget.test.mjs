// One click, press and release and what it leads to, is at most 8 built frames.
import test from 'node:test';
import assert from 'node:assert/strict';
import { counters, finish, new_context, open, open_prime, settled, start } from './support.mjs';

const kMost = 8;

async function frames_of_click(page, role, name) {
  const box = await page.getByRole(role, { name, exact: true }).first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2); // hovering is not part of the click
  await settled(page, 200);
  const before = await counters(page);
  await page.mouse.down();
  await page.mouse.up();
  await settled(page, 200);
  return (await counters(page)).frames - before.frames;
}

test('a click costs at most 8 frames', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { reducedMotion: 'no-preference' });
  const page = await open(context, address);
  const costs = [];
  const cost = async (role, name) => costs.push([`${role} ${name}`, await frames_of_click(page, role, name)]);
  await cost('link', 'Settings');
  await cost('radio', 'Dark');
  await cost('link', 'Practice');
  await cost('radio', 'L5');
  await open_prime(page);
  await cost('tab', 'Tables');
  await cost('button', 'Reset');
  assert.deepEqual(costs.filter(([, n]) => n === 0), [], 'every click was drawn');
  assert.deepEqual(costs.filter(([, n]) => n > kMost), [], `frames: ${costs.map((one) => one.join(' ')).join(', ')}`);
  await finish(page);
});
