// The mirror: every control is found by role and name, acts on a click of assistive technology, and says its state.
import test from 'node:test';
import assert from 'node:assert/strict';
import { finish, new_context, open, open_prime, prime, start } from './support.mjs';

const at_click = (locator) => locator.dispatchEvent('click');

test('controls act by role and name', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await at_click(page.getByRole('link', { name: 'Practice' }));
  await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Practice' }).getAttribute('aria-current'), 'page');
  await at_click(page.getByRole('link', { name: prime.title }));
  await page.getByRole('heading', { name: prime.title, level: 1 }).waitFor();
  for (const tab of ['Tables', 'Hints', 'Prompt']) {
    await at_click(page.getByRole('tab', { name: tab }));
    await page.getByRole('tab', { name: tab, selected: true }).waitFor();
    await page.getByRole('tabpanel', { name: tab }).waitFor();
  }
  await at_click(page.getByRole('button', { name: 'Back to Practice' }));
  await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  await finish(page);
});

test('nothing that acts is without a name', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  for (const hash of ['#/', '#/practice', '#/settings', '#/item/first-purchase-after-signup']) {
    await page.evaluate((h) => { location.hash = h; }, hash);
    await page.waitForTimeout(400);
    const session = await context.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const acting = new Set(['button', 'link', 'tab', 'checkbox', 'radio', 'slider', 'textbox', 'splitter']);
    const nameless = nodes.filter((n) => !n.ignored && acting.has(n.role?.value) && !n.name?.value);
    assert.deepEqual(nameless.map((n) => n.role.value), [], hash);
  }
  await finish(page);
});
