// Bundles the scripts and lays all files of the site into one folder, with the service worker's list of them.
// Usage: assemble.mjs <wasm folder> <parts folder> <out folder>
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print_sizes } from './sizes.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [wasm, parts, out] = process.argv.slice(2).map((folder) => resolve(root, folder));
const kBuildMark = '@the name of this build@';

async function bundle(entry, format, define = {}) {
  const result = await build({
    entryPoints: [join(root, 'web', entry)], bundle: true, minify: true, write: false, format, target: 'es2022', charset: 'utf8',
    legalComments: 'none', logLevel: 'warning', external: ['./code-editor.js'],
    alias: { 'loopready-app-module': join(wasm, 'app.mjs'), 'loopready-engine-module': join(wasm, 'engine.mjs') },
    define: { BUILD_ID: JSON.stringify(kBuildMark), ...define },
  });
  return Buffer.from(result.outputFiles[0].contents);
}

function files_below(folder, keep = () => true) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && keep(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

const site = new Map(); // path -> bytes
const put_folder = (from, to, keep) => {
  for (const path of files_below(from, keep)) site.set(to + path, readFileSync(join(from, path)));
};

site.set('index.html', readFileSync(join(root, 'web/index.html')));
site.set('styles.css', readFileSync(join(root, 'web/styles.css')));
site.set('manifest.webmanifest', readFileSync(join(root, 'assets/manifest.webmanifest')));
put_folder(join(root, 'assets/icons'), 'icons/', (name) => /\.(svg|png)$/.test(name));
put_folder(join(parts, 'fonts'), 'fonts/');
put_folder(join(parts, 'content'), 'content/', (name) => name.endsWith('.json'));
put_folder(join(parts, 'app'), '', (name) => name.endsWith('.wasm'));
site.set('engine.wasm', readFileSync(join(wasm, 'engine.wasm')));
site.set('boot.js', await bundle('boot.ts', 'esm'));
site.set('code-editor.js', await bundle('code-editor.ts', 'esm'));
site.set('engine-worker.js', await bundle('engine-worker.ts', 'iife'));

const sha256 = (bytes) => createHash('sha256').update(bytes);
const paths = [...site.keys()].sort();
const whole = createHash('sha256');
for (const path of paths) whole.update(path).update('\0').update(site.get(path));
const build_id = whole.digest('hex').slice(0, 12);
site.set('boot.js', Buffer.from(site.get('boot.js').toString('utf8').replaceAll(kBuildMark, build_id)));

const list = paths.map((path) => [path, sha256(site.get(path)).digest('base64')]);
const define = { BUILD_ID: JSON.stringify(build_id), FILES: JSON.stringify(list) };
site.set('sw.js', await bundle('service-worker.ts', 'iife', define));

// Unchanged files keep their times, and what no longer belongs goes.
let n_written = 0;
for (const [path, bytes] of site) {
  const target = join(out, path);
  if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  n_written += 1;
}
for (const path of files_below(out)) if (!site.has(path)) rmSync(join(out, path));

console.log(`site ${build_id}: ${site.size} files, ${n_written} written`);
print_sizes(site);
