// Reads the operations of src/ui/kit/mirror_stream.h.
// Here: MirrorReader, read_stream.  Not here: the DOM (mirror.ts).
// Errors: a stream this code cannot read is a mismatch of page and app: it throws.
import type { MirrorWords } from './app-module';
import type { Rect, SemanticNode } from './semantic';

export interface MirrorReader {
  upsert(node: SemanticNode): void;
  move(id: number, rect: Rect): void;
  remove(id: number): void;
  children(parent: number, ids: number[]): void;
  focus(id: number): void;
}

const kFraction = 4; // rectangles come in quarters of a device pixel

export function read_stream({ words, bytes }: MirrorWords, reader: MirrorReader): void {
  const decoder = new TextDecoder();
  let at = 0;
  const word = () => words[at++] as number;
  const id = () => word() >>> 0;
  const rect = (): Rect => ({ x: word() / kFraction, y: word() / kFraction, w: word() / kFraction, h: word() / kFraction });
  const text = () => {
    const offset = word();
    const length = word();
    return length === 0 ? '' : decoder.decode(bytes.subarray(offset, offset + length));
  };
  while (at < words.length) {
    const operation = word();
    if (operation === 1) {
      reader.upsert({
        id: id(), parent: id(), role: word(), flags: word() >>> 0, level: word(), position: word(), n_set: word(),
        rect: rect(), name: text(), value: text(), description: text(), shortcut: text(),
      });
    } else if (operation === 2) {
      reader.move(id(), rect());
    } else if (operation === 3) {
      reader.remove(id());
    } else if (operation === 4) {
      const parent = id();
      const ids = Array.from({ length: word() }, id);
      reader.children(parent, ids);
    } else if (operation === 5) {
      reader.focus(id());
    } else {
      throw new Error(`unknown mirror operation ${operation}`);
    }
  }
}
