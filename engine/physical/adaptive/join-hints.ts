/**
 * What the sizes of finished shuffles say about a join (Spark's `DynamicJoinSelection`). A side with many empty partitions
 * is not broadcast, since most of the join's tasks would have nothing to do; outer joins look at the other side.
 */
import type { JoinNode, JoinStrategyHint } from '../../plan/index.ts';
import type { Planning } from '../context.ts';
import type { BuildSide } from '../nodes.ts';
import { hasManyEmptyPartitions, prefersShuffledHash, shuffleStatistics } from './runtime-statistics.ts';

const KEEPS_UNMATCHED: ReadonlySet<string> = new Set(['left_outer', 'right_outer', 'left_anti']);

/** The hint for a side; undefined where the query says one itself, or nothing is known. */
export function runtimeHint(j: JoinNode, side: BuildSide, mayBroadcast: boolean, planning: Planning): JoinStrategyHint | undefined {
  const own = shuffleStatistics(planning.stageOf(j[side]));
  if (own === undefined || j.hint[side] !== undefined) return undefined;
  const other = shuffleStatistics(planning.stageOf(j[side === 'left' ? 'right' : 'left']));
  const demote = mayBroadcast && isDemoted(j, hasManyEmptyPartitions(own, planning.conf), other !== undefined && hasManyEmptyPartitions(other, planning.conf));
  if (!demote) return undefined;
  return prefersShuffledHash(own, planning.conf) ? 'shuffle_hash' : 'no_broadcast_hash';
}

/** Hash tables of the side's partitions are preferred to sorting. */
export function prefersHashTable(j: JoinNode, side: BuildSide, planning: Planning): boolean {
  const own = shuffleStatistics(planning.stageOf(j[side]));
  return own !== undefined && prefersShuffledHash(own, planning.conf);
}

function isDemoted(j: JoinNode, ownEmpty: boolean, otherEmpty: boolean): boolean {
  if (ownEmpty) return !KEEPS_UNMATCHED.has(j.joinType);
  return otherEmpty && KEEPS_UNMATCHED.has(j.joinType);
}
