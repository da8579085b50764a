/** What the page keeps between visits: the text of each solution, and what was achieved. IndexedDB, on this machine only. */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Language } from '../../workers/protocol/run.ts';

export interface SavedWork {
  readonly source: string;
  readonly updatedAt: number;
}
export interface Achievement {
  /** Milliseconds since the epoch of the first full pass, by language. */
  readonly passedAt: Readonly<Partial<Record<Language, number>>>;
  readonly submissions: number;
  readonly hintsOpened: number;
  /** The language last used. */
  readonly language: Language;
}

interface Schema extends DBSchema {
  work: { key: string; value: SavedWork };
  progress: { key: string; value: Achievement };
}

const NAME = 'sparring';
const VERSION = 1;

let opening: Promise<IDBPDatabase<Schema> | null> | null = null;

/** Null where the browser gives no storage (private windows): the page then works without memory. */
function database(): Promise<IDBPDatabase<Schema> | null> {
  opening ??= openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('work');
      db.createObjectStore('progress');
    },
  }).catch(() => null);
  return opening;
}

const workKey = (challengeId: string, language: Language): string => `${challengeId}/${language}`;

export async function readWork(challengeId: string, language: Language): Promise<string | null> {
  const found = await (await database())?.get('work', workKey(challengeId, language));
  return found?.source ?? null;
}

export async function writeWork(challengeId: string, language: Language, source: string): Promise<void> {
  await (await database())?.put('work', { source, updatedAt: Date.now() }, workKey(challengeId, language));
}

export async function removeWork(challengeId: string, language: Language): Promise<void> {
  await (await database())?.delete('work', workKey(challengeId, language));
}

export async function readProgress(): Promise<Record<string, Achievement>> {
  const db = await database();
  if (db === null) return {};
  const [keys, values] = await Promise.all([db.getAllKeys('progress'), db.getAll('progress')]);
  return Object.fromEntries(keys.map((key, i) => [key, values[i] as Achievement]));
}

export async function writeProgress(challengeId: string, value: Achievement): Promise<void> {
  await (await database())?.put('progress', value, challengeId);
}
