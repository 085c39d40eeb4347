// What page and workers say to each other.
// A worker without a module fetches and compiles one, warms it up and gives it away, so that the others need not.
export type ToEngineWorker = { module: WebAssembly.Module | null } | { request: string };
export type FromEngineWorker =
  | { module: WebAssembly.Module }
  | { ready: true }
  | { answer: string; id: unknown; last: boolean }
  | { died: string };
export type ToServiceWorker = 'activate' | 'activate_if_alone';
