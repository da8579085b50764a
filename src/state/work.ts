/** The text of each solution: what is in the editor, kept on this machine as it changes. */
import { create } from 'zustand';
import type { Language } from '../../workers/protocol/run.ts';
import { readWork, removeWork, writeWork } from './database.ts';

const SAVE_DELAY_MS = 400;

interface WorkState {
  /** By `challenge/language`; absent until read. */
  readonly sources: Readonly<Record<string, string>>;
  /** What a reset threw away, until it is changed again. */
  readonly undo: Readonly<Record<string, string>>;
}

export const useWork = create<WorkState>(() => ({ sources: {}, undo: {} }));

const timers = new Map<string, ReturnType<typeof setTimeout>>();

export const workId = (challengeId: string, language: Language): string => `${challengeId}/${language}`;

/** Reads what was kept, else begins with the starter. */
export async function openWork(challengeId: string, language: Language, starter: string): Promise<void> {
  const id = workId(challengeId, language);
  if (useWork.getState().sources[id] !== undefined) return;
  const kept = await readWork(challengeId, language).catch(() => null);
  useWork.setState((s) => (s.sources[id] === undefined ? { sources: { ...s.sources, [id]: kept ?? starter } } : s));
}

export function changeWork(challengeId: string, language: Language, source: string): void {
  const id = workId(challengeId, language);
  if (useWork.getState().sources[id] === source) return;
  useWork.setState((s) => ({ sources: { ...s.sources, [id]: source }, undo: without(s.undo, id) }));
  scheduleSave(challengeId, language);
}

function scheduleSave(challengeId: string, language: Language): void {
  const id = workId(challengeId, language);
  clearTimeout(timers.get(id));
  timers.set(id, setTimeout(() => saveNow(challengeId, language), SAVE_DELAY_MS));
}

function saveNow(challengeId: string, language: Language): void {
  const id = workId(challengeId, language);
  clearTimeout(timers.get(id));
  timers.delete(id);
  const source = useWork.getState().sources[id];
  if (source !== undefined) void writeWork(challengeId, language, source);
}

/** Back to the starter; what was there can be had again by `undoReset`. */
export function resetWork(challengeId: string, language: Language, starter: string): void {
  const id = workId(challengeId, language);
  const old = useWork.getState().sources[id];
  clearTimeout(timers.get(id));
  timers.delete(id);
  useWork.setState((s) => ({
    sources: { ...s.sources, [id]: starter },
    undo: old === undefined || old === starter ? without(s.undo, id) : { ...s.undo, [id]: old },
  }));
  void removeWork(challengeId, language);
}

export function undoReset(challengeId: string, language: Language): void {
  const id = workId(challengeId, language);
  const old = useWork.getState().undo[id];
  if (old !== undefined) changeWork(challengeId, language, old);
}

function without(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([k]) => k !== key));
}

/** A page that is closed or hidden saves at once. */
addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'hidden') return;
  for (const id of [...timers.keys()]) {
    const at = id.lastIndexOf('/');
    saveNow(id.slice(0, at), id.slice(at + 1) as Language);
  }
});
