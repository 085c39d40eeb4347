// Draws a frame only when something asks for one.
// Here: FrameLoop.  Not here: what a frame shows (the app), what is done with its results (boot.ts passes `take`).
// Rules: kick() asks for one animation frame; the app's answer says whether another follows, when to wake, or to sleep;
// flush() draws inside an event handler, so that copying, downloads and file pickers keep the user's permission.
export interface FrameCounters {
  frames: number; // built by the app
  animation_frames: number; // asked of the browser
  timers: number;
}

const kMaxFlush = 4;

export class FrameLoop {
  readonly counters: FrameCounters = { frames: 0, animation_frames: 0, timers: 0 };
  private pending = 0; // animation frame
  private timer: ReturnType<typeof setTimeout> | 0 = 0;
  private wake_at = Infinity; // by performance.now()
  private stopped = false;
  private drawing = false;

  constructor(
    private readonly frame: (now_ms: number) => number,
    private readonly take: () => void,
  ) {
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.kick();
    });
  }

  kick(): void {
    if (this.stopped || this.pending !== 0) return;
    if (document.hidden) {
      this.wake_in(50); // nobody sees it, but its effects (saving an attempt) must not wait for that
      return;
    }
    this.counters.animation_frames += 1;
    this.pending = requestAnimationFrame(() => {
      this.pending = 0;
      this.draw_once();
    });
  }

  flush(): void {
    for (let i = 0; i < kMaxFlush; i += 1) {
      if (this.draw_once() !== 0) return;
    }
  }

  // For what must be there before the browser shows the page again: a new canvas size, an answer waited for.
  draw_now(): void {
    this.draw_once();
  }

  stop(): void {
    this.stopped = true;
    cancelAnimationFrame(this.pending);
    this.forget_timer();
  }

  private draw_once(): number {
    if (this.stopped || this.drawing) return -1;
    this.drawing = true;
    let next = -1;
    this.forget_timer();
    try {
      this.counters.frames += 1;
      next = this.frame(performance.timeOrigin + performance.now());
      this.take();
    } finally {
      this.drawing = false;
    }
    if (next === 0) {
      if (!document.hidden) this.kick();
    } else if (next > 0) this.wake_in(next);
    return next;
  }

  private forget_timer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = 0;
    this.wake_at = Infinity;
  }

  private wake_in(ms: number): void {
    const at = performance.now() + ms;
    if (at >= this.wake_at) return;
    this.forget_timer();
    this.wake_at = at;
    this.counters.timers += 1;
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.wake_at = Infinity;
      if (document.hidden) this.draw_once();
      else this.kick();
    }, ms);
  }
}
