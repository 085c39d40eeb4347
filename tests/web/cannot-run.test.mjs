// Browsers that lack something, and an app that breaks: a sentence, and the learner's data as a file.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { click, editor, kSubmit, new_context, open, open_prime, prime, start, verdict, write_sql } from './support.mjs';

async function saved_by(page, press) {
  const download = page.waitForEvent('download');
  await press();
  return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
}

test('without WebGL 2 the page says so and still gives the data', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { acceptDownloads: true });
  const before = await open(context, address);
  await open_prime(before);
  await write_sql(before, 'select 5');
  await before.waitForTimeout(700);
  await before.close();
  await context.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind === 'webgl2' ? null : get.call(this, kind, ...rest);
    };
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('alert').getByText('WebGL 2').waitFor();
  const backup = await saved_by(page, () => page.getByRole('button', { name: 'Export my data' }).click());
  assert.equal(backup.format, 'loopready-backup');
  assert.ok(backup.kept.some((kept) => kept.value === 'select 5'));
});

test('graphics that refuse to draw are told of', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  await context.addInitScript(() => {
    WebGL2RenderingContext.prototype.getProgramParameter = () => false;
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('alert').getByText('could not be started').waitFor();
});

test('a crash of the app is told, and its rescue file can be imported', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser, { acceptDownloads: true });
  const page = await open(context, address);
  await open_prime(page);
  await write_sql(page, 'select 6');
  await page.waitForTimeout(700);
  await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
  await page.getByRole('alert').getByText('Something broke').waitFor();
  const backup = await saved_by(page, () => page.getByRole('button', { name: 'Export my data' }).click());

  const other = await open(await new_context(browser), address, '#/settings');
  const chooser = other.waitForEvent('filechooser');
  await click(other, 'button', 'Import backup');
  await (await chooser).setFiles({ name: 'rescued.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(backup)) });
  await other.getByText(/Merged: /).first().waitFor({ state: 'attached' });
  await other.evaluate(() => { location.hash = '#/item/first-purchase-after-signup'; });
  await other.waitForSelector('.text-host-sql .cm-content');
  assert.equal((await editor(other).innerText()).trim(), 'select 6');
});

test('without storage the app works and says that nothing is kept', async (t) => {
  const { browser, address } = await start(t);
  const context = await new_context(browser);
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
  });
  const page = await open(context, address);
  await page.getByText(/not saved: this browser keeps no data/).first().waitFor({ state: 'attached' });
  await open_prime(page);
  await write_sql(page, prime.answer);
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Right').waitFor();
});
