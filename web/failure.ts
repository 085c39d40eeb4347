// What the page shows when the app cannot start or has broken: a sentence, the learner's data, a way on.
// Here: kNoWebAssembly, kNoWebGl2, show_failure.  It needs neither wasm nor the app.
import { rescue_backup } from './backup-file';
import { download } from './files';

export const kNoWebAssembly =
  'Loopready needs WebAssembly, which this browser lacks or has switched off. Any current Firefox, Chrome, Edge or Safari has it.';
export const kNoWebGl2 =
  'Loopready draws with WebGL 2, which this browser lacks or has switched off. Try another browser, or allow hardware acceleration in its settings.';

function button(words: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.addEventListener('click', act);
  return element;
}

export function show_failure(heading: string, sentence: string, detail = ''): void {
  document.getElementById('stage')?.setAttribute('inert', '');
  const panel = document.getElementById('failure');
  if (!panel || !panel.hidden) return; // the first failure is the telling one
  const title = document.createElement('h1');
  title.textContent = heading;
  const text = document.createElement('p');
  text.textContent = sentence;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const save = button('Export my data', () => {
    rescue_backup().then(
      ({ name, text: backup, n_records }) => {
        download(name, 'application/json', backup);
        said.textContent = `Saved ${name} with ${n_records} ${n_records === 1 ? 'record' : 'records'}.`;
      },
      () => { said.textContent = 'There is no data in this browser, or it could not be read.'; },
    );
  });
  panel.replaceChildren(title, text, save, button('Reload', () => location.reload()), said);
  if (detail) {
    const more = document.createElement('pre');
    more.textContent = detail;
    panel.append(more);
  }
  document.getElementById('shell')?.setAttribute('hidden', '');
  panel.hidden = false;
}

export function watch_for_crashes(crashed: () => void): (why: unknown) => void {
  const report = (why: unknown) => {
    crashed();
    const detail = why instanceof Error ? (why.stack ?? why.message) : String(why);
    show_failure('Something broke', 'Loopready stopped because of an error of its own. What you did before is saved in this browser. Reload to go on; export first to be safe.', detail);
  };
  window.addEventListener('error', (event) => {
    // Errors of extensions and of loading pictures are not ours.
    if (event.error && (event.filename.startsWith(new URL('.', document.baseURI).href) || event.error instanceof WebAssembly.RuntimeError)) report(event.error);
  });
  window.addEventListener('unhandledrejection', (event) => {
    if (event.reason instanceof WebAssembly.RuntimeError) report(event.reason);
  });
  return report;
}
