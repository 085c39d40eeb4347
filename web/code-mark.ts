// The place of an error in the SQL, underlined until the text there is changed.
// Here: error_mark, show_mark.  Terms: line and column start at 1; line 0 means no mark.
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

type Place = [line: number, column: number];
interface Shown {
  place: string;
  marks: DecorationSet;
}

const set_place = StateEffect.define<{ place: string; from: number; to: number }>();
const underline = Decoration.mark({ class: 'cm-error-mark' });

export const error_mark = StateField.define<Shown>({
  create: () => ({ place: '', marks: Decoration.none }),
  update(shown, transaction) {
    let { place, marks } = shown;
    if (transaction.docChanged) marks = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(set_place)) continue;
      const { from, to } = effect.value;
      place = effect.value.place;
      marks = to > from ? Decoration.set([underline.range(from, to)]) : Decoration.none;
    }
    return { place, marks };
  },
  provide: (field) => EditorView.decorations.from(field, (shown) => shown.marks),
});

// The word at the place, or the one character there.
function range_of(view: EditorView, [line_number, column]: Place): { from: number; to: number } {
  const { doc } = view.state;
  if (line_number < 1 || line_number > doc.lines) return { from: 0, to: 0 };
  const line = doc.line(line_number);
  // Columns count characters, positions UTF-16 units.
  const before = [...line.text].slice(0, Math.max(column - 1, 0)).join('').length;
  const from = Math.min(line.from + before, Math.max(line.to - 1, line.from));
  const word = view.state.wordAt(from);
  return word && word.from <= from ? { from, to: word.to } : { from, to: Math.min(from + 1, line.to) };
}

export function show_mark(view: EditorView, place: Place): void {
  const key = place.join(':');
  if (view.state.field(error_mark).place === key) return;
  view.dispatch({ effects: set_place.of({ place: key, ...range_of(view, place) }) });
}
