// Splits the linked app in two: what the first screens need, and the tools, which the page fetches after its first frame.
// A function belongs to the tools when every object file that defines it belongs to a tool; a call from one part to the
// other goes through the function table, so a wrong guess here costs bytes or time, never correctness.
// Usage: split-app.mjs <wasm folder> <out folder>; skipped when nothing it is made from has changed.
// Needs wasm-split (Binaryen) and llvm-nm, which come with Emscripten.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [wasm, out] = process.argv.slice(2).map((folder) => resolve(folder));

// Of src; the first screens are Today, Practice, an SQL exercise and Settings.
const kToolFiles = new RegExp([
  'src/(stats|pay|story)/',
  'src/ui/screens/(?!(app_parts|exercise|fit|practice|run_view|screens|settings|shortcuts|table_view|today|words|level_line|prepare)[a-z_]*\\.cpp)',
  'src/app/(flight_tally|metric_check|offer)\\.cpp',
  'src/model/(flight|guide|preparation|question)\\.cpp',
  'src/learner/(calendar|card_spacing|level_finder|plan|readiness)[a-z_]*\\.cpp',
  'src/ui/kit/(bar_chart|chart|interval_chart|option_list|radar_chart|slider|sort_list)\\.cpp',
].join('|'));

function objects_below(folder) {
  return readdirSync(folder, { recursive: true }).filter((path) => /^(room_|app\.dir|external_).*\.o$/.test(path) && !/^(room_(sql|engine)|external_sqlite)\.dir/.test(path))
    .map((path) => join(folder, path));
}

function llvm_nm() {
  const folder = execFileSync('em-config', ['LLVM_ROOT'], { encoding: 'utf8' }).trim();
  return ['llvm-nm', 'llvm-nm-14'].map((name) => join(folder, name)).find(existsSync) ?? 'llvm-nm';
}

function defined_in(objects) {
  const names = new Set();
  const text = execFileSync(llvm_nm(), ['--defined-only', '--demangle', ...objects], { encoding: 'utf8', maxBuffer: 1 << 30 });
  for (const [, name] of text.matchAll(/^[0-9a-f]* [TtWw] (.*)$/gm)) names.add(name);
  return names;
}

// The functions' names in a module, by its name section.
function function_names(bytes) {
  let at = 8;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = number();
    at += length;
    return bytes.toString('utf8', at - length, at);
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const end = number() + at;
    if (id === 0 && text() === 'name')
      while (at < end) {
        const part = bytes[at++];
        const part_end = number() + at;
        if (part === 1) return Array.from({ length: number() }, () => (number(), text()));
        at = part_end;
      }
    at = end;
  }
  throw new Error(`split-app: ${wasm}/app.wasm has no names; it must be linked with --profiling-funcs`);
}

// As wasm-split writes them.
const escaped = (name) => [...Buffer.from(name)].map((byte) => {
  const c = String.fromCharCode(byte);
  return /[A-Za-z0-9!#$%&'*+\-./:<=>?@^_`|~]/.test(c) ? c : `\\${byte.toString(16).padStart(2, '0')}`;
}).join('');

const app = readFileSync(join(wasm, 'app.wasm'));
const stamp = createHash('sha256').update(app).update(readFileSync(fileURLToPath(import.meta.url))).digest('hex');
const stamp_file = join(out, '.made-from');
if (existsSync(stamp_file) && readFileSync(stamp_file, 'utf8') === stamp) process.exit(0);

const objects = objects_below(join(wasm, 'CMakeFiles'));
const of_tools = defined_in(objects.filter((path) => kToolFiles.test(path)));
for (const name of defined_in(objects.filter((path) => !kToolFiles.test(path)))) of_tools.delete(name);
// What runs before the first frame stays: the initializers of static objects, and making an empty state.
const kAtStart = /loopready::model::(\w+)::~?\1\(|::init::(do_)?init|_GLOBAL__sub_I_|__cxx_global_var_init|boost::math::tools::(detail::)?\w*(epsilon|value|evaluate|checked)\w*<|boost::math::lanczos::|boost::math::(is\w+|fpclassify|signbit)<|boost::math::(detail::)?(lgamma|lgamma_small|lgamma_imp|sinpx|gamma_imp|unchecked_factorial|digamma|zeta|erf|erfc|log1p|expm1)(_\w+)?</;
// Equal functions are linked as one, under any of their names: small ones, such as those of templates and what copies or
// destroys a value, may be everybody's. So only what is certainly a tool's own is moved.
const kOwn = /^loopready::(?!base::)(?!.*::(~|operator[=!<]))|^std::__2::__function::__func<loopready::|^[^(]*\bboost::math::/;
const moved = function_names(app).filter((name) => of_tools.has(name.replace(/_\d+$/, '')) && kOwn.test(name) && !kAtStart.test(name));
if (moved.length < 100) throw new Error(`split-app: only ${moved.length} functions of the tools were found in ${wasm}/app.wasm`);

mkdirSync(out, { recursive: true });
const list = join(out, '.moved');
writeFileSync(list, moved.map(escaped).join('\n'));
execFileSync('wasm-split', ['--all-features', '--split', `--split-funcs=@${list}`, '--import-namespace=app', '--placeholder-namespace=later', '--export-prefix=%',
  join(wasm, 'app.wasm'), '-o1', join(out, 'app.wasm'), '-o2', join(out, 'tools.wasm')], { stdio: ['ignore', 'ignore', 'inherit'] });
writeFileSync(stamp_file, stamp);
