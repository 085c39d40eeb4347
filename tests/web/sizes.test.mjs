// The canvas has exactly the screen's pixels at every scale, follows a live change, and clicks land where things are drawn.
import test from 'node:test';
import assert from 'node:assert/strict';
import { click, finish, new_context, open, settled, start } from './support.mjs';

const canvas_size = (page) => page.locator('#canvas').evaluate((c) => [c.width, c.height]);

for (const scale of [1, 1.25, 2]) {
  test(`sharp and clickable at scale ${scale}`, async (t) => {
    const { browser, address } = await start(t, { args: [`--force-device-scale-factor=${scale}`] });
    const context = await new_context(browser, { deviceScaleFactor: undefined, viewport: null });
    const page = await open(context, address);
    assert.equal(await page.evaluate(() => devicePixelRatio), scale);
    const [w, h] = await page.evaluate(() => [innerWidth, innerHeight]);
    const [cw, ch] = await canvas_size(page);
    assert.ok(Math.abs(cw - w * scale) <= 2 && Math.abs(ch - h * scale) <= 2, `${cw}x${ch} for ${w}x${h} at ${scale}`);
    await click(page, 'link', 'Settings');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await finish(page);
  });
}

test('zooming while it runs keeps the picture sharp and the mirror in place', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  const session = await context.newCDPSession(page);
  for (const [width, height, scale] of [[1024, 576, 1.25], [640, 360, 2], [320, 256, 4], [1280, 720, 1]]) {
    await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
    await page.waitForFunction(([w, h]) => {
      const { width: drawn_w, height: drawn_h } = document.getElementById('canvas');
      return drawn_w === w && drawn_h === h;
    }, [Math.round(width * scale), Math.round(height * scale)]);
    await settled(page); // the mirror follows a frame later
    await click(page, 'link', scale === 2 ? 'Practice' : 'Settings');
    await page.getByRole('heading', { name: scale === 2 ? 'Practice' : 'Settings', level: 1 }).waitFor();
    await click(page, 'link', 'Today');
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  }
  await finish(page);
});

test('a larger text size of the browser makes everything larger', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  const height = () => page.getByRole('heading', { level: 1 }).evaluate((e) => e.getBoundingClientRect().height);
  const before = await height();
  await page.evaluate(() => { document.documentElement.style.fontSize = '150%'; });
  await page.waitForFunction((h) => document.querySelector('h1').getBoundingClientRect().height > h * 1.4, before);
  await finish(page);
});
