// What one node of the semantic tree looks like in the DOM: element, role, states, name.
// Here: tag_of, dress, is_selectable.  Not here: places and order (mirror.ts), focus (mirror-focus.ts).
import { Flag, Role, type Meaning } from './semantic';

const kTags: Record<number, string> = {
  [Role.main]: 'main', [Role.navigation]: 'nav', [Role.region]: 'section', [Role.text]: 'span', [Role.paragraph]: 'p',
  [Role.button]: 'button', [Role.link]: 'a', [Role.tab]: 'button', [Role.check_box]: 'button', [Role.radio]: 'button',
  [Role.code]: 'code',
};

const kRoles: Record<number, string> = {
  [Role.region]: 'region', [Role.group]: 'group', [Role.tab_list]: 'tablist', [Role.tab]: 'tab', [Role.tab_panel]: 'tabpanel',
  [Role.list]: 'list', [Role.list_item]: 'listitem', [Role.table]: 'table', [Role.row]: 'row',
  [Role.column_header]: 'columnheader', [Role.cell]: 'cell', [Role.check_box]: 'checkbox', [Role.radio_group]: 'radiogroup',
  [Role.radio]: 'radio', [Role.slider]: 'slider', [Role.separator]: 'separator', [Role.progress_bar]: 'progressbar',
  [Role.dialog]: 'dialog', [Role.status]: 'status', [Role.image]: 'img', [Role.scroll_area]: 'group',
};

// Named by label; the others are named by what they contain.
const kLabelled = new Set<number>([
  Role.main, Role.navigation, Role.region, Role.group, Role.tab_list, Role.tab_panel, Role.list, Role.table, Role.radio_group,
  Role.slider, Role.separator, Role.progress_bar, Role.dialog, Role.image, Role.scroll_area,
]);
// With children, these still are one thing with one name.
const kOneName = new Set<number>([Role.button, Role.link, Role.tab, Role.heading, Role.check_box, Role.radio]);
// Without a name, the role would only be noise.
const kNameless = new Set<number>([Role.region, Role.group, Role.scroll_area]);
const kInSet = new Set<number>([Role.list_item, Role.tab, Role.radio]);
const kSelectable = new Set<number>([Role.text, Role.paragraph, Role.heading, Role.code, Role.cell, Role.list_item]);

export function tag_of(node: Meaning): string {
  if (node.role === Role.heading) return `h${Math.min(Math.max(node.level, 1), 6)}`;
  return kTags[node.role] ?? 'div';
}

export function is_selectable(role: number): boolean {
  return kSelectable.has(role);
}

export function set_attribute(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function set_number(element: Element, value: string): void {
  const found = /-?\d+(?:\.\d+)?/.exec(value.replace(/(\d),(?=\d{3})/g, '$1'));
  const now = found ? Number(found[0]) : null;
  set_attribute(element, 'aria-valuetext', value || null);
  set_attribute(element, 'aria-valuenow', now === null ? null : String(now));
  set_attribute(element, 'aria-valuemax', now !== null && now > 100 ? String(now) : null);
}

// `own_text` is the text node that carries the name, when the name is content.
export function dress(element: HTMLElement, own_text: Text, node: Meaning, has_children: boolean): void {
  const { role, flags } = node;
  const is = (flag: number) => (flags & flag) !== 0;
  const set = (name: string, value: string | null) => set_attribute(element, name, value);
  const truth = (name: string, applies: boolean, value: boolean) => set(name, applies ? String(value) : null);

  const by_label = kLabelled.has(role) || (has_children && kOneName.has(role));
  set('role', kNameless.has(role) && !node.name ? null : (kRoles[role] ?? null));
  set('aria-label', by_label && node.name ? node.name : null);
  const after = is(Flag.space_after) ? ' ' : is(Flag.feed_after) ? '\n' : ''; // what the line break stands for
  const content = by_label || has_children || role === Role.text_box ? '' : node.name + after;
  if (own_text.data !== content) own_text.data = content;

  const native = element instanceof HTMLButtonElement || element instanceof HTMLAnchorElement;
  const focusable = is(Flag.focusable) || is(Flag.in_tab_order);
  if (role === Role.text_box) set('tabindex', null);
  else set('tabindex', is(Flag.in_tab_order) ? '0' : focusable || native ? '-1' : null);

  truth('aria-disabled', is(Flag.disabled), true);
  truth('aria-checked', role === Role.check_box || role === Role.radio, is(Flag.checked));
  truth('aria-selected', role === Role.tab, is(Flag.selected));
  truth('aria-expanded', is(Flag.expandable), is(Flag.expanded));
  truth('aria-pressed', role === Role.button && is(Flag.pressable), is(Flag.pressed));
  set('aria-current', is(Flag.current) ? 'page' : role === Role.row && is(Flag.selected) ? 'true' : null);
  truth('aria-modal', is(Flag.modal), true);
  set('aria-sort', !is(Flag.sortable) ? null : is(Flag.sorted_up) ? 'ascending' : is(Flag.sorted_down) ? 'descending' : 'none');
  set('aria-setsize', kInSet.has(role) && node.n_set > 0 ? String(node.n_set) : null);
  set('aria-posinset', kInSet.has(role) && node.position > 0 ? String(node.position) : null);
  set('aria-rowindex', role === Role.row && node.position > 0 ? String(node.position) : null);
  set('aria-keyshortcuts', node.shortcut || null);
  set('aria-description', node.description || null);
  if (role === Role.slider || role === Role.progress_bar || (role === Role.separator && focusable)) set_number(element, node.value);
  if (role === Role.status) set('aria-live', 'off'); // announced by the live regions, once
  if (role === Role.separator) set('aria-orientation', 'vertical');
  if (element instanceof HTMLButtonElement) element.type = 'button';
  if (element instanceof HTMLAnchorElement) dress_link(element, node.value);
}

function dress_link(link: HTMLAnchorElement, address: string): void {
  const outside = /^https?:/.test(address);
  set_attribute(link, 'href', outside || address.startsWith('#') ? address : `#${address}`);
  set_attribute(link, 'target', outside ? '_blank' : null);
  set_attribute(link, 'rel', outside ? 'noopener noreferrer' : null);
  link.draggable = false;
}
