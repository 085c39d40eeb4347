// Typing happens in the page's own field: the canvas draws nothing, and the text still reaches the store.
import test from 'node:test';
import assert from 'node:assert/strict';
import { counters, editor, finish, new_context, open, open_prime, settled, start } from './support.mjs';

test('typing in the editor costs no frame', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await editor(page).focus();
  await settled(page);
  const before = await counters(page);
  await page.keyboard.type('select user_id, count(*) as n\nfrom orders\ngroup by 1', { delay: 15 });
  await page.waitForTimeout(800); // the report after 300 ms of quiet is part of it
  const after = await counters(page);
  assert.equal(after.frames - before.frames, 0, 'frames');
  assert.equal(after.draws - before.draws, 0, 'draws');
  const kept = await page.evaluate(() => new Promise((done) => {
    indexedDB.open('loopready').onsuccess = (e) => {
      e.target.result.transaction('kept').objectStore('kept').getAll().onsuccess = (got) => done(got.target.result);
    };
  }));
  const draft = kept.find((one) => one.key === 'draft/first-purchase-after-signup');
  assert.match(draft.value, /group by 1$/);
  await finish(page);
});

test('what is typed in any other field is answered without another touch', async (t) => {
  const { browser, address } = await start(t);
  const page = await open(await new_context(browser), address, '#/resume');
  await page.getByRole('textbox', { name: /^Bullets/ }).focus();
  await page.keyboard.insertText('- Responsible for dashboards');
  await page.waitForFunction(() => document.querySelectorAll('#mirror h2').length > 0);
  await finish(page);
});
