// The two factories the C++ build makes (build/wasm/app.mjs, build/wasm/engine.mjs); the bundler resolves the names.
interface EmscriptenOptions {
  canvas?: unknown;
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
  ) => object;
  onAbort?: (why: unknown) => void;
  print?: (text: string) => void;
  printErr?: (text: string) => void;
  respond?: (text: string) => void;
}

declare module 'loopready-app-module' {
  const factory: (options: EmscriptenOptions) => Promise<unknown>;
  export default factory;
}

declare module 'loopready-engine-module' {
  const factory: (options: EmscriptenOptions) => Promise<unknown>;
  export default factory;
}

// Texts the site build fills in.
declare const BUILD_ID: string;
