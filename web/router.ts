// The address bar and the title.
// Here: Router.  Not here: what an address means (src/app/route.h).
// Rules: the app pushes or replaces; Back, Forward and typed addresses are reported; nothing is reported twice or echoed.
export class Router {
  private shown = location.hash;

  constructor(private readonly changed: (hash: string) => void) {
    const look = () => {
      if (location.hash === this.shown) return;
      this.shown = location.hash;
      this.changed(this.shown);
    };
    window.addEventListener('popstate', look);
    window.addEventListener('hashchange', look);
  }

  show(hash: string, title: string, push: boolean): void {
    if (title) document.title = title;
    const wanted = hash === '' || hash.startsWith('#') ? hash : `#${hash}`;
    if (wanted === location.hash) return;
    const address = wanted || location.pathname + location.search;
    if (push) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.shown = location.hash;
  }
}
