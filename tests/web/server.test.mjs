// The small server: right types, gzip, ETags, a base path, and never a file outside its folder.
import test from 'node:test';
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/lib/static-server.mjs';

// Asks for exactly this path: fetch would tidy it up.
function ask(address, path, headers = {}) {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }));
    }).on('error', failed).end();
  });
}

test('serves its folder, and only that', async (t) => {
  const above = mkdtempSync(join(tmpdir(), 'loopready-'));
  const folder = join(above, 'site');
  mkdirSync(folder);
  writeFileSync(join(above, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<p>hello');
  writeFileSync(join(folder, 'app.wasm'), 'wasm');
  const { server, address } = await serve({ folder, base: '/sub/' });
  t.after(() => server.close());
  const home = await ask(address, '/sub/');
  assert.equal(home.text, '<p>hello');
  assert.match(home.headers['content-type'], /^text\/html/);
  assert.equal((await ask(address, '/sub/app.wasm')).headers['content-type'], 'application/wasm');
  assert.equal((await ask(address, '/sub/', { 'if-none-match': home.headers.etag })).status, 304);
  assert.equal((await ask(address, '/sub/', { 'accept-encoding': 'gzip' })).headers['content-encoding'], 'gzip');
  assert.equal((await ask(address, '/sub')).status, 301);
  for (const path of ['/', '/other/', '/sub/../secret.txt', '/sub/..%2fsecret.txt', '/sub/%2e%2e/secret.txt', '/sub/..%5csecret.txt',
    '/sub//etc/passwd', '/sub/%00', '/sub/%', '/sub/nothing.html']) {
    assert.equal((await ask(address, path)).status, 404, path);
  }
});
