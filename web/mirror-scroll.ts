// Finding in the page: when the browser brings a mirrored element into view, the app scrolls what is drawn.
// Here: MirrorScroll.  Not here: scrolling by wheel and touch (input.ts), by focus (mirror-focus.ts).
// The mirror itself never stays scrolled: its nodes hang on an origin with room on all sides, and each time the browser
// moves it (find in page, a screen reader, a selection) it is put back and the app is asked to show what was meant.
import { Flag, type Rect } from './semantic';

export interface Placed {
  id: number;
  flags: number;
  rect: Rect; // device pixels
  name: string;
}

const kHomePx = 100_000;
const kFocusMs = 200; // a scroll so soon after a focus belongs to it, and the focus brings itself into view

export class MirrorScroll {
  readonly origin: HTMLElement;
  private focused_ms = -Infinity;

  constructor(
    private readonly root: HTMLElement,
    private readonly nodes: () => Iterable<Placed>,
    private readonly at: (target: Node | null) => Placed | undefined,
    private readonly scroll_to: (id: number) => void,
  ) {
    this.origin = document.createElement('div');
    this.origin.id = 'mirror-origin';
    root.append(this.origin);
    this.go_home();
    root.addEventListener('focusin', () => { this.focused_ms = performance.now(); });
    root.addEventListener('scroll', () => this.on_scroll());
  }

  go_home(): void {
    this.root.scrollTo({ top: kHomePx, left: kHomePx, behavior: 'instant' });
  }

  private on_scroll(): void {
    const dy = this.root.scrollTop - kHomePx;
    const dx = this.root.scrollLeft - kHomePx;
    if (Math.abs(dy) < 1 && Math.abs(dx) < 1) return;
    const id = performance.now() - this.focused_ms < kFocusMs ? 0 : this.meant(dx, dy);
    this.go_home();
    if (id !== 0) this.scroll_to(id);
  }

  // What the selection holds; else what stands last, in the direction of the scroll, in the part the browser went to, so that the
  // app shows the same part; else what stands nearest to the middle of it.
  private meant(dx: number, dy: number): number {
    const selected = this.at(document.getSelection()?.anchorNode ?? null);
    if (selected && selected.flags & Flag.off_screen) return selected.id;
    const dpr = devicePixelRatio;
    const x = (dx + this.root.clientWidth / 2) * dpr;
    const y = (dy + this.root.clientHeight / 2) * dpr;
    let best = 0;
    let least = Infinity;
    const top = dy * dpr - 1, bottom = (dy + this.root.clientHeight) * dpr + 1;
    for (const { id, flags, rect, name } of this.nodes()) {
      if (!(flags & Flag.off_screen) || !name || Math.abs(dy) < 1 || rect.y < top || rect.y + rect.h > bottom) continue;
      const far = dy > 0 ? bottom - rect.y - rect.h : rect.y - top;
      if (far >= least) continue;
      least = far;
      best = id;
    }
    if (best !== 0) return best;
    for (const { id, flags, rect, name } of this.nodes()) {
      if (!(flags & Flag.off_screen) || !name) continue;
      const far_x = Math.max(rect.x - x, x - rect.x - rect.w, 0);
      const far = Math.abs(rect.y + rect.h / 2 - y) + far_x / 4;
      if (far >= least) continue;
      least = far;
      best = id;
    }
    return best;
  }
}
