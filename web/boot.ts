// Starts the page: checks, loads everything at once, tells the app what is known, shows the first screen.
// Here: the order of things.  Not here: the running page (page.ts).
import { load_app } from './app-module';
import { load_index } from './content';
import { open_context } from './context';
import { environment, show_theme } from './environment';
import { kNoWebAssembly, kNoWebGl2, show_failure, watch_for_crashes } from './failure';
import type { FrameLoop } from './frame-loop';
import { join_parts } from './page';
import { measure } from './size';
import { Store, type Report } from './store';
import { later } from './tools-module';
import { start_waiting_version } from './updates';

const kFonts = ['inter-400.ttf', 'inter-600.ttf', 'jetbrains-mono-400.ttf', 'icons.ttf'];
const kFirstScreens = /^(#\/?|#\/practice.*|#\/settings)?$/; // of which app.wasm has everything
const kShellMs = 250;
const kPatienceMs = 3_000; // with a database that does not open
const kCannotRun = 'This browser cannot run Loopready';
const kNoGraphics =
  'The graphics of this browser could not be started. Try another browser, or allow hardware acceleration in its settings.';

async function fetch_font(name: string): Promise<Uint8Array> {
  const response = await fetch(`fonts/${name}`);
  if (!response.ok) throw new Error(`The font ${name} could not be loaded (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

function random_seed(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
}

// Once the shell is to be seen. A page in the background paints nothing, so it does not wait for long.
function shown(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, kShellMs);
  });
}

// Lets the browser answer the learner between two pieces of work.
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function boot(): Promise<void> {
  const stage = document.getElementById('stage') as HTMLElement;
  const canvas = document.getElementById('canvas') as HTMLCanvasElement;
  show_theme(environment().dark);
  let loop: FrameLoop | null = null;
  const crash = watch_for_crashes(() => loop?.stop());
  if (typeof WebAssembly !== 'object') return show_failure(kCannotRun, kNoWebAssembly);
  if (await start_waiting_version()) return;

  const early: Report[] = []; // what is known before the app is there
  let report = (one: Report): void => void early.push(one);
  const store = new Store((one) => report(one));
  await shown(); // its few bytes go first
  const loading = load_app(fetch('app.wasm'), canvas, crash);
  const fonts = Promise.all(kFonts.map(fetch_font));
  const restored = store.restore();
  void load_index((one) => report(one));

  // Making the context waits for the graphics process; meanwhile everything is on its way.
  if (!open_context(canvas)) return show_failure(kCannotRun, kNoWebGl2);

  const app = await loading;
  if (!kFirstScreens.test(location.hash)) await later.load();
  (await fonts).forEach((bytes, which) => app.font(which, bytes));
  await pause();
  const size = measure(stage);
  canvas.width = size.width;
  canvas.height = size.height;
  if (!app.start(size.width, size.height, size.dpr, size.text_scale)) return show_failure(kCannotRun, kNoGraphics);
  await pause();
  await Promise.race([restored, new Promise((resolve) => setTimeout(resolve, kPatienceMs))]);

  app.receive({ is: 'started', seed: random_seed(), hash: location.hash });
  app.receive({ is: 'environment_changed', ...environment() });
  for (let one = early.shift(); one; one = early.shift()) {
    app.receive(one);
    await pause(); // what is reported meanwhile waits its turn
  }
  const page = join_parts({ app, stage, canvas, store, first_size: size });
  loop = page.loop;
  report = page.report;
  loop.draw_now();
  document.getElementById('shell')?.remove();
  document.documentElement.dataset.ready = 'yes';
  page.when_idle(() => {
    if (app.canvas_works()) return;
    page.loop.stop();
    show_failure(kCannotRun, kNoGraphics);
  });
  void later.load();
}

boot().catch((why: unknown) => {
  const detail = why instanceof Error ? why.message : String(why);
  show_failure('Loopready could not start', 'Check your connection and reload. What you did before is safe in this browser.', detail);
});
