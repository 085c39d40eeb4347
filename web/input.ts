// Mouse, touch, pen, wheel and keys, from the page to the app.
// Here: listen_to_input.  Not here: which keys (keys.ts), text typed into fields (text-host.ts), focus (mirror.ts).
// Terms: the stage holds canvas and mirror; listening on it, the canvas loses no event to the text laid over it.
import type { AppModule } from './app-module';
import type { FrameLoop } from './frame-loop';
import { goes_to_app, mods_of } from './keys';
import type { Mirror } from './mirror';

const kMove = 0, kDown = 1, kUp = 2, kGone = 3;
const kLinePx = 100 / 3;

export interface InputParts {
  stage: HTMLElement;
  app: AppModule;
  loop: FrameLoop;
  mirror: Mirror;
  flush_text: () => void; // hands over what was typed and not yet reported
}

const source_of = (event: PointerEvent) => (event.pointerType === 'touch' ? 1 : event.pointerType === 'pen' ? 2 : 0);
export const field_of = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('.text-host') : null;

// The browser follows these itself: links out of the app, and any link opened in another tab.
function browser_follows(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return false;
  return link.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1;
}

function can_scroll(field: HTMLElement, event: WheelEvent): boolean {
  const inner = event.composedPath().find((at) => at instanceof Element && at.matches('textarea, .cm-scroller'));
  const box = (inner as HTMLElement | undefined) ?? field;
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) return box.scrollWidth > box.clientWidth;
  const room = box.scrollHeight - box.clientHeight;
  return event.deltaY < 0 ? box.scrollTop > 0 : box.scrollTop < room - 1;
}

export function listen_to_input({ stage, app, loop, mirror, flush_text }: InputParts): void {
  let held = 0; // pointer id while a button is down on the stage
  let inside = false; // the app has a pointer position

  const send = (type: number, event: PointerEvent) => {
    const box = stage.getBoundingClientRect();
    const dpr = devicePixelRatio;
    inside = type !== kGone;
    app.pointer(type, (event.clientX - box.left) * dpr, (event.clientY - box.top) * dpr, Math.max(event.button, 0), source_of(event));
  };
  const leave = (event: PointerEvent) => {
    if (!inside) return;
    send(kGone, event);
    loop.kick();
  };

  stage.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || field_of(event.target) || browser_follows(event)) return;
    flush_text();
    held = event.pointerId;
    send(kDown, event);
    loop.flush();
  });
  // A drag may leave the stage or the window, so moves and lifts are heard everywhere.
  window.addEventListener('pointermove', (event) => {
    if (!event.isPrimary) return;
    const on_stage = event.target instanceof Node && stage.contains(event.target) && !field_of(event.target);
    if (held === 0 && !on_stage) return leave(event);
    send(kMove, event);
    loop.kick();
  });
  window.addEventListener('pointerup', (event) => {
    if (held !== event.pointerId) return;
    held = 0;
    send(kUp, event);
    loop.flush();
  });
  window.addEventListener('pointercancel', (event) => {
    if (held === event.pointerId) held = 0;
    leave(event);
  });
  document.documentElement.addEventListener('pointerleave', (event) => {
    if (held === 0) leave(event);
  });

  stage.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) return; // zooming is the browser's
      const field = field_of(event.target);
      if (field && can_scroll(field, event)) return;
      event.preventDefault(); // the mirror scrolls for the find bar alone
      const unit = event.deltaMode === 1 ? kLinePx : event.deltaMode === 2 ? stage.clientHeight : 1;
      const dpr = devicePixelRatio;
      const box = stage.getBoundingClientRect();
      app.wheel(event.deltaX * unit * dpr, event.deltaY * unit * dpr, (event.clientX - box.left) * dpr, (event.clientY - box.top) * dpr);
      loop.kick();
    },
    { passive: false },
  );

  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    const in_field = field_of(event.target) !== null;
    if (!in_field && event.target !== document.body && !(event.target instanceof Node && stage.contains(event.target))) return;
    if (event.key === 'F6' && mods_of(event) === 0 && mirror.next_part()) return event.preventDefault();
    const target = mirror.id_at(event.target);
    const plain = mods_of(event) === 0;
    if (!in_field && target !== 0 && plain && (event.key === 'Enter' || event.key === ' ')) {
      mirror.press(event); // acts as a click
      return;
    }
    if (!goes_to_app(event, in_field)) return;
    flush_text();
    const taken = app.key(event.key, mods_of(event), target, in_field);
    if (!taken) return loop.kick();
    event.preventDefault();
    loop.flush();
  });
}
