// The text fields of the screen: real DOM fields laid over the frames the app draws.
// Here: TextHosts, which keeps one field per host, in its place, with its text, and reports what is typed.
// Not here: the fields (field.ts, code-editor.ts), keys (input.ts).
// Rules: a field sits inside its node of the mirror, so Tab order and nesting are right; its text is replaced only when key
// or revision say so; typing is reported after 300 ms of quiet, on leaving, and before anything else reaches the app.
import { PlainField, type Field, type HostState } from './field';
import type { Mirror } from './mirror';
import { intersect, subtract, to_path } from './rectangles';
import type { Rect } from './semantic';

const kQuietMs = 300;
const kMostPasted = 400_000; // characters
const kCoarseFontPx = 16; // iOS zooms into fields with smaller text

export interface TextHostEvents {
  typed(key: string, text: string, shows: boolean): void;
  say(text: string): void;
  refused(why: string): void;
}

interface Host {
  state: HostState;
  box: HTMLElement;
  field: Field;
  dirty: boolean;
  timer: ReturnType<typeof setTimeout> | 0;
}

type CodeEditor = typeof import('./code-editor');
const as_rect = ([x, y, w, h]: [number, number, number, number]): Rect => ({ x, y, w, h });

export class TextHosts {
  private readonly hosts = new Map<number, Host>();
  private code_editor: CodeEditor | null = null;
  private loading: Promise<void> | null = null;

  constructor(
    private readonly mirror: Mirror,
    private readonly events: TextHostEvents,
  ) {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.flush();
    });
  }

  update(states: HostState[]): void {
    const alive = new Set(states.map((s) => s.id));
    for (const [id, host] of this.hosts) if (!alive.has(id)) this.drop(id, host);
    for (const state of states) this.show(state);
  }

  // Hands over everything typed and not yet reported.
  flush(): void {
    for (const host of this.hosts.values()) this.report(host);
  }

  // Fetches the editor before the first SQL field asks for it.
  load_code_editor(): Promise<void> {
    const module = './code-editor.js';
    this.loading ??= (import(module) as Promise<CodeEditor>).then(
      (editor) => {
        this.code_editor = editor;
        for (const host of this.hosts.values()) this.upgrade(host);
      },
      () => {
        this.loading = null; // the plain field goes on serving; the next SQL field tries again
      },
    );
    return this.loading;
  }

  private show(state: HostState): void {
    const slot = this.mirror.node(state.id);
    let host = this.hosts.get(state.id);
    if (!host) {
      host = this.create(state);
    } else if (host.state.key !== state.key) {
      this.report(host);
      host.field.set_text(state.value, false);
    } else if (host.state.revision !== state.revision && host.field.text() !== state.value) {
      this.forget(host);
      host.field.set_text(state.value, true);
    }
    host.state = state;
    if (slot && host.box.parentElement !== slot.element) slot.element.append(host.box);
    host.field.dress(state, slot?.description ?? '', slot?.shortcut ?? '');
    this.place(host, slot?.rect ?? as_rect(state.rect));
    if (state.kind === 'sql' && !this.code_editor) void this.load_code_editor();
    if (slot?.element.dataset.wantsFocus) {
      delete slot.element.dataset.wantsFocus;
      host.field.focus();
    }
  }

  private create(state: HostState): Host {
    const box = document.createElement('div') as HTMLElement & { focus_field?: () => void };
    box.className = `text-host text-host-${state.kind}`;
    const host: Host = { state, box, field: null as unknown as Field, dirty: false, timer: 0 };
    host.field = this.make_field(host);
    host.field.set_text(state.value, false);
    box.focus_field = () => host.field.focus();
    box.addEventListener('focusout', () => this.report(host));
    for (const kind of ['paste', 'drop'] as const) box.addEventListener(kind, (event) => this.refuse_too_much(event), { capture: true });
    this.hosts.set(state.id, host);
    return host;
  }

  // Before the field takes it: tens of megabytes would hold the page for minutes.
  private refuse_too_much(event: ClipboardEvent | DragEvent): void {
    const given = event instanceof ClipboardEvent ? event.clipboardData : event.dataTransfer;
    const n = given?.getData('text/plain').length ?? 0;
    if (n <= kMostPasted) return;
    event.preventDefault();
    event.stopPropagation();
    const size = n < 1e6 ? `${Math.round(n / 1e3)} kB` : `${Math.round(n / 1e6)} MB`;
    this.events.refused(`That is ${size} of text; a field takes up to ${kMostPasted / 1e3} kB. Nothing was changed.`);
  }

  private make_field(host: Host): Field {
    const events = {
      changed: () => this.changed(host),
      settled: () => {
        this.changed(host);
        this.upgrade(host);
      },
      say: (text: string) => this.events.say(text),
    };
    if (host.state.kind === 'sql' && this.code_editor) return this.code_editor.make_code_field(host.box, host.state, events);
    return new PlainField(host.box, host.state, events);
  }

  // From the plain field to the editor, in the middle of typing if need be.
  private upgrade(host: Host): void {
    const old = host.field;
    if (!this.code_editor || host.state.kind !== 'sql' || !(old instanceof PlainField) || old.composing()) return;
    const focused = old.has_focus();
    host.field = this.make_field(host);
    host.field.set_text(old.text(), false);
    host.field.set_selection(...old.selection());
    if (focused) host.field.focus();
    old.destroy();
    this.show(host.state);
  }

  private changed(host: Host): void {
    host.dirty = true;
    if (host.timer) clearTimeout(host.timer);
    if (host.state.live) this.report(host);
    else host.timer = setTimeout(() => this.report(host), kQuietMs);
  }

  private forget(host: Host): void {
    if (host.timer) clearTimeout(host.timer);
    host.timer = 0;
    host.dirty = false;
  }

  private report(host: Host): void {
    if (!host.dirty || host.field.composing()) return;
    this.forget(host);
    // An SQL editor's text shows nowhere else; what other fields hold may be answered on the screen.
    this.events.typed(host.state.key, host.field.text(), host.state.live || host.state.kind !== 'sql');
  }

  private drop(id: number, host: Host): void {
    this.report(host);
    this.forget(host);
    host.field.destroy();
    host.box.remove();
    this.hosts.delete(id);
  }

  private place(host: Host, slot: Rect): void {
    const dpr = devicePixelRatio;
    const rect = as_rect(host.state.rect);
    const px = (device: number) => `${Math.round((device / dpr) * 1000) / 1000}px`;
    const { style } = host.box;
    style.left = px(rect.x - slot.x);
    style.top = px(rect.y - slot.y);
    style.width = px(rect.w);
    style.height = px(rect.h);
    const coarse = matchMedia('(pointer: coarse)').matches;
    style.fontSize = `${Math.max(host.state.font_px / dpr, coarse ? kCoarseFontPx : 0)}px`;
    const seen = intersect(rect, as_rect(host.state.clip));
    const whole = seen !== null && seen.w === rect.w && seen.h === rect.h && host.state.covers.length === 0;
    const parts = seen ? subtract(seen, host.state.covers.map(as_rect)) : [];
    host.field.clipped.style.clipPath = whole ? 'none' : parts.length ? `path("${to_path(parts, rect, dpr)}")` : 'inset(100%)';
  }
}
