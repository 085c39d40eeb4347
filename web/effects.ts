// Carries out what the app asks for: the effects of src/app/effect.h.
// Here: the list of them and who does each.  Not here: doing it.
import { load_index, load_pack } from './content';
import type { Kept, LearnerRecord } from './database';
import type { EngineClient } from './engine-client';
import { copy_text, download, pick_file } from './files';
import type { Announcer } from './live-region';
import type { Router } from './router';
import type { Report, Store } from './store';
import { show_theme } from './environment';

type Effect =
  | { do: 'send_request'; request: { id: unknown }; timeout_ms: number }
  | { do: 'cancel_request'; id: unknown }
  | { do: 'load_index' }
  | { do: 'load_pack'; category: string }
  | { do: 'append_record'; record: LearnerRecord }
  | { do: 'keep_value'; kept: Kept }
  | { do: 'merge_backup'; records: LearnerRecord[]; kept: Kept[] }
  | { do: 'download'; file_name: string; media_type: string; text: string }
  | { do: 'pick_file'; accept: string }
  | { do: 'copy_text'; text: string }
  | { do: 'show_route'; hash: string; title: string; push: boolean }
  | { do: 'announce'; text: string; assertive: boolean }
  | { do: 'show_theme'; dark: boolean }
  | { do: 'print_page' }
  | { do: 'reload_page' };

export interface Doers {
  engine: EngineClient;
  store: Store;
  router: Router;
  announcer: Announcer;
  report: (report: Report) => void;
  reload: () => void;
}

export function carry_out(text: string, doers: Doers): void {
  for (const effect of JSON.parse(text) as Effect[]) carry_out_one(effect, doers);
}

function carry_out_one(effect: Effect, { engine, store, router, announcer, report, reload }: Doers): void {
  switch (effect.do) {
    case 'send_request': return engine.send(effect.request, effect.timeout_ms);
    case 'cancel_request': return engine.cancel(effect.id);
    case 'load_index': return void load_index(report);
    case 'load_pack': return void load_pack(effect.category, report);
    case 'append_record': return store.append(effect.record);
    case 'keep_value': return store.keep(effect.kept);
    case 'merge_backup': return store.merge(effect.records, effect.kept);
    case 'download': return download(effect.file_name, effect.media_type, effect.text);
    case 'pick_file':
      return pick_file(effect.accept, (file) => report({ is: 'file_picked', ...file }), (why) => report({ is: 'refused', why }));
    case 'copy_text':
      return void copy_text(effect.text).then((done) => report({ is: 'copied', done }));
    case 'show_route': return router.show(effect.hash, effect.title, effect.push);
    case 'announce': return announcer.say(effect.text, effect.assertive);
    case 'show_theme': return show_theme(effect.dark);
    case 'print_page': return window.print();
    case 'reload_page': return reload();
  }
}
