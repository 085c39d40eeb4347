// What the reader's system asks for is followed at once, without a reload.
import assert from 'node:assert/strict';
import test from 'node:test';
import { finish, new_context, open, open_prime, start } from './support.mjs';

// The canvas's colour at a place, through a screenshot.
async function pixel(page, x, y) {
  const shot = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }, [...shot]);
}

test('colour scheme, contrast and forced colours', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { colorScheme: 'light' });
  const page = await open(context, address);
  const ground = async () => {
    await page.waitForTimeout(300);
    return pixel(page, 1200, 700);
  };
  const light = await ground();
  assert.ok(light[0] > 230, `light: ${light}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground();
  assert.ok(dark[0] < 40, `dark: ${dark}`);
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  assert.deepEqual(await ground(), [255, 255, 255]);
  await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'active' });
  const canvas = await page.evaluate(() => {
    const probe = document.createElement('span');
    probe.style.color = 'Canvas';
    probe.style.forcedColorAdjust = 'none';
    document.body.append(probe);
    const colour = getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number);
    probe.remove();
    return colour;
  });
  assert.deepEqual(await ground(), canvas);
  await finish(page);
});

test('a printed exercise is a readable page', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const shown = (e) => e.checkVisibility();
    const box = (e) => e.getBoundingClientRect();
    const paragraphs = [...document.querySelectorAll('#mirror p')].filter(shown);
    const order = paragraphs.map((p) => box(p).top);
    return {
      canvas: shown(document.querySelector('#canvas')),
      navigation: [...document.querySelectorAll('nav')].some(shown),
      n: paragraphs.length,
      in_order: order.every((top, i) => i === 0 || top >= order[i - 1]),
      wide: paragraphs.filter((p) => box(p).right > innerWidth + 1).length,
      cells: [...document.querySelectorAll('[role=cell]')].filter((e) => getComputedStyle(e).display === 'table-cell').length,
    };
  });
  assert.deepEqual({ ...found, n: found.n > 5, cells: found.cells > 5 }, { canvas: false, navigation: false, n: true, in_order: true, wide: 0, cells: true });
  await finish(page);
});
