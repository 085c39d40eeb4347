// The worker around the engine module: a request's text in, its responses' texts out.
// It knows no message; it only reads the id and whether an answer is the last.
import factory from 'loopready-engine-module';
import type { FromEngineWorker, ToEngineWorker } from './worker-messages';

interface Engine {
  HEAPU8: Uint8Array;
  _malloc(n: number): number;
  _free(pointer: number): void;
  _lr_answer(pointer: number, length: number): void;
  _lr_warm_up(): void;
}

const send = (message: FromEngineWorker) => self.postMessage(message);
let engine: Engine | null = null;

function respond(text: string): void {
  const { id, last } = JSON.parse(text) as { id: unknown; last: boolean };
  send({ answer: text, id, last });
}

async function compile(): Promise<WebAssembly.Module> {
  const response = await fetch('engine.wasm');
  if (!response.ok) throw new Error(`engine.wasm could not be loaded (${response.status})`);
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

async function start(given: WebAssembly.Module | null): Promise<void> {
  const module = given ?? (await compile());
  if (!given) send({ module });
  engine = (await factory({
    respond,
    onAbort: (why) => send({ died: String(why) }),
    instantiateWasm: (imports, done) => {
      WebAssembly.instantiate(module, imports).then(
        (instance) => done(instance, module),
        (why: unknown) => send({ died: String(why) }),
      );
      return {};
    },
  })) as Engine;
  send({ ready: true });
  if (!given) engine._lr_warm_up(); // what one has compiled, the others share
}

function answer(request: string): void {
  if (!engine) throw new Error('asked before it was ready');
  const bytes = new TextEncoder().encode(request);
  const pointer = engine._malloc(Math.max(bytes.length, 1));
  engine.HEAPU8.set(bytes, pointer);
  engine._lr_answer(pointer, bytes.length);
  engine._free(pointer);
}

self.onmessage = (event: MessageEvent<ToEngineWorker>) => {
  const message = event.data;
  if ('module' in message) {
    start(message.module).catch((why: unknown) => send({ died: String(why) }));
    return;
  }
  try {
    answer(message.request);
  } catch (why) {
    send({ died: String(why) });
  }
};
