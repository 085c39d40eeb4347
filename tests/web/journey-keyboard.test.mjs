// The whole way by keyboard: every step by Tab, Enter and the shown shortcuts, never a mouse.
import test from 'node:test';
import assert from 'node:assert/strict';
import { finish, kRun, kSubmit, new_context, open, prime, start, verdict } from './support.mjs';

// Presses Tab until the focused element has this role and name.
async function tab_to(page, role, name, most = 40) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const here = page.getByRole(role, { name, exact: true });
    if (await here.evaluateAll((all) => all.some((e) => e === document.activeElement || e.getRootNode().activeElement === e))) return;
  }
  assert.fail(`Tab never came to ${role} "${name}"`);
}

test('the whole way with a keyboard', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await tab_to(page, 'link', 'Practice');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Practice', level: 1 }).waitFor();
  await tab_to(page, 'textbox', 'Search exercises');
  await page.keyboard.insertText('Prime sign-up');
  await tab_to(page, 'link', prime.title);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: prime.title, level: 1 }).waitFor();
  await page.waitForSelector('.text-host-sql .cm-content');
  await tab_to(page, 'textbox', 'SQL editor');
  await page.keyboard.insertText(prime.answer);
  await page.keyboard.press(kRun);
  await page.getByRole('table', { name: 'Result', exact: true }).waitFor();
  await page.keyboard.press('Tab'); // leaves the editor: no trap
  await tab_to(page, 'button', 'Submit');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Right').waitFor();
  await finish(page);
});
