// The page's text lies exactly over the drawn one, so that selecting, copying and finding behave as on any page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { finish, new_context, open, open_prime, start } from './support.mjs';

// How far each line of text on the screen ends from where the drawn line ends, in CSS pixels.
const worst_overlay = (page) => page.evaluate(() => {
  const off = [];
  for (const e of document.querySelectorAll('#mirror .selectable:not(.off-screen)')) {
    const text = [...e.childNodes].find((n) => n instanceof Text && n.data.trim() !== '');
    if (!text) continue;
    const range = document.createRange();
    range.setStart(text, 0);
    const width_of = (n) => (range.setEnd(text, n), range.getBoundingClientRect().width);
    if (e.getClientRects().length !== 1 || /^H\d$/.test(e.tagName) && text.data.length > 40) continue; // titles may wrap
    // The white space at the end is drawn before a word of another face, and stands for the break at the end of a line.
    const { width } = e.getBoundingClientRect();
    off.push([Math.min(...[text.data.length, text.data.trimEnd().length].map((n) => Math.abs(width_of(n) - width))), text.data]);
  }
  off.sort((a, b) => b[0] - a[0]);
  return { n: off.length, worst: off[0] };
});

for (const scale of [1, 1.25])
  test(`every line of text lies within 1 px of the drawn one at scale ${scale}`, async (t) => {
    const { browser, address } = await start(t);
    const context = await new_context(browser, { deviceScaleFactor: scale });
    const page = await open(context, address);
    await open_prime(page);
    const { n, worst } = await worst_overlay(page);
    assert.ok(n > 10, `${n} lines`);
    assert.ok(worst[0] <= 1, `"${worst[1]}" is off by ${worst[0]} px`);
    await finish(page);
  });

test('drawn text is selected by dragging and copied as it reads', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await open(context, address);
  await open_prime(page);
  const line = page.locator('#mirror p span', { hasText: 'The membership team' }).first();
  const box = await line.boundingBox();
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  const selected = await page.evaluate(() => String(getSelection()));
  const drawn = (await line.textContent()).trim();
  assert.ok(drawn.startsWith(selected.slice(0, 20)) && selected.length > drawn.length * 0.9, selected);

  // A paragraph over several lines and faces comes out as one line; a table's cells are parted by tabs.
  const copied = async (selector) => {
    await page.evaluate((of) => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(of));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand('copy');
    }, selector);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const paragraph = await copied('#mirror section p');
  assert.ok(!paragraph.includes('\n') && paragraph.startsWith('The membership team') && !/ {2}/.test(paragraph), paragraph);
  const table = await copied('#mirror [role=table]');
  const rows = table.split('\n');
  assert.ok(rows.length > 1 && rows.every((row) => row.split('\t').length === rows[0].split('\t').length), table);
  await finish(page);
});
