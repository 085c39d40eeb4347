// Questions answered with a keyboard alone: a number, a choice, an order, a text, each with its verdict.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { finish, kSubmit, new_context, open, root, start, verdict } from './support.mjs';

// The first question of a kind in content/, with its slug.
function question(kind, category = 'statistics') {
  const folder = `${root}content/items/${category}`;
  for (const file of readdirSync(folder).sort()) {
    const read = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    if (read.kind === kind && (kind !== 'choice' || !read.parts[0].multiple)) return read;
  }
  assert.fail(`no question of kind ${kind}`);
}

const has_focus = (all) => all.some((e) => e === document.activeElement || e.getRootNode().activeElement === e);

// Presses Tab until the focused element is one of these.
async function tab_to(page, here, what, most = 60) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    if (await here.evaluateAll(has_focus)) return;
  }
  assert.fail(`Tab never came to ${what}`);
}

async function open_question(context, address, asked) {
  const page = await open(context, address, `#/item/${asked.slug}`);
  await page.getByRole('heading', { name: asked.title, level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Submit' }).waitFor();
  return page;
}

test('a number, by keyboard', async (t) => {
  const { browser, address } = await start(t);
  const page = await open_question(await new_context(browser), address, question('number'));
  await tab_to(page, page.getByRole('textbox'), 'the answer');
  await page.keyboard.insertText('-123456789');
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Not yet').waitFor();
  await finish(page);
});

test('a choice, by keyboard, with each why', async (t) => {
  const { browser, address } = await start(t);
  const asked = question('choice');
  const page = await open_question(await new_context(browser), address, asked);
  await tab_to(page, page.getByRole('radio'), 'the choices');
  await page.keyboard.press('Home');
  const right = asked.parts[0].choices.findIndex((one) => one.right);
  for (let i = 0; i < right; i += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Right').waitFor();
  await page.getByRole('heading', { name: 'Worked path', level: 2 }).waitFor();
  await finish(page);
});

test('an order, by keyboard', async (t) => {
  const { browser, address } = await start(t);
  const asked = question('order');
  const page = await open_question(await new_context(browser), address, asked);
  // Each step, first to last, goes to the end; what is at the end already stays there.
  const steps = asked.parts[0].steps.map((one) => one.text.replaceAll(/[*`]/g, ''));
  for (const step of steps) {
    const down = page.getByRole('button', { name: `Move down: ${step}`, exact: true });
    if (!(await down.evaluateAll((all) => all.some((e) => e.getAttribute('aria-disabled') !== 'true' && !e.disabled)))) continue;
    await tab_to(page, down, `"${step}"`);
    await page.keyboard.press('End');
    await page.getByRole('button', { name: `Move up: ${step}`, exact: true }).waitFor();
  }
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Right').waitFor();
  await finish(page);
});

test('a text, by keyboard, its points found', async (t) => {
  const { browser, address } = await start(t);
  const asked = question('explain');
  const page = await open_question(await new_context(browser), address, asked);
  const strong = asked.parts[0].exemplars.find((one) => one.misses.length === 0);
  await tab_to(page, page.getByRole('textbox'), 'the answer');
  await page.keyboard.insertText([strong.text].flat().join('\n'));
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Right').waitFor();
  await page.getByText(/^Your words:/).first().waitFor();
  await finish(page);
});
