// Rectangles minus rectangles, for the part of a text field that nothing drawn covers.
// Here: intersect, subtract, to_path.
// Even-odd holes in one path would go wrong where two covers overlap, so the rest is cut into rectangles.
import type { Rect } from './semantic';

export function intersect(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const w = Math.min(a.x + a.w, b.x + b.w) - x;
  const h = Math.min(a.y + a.h, b.y + b.h) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

function minus(from: Rect, hole: Rect): Rect[] {
  const cut = intersect(from, hole);
  if (!cut) return [from];
  const right = from.x + from.w;
  const bottom = from.y + from.h;
  const cut_right = cut.x + cut.w;
  const cut_bottom = cut.y + cut.h;
  return [
    { x: from.x, y: from.y, w: from.w, h: cut.y - from.y },
    { x: from.x, y: cut_bottom, w: from.w, h: bottom - cut_bottom },
    { x: from.x, y: cut.y, w: cut.x - from.x, h: cut.h },
    { x: cut_right, y: cut.y, w: right - cut_right, h: cut.h },
  ].filter((r) => r.w > 0 && r.h > 0);
}

export function subtract(from: Rect, holes: Rect[]): Rect[] {
  return holes.reduce((left, hole) => left.flatMap((r) => minus(r, hole)), [from]);
}

// For clip-path: path(), relative to `origin`, in units of `scale`.
export function to_path(rects: Rect[], origin: Rect, scale: number): string {
  const n = (value: number) => String(Math.round((value / scale) * 100) / 100);
  return rects
    .map((r) => `M${n(r.x - origin.x)} ${n(r.y - origin.y)}h${n(r.w)}v${n(r.h)}h${n(-r.w)}z`)
    .join('');
}
