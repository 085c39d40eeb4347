// A small server of static files, for trying the site and for tests. Nothing beyond Node is needed.
// Usage: static-server.mjs [folder] [--port 8000] [--base /sub/] [--host 127.0.0.1]
// Sends the right media types, gzip where it is accepted, and ETags; never leaves its folder.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const kTypes = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm', '.ttf': 'font/ttf', '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
};
const kZipped = new Set(['.html', '.js', '.mjs', '.css', '.json', '.webmanifest', '.wasm', '.ttf', '.svg', '.txt']);

// Path of the file an address means, or null when it lies outside the folder or the base.
export function file_of(folder, base, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(base) || path.includes('\0') || path.includes('\\')) return null;
  const inside = path.slice(base.length);
  const file = resolve(folder, `.${sep}${inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside}`);
  return file.startsWith(resolve(folder) + sep) ? file : null;
}

// `alter(path, bytes)` lets a test change what is served; it returns other bytes, or null for 404.
export function serve({ folder, port = 0, base = '/', host = '127.0.0.1', alter = (_path, bytes) => bytes }) {
  const zipped = new Map(); // etag -> bytes
  const server = createServer(async (request, response) => {
    const refuse = (status) => response.writeHead(status, { 'content-type': 'text/plain' }).end(`${status}\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const address = request.url ?? '/';
    if (base !== '/' && address === base.slice(0, -1)) return response.writeHead(301, { location: base }).end();
    const file = file_of(folder, base, address);
    if (!file || !(await stat(file).catch(() => null))?.isFile()) return refuse(404);
    const read = await readFile(file);
    const bytes = await alter(file.slice(resolve(folder).length + 1), read);
    if (bytes === null) return refuse(404);
    const type = extname(file);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const headers = { 'content-type': kTypes[type] ?? 'application/octet-stream', etag, 'cache-control': 'no-cache', vary: 'accept-encoding' };
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
    let body = bytes;
    if (kZipped.has(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      if (!zipped.has(etag)) zipped.set(etag, gzipSync(bytes));
      body = zipped.get(etag);
      headers['content-encoding'] = 'gzip';
    }
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => done({ server, address: `http://${host}:${server.address().port}${base}` }));
  });
}

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const words = process.argv.slice(2).filter((word, i, all) => !word.startsWith('--') && !all[i - 1]?.startsWith('--'));
  const given = option('base', '/');
  const base = `/${given.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const folder = words[0] ?? join(import.meta.dirname ?? '.', '../../build/site');
  serve({ folder, base, port: Number(option('port', '8000')), host: option('host', '127.0.0.1') }).then(
    ({ address }) => console.log(address),
    (why) => {
      console.error(`static-server: ${why.message}`);
      process.exit(1);
    },
  );
}
