// What the reader's system prefers, and the page's own colours.
// Here: watch_environment, show_theme.
export interface Environment {
  dark: boolean;
  reduced_motion: boolean;
  coarse_pointer: boolean;
  more_contrast: boolean;
  forced_colours: number[]; // 0xRRGGBB in the order of kForced, or none
}

const kQueries = {
  dark: matchMedia('(prefers-color-scheme: dark)'),
  reduced_motion: matchMedia('(prefers-reduced-motion: reduce)'),
  coarse_pointer: matchMedia('(pointer: coarse)'),
  more_contrast: matchMedia('(prefers-contrast: more)'),
  forced: matchMedia('(forced-colors: active)'),
};
const kForced = ['Canvas', 'CanvasText', 'LinkText', 'ButtonFace', 'ButtonText', 'Highlight', 'HighlightText', 'GrayText'];

// What the system's colour names stand for now.
function system_colours(): number[] {
  const probe = document.createElement('span');
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const colours = kForced.map((name) => {
    probe.style.color = name;
    const [red, green, blue] = (getComputedStyle(probe).color.match(/\d+/g) ?? ['0', '0', '0']).map(Number);
    return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
  });
  probe.remove();
  return colours;
}

export function environment(): Environment {
  return {
    dark: kQueries.dark.matches,
    reduced_motion: kQueries.reduced_motion.matches,
    coarse_pointer: kQueries.coarse_pointer.matches,
    more_contrast: kQueries.more_contrast.matches,
    forced_colours: kQueries.forced.matches ? system_colours() : [],
  };
}

export function watch_environment(changed: () => void): void {
  for (const query of Object.values(kQueries)) query.addEventListener('change', changed);
}

// The fields and the browser's own frame follow the canvas.
export function show_theme(dark: boolean): void {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  const page = getComputedStyle(document.documentElement).getPropertyValue('--page').trim();
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.removeAttribute('media');
    meta.content = page;
  }
}
