// A lost graphics context comes back with the same picture.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, finish, new_context, open, settled, start } from './support.mjs';

test('a lost and restored context shows the same picture', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await settled(page);
  const before = await page.screenshot();
  await page.evaluate(async () => {
    const lose = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    lose.loseContext();
    await new Promise((done) => setTimeout(done, 200));
    lose.restoreContext();
    await new Promise((done) => setTimeout(done, 300));
  });
  await settled(page);
  assert.ok(before.equals(await page.screenshot()), 'the same picture');
  await click(page, 'link', 'Practice');
  await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  page.faults = page.faults.filter((f) => !/CONTEXT_LOST_WEBGL|context/i.test(f));
  await finish(page);
});
