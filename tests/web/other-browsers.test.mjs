// The core of the way in Firefox and in WebKitGTK (Safari's engine): open, Practice, an exercise, the right answer typed, sent by
// keys, the verdict read through the mirror, and still there after a reload. Skipped where the browser is not installed.
import test from 'node:test';
import assert from 'node:assert/strict';
import { serve } from '../../scripts/lib/static-server.mjs';
import { start_firefox, start_webkit } from './other-browsers.mjs';
import { prime, site_folder } from './support.mjs';

// All of these run in the page.
const ready = () => document.documentElement.dataset.ready === 'yes';
const heading_is = (text) => [...document.querySelectorAll('#mirror h1, #mirror h2')].some((e) => e.textContent.trim().startsWith(text));
const place_of = (text) => {
  const found = [...document.querySelectorAll('#mirror a, #mirror button')].find((e) => (e.getAttribute('aria-label') ?? e.textContent).trim() === text);
  if (!found) return null;
  const { left, top, width, height } = found.getBoundingClientRect();
  if (top >= 0 && top + height <= innerHeight) return { x: left + width / 2, y: top + height / 2 };
  found.scrollIntoView({ block: 'center' });
  return null;
};
const attempts = () => new Promise((done) => {
  indexedDB.open('loopready').onsuccess = ({ target: { result } }) => {
    result.transaction('records').objectStore('records').getAll().onsuccess = ({ target }) => {
      result.close();
      done(target.result.filter((r) => r.kind === 'attempt').map(({ item, body }) => ({ item, right: body.right })));
    };
  };
});
const watch_for_faults = () => {
  window.faults = [];
  addEventListener('error', (event) => window.faults.push(event.message));
  addEventListener('unhandledrejection', (event) => window.faults.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => window.faults.push(`${event.violatedDirective} ${event.blockedURI}`));
};

// Once it stands still: what was brought into view takes the app some frames.
async function click(browser, text) {
  let place = null;
  for (let last = ''; place === null || JSON.stringify(place) !== last;) {
    last = JSON.stringify(place);
    place = await browser.until(`"${text}" in view`, place_of, text);
    await new Promise((done) => setTimeout(done, 400));
  }
  await browser.click_at(place.x, place.y);
}

async function journey(browser, address) {
  await browser.go(address);
  await browser.until('the app or its word that it cannot run', () => document.documentElement.dataset.ready === 'yes' || !document.getElementById('failure').hidden);
  assert.equal(await browser.evaluate(() => document.getElementById('failure').innerText), '', 'it runs');
  await browser.evaluate(watch_for_faults);
  await click(browser, 'Practice');
  await browser.until('Practice', heading_is, 'Practice');
  await click(browser, prime.title);
  await browser.until('the exercise', heading_is, prime.title);
  await browser.until('the editor', () => document.querySelector('.text-host-sql')?.shadowRoot?.querySelector('.cm-content') != null);
  const field = await browser.evaluate(() => {
    const { left, top, width, height } = document.querySelector('.text-host-sql').getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await browser.click_at(field.x, field.y);
  // Typed key by key; the editor indents and closes brackets by itself, so lines are joined and its closing is typed over.
  await browser.type(prime.answer.replace(/\s+/g, ' '));
  const typed = await browser.evaluate(() => document.querySelector('.text-host-sql').shadowRoot.querySelector('.cm-content').textContent);
  assert.equal(typed, prime.answer.replace(/\s+/g, ' '), 'the editor holds what was typed');
  await browser.press('Control', 'Shift', 'Enter');
  await browser.until('the verdict', heading_is, 'Right');
  await browser.until('the attempt to be kept', attempts);
  assert.deepEqual(await browser.evaluate(() => window.faults), [], 'no error, nothing against the content policy');
  await browser.reload();
  await browser.until('the app again', ready);
  assert.deepEqual(await browser.evaluate(attempts), [{ item: 'first-purchase-after-signup', right: true }]);
  await click(browser, 'Practice');
  await browser.until('the exercise to be called solved', (title) =>
    [...document.querySelectorAll('#mirror a')].some((e) => (e.getAttribute('aria-label') ?? e.textContent).trim() === title && /solved/i.test(e.getAttribute('aria-description') ?? '')), prime.title);
}

for (const [name, package_name, start] of [['Firefox', 'firefox-esr', start_firefox], ['WebKitGTK', 'webkit2gtk-driver', start_webkit]]) {
  test(`the core of the way in ${name}`, async (t) => {
    const browser = await start();
    if (!browser) return t.skip(`${name} is not tested: install Debian's packages ${package_name} and xvfb`);
    t.after(() => browser.end());
    const { server, address } = await serve({ folder: site_folder });
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
    await journey(browser, address);
    t.diagnostic(`${browser.name} ${browser.version}`);
  });
}
