// Fingers: a drag scrolls, a tap clicks, and then nothing is drawn any more.
import test from 'node:test';
import assert from 'node:assert/strict';
import { counters, finish, new_context, open, settled, start } from './support.mjs';

test('drag to scroll, tap to click', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { viewport: { width: 412, height: 480 }, hasTouch: true, isMobile: true });
  const page = await open(context, address, '#/practice');
  const session = await context.newCDPSession(page);
  const touch = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const top = () => page.getByRole('heading', { level: 1 }).evaluate((e) => e.getBoundingClientRect().top);
  const before = await top();
  await touch('touchStart', [{ x: 200, y: 350 }]);
  for (let y = 340; y >= 150; y -= 10) await touch('touchMove', [{ x: 200, y }]);
  await touch('touchEnd', []);
  await page.waitForTimeout(800);
  assert.ok((await top()) < before - 80, 'the list scrolled');
  await page.getByRole('link', { name: 'Settings' }).tap({ force: true });
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await settled(page);
  const rest = await counters(page);
  await page.waitForTimeout(1500);
  assert.equal((await counters(page)).frames, rest.frames);
  await finish(page);
});
