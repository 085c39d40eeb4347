// What page and workers say to each other.
export type ToEngineWorker = { module: WebAssembly.Module; warm_up: boolean } | { request: string };
export type FromEngineWorker = { ready: true } | { answer: string; id: unknown; last: boolean } | { died: string };
export type ToServiceWorker = 'activate' | 'activate_if_alone';
