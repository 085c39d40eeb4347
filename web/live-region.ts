// What screen readers say without being asked.
// Here: Announcer, one polite and one assertive region.  At most one message a second each, in order; an urgent one goes
// through its own region and so overtakes the polite queue.
const kPaceMs = 1000;
const kKeepMs = 5000; // then emptied, so that nobody reads an old message by browsing

class Region {
  private readonly element = document.createElement('div');
  private readonly queue: string[] = [];
  private busy = false;

  constructor(politeness: 'polite' | 'assertive') {
    this.element.className = 'visually-hidden';
    this.element.setAttribute('aria-live', politeness);
    this.element.setAttribute('aria-atomic', 'true');
    this.element.dataset.live = politeness;
    document.body.append(this.element);
  }

  say(text: string): void {
    if (this.queue[this.queue.length - 1] === text) return;
    this.queue.push(text);
    if (!this.busy) this.next();
  }

  private next(): void {
    const text = this.queue.shift();
    this.busy = text !== undefined;
    if (text === undefined) return;
    // The same words twice are a change only with a different text: a no-break space more.
    this.element.textContent = this.element.textContent === text ? `${text}\u00a0` : text;
    setTimeout(() => this.next(), kPaceMs);
    setTimeout(() => {
      if (this.queue.length === 0 && this.element.textContent?.trim() === text) this.element.textContent = '';
    }, kKeepMs);
  }
}

export class Announcer {
  private readonly polite = new Region('polite');
  private readonly assertive = new Region('assertive');

  say(text: string, assertive = false): void {
    if (text) (assertive ? this.assertive : this.polite).say(text);
  }
}
