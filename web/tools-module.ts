// The second part of the app, split off by scripts/lib/site/split-app.mjs: the screens of the tools and what only they use.
// It is fetched after the first frame, or before it when the page opens on a tool. Made an instance, it puts its functions
// into the app's table, and the app never notices.
// Here: later.  Not here: when it is asked for (boot.ts), which functions it has (split-app.mjs).
// Terms: a placeholder stands in the table where a function of the tools will be.
// Errors: a call that comes before the tools waits for them; when they can't be had it throws, and the page shows its crash panel.
const kFile = 'tools.wasm';

class ToolsModule {
  app: WebAssembly.Exports = {}; // of the first part
  n_waits = 0; // calls that came too early
  private made = false;
  private bytes: ArrayBuffer | null = null;
  private loading: Promise<void> | null = null;

  // Many, so they are made when the module asks for them.
  placeholders(): WebAssembly.ModuleImports {
    return new Proxy({}, {
      get: (_, index) => (...given: unknown[]) => {
        this.load_at_once();
        const table = Object.values(this.app).find((one): one is WebAssembly.Table => one instanceof WebAssembly.Table);
        return table?.get(Number(index))(...given);
      },
    });
  }

  // Resolves whether they could be loaded or not; the next one asks again.
  load(): Promise<void> {
    this.loading ??= this.fetch_and_make().catch((why: unknown) => {
      console.warn(`${kFile}: ${String(why)}`);
      this.loading = null;
    });
    return this.loading;
  }

  private async fetch_and_make(): Promise<void> {
    const response = await fetch(kFile);
    if (!response.ok) throw new Error(`it could not be loaded (${response.status})`);
    this.bytes = await response.arrayBuffer();
    const module = await WebAssembly.compile(this.bytes);
    if (this.made) return;
    await WebAssembly.instantiate(module, { app: this.app });
    this.made = true;
    this.bytes = null;
  }

  private load_at_once(): void {
    if (this.made) throw new Error('A part of the app is missing.');
    this.n_waits += 1;
    new WebAssembly.Instance(new WebAssembly.Module(this.bytes ?? read_at_once()), { app: this.app });
    this.made = true;
    this.bytes = null;
  }
}

// Blocks: the app is in the middle of a frame that needs it.
function read_at_once(): ArrayBuffer {
  const request = new XMLHttpRequest();
  request.open('GET', kFile, false);
  request.overrideMimeType('text/plain; charset=x-user-defined'); // the one way to get bytes while waiting
  request.send();
  if (request.status !== 200) throw new Error(`A part of the app could not be loaded (${request.status}). Check your connection and reload.`);
  return Uint8Array.from(request.responseText, (c) => c.charCodeAt(0) & 255).buffer;
}

export const later = new ToolsModule();
