// The numbers of the semantic tree as they travel: the same as in src/ui/kit/semantic.h, append only.
export const Role = {
  none: 0, main: 1, navigation: 2, region: 3, group: 4, heading: 5, text: 6, paragraph: 7, button: 8, link: 9, tab_list: 10,
  tab: 11, tab_panel: 12, list: 13, list_item: 14, table: 15, row: 16, column_header: 17, cell: 18, check_box: 19,
  radio_group: 20, radio: 21, slider: 22, separator: 23, progress_bar: 24, text_box: 25, dialog: 26, status: 27, image: 28,
  code: 29, scroll_area: 30,
} as const;

export const Flag = {
  focusable: 1 << 0, in_tab_order: 1 << 1, disabled: 1 << 2, checked: 1 << 3, selected: 1 << 4, expandable: 1 << 5,
  expanded: 1 << 6, pressable: 1 << 7, pressed: 1 << 8, current: 1 << 9, modal: 1 << 10, sortable: 1 << 11,
  sorted_up: 1 << 12, sorted_down: 1 << 13, off_screen: 1 << 19, space_after: 1 << 20, feed_after: 1 << 21,
} as const;

export interface Meaning {
  role: number;
  flags: number;
  level: number;
  position: number;
  n_set: number;
  name: string;
  value: string;
  description: string;
  shortcut: string;
}

export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface SemanticNode extends Meaning {
  id: number;
  parent: number;
  rect: Rect; // device pixels
}
