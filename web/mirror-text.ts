// Lays a mirrored line of text exactly over the drawn one, so that selecting it looks right.
// Here: fit_text.  Not here: everything else about a node (mirror.ts).
// The size follows from the drawn width: the page's fonts are the canvas's own, without kerning.
import type { MirrorNode } from './mirror';
import { Role } from './semantic';

const kProbePx = 100;
const kSemibold = 1, kMono = 2; // as in src/ui/kit/fonts.h
const face = (node: MirrorNode) => (node.role === Role.text ? node.level : 0);
let context: CanvasRenderingContext2D | null = null;

function width_at_probe(text: string, family: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = `${family.replace('$', `${kProbePx}px`)}`;
  context.fontKerning = 'none';
  return context.measureText(text).width;
}

// Until these are loaded, texts are measured in another font.
export function fonts_loaded(): Promise<unknown> {
  return Promise.all(['400 16px Inter', '600 16px Inter', '400 16px "JetBrains Mono"'].map((font) => document.fonts.load(font)));
}

export function fit_text(node: MirrorNode, parent_role: number, dpr: number): void {
  const mono = node.role === Role.code || node.role === Role.cell || parent_role === Role.code || face(node) === kMono;
  const semibold = node.role === Role.heading || face(node) === kSemibold;
  const family = mono ? '400 $ "JetBrains Mono"' : semibold ? '600 $ Inter' : '400 $ Inter';
  const height = node.rect.h / dpr;
  const at_probe = width_at_probe(node.name, family);
  const by_width = at_probe > 0 ? ((node.rect.w / dpr) * kProbePx) / at_probe : height;
  const size = Math.min(by_width, height);
  const { style } = node.element;
  style.fontSize = `${Math.round(size * 100) / 100}px`;
  style.lineHeight = `${height}px`;
  if (node.role === Role.text) {
    style.fontFamily = mono ? '"JetBrains Mono", monospace' : '';
    style.fontWeight = semibold ? '600' : '';
  }
}
