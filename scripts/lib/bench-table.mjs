// The table of figures: each line is printed as soon as it is known, with its limit and whether it is kept.
// Here: say, at_most, at_least, note, summary, median, percentile.
let n_kept = 0, n_broken = 0;

export function say(what, figure, limit, kept) {
  if (kept) n_kept += 1;
  else n_broken += 1;
  console.log(`${what.padEnd(66)}${String(figure).padStart(10)}   ${limit.padEnd(12)} ${kept ? 'kept' : 'BROKEN'}`);
}

const shown = (figure, digits) => figure.toFixed(digits);

export function at_most(what, figure, limit, digits = 0) {
  say(what, shown(figure, digits), `<= ${limit}`, figure <= limit);
}

export function at_least(what, figure, limit, digits = 0) {
  say(what, shown(figure, digits), `>= ${limit}`, figure >= limit);
}

// Worth knowing, without a limit.
export function note(what, figure) {
  console.log(`${what.padEnd(66)}${String(figure).padStart(10)}   -`);
}

export const summary = () => `${n_kept} kept, ${n_broken} broken`;

export const median = (list) => percentile(list, 50);

export function percentile(list, percent) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
