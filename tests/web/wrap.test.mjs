// Long lines wrap inside the editor: nothing runs out to the right, at any width.
import test from 'node:test';
import assert from 'node:assert/strict';
import { editor, finish, new_context, open, open_prime, start, write_sql } from './support.mjs';

const kLong = `select ${Array.from({ length: 60 }, (_, i) => `user_id as column_${i}`).join(', ')} from orders`;
const kWord = `select '${'x'.repeat(400)}'`; // nowhere to break

for (const [what, viewport] of [['wide', { width: 1280, height: 720 }], ['narrow', { width: 412, height: 800 }]]) {
  test(`the editor wraps, ${what}`, async (t) => {
    const { browser, address } = await start(t);
    const context = await new_context(browser, { viewport });
    const page = await open(context, address);
    await page.evaluate(() => { location.hash = '#/item/first-purchase-after-signup'; });
    // On narrow screens the editor is a part of its own.
    const part = page.getByRole('tab', { name: /^(Work|Editor|SQL|Query|Answer SQL)/ });
    await page.getByRole('heading', { level: 1, name: 'First purchase' }).waitFor();
    if (what === 'narrow' && (await editor(page).count()) === 0) await part.first().click({ force: true });
    await page.waitForSelector('.text-host-sql .cm-content');
    for (const sql of [kLong, kWord]) {
      await write_sql(page, sql);
      const sizes = await page.locator('.text-host-sql .cm-scroller').evaluate((e) => ({
        inside: e.scrollWidth, seen: e.clientWidth, line: e.querySelector('.cm-line').getBoundingClientRect().height,
        one: Number.parseFloat(getComputedStyle(e.querySelector('.cm-line')).lineHeight),
      }));
      assert.equal(sizes.inside, sizes.seen, `${sizes.inside} px of text in ${sizes.seen} px`);
      assert.ok(sizes.line > sizes.one * 1.5, 'the line stands on several');
    }
    await finish(page);
  });
}
