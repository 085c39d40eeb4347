// A finger that rests is no tap: after 600 ms of holding, lifting it clicks nothing. A short touch at the same place does.
import test from 'node:test';
import assert from 'node:assert/strict';
import { counters, finish, new_context, open, settled, start } from './support.mjs';

for (const [what, role, name] of [
  ['a link', 'link', 'Settings'],
  ['a button', 'button', 'Start'],
]) {
  test(`a long press on ${what} does not click`, async (t) => {
    const { browser, address } = await start(t);
    const context = await new_context(browser, { viewport: { width: 412, height: 800 }, hasTouch: true, isMobile: true });
    const page = await open(context, address);
    const session = await context.newCDPSession(page);
    const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    const press = async (hold_ms) => {
      const box = await page.getByRole(role, { name, exact: true }).first().boundingBox();
      await touch('touchStart', [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]);
      await page.waitForTimeout(hold_ms);
      await touch('touchEnd', []);
    };
    const title = () => page.getByRole('heading', { level: 1 }).first().textContent();
    await page.getByRole(role, { name, exact: true }).first().waitFor();
    await settled(page, 200);
    await press(600);
    await settled(page);
    assert.match(await title(), /^Today/, 'still there after a long press');
    const rest = await counters(page);
    await page.waitForTimeout(500);
    assert.equal((await counters(page)).frames, rest.frames, 'and at rest');
    await press(60);
    await page.waitForFunction(() => !document.querySelector('h1').textContent.startsWith('Today'));
    if (what === 'a link') assert.match(await title(), /^Settings/);
    await finish(page);
  });
}
