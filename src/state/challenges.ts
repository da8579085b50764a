/** Challenges as the judge gives them, read once. */
import { useEffect, useState } from 'react';
import type { ChallengeDetail, ChallengeSummary } from '../../workers/protocol/judge.ts';
import { judge } from './runtime.ts';

export type Loaded<T> = { readonly state: 'loading' } | { readonly state: 'ready'; readonly value: T } | { readonly state: 'failed'; readonly message: string };

let summaries: Promise<readonly ChallengeSummary[]> | null = null;
const details = new Map<string, Promise<ChallengeDetail>>();

function readSummaries(): Promise<readonly ChallengeSummary[]> {
  summaries ??= judge().challenges();
  return summaries;
}

function readDetail(id: string): Promise<ChallengeDetail> {
  let detail = details.get(id);
  if (detail === undefined) {
    detail = judge().challenge(id);
    details.set(id, detail);
  }
  return detail;
}

/** What `read` gives for a key. */
function useLoaded<T>(read: (key: string) => Promise<T>, key: string): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    read(key).then(
      (value) => isCurrent && setLoaded({ state: 'ready', value }),
      (error: unknown) => isCurrent && setLoaded({ state: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [read, key]);
  return loaded;
}

export const useChallenges = (): Loaded<readonly ChallengeSummary[]> => useLoaded(readSummaries, 'all');
export const useChallenge = (id: string): Loaded<ChallengeDetail> => useLoaded(readDetail, id);
