// Idle means idle: no frame, no animation frame, no drawing, on every screen that has nothing to show by itself.
import test from 'node:test';
import assert from 'node:assert/strict';
import { counters, finish, new_context, open, open_prime, settled, start } from './support.mjs';

test('an idle page draws nothing for 10 seconds', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const pages = await Promise.all(['#/', '#/practice', '#/settings'].map((hash) => open(context, address, hash)));
  const exercise = await open(context, address, '#/');
  await open_prime(exercise);
  pages.push(exercise);
  // Only the page in front may draw; the others were opened behind it, so each is brought to the front to settle.
  for (const page of pages) {
    await page.bringToFront();
    await settled(page, 600);
  }
  const before = await Promise.all(pages.map(counters));
  await exercise.waitForTimeout(10_000);
  const after = await Promise.all(pages.map(counters));
  pages.forEach((_, i) => {
    for (const what of ['frames', 'raf', 'draws']) assert.equal(after[i][what] - before[i][what], 0, `page ${i}: ${what}`);
  });
  for (const page of pages) await finish(page);
});
