// The exercises: an index at the start, a category's pack when asked for.
// Here: load_index, load_pack, which report how it went.
import type { Report } from './store';

type Tell = (report: Report) => void;

async function text_of(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`The server said ${response.status}.`);
  return response.text();
}

const in_words = (why: unknown) =>
  why instanceof Error && why.message.startsWith('The server') ? why.message : 'The server did not answer.';

export async function load_index(report: Tell): Promise<void> {
  try {
    report({ is: 'index_arrived', text: await text_of('content/index.json') });
  } catch (why) {
    report({ is: 'index_failed', text: in_words(why) });
  }
}

export async function load_pack(category: string, report: Tell): Promise<void> {
  try {
    const text = await text_of(`content/${encodeURIComponent(category)}.json`);
    report({ is: 'pack_arrived', category, text });
  } catch (why) {
    report({ is: 'pack_failed', category, text: in_words(why) });
  }
}
