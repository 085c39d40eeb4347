// Focus and clicks in the mirror: the DOM owns the Tab order, the app follows, and focus is never lost silently.
// Here: MirrorFocus.  Not here: pointers and other keys (input.ts).
// Terms: visible is whether the browser would draw a focus ring (:focus-visible).
import type { Mirror, MirrorNode } from './mirror';
import { Flag, Role } from './semantic';

export interface MirrorEvents {
  focus(id: number, visible: boolean): void;
  activate(id: number): void; // by keyboard or assistive technology
  scroll_to(id: number): void;
}

export class MirrorFocus {
  private wanted = 0;
  private chain: number[] = []; // the focused node and its ancestors, before the changes
  private successor: HTMLElement | null = null;
  private silent = false;

  constructor(
    private readonly mirror: Mirror,
    private readonly events: MirrorEvents,
  ) {
    const { root } = mirror;
    root.addEventListener('focusin', (event) => this.on_focus(event));
    root.addEventListener('focusout', (event) => {
      if (this.silent || event.relatedTarget !== null) return;
      queueMicrotask(() => {
        if (document.hasFocus() && document.activeElement === document.body) events.focus(0, false);
      });
    });
    root.addEventListener('click', (event) => this.on_click(event));
  }

  // Enter or Space on a mirrored element: what the browser does not turn into a click itself, we do.
  press(event: KeyboardEvent): void {
    const node = this.mirror.at(event.target);
    if (!node) return;
    const { element } = node;
    if (element instanceof HTMLButtonElement || element instanceof HTMLAnchorElement) return;
    event.preventDefault();
    if (!(node.flags & Flag.disabled)) this.events.activate(node.id);
  }

  // To the first thing in the next part of the screen; past the last part the browser's own parts follow.
  next_part(): boolean {
    const stop = '[tabindex="0"], input, textarea, .cm-content';
    const parts = [...this.mirror.root.querySelectorAll<HTMLElement>('nav, main, section[role=region], [role=dialog]')];
    const now = document.activeElement;
    const here = parts.filter((part) => part.contains(now)).pop();
    for (const part of parts.slice(here ? parts.indexOf(here) + 1 : 0)) {
      if (part.closest('[inert]')) continue;
      const first = part.querySelector<HTMLElement>(stop) ?? (part.matches(stop) ? part : null);
      if (!first || first === now || (here && here !== part && here.contains(first) && !part.contains(first))) continue;
      if (first.closest('nav, section[role=region], main, [role=dialog]') !== part) continue;
      first.focus({ preventScroll: true });
      return true;
    }
    return false;
  }

  before_changes(): void {
    this.wanted = 0;
    this.successor = null;
    this.chain = [];
    for (let n = this.mirror.at(document.activeElement); n; n = this.mirror.node(n.parent)) this.chain.push(n.id);
  }

  wanted_by_app(id: number): void {
    this.wanted = id;
  }

  replaced(old: HTMLElement, fresh: HTMLElement): void {
    if (this.mirror.node(this.chain[0] ?? 0)?.element === old) this.successor = fresh;
  }

  after_changes(): void {
    const wanted = this.mirror.node(this.wanted);
    if (wanted) {
      this.quietly(() => focus_node(wanted));
      return;
    }
    if (this.chain.length === 0 || this.mirror.root.contains(document.activeElement)) return;
    if (this.successor) {
      const { successor } = this;
      this.quietly(() => successor.focus({ preventScroll: true }));
      return;
    }
    // The focused element is gone: the nearest ancestor that can take the focus, else the screen's heading.
    for (const id of this.chain) {
      const node = this.mirror.node(id);
      if (node && node.flags & (Flag.focusable | Flag.in_tab_order)) return focus_node(node);
    }
    const heading = this.mirror.root.querySelector<HTMLElement>('main h1, main h2, h1, h2, main');
    const node = this.mirror.at(heading);
    if (node) focus_node(node);
  }

  private quietly(act: () => void): void {
    this.silent = true;
    try {
      act();
    } finally {
      this.silent = false;
    }
  }

  private on_focus(event: FocusEvent): void {
    const node = this.mirror.at(event.target);
    if (!node || this.silent) return;
    this.events.focus(node.id, (event.target as Element).matches(':focus-visible'));
    if (node.flags & Flag.off_screen) this.events.scroll_to(node.id);
  }

  private on_click(event: MouseEvent): void {
    const node = this.mirror.at(event.target);
    if (!node || node.role === Role.text_box) return;
    const { element } = node;
    const outside = element instanceof HTMLAnchorElement && element.target === '_blank';
    if (outside) return;
    // A real pointer was already handed to the canvas under it.
    const by_pointer = event.detail > 0 && event.isTrusted;
    if (by_pointer) {
      const new_tab = event.ctrlKey || event.metaKey || event.shiftKey;
      if (element instanceof HTMLAnchorElement && !new_tab) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (!(node.flags & Flag.disabled)) this.events.activate(node.id);
  }
}

function focus_node(node: MirrorNode): void {
  if (node.role === Role.text_box) {
    const host = node.element.querySelector<HTMLElement & { focus_field?: () => void }>('.text-host');
    if (host?.focus_field) host.focus_field();
    else node.element.dataset.wantsFocus = 'yes'; // its field comes with the next list of hosts
    return;
  }
  if (!node.element.hasAttribute('tabindex')) node.element.tabIndex = -1;
  node.element.focus({ preventScroll: true });
}
