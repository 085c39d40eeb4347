// Lays a mirrored line of text exactly over the drawn one, so that selecting it looks right.
// Here: fit_text.  Not here: everything else about a node (mirror.ts).
// The size follows from the drawn width: the page's fonts are the canvas's own, without kerning.
import type { MirrorNode } from './mirror';
import { Role } from './semantic';

const kProbePx = 100;
let context: CanvasRenderingContext2D | null = null;

function width_at_probe(text: string, family: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = `${family.replace('$', `${kProbePx}px`)}`;
  context.fontKerning = 'none';
  return context.measureText(text).width;
}

export function fit_text(node: MirrorNode, parent_role: number, dpr: number): void {
  const mono = node.role === Role.code || node.role === Role.cell || parent_role === Role.code;
  const family = node.role === Role.heading ? '600 $ Inter' : mono ? '400 $ "JetBrains Mono"' : '400 $ Inter';
  const height = node.rect.h / dpr;
  const at_probe = width_at_probe(node.name, family);
  const by_width = at_probe > 0 ? ((node.rect.w / dpr) * kProbePx) / at_probe : height;
  const size = Math.min(by_width, height);
  const { style } = node.element;
  style.fontSize = `${Math.round(size * 100) / 100}px`;
  style.lineHeight = `${height}px`;
}
