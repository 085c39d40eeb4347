// No serious or critical finding of axe on any screen, light and dark, wide and narrow.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { kSubmit, new_context, open, open_prime, prime, root, start, write_sql } from './support.mjs';

const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, 'utf8');

async function findings(page) {
  await page.evaluate(axe); // evaluated by the debugger, so the content policy stays as it is
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      // The mirror's text is transparent by design: contrast is a matter of the canvas, checked with the palette.
      rules: { 'color-contrast': { enabled: false } },
    });
    return violations
      .filter((v) => ['serious', 'critical'].includes(v.impact))
      .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' ; ')}`);
  });
}

for (const [what, options] of [['light, wide', {}], ['dark, narrow', { colorScheme: 'dark', viewport: { width: 412, height: 800 } }]]) {
  test(`axe, ${what}`, async (t) => {
    const { browser, address } = await start(t);
    const context = await new_context(browser, { bypassCSP: true, ...options });
    const page = await open(context, address);
    for (const hash of ['#/', '#/practice', '#/settings', '#/nowhere', '#/item/first-purchase-after-signup']) {
      await page.evaluate((h) => { location.hash = h; }, hash);
      await page.waitForTimeout(400);
      assert.deepEqual(await findings(page), [], hash);
    }
    if (what.includes('wide')) {
      await open_prime(page);
      await write_sql(page, prime.traps[0].sql);
      await page.keyboard.press(kSubmit);
      await page.getByRole('heading', { name: /^(Not yet|Right)/ }).first().waitFor();
      assert.deepEqual(await findings(page), [], 'after a verdict');
    }
  });
}
