// Which keys go to the app and which stay with the browser.
// Here: mods_of, goes_to_app.  Not here: sending them (input.ts).
export const kCtrlOrMeta = 1;
export const kShift = 2;
export const kAlt = 4;

const kLoneModifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified']);
const kBrowserKeys = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Tab']); // F6 is mirror-focus.ts's
// The only ones that reach the app with Ctrl or Cmd held, outside a text field.
const kHeldKeys = new Set(['Enter', 'Home', 'End', 'ArrowUp', 'ArrowDown', 'c', 'C']);

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export function mods_of(press: KeyPress): number {
  return (press.ctrlKey || press.metaKey ? kCtrlOrMeta : 0) | (press.shiftKey ? kShift : 0) | (press.altKey ? kAlt : 0);
}

export function goes_to_app(press: KeyPress, in_field: boolean): boolean {
  const { key } = press;
  const held = press.ctrlKey || press.metaKey;
  if (kLoneModifiers.has(key) || kBrowserKeys.has(key)) return false;
  if (press.altKey) return false; // Alt+Left and the menus are the browser's
  if (in_field) return (held && key === 'Enter') || (!held && key === 'Escape');
  if (held) return kHeldKeys.has(key);
  return true;
}
