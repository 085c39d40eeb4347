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
      rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: true } },
    });
    // A target that is partly out of view is scrolled to before it is used; a link in running text is as high as its line.
    const whole = (node) => {
      const e = document.querySelector(node.target[0]);
      const nav = document.querySelector('nav.node');
      const box = e.getBoundingClientRect(), bar = nav.getBoundingClientRect();
      const under = !nav.contains(e) && box.left < bar.right && box.right > bar.left && box.top < bar.bottom && box.bottom > bar.top;
      return !under && !e.parentElement.matches('p, [role=listitem]') && !e.classList.contains('off-screen');
    };
    return violations
      .map((v) => (v.id === 'target-size' ? { ...v, nodes: v.nodes.filter(whole) } : v))
      .filter((v) => ['serious', 'critical'].includes(v.impact) && v.nodes.length > 0)
      .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' ; ')}`);
  });
}

// Addresses that a screen links to, below `hash`.
async function linked(page, hash) {
  await page.evaluate((h) => { location.hash = h; }, hash);
  await page.waitForFunction((h) => document.querySelectorAll(`#mirror a[href^="${h}/"]`).length > 2, hash);
  return page.locator(`#mirror a[href^="${hash}/"]`).evaluateAll((links) => [...new Set(links.map((one) => one.getAttribute('href')))]);
}

// One item of each kind.
const kItems = ['first-purchase-after-signup', 'a-lift-that-fades', 'alarms-in-a-row-of-a-a-tests', 'from-an-idea-to-a-decision', 'tell-mira-about-day-four',
  'trials-that-nobody-wanted', 'spot-summary-of-delivery-times', 'design-the-test-of-a-ranking-tweak'].map((slug) => `#/item/${slug}`);
const kScreens = ['#/', '#/practice', '#/playground', '#/settings', '#/nowhere', '#/prepare', '#/flight', '#/level', '#/ready', '#/plan',
  '#/resume', '#/business', '#/questions', '#/offer', '#/lab', '#/guide', '#/guide?search=vesting'];

for (const [what, options] of [['light, wide', {}], ['dark, narrow', { colorScheme: 'dark', viewport: { width: 412, height: 800 }, isMobile: true, hasTouch: true }]]) {
  const open_one = async (t) => {
    const { browser, address } = await start(t);
    return open(await new_context(browser, { bypassCSP: true, ...options }), address);
  };
  const check = async (page, screens) => {
    for (const hash of screens) {
      await page.evaluate((h) => { location.hash = h; }, hash);
      await page.waitForTimeout(400);
      assert.deepEqual(await findings(page), [], hash);
    }
  };
  test(`axe, ${what}`, async (t) => check(await open_one(t), [...kScreens, ...kItems]));
  for (const list of ['#/lab', '#/guide'])
    test(`axe, all below ${list}, ${what}`, async (t) => {
      const page = await open_one(t);
      await check(page, await linked(page, list));
    });
}

test('axe, after a verdict', async (t) => {
  const { browser, address } = await start(t);
  const page = await open(await new_context(browser, { bypassCSP: true }), address);
  await open_prime(page);
  await write_sql(page, prime.traps[0].sql);
  await page.keyboard.press(kSubmit);
  await page.getByRole('heading', { name: /^(Not yet|Right)/ }).first().waitFor();
  assert.deepEqual(await findings(page), []);
});
