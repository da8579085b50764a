/** The reference of functions, made from the engine's registry (scripts/realm/reference.ts). */
import { referenceUrl } from 'virtual:realm';
import { z } from 'zod';
import { useLoaded } from './loaded.ts';
import type { Loaded } from './loaded.ts';

const entrySchema = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  family: z.string(),
  since: z.string(),
  sql: z.string().nullable(),
  python: z.string().nullable(),
  doc: z.string(),
  examples: z.array(z.tuple([z.string(), z.string().nullable()])),
});
export type ReferenceEntry = z.infer<typeof entrySchema>;

let reading: Promise<readonly ReferenceEntry[]> | null = null;

function read(): Promise<readonly ReferenceEntry[]> {
  reading ??= fetch(referenceUrl)
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error(`the server answered ${response.status}.`))))
    .then((data: unknown) => z.array(entrySchema).parse(data));
  reading.catch(() => (reading = null));
  return reading;
}

export const useReference = (): Loaded<readonly ReferenceEntry[]> => useLoaded(read, 'all');

/** Entries that a person means by some words: each must stand in the name, an alias or the text; names come first. */
export function found(entries: readonly ReferenceEntry[], words: string): readonly ReferenceEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((w) => w !== '');
  if (wanted.length === 0) return entries;
  const namesOf = (e: ReferenceEntry): string => [e.name, ...e.aliases].join(' ').toLowerCase();
  const matching = entries.filter((e) => wanted.every((w) => `${namesOf(e)} ${e.family} ${e.doc.toLowerCase()}`.includes(w)));
  const rank = (e: ReferenceEntry): number => (e.name.toLowerCase() === wanted[0] ? 0 : wanted.every((w) => namesOf(e).includes(w)) ? 1 : 2);
  return [...matching].sort((a, b) => rank(a) - rank(b));
}
