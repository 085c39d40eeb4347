// The running page: joins app, frames, mirror, text fields, input, engine, store, address and updates.
// Here: join_parts and the counters.  Not here: how any part works, how the page starts (boot.ts).
// For tests and the curious, `window.loopready` gives read-only counters: frames built by the app, animation frames asked of
// the browser, timers set, workers made and ended, waits for the tools' part of the app, and the build's name.
import type { AppModule } from './app-module';
import { watch_copying } from './copy';
import { carry_out } from './effects';
import { EngineClient } from './engine-client';
import { environment, watch_environment } from './environment';
import type { HostState } from './field';
import { FrameLoop } from './frame-loop';
import { listen_to_input } from './input';
import { Announcer } from './live-region';
import { Mirror } from './mirror';
import { fonts_loaded } from './mirror-text';
import { Router } from './router';
import { watch_size, type StageSize } from './size';
import type { Report, Store } from './store';
import { TextHosts } from './text-host';
import { later } from './tools-module';
import { Updates } from './updates';

export interface PageParts {
  app: AppModule;
  stage: HTMLElement;
  canvas: HTMLCanvasElement;
  store: Store;
  first_size: StageSize;
}

export interface Page {
  loop: FrameLoop;
  report: (report: Report) => void;
  when_idle: (also: () => void) => void; // loads what the first screen did not need, then does `also`
}

export function join_parts({ app, stage, canvas, store, first_size }: PageParts): Page {
  const take_effects = () => {
    const effects = app.take_effects();
    if (effects) carry_out(effects, { engine, store, router, announcer, report, reload });
  };
  const loop = new FrameLoop(
    (now_ms) => app.frame(now_ms),
    () => {
      const stream = app.take_mirror();
      if (stream) mirror.apply(stream);
      const hosts = app.take_hosts();
      if (hosts) fields.update(JSON.parse(hosts) as HostState[]);
      take_effects();
      canvas.style.cursor = app.cursor();
    },
  );
  const report = (one: Report) => {
    app.receive(one);
    loop.kick();
  };

  const announcer = new Announcer();
  const router = new Router((hash) => report({ is: 'address_changed', hash }));
  const engine = new EngineClient({
    answered: (response, last) => {
      app.receive({ is: 'engine_answered', response });
      if (last) loop.draw_now(); // somebody waits for it
      else loop.kick();
    },
    lost: (id, why) => report({ is: 'engine_lost', id, why }),
  });
  const mirror = new Mirror(stage, {
    focus: (id, visible) => {
      app.focus(id, visible);
      loop.kick();
    },
    activate: (id) => {
      fields.flush();
      app.activate(id);
      loop.flush();
    },
    scroll_to: (id) => {
      app.scroll(id);
      loop.kick();
    },
  });
  const fields = new TextHosts(mirror, {
    typed: (key, text, shows) => {
      app.host_text(key, text);
      if (shows) loop.kick();
      else take_effects(); // kept without drawing anything
    },
    say: (text) => announcer.say(text),
    refused: (why) => report({ is: 'refused', why }),
  });
  const updates = new Updates({
    offline_ready: () => report({ is: 'offline_ready' }),
    update_ready: () => report({ is: 'update_ready' }),
  });
  const reload = () => {
    fields.flush();
    void store.settled().then(() => updates.reload());
  };

  listen_to_input({ stage, app, loop, mirror, flush_text: () => fields.flush() });
  window.addEventListener('pagehide', () => {
    fields.flush();
    store.leave();
  });
  watch_copying(mirror.root);
  void fonts_loaded().then(() => mirror.set_dpr(devicePixelRatio));
  watch_environment(() => report({ is: 'environment_changed', ...environment() }));
  watch_size(stage, first_size, (size) => {
    canvas.width = size.width;
    canvas.height = size.height;
    app.resize(size.width, size.height, size.dpr, size.text_scale);
    mirror.set_dpr(size.dpr);
    const writing = mirror.at(document.activeElement?.closest('.text-host') ?? null);
    if (writing) app.scroll(writing.id); // the on-screen keyboard must not hide it
    loop.draw_now();
  });
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // else it is never restored
    app.context_lost();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    app.context_restored();
    loop.kick();
  });

  Object.defineProperty(window, 'loopready', {
    value: Object.freeze({ build: BUILD_ID, counters: () => ({ ...loop.counters, ...engine.counters, tools_waits: later.n_waits }) }),
  });

  return {
    loop,
    report,
    when_idle: (also) => {
      const act = () => {
        engine.warm_up();
        void updates.register();
        also();
      };
      // A page that draws nothing may never be called idle, so this does not wait for long.
      if (window.requestIdleCallback) window.requestIdleCallback(act, { timeout: 1_000 });
      else setTimeout(act, 200);
    },
  };
}
