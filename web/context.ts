// The canvas's WebGL 2 context.  The app draws with it; only its attributes are decided here.
// Here: open_context.  Not here: drawing and what is done when the context is lost (src/platform).
// False when the browser has no WebGL 2.
export function open_context(canvas: HTMLCanvasElement): boolean {
  return canvas.getContext('webgl2', {
    alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power',
  }) !== null;
}
