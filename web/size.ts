// Keeps the canvas at exactly the device's pixels, whatever the window, zoom or text size.
// Here: Stage, watch_size.  Not here: drawing (frame-loop.ts).
// Terms: dpr is device pixels per CSS pixel; text_scale is the reader's root font size over 16.
export interface StageSize {
  width: number; // device pixels
  height: number;
  dpr: number;
  text_scale: number;
}

// Where they differ by more, the observer's device pixels are not believed (emulated screens report the real ones).
const kTrustPx = 2;

function text_scale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

function trusted(measured: number | undefined, css: number, dpr: number): number {
  const computed = Math.round(css * dpr);
  return measured !== undefined && Math.abs(measured - css * dpr) <= kTrustPx ? measured : computed;
}

export function measure(stage: HTMLElement): StageSize {
  const dpr = devicePixelRatio;
  const box = stage.getBoundingClientRect();
  return {
    width: Math.max(1, Math.round(box.width * dpr)),
    height: Math.max(1, Math.round(box.height * dpr)),
    dpr,
    text_scale: text_scale(),
  };
}

// Where the on-screen keyboard lies over the page instead of shrinking it (iOS), the stage ends above the keyboard.
function stay_above_keyboard(stage: HTMLElement): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const least = 120; // CSS pixels: less is a bar of the browser, no keyboard
  const fit = () => {
    const hidden = seen.scale > 1.01 ? 0 : innerHeight - seen.height - seen.offsetTop; // zoomed by fingers: not a keyboard
    stage.style.bottom = hidden > least ? `${Math.round(hidden)}px` : '0px';
    if (hidden > least) scrollTo(0, 0);
  };
  seen.addEventListener('resize', fit);
  seen.addEventListener('scroll', fit);
}

// Calls `changed` with each new size, from the observer's own callback, so that no empty picture is ever shown.
export function watch_size(stage: HTMLElement, first: StageSize, changed: (size: StageSize) => void): void {
  stay_above_keyboard(stage);
  let now = first;
  const offer = (size: StageSize) => {
    if (size.width === now.width && size.height === now.height && size.dpr === now.dpr && size.text_scale === now.text_scale)
      return;
    now = size;
    changed(size);
  };

  const observer = new ResizeObserver((entries) => {
    const entry = entries[entries.length - 1];
    if (!entry) return;
    const dpr = devicePixelRatio;
    const device = entry.devicePixelContentBoxSize?.[0];
    offer({
      width: Math.max(1, trusted(device?.inlineSize, entry.contentRect.width, dpr)),
      height: Math.max(1, trusted(device?.blockSize, entry.contentRect.height, dpr)),
      dpr,
      text_scale: text_scale(),
    });
  });
  try {
    observer.observe(stage, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(stage); // Safari knows CSS pixels only
  }

  // A change of dpr need not change either box; the query is good for one change only.
  const on_dpr = () => {
    offer(measure(stage));
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', on_dpr, { once: true });
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', on_dpr, { once: true });

  // One rem wide: its size tells when the reader changes the browser's text size.
  const probe = document.createElement('div');
  probe.className = 'rem-probe';
  probe.setAttribute('aria-hidden', 'true');
  document.body.append(probe);
  new ResizeObserver(() => offer({ ...now, text_scale: text_scale() })).observe(probe);
}
