// A real text field of the page: what text-host.ts needs of any kind, and the plain kinds (input, textarea).
// Here: HostState, Field, PlainField.  Not here: the SQL editor (code-editor.ts), places and reports (text-host.ts).
export interface HostState {
  id: number;
  key: string;
  kind: 'sql' | 'prose' | 'line';
  rect: [number, number, number, number];
  clip: [number, number, number, number];
  covers: [number, number, number, number][];
  label: string;
  placeholder: string;
  value: string;
  revision: number;
  read_only: boolean;
  live: boolean;
  font_px: number;
  completion?: { tables?: Record<string, string[]> };
  mark?: [number, number];
}

export interface FieldEvents {
  changed(): void; // by the learner
  settled(): void; // a composition ended
  say(text: string): void; // to screen readers
}

export interface Field {
  readonly clipped: HTMLElement; // gets the clip path
  text(): string;
  set_text(text: string, keep_undo: boolean): void;
  composing(): boolean;
  selection(): [number, number];
  set_selection(from: number, to: number): void;
  focus(): void;
  has_focus(): boolean;
  dress(host: HostState, description: string, shortcut: string): void;
  destroy(): void;
}

export class PlainField implements Field {
  readonly clipped: HTMLInputElement | HTMLTextAreaElement;
  private is_composing = false;

  constructor(parent: HTMLElement, host: HostState, events: FieldEvents) {
    const element = document.createElement(host.kind === 'line' ? 'input' : 'textarea');
    this.clipped = element;
    element.className = `field field-${host.kind}`;
    element.autocomplete = 'off';
    element.setAttribute('autocapitalize', host.kind === 'prose' ? 'sentences' : 'off');
    element.spellcheck = host.kind === 'prose';
    element.addEventListener('compositionstart', () => { this.is_composing = true; });
    element.addEventListener('compositionend', () => {
      this.is_composing = false;
      events.settled();
    });
    element.addEventListener('input', () => {
      if (!this.is_composing) events.changed();
    });
    parent.append(element);
  }

  text(): string {
    return this.clipped.value;
  }
  set_text(text: string): void {
    this.clipped.value = text;
  }
  composing(): boolean {
    return this.is_composing;
  }
  selection(): [number, number] {
    return [this.clipped.selectionStart ?? 0, this.clipped.selectionEnd ?? 0];
  }
  set_selection(from: number, to: number): void {
    this.clipped.setSelectionRange(from, to);
  }
  focus(): void {
    this.clipped.focus({ preventScroll: true });
  }
  has_focus(): boolean {
    return document.activeElement === this.clipped;
  }
  dress(host: HostState, description: string, shortcut: string): void {
    const element = this.clipped;
    const set = (name: string, value: string) => {
      if (value) element.setAttribute(name, value);
      else element.removeAttribute(name);
    };
    set('aria-label', host.label);
    set('placeholder', host.placeholder);
    set('aria-description', description);
    set('aria-keyshortcuts', shortcut);
    element.readOnly = host.read_only;
  }
  destroy(): void {
    this.clipped.remove();
  }
}
