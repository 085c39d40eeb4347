// What was being written when the page went away. Databases answer too late then; this storage answers at once.
// Here: leave_last_words, read_last_words, forget_last_words.  Not here: when (store.ts).
import type { Kept, LearnerRecord } from './database';

const kKey = 'loopready last words';

export interface LastWords {
  records: LearnerRecord[];
  kept: Kept[];
}

export function leave_last_words(words: LastWords): void {
  try {
    if (words.records.length + words.kept.length > 0) localStorage.setItem(kKey, JSON.stringify(words));
  } catch {
    // Full or forbidden: the database may still be quick enough.
  }
}

// Stays stored until forget() is called, once the words are safe.
export function read_last_words(): LastWords {
  const none: LastWords = { records: [], kept: [] };
  try {
    const { records, kept } = JSON.parse(localStorage.getItem(kKey) ?? '{}') as Partial<LastWords>;
    return Array.isArray(records) && Array.isArray(kept) ? { records, kept } : none;
  } catch {
    return none;
  }
}

export function forget_last_words(): void {
  try {
    localStorage.removeItem(kKey);
  } catch {
    // Forbidden: then there were none.
  }
}
