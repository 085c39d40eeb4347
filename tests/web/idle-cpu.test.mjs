// Idle costs next to no processor time: what the browser itself says about its page and graphics processes.
import test from 'node:test';
import assert from 'node:assert/strict';
import { editor, finish, new_context, open, open_prime, settled, start } from './support.mjs';

const kWatchMs = 4_000;
const kMostShare = 0.04; // an animation loop that draws nothing already costs more
const kMostBlinkingShare = 0.25; // a caret repaints the whole page in software graphics, twice a second and more

async function cpu_ms(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const counted = processInfo.filter((p) => p.type === 'renderer' || p.type === 'GPU');
  assert.ok(counted.length > 0, 'the browser tells its processes');
  return new Map(counted.map((p) => [p.id, p.cpuTime * 1000]));
}

async function share_of(t, what, browser, page) {
  await page.waitForTimeout(1_200); // compilers and the spare worker finish first
  await settled(page);
  const session = await browser.newBrowserCDPSession();
  const before = await cpu_ms(session);
  const began = performance.now();
  await page.waitForTimeout(kWatchMs);
  const after = await cpu_ms(session);
  const elapsed_ms = performance.now() - began;
  let used_ms = 0;
  for (const [id, ms] of after) used_ms += ms - (before.get(id) ?? 0);
  t.diagnostic(`${what}: ${Math.round(used_ms)} ms of ${Math.round(elapsed_ms)} ms`);
  return used_ms / elapsed_ms;
}

test('an idle page uses next to no processor time', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  const share = await share_of(t, 'idle', browser, page);
  assert.ok(share <= kMostShare, `${(share * 100).toFixed(1)} % of a processor while idle`);
  await finish(page);
});

test('a blinking caret is all that an idle editor costs', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  const page = await open(context, address);
  await open_prime(page);
  await editor(page).focus();
  const share = await share_of(t, 'with a caret', browser, page);
  assert.ok(share <= kMostBlinkingShare, `${(share * 100).toFixed(1)} % of a processor with a caret`);
  await finish(page);
});
