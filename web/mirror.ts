// The semantic mirror: for everything drawn on the canvas, an invisible element of the same place, role, name and state.
// Here: Mirror, which applies each frame's operations.  Not here: one element's looks (mirror-element.ts), focus and clicks
// (mirror-focus.ts), text fields (text-host.ts).
// Terms: elements are nested as the tree is, each placed relative to its parent; rectangles come in device pixels.
import type { MirrorWords } from './app-module';
import { dress, is_selectable, tag_of } from './mirror-element';
import { MirrorFocus, type MirrorEvents } from './mirror-focus';
import { MirrorScroll } from './mirror-scroll';
import { read_stream } from './mirror-stream';
import { fit_text } from './mirror-text';
import { Flag, Role, type Rect, type SemanticNode } from './semantic';

export interface MirrorNode extends SemanticNode {
  element: HTMLElement;
  own_text: Text;
  children: number[];
}

export class Mirror {
  readonly root: HTMLElement;
  private readonly nodes = new Map<number, MirrorNode>();
  private readonly by_element = new WeakMap<Element, MirrorNode>();
  private readonly to_place = new Set<number>();
  private readonly to_dress = new Set<number>();
  private readonly focus: MirrorFocus;
  private readonly scrolling: MirrorScroll;
  private inert: HTMLElement[] = [];
  private n_modal = 0;
  private dpr = devicePixelRatio;

  constructor(stage: HTMLElement, events: MirrorEvents) {
    this.root = document.createElement('div');
    this.root.id = 'mirror';
    stage.append(this.root);
    this.focus = new MirrorFocus(this, events);
    this.scrolling = new MirrorScroll(this.root, () => this.nodes.values(), (node) => this.at(node), (id) => events.scroll_to(id));
  }

  node(id: number): MirrorNode | undefined {
    return this.nodes.get(id);
  }

  // The node an event on the page belongs to.
  at(target: EventTarget | null): MirrorNode | undefined {
    for (let e = target instanceof Element ? target : target instanceof Node ? target.parentElement : null; e && e !== this.root; e = e.parentElement) {
      const node = this.by_element.get(e);
      if (node) return node;
    }
    return undefined;
  }

  id_at(target: EventTarget | null): number {
    return this.at(target)?.id ?? 0;
  }

  next_part(): boolean {
    return this.focus.next_part();
  }

  press(event: KeyboardEvent): void {
    this.focus.press(event);
  }

  set_dpr(dpr: number): void {
    this.dpr = dpr;
    this.scrolling.go_home(); // a changed size may have moved it
    for (const id of this.nodes.keys()) this.to_place.add(id);
    this.place_all();
  }

  apply(stream: MirrorWords): void {
    this.focus.before_changes();
    read_stream(stream, {
      upsert: (node) => this.upsert(node),
      move: (id, rect) => this.move(id, rect),
      remove: (id) => this.remove(id),
      children: (parent, ids) => this.order(parent, ids),
      focus: (id) => this.focus.wanted_by_app(id),
    });
    for (const id of this.to_dress) {
      const node = this.nodes.get(id);
      if (node) dress(node.element, node.own_text, node, node.children.length > 0);
    }
    this.to_dress.clear();
    this.place_all();
    this.close_off_behind_modal();
    this.focus.after_changes();
  }

