// The learner's data in IndexedDB, as plain asynchronous functions.
// Here: open_database, the stores, one function per transaction.  Not here: when to call them, other tabs (store.ts).
// Terms: records are append only, by uuid; kept holds the latest value of a key; meta is the page's own.
// Errors: promises reject with the browser's error.
export interface LearnerRecord {
  uuid: string;
  [field: string]: unknown;
}
export interface Kept {
  key: string;
  at_ms: number;
  value: string;
}

export const kDatabase = 'loopready';

// What each version of the stored format adds; the last one is the current version. A step never removes what is kept.
// tests/web/upgrade.test.mjs opens a database of every earlier version.
const kSteps: ((database: IDBDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('records', { keyPath: 'uuid' });
    database.createObjectStore('kept', { keyPath: 'key' });
    database.createObjectStore('meta', { keyPath: 'key' });
  },
];
const kVersion = kSteps.length;

export function open_database(on_outdated: () => void, on_blocked: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(kDatabase, kVersion);
    request.onupgradeneeded = ({ oldVersion }) => {
      for (const step of kSteps.slice(oldVersion)) step(request.result);
    };
    request.onblocked = on_blocked;
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onsuccess = () => {
      const database = request.result;
      // A newer version in another tab wants to change the database: do not stand in its way.
      database.onversionchange = () => {
        database.close();
        on_outdated();
      };
      resolve(database);
    };
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('stopped by the browser'));
  });
}

function put_if_newer(store: IDBObjectStore, kept: Kept): void {
  const known = store.get(kept.key);
  known.onsuccess = () => {
    const old = known.result as Kept | undefined;
    if (!old || !(old.at_ms > kept.at_ms)) store.put(kept);
  };
}

// A record is never overwritten; one that is there already counts as written.
function add_if_new(store: IDBObjectStore, record: LearnerRecord, added: () => void = () => {}): void {
  const known = store.getKey(record.uuid);
  known.onsuccess = () => {
    if (known.result !== undefined) return;
    store.add(record);
    added();
  };
}

export async function append_record(database: IDBDatabase, record: LearnerRecord): Promise<void> {
  const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
  add_if_new(transaction.objectStore('records'), record);
  await done(transaction);
}

export async function keep_value(database: IDBDatabase, kept: Kept, store: 'kept' | 'meta' = 'kept'): Promise<void> {
  const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
  put_if_newer(transaction.objectStore(store), kept);
  await done(transaction);
}

// All or nothing. Returns how many records were new.
export async function merge(database: IDBDatabase, records: LearnerRecord[], kept: Kept[]): Promise<number> {
  const transaction = database.transaction(['records', 'kept'], 'readwrite', { durability: 'strict' });
  let n_new = 0;
  const store = transaction.objectStore('records');
  for (const record of records) add_if_new(store, record, () => { n_new += 1; });
  for (const one of kept) put_if_newer(transaction.objectStore('kept'), one);
  await done(transaction);
  return n_new;
}

export async function read_all(database: IDBDatabase): Promise<{ records: LearnerRecord[]; kept: Kept[] }> {
  const transaction = database.transaction(['records', 'kept'], 'readonly');
  const records = transaction.objectStore('records').getAll();
  const kept = transaction.objectStore('kept').getAll();
  await done(transaction);
  return { records: records.result as LearnerRecord[], kept: kept.result as Kept[] };
}

export async function read_meta(database: IDBDatabase, key: string): Promise<Kept | undefined> {
  const transaction = database.transaction('meta', 'readonly');
  const found = transaction.objectStore('meta').get(key);
  await done(transaction);
  return found.result as Kept | undefined;
}
