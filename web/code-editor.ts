// The SQL editor: CodeMirror in the shape of a Field.
// Here: make_code_field.  Not here: colours (code-style.ts), the error mark (code-mark.ts), reports (text-host.ts).
// It lives in a shadow root, where its styles are constructed sheets, which the content policy allows.
// Tab leaves the field; Ctrl+M makes Tab indent, and Escape then Tab always leaves.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, openSearchPanel, search, selectNextOccurrence } from '@codemirror/search';
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers, placeholder, tooltips } from '@codemirror/view';
import { error_mark, show_mark } from './code-mark';
import { code_colours, code_theme } from './code-style';
import type { Field, FieldEvents, HostState } from './field';
import { sql_support } from './sql-words';

// Mod-Enter runs the query; Ctrl-M has a switch of its own.
const kNotOurs = new Set(['Mod-Enter', 'Ctrl-m']);

// Typing over a selection, without the browser's own editing: that would copy styles into the text, which the content
// policy refuses.
function type_over(event: InputEvent, view: EditorView): boolean {
  const { main, ranges } = view.state.selection;
  const text = event.data;
  if (event.inputType !== 'insertText' || event.isComposing || !text || main.empty || ranges.length > 1) return false;
  event.preventDefault();
  const insert = () =>
    view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
  const handlers = view.state.facet(EditorView.inputHandler);
  if (!handlers.some((handle) => handle(view, main.from, main.to, text, insert))) view.dispatch(insert());
  return true;
}

class CodeField implements Field {
  readonly clipped = document.createElement('div');
  private readonly tips = document.createElement('div'); // outside the clip path
  private readonly view: EditorView;
  private readonly words = new Compartment();
  private readonly labels = new Compartment();
  private labels_now = '';
  private words_now = '';
  private tab_leaves = true;
  private quiet = false;

  constructor(
    parent: HTMLElement,
    host: HostState,
    private readonly events: FieldEvents,
  ) {
    const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
    this.clipped.style.height = '100%'; // the page's style sheet does not reach in here
    root.append(this.clipped, this.tips);
    this.view = new EditorView({ root, parent: this.clipped, state: this.fresh_state(host.value) });
    this.view.setTabFocusMode(true);
    this.view.contentDOM.addEventListener('compositionend', () => setTimeout(() => events.settled()));
  }

  private fresh_state(doc: string): EditorState {
    this.labels_now = this.words_now = '';
    return EditorState.create({ doc, extensions: this.extensions() });
  }

  private extensions(): Extension[] {
    const bindings = [
      ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap,
      ...defaultKeymap.filter((binding) => !kNotOurs.has(binding.key ?? '')), indentWithTab,
      { key: 'Mod-Alt-f', run: openSearchPanel },
      { key: 'Mod-d', run: selectNextOccurrence, preventDefault: true },
      { key: 'Ctrl-m', run: () => this.toggle_tab() },
    ];
    return [
      lineNumbers(), history(), drawSelection(), highlightActiveLine(), bracketMatching(), closeBrackets(), search(),
      highlightSelectionMatches(), autocompletion({ icons: false }), syntaxHighlighting(code_colours), code_theme, error_mark,
      tooltips({ parent: this.tips, position: 'fixed' }), keymap.of(bindings), EditorView.lineWrapping,
      this.words.of([]), this.labels.of([]), EditorView.domEventHandlers({ beforeinput: type_over }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !this.quiet && !update.view.composing) this.events.changed();
      }),
    ];
  }

  private toggle_tab(): boolean {
    this.tab_leaves = !this.tab_leaves;
    this.view.setTabFocusMode(this.tab_leaves);
    this.events.say(this.tab_leaves ? 'Tab leaves the editor.' : 'Tab indents. Escape, then Tab, leaves the editor.');
    return true;
  }

  text(): string {
    return this.view.state.doc.toString();
  }

  set_text(text: string, keep_undo: boolean): void {
    this.quiet = true;
    if (keep_undo) {
      const changes = { from: 0, to: this.view.state.doc.length, insert: text };
      this.view.dispatch({ changes, annotations: Transaction.userEvent.of('input.replace') });
    } else if (text !== this.text() || this.view.state.selection.main.head !== 0) {
      this.view.setState(this.fresh_state(text));
      this.view.setTabFocusMode(this.tab_leaves);
    }
    this.quiet = false;
  }

  composing(): boolean {
    return this.view.composing;
  }

  selection(): [number, number] {
    const { from, to } = this.view.state.selection.main;
    return [from, to];
  }

  set_selection(from: number, to: number): void {
    const { length } = this.view.state.doc;
    this.view.dispatch({ selection: { anchor: Math.min(from, length), head: Math.min(to, length) } });
  }

  focus(): void {
    this.view.contentDOM.focus({ preventScroll: true });
  }

  has_focus(): boolean {
    return this.view.hasFocus;
  }

  dress(host: HostState, description: string, shortcut: string): void {
    const labels = JSON.stringify([host.label, host.placeholder, host.read_only, description, shortcut]);
    const words = JSON.stringify(host.completion ?? {});
    const effects = [];
    if (labels !== this.labels_now) {
      const attributes: Record<string, string> = { 'aria-label': host.label, spellcheck: 'false', tabindex: '0' };
      if (description) attributes['aria-description'] = description;
      if (shortcut) attributes['aria-keyshortcuts'] = shortcut;
      effects.push(this.labels.reconfigure([
        EditorView.contentAttributes.of(attributes), EditorState.readOnly.of(host.read_only),
        host.placeholder ? placeholder(host.placeholder) : [],
      ]));
    }
    if (words !== this.words_now) {
      const schema = host.completion?.tables ?? {};
      effects.push(this.words.reconfigure(sql_support(schema)));
    }
    this.labels_now = labels;
    this.words_now = words;
    if (effects.length > 0) this.view.dispatch({ effects });
    show_mark(this.view, host.mark ?? [0, 0]);
  }

  destroy(): void {
    this.view.destroy();
  }
}

export function make_code_field(parent: HTMLElement, host: HostState, events: FieldEvents): Field {
  return new CodeField(parent, host, events);
}
