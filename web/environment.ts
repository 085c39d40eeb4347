// What the reader's system prefers, and the page's own colours.
// Here: watch_environment, show_theme.
export interface Environment {
  dark: boolean;
  reduced_motion: boolean;
  coarse_pointer: boolean;
}

const kQueries = {
  dark: matchMedia('(prefers-color-scheme: dark)'),
  reduced_motion: matchMedia('(prefers-reduced-motion: reduce)'),
  coarse_pointer: matchMedia('(pointer: coarse)'),
};

export function environment(): Environment {
  return {
    dark: kQueries.dark.matches,
    reduced_motion: kQueries.reduced_motion.matches,
    coarse_pointer: kQueries.coarse_pointer.matches,
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
