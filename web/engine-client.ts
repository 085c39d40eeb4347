// The engine from the page's side: one worker at work, one warm spare, a watchdog.
// Here: EngineClient.  Not here: what requests mean.
// Rules: one request under way, the others queue; over its time or cancelled, the worker is ended and the spare takes over;
// a worker that dies gets its request resent to the spare once.
import type { FromEngineWorker, ToEngineWorker } from './worker-messages';

export interface EngineEvents {
  answered(response: string, last: boolean): void;
  lost(id: unknown, why: 'died' | 'time'): void;
}

interface Job {
  id: unknown;
  text: string;
  timeout_ms: number;
  resent: boolean;
}

interface Worksite {
  worker: Worker;
  ready: boolean;
}

const kStartMs = 30_000; // for a worker to come up
const same_id = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export class EngineClient {
  readonly counters = { workers_made: 0, workers_ended: 0 };
  private module: WebAssembly.Module | null = null;
  private compiling: Worksite | null = null; // its worker makes the module
  private active: Worksite | null = null;
  private spare: Worksite | null = null;
  private job: Job | null = null;
  private started = false; // the job was handed to the worker
  private watchdog: ReturnType<typeof setTimeout> | 0 = 0;
  private readonly queue: Job[] = [];

  constructor(private readonly events: EngineEvents) {}

  // Makes both workers, so that the first request finds one ready.
  warm_up(): void {
    this.active ??= this.make_worker();
    this.spare ??= this.make_worker();
  }

  send(request: { id: unknown }, timeout_ms: number): void {
    this.queue.push({ id: request.id, text: JSON.stringify(request), timeout_ms, resent: false });
    this.next();
  }

  cancel(id: unknown): void {
    const waiting = this.queue.findIndex((job) => same_id(job.id, id));
    if (waiting >= 0) this.queue.splice(waiting, 1);
    if (!this.job || !same_id(this.job.id, id)) return;
    this.job = null;
    this.replace_active();
    this.next();
  }

  private next(): void {
    if (!this.job) {
      this.job = this.queue.shift() ?? null;
      this.started = false;
    }
    if (!this.job || this.started) return;
    this.warm_up();
    if (!this.active?.ready) {
      this.watch(kStartMs); // handed over when the worker says it is ready
      return;
    }
    this.started = true;
    this.post(this.active.worker, { request: this.job.text });
    this.watch(this.job.timeout_ms);
  }

  private watch(ms: number): void {
    if (this.watchdog) clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.give_up('time'), ms);
  }

  private give_up(why: 'died' | 'time'): void {
    const job = this.job;
    this.job = null;
    this.replace_active();
    if (job) this.events.lost(job.id, why);
    this.next();
  }

  private make_worker(): Worksite {
    const worker = new Worker(new URL('engine-worker.js', document.baseURI), { name: 'loopready engine' });
    const site: Worksite = { worker, ready: false };
    this.counters.workers_made += 1;
    worker.onmessage = (event: MessageEvent<FromEngineWorker>) => this.hear(site, event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.died(site);
    };
    if (this.module) this.post(worker, { module: this.module });
    else if (!this.compiling) this.let_compile(site);
    return site;
  }

  private let_compile(site: Worksite): void {
    this.compiling = site;
    this.post(site.worker, { module: null });
  }

  // Workers made meanwhile have waited for it.
  private take_module(module: WebAssembly.Module, from: Worksite): void {
    this.module = module;
    this.compiling = null;
    for (const site of [this.active, this.spare]) if (site && site !== from) this.post(site.worker, { module });
  }

  private post(worker: Worker, message: ToEngineWorker): void {
    worker.postMessage(message);
  }

  private hear(site: Worksite, message: FromEngineWorker): void {
    if (site !== this.active && site !== this.spare) return; // from a worker already ended
    if ('module' in message) {
      this.take_module(message.module, site);
    } else if ('ready' in message) {
      site.ready = true;
      this.next();
    } else if ('died' in message) {
      this.died(site);
    } else if (this.job && same_id(message.id, this.job.id)) {
      if (message.last) {
        if (this.watchdog) clearTimeout(this.watchdog);
        this.job = null;
      }
      this.events.answered(message.answer, message.last);
      this.next();
    }
  }

  private died(site: Worksite): void {
    if (site === this.spare) {
      this.end(site);
      this.spare = null;
      return;
    }
    if (site !== this.active) return;
    const job = this.job;
    if (!job) {
      this.end(site);
      this.active = null; // the next request makes another
      return;
    }
    if (job.resent) return this.give_up('died');
    job.resent = true;
    this.started = false;
    this.replace_active();
    this.next();
  }

  private replace_active(): void {
    if (this.watchdog) clearTimeout(this.watchdog);
    this.watchdog = 0;
    if (this.active) this.end(this.active);
    this.active = this.spare;
    this.spare = null;
    this.warm_up();
  }

  private end(site: Worksite): void {
    this.counters.workers_ended += 1;
    if (site === this.compiling) {
      this.compiling = null;
      const other = site === this.active ? this.spare : this.active;
      if (other) this.let_compile(other);
    }
    site.worker.onmessage = site.worker.onerror = null;
    site.worker.terminate();
  }
}
