// How much of the site travels: before the first screen, and for the whole offline set.
import { gzipSync } from 'node:zlib';

const kFirstScreen = /^(index\.html|styles\.css|boot\.js|app\.wasm|content\/index\.json|fonts\/)/;

function measure(site) {
  return [...site].map(([path, bytes]) => {
    const zipped = /\.(png|woff2)$/.test(path) ? bytes.length : gzipSync(bytes, { level: 9 }).length;
    return { path, bytes: bytes.length, zipped, first: kFirstScreen.test(path) };
  });
}

// Bytes after gzip of a site given as path -> bytes.
export function sizes(site) {
  const rows = measure(site);
  const sum = (some) => some.reduce((n, row) => n + row.zipped, 0);
  return { first_screen: sum(rows.filter((row) => row.first)), all: sum(rows) };
}

export function print_sizes(site) {
  const rows = measure(site);
  rows.sort((a, b) => Number(b.first) - Number(a.first) || b.zipped - a.zipped);
  const line = (name, bytes, zipped) =>
    console.log(`${name.padEnd(34)}${(bytes / 1000).toFixed(1).padStart(9)} kB${(zipped / 1000).toFixed(1).padStart(9)} kB gzip`);
  const sum = (some) => some.reduce((n, r) => [n[0] + r.bytes, n[1] + r.zipped], [0, 0]);
  for (const row of rows) if (row.zipped > 1000) line((row.first ? '  ' : '    ') + row.path, row.bytes, row.zipped);
  line('first screen', ...sum(rows.filter((r) => r.first)));
  line('everything, for offline use', ...sum(rows));
}
