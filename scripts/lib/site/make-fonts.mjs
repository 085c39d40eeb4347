// Cuts the fonts to the characters used, once for canvas and page alike.
// Usage: make-fonts.mjs <out folder>.  Skipped when nothing they are made from has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const out = process.argv[2];

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
}

// Latin with all its accents, punctuation, currency, super- and subscripts, Greek letters of statistics, arrows,
// mathematics, ticks and dots.
const text_characters = [
  range(0x20, 0x7e), range(0xa0, 0x17f), range(0x2c6, 0x2dd), range(0x2010, 0x2027), range(0x2030, 0x203a), range(0x2070, 0x209c),
  '€£₿™№', 'ΓΔΘΛΞΠΣΦΨΩαβγδεζηθικλμνξοπρσςτυφχψωµ', '←↑→↓↔↕⇐⇒⇔↩↵', '⌘⌥⌃⏎⌫', '−±×÷·∑∏∂∆√∞∫≈≠≡≤≥≪≫∝∈∉∩∪⊂⊆∀∃∧∨¬', '½¼¾⅓⅔',
  '■□▪▫▲△▶▷▼▽◀◁◆◇○●◦', '✓✔✕✗✘', '\u0302\u0304',
].join('');

const icons = JSON.parse(readFileSync(join(root, 'assets/icons.json'), 'utf8'));
const code_points = require('lucide-static/font/codepoints.json');
for (const [name, hex] of Object.entries(icons)) {
  if (code_points[name] !== parseInt(hex, 16)) {
    console.error(`make-fonts: assets/icons.json says ${name} is ${hex}, the icon font says ${code_points[name]?.toString(16)}`);
    process.exit(1);
  }
}
const icon_characters = Object.values(icons).map((hex) => String.fromCodePoint(parseInt(hex, 16))).join('');

const fonts = [
  ['inter-400.ttf', '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf', text_characters],
  ['inter-600.ttf', '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf', text_characters],
  ['jetbrains-mono-400.ttf', '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf', text_characters],
  ['icons.ttf', 'lucide-static/font/lucide.ttf', icon_characters],
];

// The canvas draws without kerning and ligatures, so the page must as well: both live in the dropped tables.
const options = {
  targetFormat: 'truetype', noHinting: true, noLayoutClosure: true, keepFeatures: [],
  dropTables: ['GSUB', 'GPOS', 'GDEF', 'kern', 'DSIG', 'STAT', 'meta', 'gasp'],
};

const made_from = createHash('sha256');
made_from.update(readFileSync(fileURLToPath(import.meta.url)));
made_from.update(icon_characters);
for (const [, source] of fonts) made_from.update(readFileSync(join(root, 'node_modules', source)));
const stamp = made_from.digest('hex');
const stamp_file = join(out, '.made-from');
if (existsSync(stamp_file) && readFileSync(stamp_file, 'utf8') === stamp) process.exit(0);

mkdirSync(out, { recursive: true });
const subset_font = require('subset-font');
for (const [name, source, characters] of fonts) {
  const cut = await subset_font(readFileSync(join(root, 'node_modules', source)), characters, options);
  writeFileSync(join(out, name), cut);
}
writeFileSync(stamp_file, stamp);
