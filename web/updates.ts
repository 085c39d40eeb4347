// Offline use and new versions, from the page's side.
// Here: start_waiting_version, Updates.  Not here: the service worker itself (service-worker.ts).
// Rules: nothing changes under a running page; a new version is announced and taken over on the learner's word.
import type { ToServiceWorker } from './worker-messages';

const kTakeoverMs = 800;
const kCheckMs = 3_600_000;
const send = (worker: ServiceWorker, message: ToServiceWorker) => worker.postMessage(message);

function next_controller(ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true });
    setTimeout(() => resolve(false), ms);
  });
}

// Before anything else: when a new version waits and this is the only page, begin with it. True: the page reloads.
export async function start_waiting_version(): Promise<boolean> {
  if (!navigator.serviceWorker?.controller) return false;
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  if (!registration?.waiting) return false;
  const taken_over = next_controller(kTakeoverMs);
  send(registration.waiting, 'activate_if_alone');
  if (!(await taken_over)) return false;
  location.reload();
  return true;
}

export interface UpdateEvents {
  offline_ready(): void;
  update_ready(): void;
}

export class Updates {
  private registration: ServiceWorkerRegistration | null = null;
  private told = false;

  constructor(private readonly events: UpdateEvents) {}

  async register(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    try {
      this.registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
    } catch {
      return; // private windows, file:, plain http: the site works without
    }
    const { registration } = this;
    if (!registration) return; // blocked by the browser
    this.look(registration);
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => this.look(registration));
    });
    void navigator.serviceWorker.ready.then(() => this.events.offline_ready());
    let checked_at = performance.now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || performance.now() - checked_at < kCheckMs) return;
      checked_at = performance.now();
      registration.update().catch(() => {});
    });
  }

  // On the learner's word.
  async reload(): Promise<void> {
    const waiting = this.registration?.waiting;
    if (waiting) {
      const taken_over = next_controller(5_000);
      send(waiting, 'activate');
      await taken_over;
    }
    location.reload();
  }

  private look(registration: ServiceWorkerRegistration): void {
    if (!registration.waiting || !navigator.serviceWorker.controller || this.told) return;
    this.told = true;
    this.events.update_ready();
  }
}