  private upsert(fresh: SemanticNode): void {
    const old = this.nodes.get(fresh.id);
    let element = old?.element;
    if (!element || tag_of(old!) !== tag_of(fresh)) {
      element = document.createElement(tag_of(fresh));
      if (old) {
        element.append(...old.element.childNodes);
        old.element.replaceWith(element);
        this.focus.replaced(old.element, element);
      }
    }
    const own_text = old?.own_text ?? document.createTextNode('');
    if (own_text.parentNode !== element) element.prepend(own_text);
    const node: MirrorNode = { ...fresh, element, own_text, children: old?.children ?? [] };
    element.className = `node role-${fresh.role}`;
    if (is_selectable(fresh.role)) element.classList.add('selectable');
    if (fresh.flags & Flag.off_screen) element.classList.add('off-screen');
    if (fresh.flags & Flag.modal) this.n_modal += old && old.flags & Flag.modal ? 0 : 1;
    else if (old && old.flags & Flag.modal) this.n_modal -= 1;
    this.nodes.set(fresh.id, node);
    this.by_element.set(element, node);
    if (!element.isConnected) this.element_of(fresh.parent).append(element);
    this.to_dress.add(fresh.id);
    this.mark_moved(node);
  }

  private move(id: number, rect: Rect): void {
    const node = this.nodes.get(id);
    if (!node) return;
    node.rect = rect;
    this.mark_moved(node);
  }

  private remove(id: number): void {
    const node = this.nodes.get(id);
    if (!node) return;
    for (const child of node.children) if (this.nodes.get(child)?.parent === id) this.remove(child);
    if (node.flags & Flag.modal) this.n_modal -= 1;
    node.element.remove();
    this.nodes.delete(id);
  }

  private order(parent: number, ids: number[]): void {
    const node = this.nodes.get(parent);
    const above = this.element_of(parent);
    if (node) {
      if (node.children.length > 0 !== ids.length > 0) this.to_dress.add(parent);
      node.children = ids;
    }
    const wanted: HTMLElement[] = [];
    for (const id of ids) {
      const child = this.nodes.get(id);
      if (!child) continue;
      child.parent = parent;
      wanted.push(child.element);
      this.to_place.add(id);
    }
    // Moving the focused element would lose the focus, so the others are moved around it.
    const kept = wanted.findIndex((e) => e.parentNode === above && e.contains(document.activeElement));
    place_in_order(above, kept < 0 ? wanted : wanted.slice(kept + 1), null);
    if (kept >= 0) place_in_order(above, wanted.slice(0, kept), wanted[kept]!);
  }

  private element_of(id: number): HTMLElement {
    return this.nodes.get(id)?.element ?? this.scrolling.origin;
  }

  private mark_moved(node: MirrorNode): void {
    this.to_place.add(node.id);
    for (const child of node.children) this.to_place.add(child);
  }

  private place_all(): void {
    for (const id of this.to_place) {
      const node = this.nodes.get(id);
      if (!node) continue;
      const above = this.nodes.get(node.parent);
      const parent = above?.rect;
      const { style } = node.element;
      const px = (device: number) => `${Math.round((device / this.dpr) * 1000) / 1000}px`;
      style.left = px(node.rect.x - (parent?.x ?? 0));
      style.top = px(node.rect.y - (parent?.y ?? 0));
      style.width = px(node.rect.w);
      style.height = px(node.rect.h);
      if (node.own_text.data && is_selectable(node.role)) fit_text(node, above?.role ?? Role.none, this.dpr);
    }
    this.to_place.clear();
  }

  private close_off_behind_modal(): void {
    for (const element of this.inert) element.inert = false;
    this.inert = [];
    if (this.n_modal === 0) return;
    const modal = [...this.nodes.values()].filter((n) => n.flags & Flag.modal && n.role !== Role.none).pop();
    for (let e = modal?.element; e && e !== this.root; e = e.parentElement ?? undefined) {
      for (const sibling of e.parentElement?.children ?? []) {
        if (sibling === e || !(sibling instanceof HTMLElement)) continue;
        sibling.inert = true;
        this.inert.push(sibling);
      }
    }
  }
}

function place_in_order(parent: Element, wanted: HTMLElement[], end: Element | null): void {
  let next: Element | null = end;
  for (let i = wanted.length - 1; i >= 0; i -= 1) {
    const element = wanted[i]!;
    if (element.parentNode !== parent || element.nextElementSibling !== next) parent.insertBefore(element, next);
    next = element;
  }
}
