// The wasm app as TypeScript sees it: its functions, and texts carried in and out of its memory.
// Here: AppModule, load_app.  Not here: when a frame is drawn (frame-loop.ts), what the texts mean.
// Terms: ids are u32; positions and sizes are device pixels of the canvas.
import factory from 'loopready-app-module';
import { later } from './tools-module';

interface Exports {
  HEAPU8: Uint8Array;
  HEAP32: Int32Array;
  _malloc(n: number): number;
  _free(pointer: number): void;
  _lr_font(which: number, pointer: number, length: number): void;
  _lr_start(width: number, height: number, dpr: number, text_scale: number): number;
  _lr_receive(pointer: number, length: number): void;
  _lr_frame(now_ms: number): number;
  _lr_resize(width: number, height: number, dpr: number, text_scale: number): void;
  _lr_pointer(type: number, x: number, y: number, button: number, source: number): void;
  _lr_wheel(dx: number, dy: number, x: number, y: number): void;
  _lr_key(pointer: number, length: number, mods: number, target: number, in_field: number): number;
  _lr_focus(id: number, visible: number): void;
  _lr_activate(id: number): void;
  _lr_set_value(id: number, value: number): void;
  _lr_scroll(id: number): void;
  _lr_host_text(key: number, key_length: number, text: number, text_length: number): void;
  _lr_take_effects(): number;
  _lr_take_hosts(): number;
  _lr_take_mirror(): number;
  _lr_cursor(): number;
  _lr_canvas_works(): number;
  _lr_context_lost(): void;
  _lr_context_restored(): void;
}

export interface MirrorWords {
  words: Int32Array; // views into the module's memory: read them before calling anything else
  bytes: Uint8Array;
}

const kCursors = ['default', 'pointer', 'text', 'col-resize'];
const to_bytes = new TextEncoder();
const to_text = new TextDecoder();

export class AppModule {
  constructor(private readonly e: Exports) {}

  private with_bytes<T>(bytes: Uint8Array, use: (pointer: number) => T): T {
    const pointer = this.e._malloc(Math.max(bytes.length, 1));
    this.e.HEAPU8.set(bytes, pointer);
    try {
      return use(pointer);
    } finally {
      this.e._free(pointer);
    }
  }

  private text_at(pointer: number): string | null {
    if (pointer === 0) return null;
    const memory = this.e.HEAPU8;
    return to_text.decode(memory.subarray(pointer, memory.indexOf(0, pointer)));
  }

  font(which: number, bytes: Uint8Array): void {
    this.with_bytes(bytes, (pointer) => this.e._lr_font(which, pointer, bytes.length));
  }

  start(width: number, height: number, dpr: number, text_scale: number): boolean {
    return this.e._lr_start(width, height, dpr, text_scale) !== 0;
  }

  receive(report: object): void {
    const bytes = to_bytes.encode(JSON.stringify(report));
    this.with_bytes(bytes, (pointer) => this.e._lr_receive(pointer, bytes.length));
  }

  frame(now_ms: number): number {
    return this.e._lr_frame(now_ms);
  }

  resize(width: number, height: number, dpr: number, text_scale: number): void {
    this.e._lr_resize(width, height, dpr, text_scale);
  }

  pointer(type: number, x: number, y: number, button: number, source: number): void {
    this.e._lr_pointer(type, x, y, button, source);
  }

  wheel(dx: number, dy: number, x: number, y: number): void {
    this.e._lr_wheel(dx, dy, x, y);
  }

  key(key: string, mods: number, target: number, in_field: boolean): boolean {
    const bytes = to_bytes.encode(key);
    return this.with_bytes(bytes, (p) => this.e._lr_key(p, bytes.length, mods, target, in_field ? 1 : 0)) !== 0;
  }

  focus(id: number, visible: boolean): void {
    this.e._lr_focus(id, visible ? 1 : 0);
  }

  activate(id: number): void {
    this.e._lr_activate(id);
  }

  set_value(id: number, value: number): void {
    this.e._lr_set_value(id, value);
  }

  scroll(id: number): void {
    this.e._lr_scroll(id);
  }

  host_text(key: string, text: string): void {
    const key_bytes = to_bytes.encode(key);
    const text_bytes = to_bytes.encode(text);
    this.with_bytes(key_bytes, (k) =>
      this.with_bytes(text_bytes, (t) => this.e._lr_host_text(k, key_bytes.length, t, text_bytes.length)),
    );
  }

  // As CSS names it.
  cursor(): string {
    return kCursors[this.e._lr_cursor()] ?? 'default';
  }

  // False when the graphics refused to draw. It may take a while to know.
  canvas_works(): boolean {
    return this.e._lr_canvas_works() !== 0;
  }

  context_lost(): void {
    this.e._lr_context_lost();
  }

  context_restored(): void {
    this.e._lr_context_restored();
  }

  take_effects(): string | null {
    return this.text_at(this.e._lr_take_effects());
  }

  take_hosts(): string | null {
    return this.text_at(this.e._lr_take_hosts());
  }

  take_mirror(): MirrorWords | null {
    const at = this.e._lr_take_mirror();
    if (at === 0) return null;
    const [words, n_words, bytes, n_bytes] = this.e.HEAP32.subarray(at >> 2, (at >> 2) + 4) as unknown as [
      number, number, number, number,
    ];
    return {
      words: this.e.HEAP32.subarray(words >> 2, (words >> 2) + n_words),
      bytes: this.e.HEAPU8.subarray(bytes, bytes + n_bytes),
    };
  }
}

// `bytes` is the response for app.wasm, asked for before this script was ready to use it.
export async function load_app(
  bytes: Promise<Response>,
  canvas: HTMLCanvasElement,
  on_abort: (why: unknown) => void,
): Promise<AppModule> {
  const failed = new Promise<never>((_, reject) => {
    bytes.catch(reject);
  });
  const made = factory({
    canvas,
    onAbort: on_abort,
    print: (text) => console.log(text),
    printErr: (text) => console.error(text),
    instantiateWasm: (imports, done) => {
      instantiate(bytes, { ...imports, later: later.placeholders() }).then(
        (source) => {
          later.app = source.instance.exports;
          done(source.instance, source.module);
        },
        (why: unknown) => on_abort(why),
      );
      return {};
    },
  });
  return new AppModule((await Promise.race([made, failed])) as Exports);
}

async function instantiate(response: Promise<Response>, imports: WebAssembly.Imports) {
  const got = await response;
  if (!got.ok) throw new Error(`app.wasm could not be loaded (${got.status})`);
  // Some servers send wasm under another media type, which the streaming way refuses.
  if (got.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.instantiateStreaming(got, imports);
  return WebAssembly.instantiate(await got.arrayBuffer(), imports);
}
