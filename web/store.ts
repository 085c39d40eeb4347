// Keeps what the learner did: writes what the app asks for and reports how it went.
// Here: Store, failures in plain words, other tabs, the request to keep the data.  Not here: transactions (database.ts).
// Without a database (private windows of some browsers) everything stays in the app's memory, and the learner is told.
import { append_record, keep_value, merge, open_database, read_all, read_meta, type Kept, type LearnerRecord } from './database';
import { forget_last_words, leave_last_words, read_last_words } from './last-words';

const kChannel = 'loopready';
const kAskAgainMs = 30 * 86_400_000;

export type Report = { is: string } & Record<string, unknown>;

function in_words(why: unknown): string {
  const name = why instanceof DOMException ? why.name : '';
  if (name === 'QuotaExceededError') return 'the storage this browser gives us is full';
  if (name === 'VersionError') return 'another tab runs a newer version: reload this page';
  if (name === 'InvalidStateError') return 'the database was closed: reload this page';
  return 'the browser refused';
}

export class Store {
  private database: IDBDatabase | null = null;
  private channel: BroadcastChannel | null = null;
  private n_under_way = 0;
  private waiting: (() => void)[] = [];
  private asked_to_persist = false;
  private readonly unsafe_records = new Map<string, LearnerRecord>(); // not yet written
  private readonly unsafe_kept = new Map<string, Kept>();

  constructor(private readonly report: (report: Report) => void) {}

  // Reports what is stored; never fails.
  async restore(): Promise<void> {
    let all: { records: LearnerRecord[]; kept: Kept[] } = { records: [], kept: [] };
    let failure = '';
    try {
      this.database = await open_database(
        () => this.fail('another tab runs a newer version: reload this page'),
        () => this.fail('another tab holds an older version of the data: close the other tabs'),
      );
      const last = read_last_words();
      if (last.records.length + last.kept.length > 0) await merge(this.database, last.records, last.kept);
      forget_last_words();
      all = await read_all(this.database);
    } catch {
      this.database?.close();
      this.database = null;
      failure = 'this browser keeps no data in this window';
    }
    this.report({ is: 'restored', ...all });
    if (failure) this.fail(failure);
    this.listen();
    void this.report_room();
  }

  append(record: LearnerRecord): void {
    this.unsafe_records.set(record.uuid, record);
    void this.write(async (database) => {
      await append_record(database, record);
      this.unsafe_records.delete(record.uuid);
      this.report({ is: 'record_kept', uuid: record.uuid });
      this.channel?.postMessage({ records: [record] });
    });
    this.ask_to_persist();
  }

  keep(kept: Kept): void {
    this.unsafe_kept.set(kept.key, kept);
    void this.write(async (database) => {
      await keep_value(database, kept);
      if (this.unsafe_kept.get(kept.key) === kept) this.unsafe_kept.delete(kept.key);
    });
  }

  merge(records: LearnerRecord[], kept: Kept[]): void {
    void this.write(async (database) => {
      const n_records = await merge(database, records, kept);
      this.report({ is: 'backup_merged', n_records });
      this.channel?.postMessage({ records });
    });
  }

  // The page goes away: what is still under way is left where the next start finds it.
  leave(): void {
    leave_last_words({ records: [...this.unsafe_records.values()], kept: [...this.unsafe_kept.values()] });
  }

  // Resolves when nothing is being written, so that a reload loses nothing.
  settled(): Promise<void> {
    return this.n_under_way === 0 ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  private async write(act: (database: IDBDatabase) => Promise<void>): Promise<void> {
    if (!this.database) return this.fail('this browser keeps no data in this window');
    this.n_under_way += 1;
    try {
      await act(this.database).catch(async (why: unknown) => {
        await this.reopen(why); // Safari drops connections now and then
        await act(this.database!);
      });
    } catch (why) {
      this.fail(in_words(why));
    } finally {
      this.n_under_way -= 1;
      if (this.n_under_way === 0) for (const resolve of this.waiting.splice(0)) resolve();
    }
  }

  private async reopen(why: unknown): Promise<void> {
    const name = why instanceof DOMException ? why.name : '';
    if (name === 'QuotaExceededError') throw why;
    this.database?.close();
    this.database = await open_database(() => this.fail('another tab runs a newer version: reload this page'), () => {});
  }

  private async report_room(): Promise<void> {
    const { storage } = navigator;
    if (!this.database || !storage?.persisted || !storage.estimate) return;
    try {
      const [persisted, { usage }] = await Promise.all([storage.persisted(), storage.estimate()]);
      this.report({ is: 'storage_changed', persisted, used_bytes: Math.round(usage ?? 0) });
    } catch {
      // The browser does not say; then nothing is claimed.
    }
  }

  private fail(text: string): void {
    this.report({ is: 'store_failed', text });
  }

  private listen(): void {
    if (!('BroadcastChannel' in self)) return;
    this.channel = new BroadcastChannel(kChannel);
    this.channel.onmessage = (event: MessageEvent<{ records?: LearnerRecord[] }>) => {
      const records = event.data.records;
      if (Array.isArray(records)) this.report({ is: 'restored', records, kept: [] });
    };
  }

  // Called within the click that led to the first record: browsers want a reason to keep the data for good.
  private ask_to_persist(): void {
    const { database } = this;
    if (this.asked_to_persist || !database || !navigator.storage?.persist) return;
    this.asked_to_persist = true;
    void (async () => {
      const last = await read_meta(database, 'asked_to_persist');
      if ((last && Date.now() - last.at_ms < kAskAgainMs) || (await navigator.storage.persisted())) return;
      const granted = await navigator.storage.persist();
      await keep_value(database, { key: 'asked_to_persist', at_ms: Date.now(), value: String(granted) }, 'meta');
      await this.report_room();
    })().catch(() => {});
  }
}
