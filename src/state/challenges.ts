/** Challenges as the judge gives them, read once. */
import type { ChallengeDetail, ChallengeSummary } from '../../workers/protocol/judge.ts';
import { useLoaded } from './loaded.ts';
import type { Loaded } from './loaded.ts';
import { judge } from './runtime.ts';

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

export const useChallenges = (): Loaded<readonly ChallengeSummary[]> => useLoaded(readSummaries, 'all');
export const useChallenge = (id: string): Loaded<ChallengeDetail> => useLoaded(readDetail, id);
