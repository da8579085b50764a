/** The challenges, in the order of the list. Their texts stand beside each `challenge.ts`; `texts.ts` says which files. */
import type { Challenge } from '../grading/index.ts';
import { deduplicate } from './deduplicate/challenge.ts';
import { joinOptimisation } from './join-optimisation/challenge.ts';
import { movingAverage } from './moving-average/challenge.ts';
import { streamingWindow } from './streaming-window/challenge.ts';
import { topCustomers } from './top-customers/challenge.ts';

export const challenges: readonly Challenge[] = [topCustomers, deduplicate, movingAverage, joinOptimisation, streamingWindow];

export function findChallenge(id: string): Challenge | undefined {
  return challenges.find((c) => c.id === id);
}

export { fixturesOf, textsOf } from './texts.ts';
export type { ChallengeTexts, Fixture } from './texts.ts';
