// Copying a selection of mirrored text: as it reads, not as it is laid out.
// Here: watch_copying, text_of.  Not here: the Copy button of a table (files.ts).
// Lines of one paragraph flow together; a table's cells are kept apart by tabs, its rows by line feeds.
const kBlocks = 'p, h1, h2, h3, h4, h5, h6, code, [role=row], [role=listitem], button, a';

export function text_of(range: Range): string {
  const root = range.commonAncestorContainer;
  if (root instanceof Text) return root.data.slice(range.startOffset, range.endOffset);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let all = '';
  let block: Element | null | undefined;
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!range.intersectsNode(text) || text.data === '') continue;
    const from = text === range.startContainer ? range.startOffset : 0;
    const to = text === range.endContainer ? range.endOffset : text.data.length;
    if (from >= to) continue;
    const now = text.parentElement?.closest(kBlocks) ?? text.parentElement;
    if (block !== undefined) all += now !== block ? '\n' : now?.getAttribute('role') === 'row' ? '\t' : '';
    all += text.data.slice(from, to);
    block = now;
  }
  return all;
}

export function watch_copying(mirror: HTMLElement): void {
  document.addEventListener('copy', (event) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !event.clipboardData) return;
    const range = selection.getRangeAt(0);
    const inside = range.commonAncestorContainer;
    if (!mirror.contains(inside)) return;
    if ((inside instanceof Element ? inside : inside.parentElement)?.closest('.text-host')) return; // a field's own business
    event.clipboardData.setData('text/plain', text_of(range));
    event.preventDefault();
  });
}
