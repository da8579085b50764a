/** The realms of this page: one pool of user realms, one judge. And how far their loading is. */
import * as Comlink from 'comlink';
import { libraries } from 'virtual:realm';
import { create } from 'zustand';
import type { JudgeApi } from '../../workers/protocol/judge.ts';
import type { Language } from '../../workers/protocol/run.ts';
import { loadRealmAssets } from '../realms/assets.ts';
import { RealmPool } from '../realms/pool.ts';
import type { RuntimeStatus } from '../realms/pool.ts';

const IDLE: RuntimeStatus = { phase: 'idle', progress: null, message: null };

export const useRuntime = create<Record<Language, RuntimeStatus>>(() => ({ python: IDLE, typescript: IDLE }));

export const pool = new RealmPool(loadRealmAssets, (language, status) => useRuntime.setState({ [language]: status }));

let worker: Comlink.Remote<JudgeApi> | null = null;

/** The judge: a worker of our own that no program of the user's can reach. */
export function judge(): Comlink.Remote<JudgeApi> {
  worker ??= Comlink.wrap<JudgeApi>(
    new Worker(new URL('../../workers/judge-realm/worker.ts', import.meta.url), { type: 'module', name: 'judge' }),
  );
  return worker;
}

const texts = new Map<string, Promise<string | null>>();

/** Source text of a library that a program asked for: fetched once, by the page, since realms have no network. */
export function libraryText(name: string): Promise<string | null> {
  let text = texts.get(name);
  if (text === undefined) {
    text = fetchText(name);
    texts.set(name, text);
  }
  return text;
}

async function fetchText(name: string): Promise<string | null> {
  if (name !== 'danfojs') return null;
  const response = await fetch(libraries.danfojs).catch(() => null);
  if (response === null || !response.ok) {
    texts.delete(name);
    return null;
  }
  return response.text();
}
