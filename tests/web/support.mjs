// What the browser tests share: the site on a server of its own, Chromium, and finding things by role and name.
// Every page is watched: a content policy violation, a request to another origin or an error on the console fails the test
// that asks page_faults() at its end (finish() does).
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import { serve } from '../../scripts/lib/static-server.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const site_folder = process.env.LOOPREADY_SITE ?? `${root}build/site`;
const kArguments = [
  '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

// The learner's modifier for shortcuts.
export const kRun = 'Control+Enter';
export const kSubmit = 'Control+Shift+Enter';

export function item(slug) {
  const read = JSON.parse(readFileSync(`${root}content/items/sql/${slug}.json`, 'utf8'));
  const lines = (text) => (Array.isArray(text) ? text.join('\n') : text);
  return { title: read.title, answer: lines(read.answer.sql ?? read.answer), traps: read.traps.map((t) => ({ ...t, sql: lines(t.sql), why: lines(t.why) })) };
}
export const prime = item('first-purchase-after-signup');

// One server and one browser for a test; both end with it.
export async function start(t, { base = '/', alter, args = [], folder = site_folder } = {}) {
  const { server, address } = await serve({ folder, base, ...(alter && { alter }) });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...kArguments, ...args] });
  const stop_server = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  t.after(async () => {
    await browser.close();
    await stop_server();
  });
  return { browser, server, address, stop_server };
}

// Waits of a watchdog are wall time, which a busy machine has less of: a test that is not about them gets ten times as much.
function be_patient() {
  const set = window.setTimeout;
  window.setTimeout = (act, ms, ...rest) => set(act, ms >= 4000 ? ms * 10 : ms, ...rest);
}

export async function new_context(browser, { patient = true, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(30_000);
  await context.addInitScript(count_things);
  if (patient) await context.addInitScript(be_patient);
  return context;
}

// Runs in the page, before its own scripts.
function count_things() {
  const seen = { violations: [], raf: 0, draws: 0 };
  window.seen = seen;
  document.addEventListener('securitypolicyviolation', (event) => seen.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile ?? ''}`));
  const raf = window.requestAnimationFrame;
  window.requestAnimationFrame = (act) => {
    seen.raf += 1;
    return raf.call(window, act);
  };
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...all) {
    seen.draws += 1;
    return draw.apply(this, all);
  };
}

// A page with the app running on it.
export async function open(context, address, hash = '') {
  const page = await context.newPage();
  page.faults = [];
  const origin = new URL(address).origin;
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) page.faults.push(`asked ${url}`);
  });
  page.on('pageerror', (error) => page.faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') page.faults.push(`console: ${message.text()}`);
  });
  await page.goto(address + hash);
  await running(page);
  return page;
}

export async function running(page) {
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 20_000 });
}

export async function finish(page) {
  const violations = await page.evaluate(() => window.seen.violations);
  assert.deepEqual([...page.faults, ...violations], [], 'no violation of the content policy, no foreign request, no error');
}

// A real click of the mouse at the place the mirror gives, once it is in view and stands still: bringing it into view is
// the app's work and takes frames, and what the browser reports late may still move it.
export async function click(page, role, name, options = {}) {
  const found = page.getByRole(role, { name, ...options }).first();
  await found.waitFor();
  await found.evaluate(async (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight) return;
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    for (let i = 0; i < 4; i += 1) await new Promise(requestAnimationFrame);
  });
  for (let last = '', i = 0; i < 40; i += 1) {
    const box = await found.boundingBox();
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const seen = box !== null && box.y >= 0 && box.x >= 0 && box.y + box.height <= height + 1 && box.x + box.width <= width + 1;
    if ((seen || i > 20) && JSON.stringify(box) === last) return page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    last = JSON.stringify(box);
    // A scroll right after a focus is taken as the focus's own, so it may take another.
    if (!seen && i % 5 === 4) await found.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'nearest' }));
    await page.waitForTimeout(50);
  }
  throw new Error(`${role} ${name} never stood still`);
}

export const editor = (page) => page.getByRole('textbox', { name: 'SQL editor' });

export async function open_prime(page) {
  await page.evaluate(() => { location.hash = '#/item/first-purchase-after-signup'; });
  await editor(page).waitFor();
  await page.waitForSelector('.text-host-sql .cm-content');
}

// Replaces what stands in the editor, as a paste does.
export async function write_sql(page, sql) {
  await editor(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(sql);
}

// Waits for a verdict's heading; when it never comes, says what the screen shows instead.
export const verdict = (page, start) => ({
  async waitFor() {
    await page.getByRole('heading', { name: new RegExp(`^${start}`) }).first().waitFor().catch(async (why) => {
      const shown = await page.locator('#mirror main').ariaSnapshot();
      throw new Error(`no verdict "${start}"; the screen shows\n${shown.slice(-2500)}\n${JSON.stringify(await counters(page))}`, { cause: why });
    });
  },
});

export const counters = (page) => page.evaluate(() => ({ ...window.loopready.counters(), ...window.seen, violations: 0 }));

// No frame for a while: hover, focus and sizes have come to rest.
export async function settled(page, quiet_ms = 400) {
  let last = -1;
  for (let i = 0; i < 50; i += 1) {
    const { frames } = await counters(page);
    if (frames === last) return;
    last = frames;
    await page.waitForTimeout(quiet_ms);
  }
  throw new Error('the page never came to rest');
}

// What the database holds.
export const stored = (page) => page.evaluate(() => new Promise((done) => {
  indexedDB.open('loopready').onsuccess = (e) => {
    const database = e.target.result;
    const transaction = database.transaction(['records', 'kept']);
    const records = transaction.objectStore('records').getAll();
    const kept = transaction.objectStore('kept').getAll();
    transaction.oncomplete = () => {
      database.close();
      done({ records: records.result, kept: kept.result });
    };
  };
}));

// Waits for an asynchronous answer to be true.
export async function until(what, ask, most_ms = 20_000) {
  for (const began = Date.now(); !(await ask());) {
    assert.ok(Date.now() - began < most_ms, `waited ${most_ms} ms for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

// Runs in the page: sets window.ask(kind, body) to ask a worker of its own, made as the page makes its.
export async function start_engine() {
  const module = await WebAssembly.compileStreaming(fetch('engine.wasm'));
  const worker = new Worker('engine-worker.js');
  await new Promise((ready) => { worker.onmessage = ready; worker.postMessage({ module }); });
  let id = 0;
  window.ask = (kind, body) => new Promise((done, failed) => {
    id += 1;
    worker.onmessage = ({ data }) => {
      if (data.died) failed(new Error(data.died));
      else if (data.last) done(JSON.parse(data.answer));
    };
    worker.postMessage({ request: JSON.stringify({ v: 1, id, kind, body }) });
  });
}
