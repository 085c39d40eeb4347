// A backup file made without the app, for when it cannot start or has crashed.
// Here: rescue_backup.  The format is that of src/app/backup.h.
import { open_database, read_all } from './database';

const kFnvBasis = 0xcbf29ce484222325n;
const kFnvPrime = 0x100000001b3n;

function fingerprint(text: string): string {
  let hash = kFnvBasis;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * kFnvPrime);
  return hash.toString(16).padStart(16, '0');
}

export async function rescue_backup(): Promise<{ name: string; text: string; n_records: number }> {
  const database = await open_database(() => {}, () => {});
  const { records, kept } = await read_all(database);
  database.close();
  const content = { format: 'loopready-backup', v: 1, exported_at_ms: Date.now(), records, kept };
  const text = JSON.stringify({ ...content, check: fingerprint(JSON.stringify(content)) });
  return { name: `loopready-backup-${new Date().toISOString().slice(0, 10)}.json`, text, n_records: records.length };
}
