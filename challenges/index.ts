/** The challenges, in the order of the list. Their texts and solutions stand beside each `challenge.ts`. */
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
