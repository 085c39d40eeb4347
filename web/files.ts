// Files in and out, and the clipboard. Each needs the user's permission, so each is called inside the handler of an event.
// Here: download, pick_file, copy_text.
const kMostBytes = 50_000_000;

export function download(file_name: string, media_type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: media_type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file_name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it late
}

export interface PickedFile {
  name: string;
  text: string;
  base64?: string; // the bytes of a SQLite file, which is no text
}

const kSqliteHead = 'SQLite format 3\0';

// In pieces, since a function takes only so many arguments.
function to_base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

async function read_file(file: File): Promise<PickedFile> {
  const head = await file.slice(0, kSqliteHead.length).text();
  if (head !== kSqliteHead) return { name: file.name, text: await file.text() };
  return { name: file.name, text: '', base64: to_base64(new Uint8Array(await file.arrayBuffer())) };
}

// `picked` is not called when the learner changes their mind.
export function pick_file(accept: string, picked: (file: PickedFile) => void, refused: (why: string) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.hidden = true;
  input.addEventListener('cancel', () => input.remove());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.remove();
    if (!file) return;
    if (file.size > kMostBytes) return refused('That file is larger than 50 MB. Nothing was changed.');
    read_file(file).then(
      picked,
      () => refused('That file could not be read. Nothing was changed.'),
    );
  });
  document.body.append(input);
  input.click();
}

export async function copy_text(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copy_by_selection(text);
  }
}

// Where there is no clipboard interface (plain http, old browsers).
function copy_by_selection(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}
