/**
 * How to join: Spark's `JoinSelection`. Hints first (broadcast, merge, shuffle_hash, shuffle_replicate_nl), then sizes,
 * then sort-merge; without equal keys a nested loop or a cartesian product.
 */
import type { JoinNode, JoinStrategyHint, LogicalPlan } from '../../plan/index.ts';
import { isOrderable } from '../../types/index.ts';
import { prefersHashTable, runtimeHint } from '../adaptive/join-hints.ts';
import { adaptiveBroadcastThreshold, broadcastThreshold, confBoolean, shufflePartitions } from '../conf.ts';
import type { Planning, Strategy } from '../context.ts';
import type { BuildSide, PhysicalPlan } from '../nodes.ts';
import { equiKeys, nullAwareAntiKeys } from './join-keys.ts';
import type { EquiKeys } from './join-keys.ts';

const BROADCAST_LEFT: ReadonlySet<string> = new Set(['inner', 'cross', 'right_outer']);
const BROADCAST_RIGHT: ReadonlySet<string> = new Set(['inner', 'cross', 'left_outer', 'left_semi', 'left_anti', 'left_single', 'existence']);
const SHUFFLE_LEFT: ReadonlySet<string> = new Set(['inner', 'cross', 'left_outer', 'right_outer', 'full_outer']);
const MUCH_SMALLER_FACTOR = 3n;

function sizeOf(p: LogicalPlan, planning: Planning): bigint {
  return planning.statistics(p).sizeInBytes;
}

function smallerSide(j: JoinNode, planning: Planning): BuildSide {
  return sizeOf(j.right, planning) <= sizeOf(j.left, planning) ? 'right' : 'left';
}

function pickSide(j: JoinNode, left: boolean, right: boolean, planning: Planning): BuildSide | undefined {
  if (left && right) return smallerSide(j, planning);
  return left ? 'left' : right ? 'right' : undefined;
}

/** The join with hints from what has run so far. */
function withRuntimeHints(j: JoinNode, planning: Planning): JoinNode {
  const left = runtimeHint(j, 'left', BROADCAST_LEFT.has(j.joinType), planning);
  const right = runtimeHint(j, 'right', BROADCAST_RIGHT.has(j.joinType), planning);
  if (left === undefined && right === undefined) return j;
  return { ...j, hint: { ...j.hint, ...(left === undefined ? {} : { left }), ...(right === undefined ? {} : { right }) } };
}


function hasHint(j: JoinNode, hint: JoinStrategyHint): boolean {
  return j.hint.left === hint || j.hint.right === hint;
}

function isSmall(p: LogicalPlan, planning: Planning): boolean {
  const limit = planning.stageOf(p) === undefined ? broadcastThreshold(planning.conf) : adaptiveBroadcastThreshold(planning.conf);
  const size = sizeOf(p, planning);
  return size >= 0n && limit >= 0 && size <= BigInt(limit);
}

/** Small enough by size, and not forbidden by a hint. */
function broadcastable(j: JoinNode, side: BuildSide, planning: Planning): boolean {
  return j.hint[side] !== 'no_broadcast_hash' && isSmall(j[side], planning);
}

function broadcastSide(j: JoinNode, byHint: boolean, planning: Planning): BuildSide | undefined {
  const wanted = (side: BuildSide): boolean => (byHint ? j.hint[side] === 'broadcast' : broadcastable(j, side, planning));
  return pickSide(j, BROADCAST_LEFT.has(j.joinType) && wanted('left'), BROADCAST_RIGHT.has(j.joinType) && wanted('right'), planning);
}

function shuffleHashSide(j: JoinNode, byHint: boolean, planning: Planning): BuildSide | undefined {
  const wanted = (side: BuildSide, other: BuildSide): boolean => {
    if (byHint) return j.hint[side] === 'shuffle_hash';
    if (prefersHashTable(j, side, planning)) return true;
    if (confBoolean(planning.conf, 'spark.sql.join.preferSortMergeJoin', true)) return false;
    const limit = BigInt(broadcastThreshold(planning.conf)) * BigInt(shufflePartitions(planning.conf));
    return sizeOf(j[side], planning) < limit && sizeOf(j[side], planning) * MUCH_SMALLER_FACTOR <= sizeOf(j[other], planning);
  };
  return pickSide(j, SHUFFLE_LEFT.has(j.joinType) && wanted('left', 'right'), wanted('right', 'left'), planning);
}

interface Sides {
  readonly joinType: JoinNode['joinType'];
  readonly left: PhysicalPlan;
  readonly right: PhysicalPlan;
  readonly output: JoinNode['output'];
}

/** Equi-joins: the first way that applies. */
function planEquiJoin(j: JoinNode, keys: EquiKeys, sides: Sides, planning: Planning): PhysicalPlan {
  const sortable = keys.leftKeys.every((k) => isOrderable(k.type));
  const inner = j.joinType === 'inner' || j.joinType === 'cross';
  const broadcast = (byHint: boolean): PhysicalPlan | undefined => {
    const buildSide = broadcastSide(j, byHint, planning);
    return buildSide && { op: 'BroadcastHashJoin', ...sides, ...keys, buildSide, nullAware: false };
  };
  const shuffledHash = (byHint: boolean): PhysicalPlan | undefined => {
    const buildSide = shuffleHashSide(j, byHint, planning);
    return buildSide && { op: 'ShuffledHashJoin', ...sides, ...keys, buildSide };
  };
  const sortMerge = (): PhysicalPlan | undefined => (sortable ? { op: 'SortMergeJoin', ...sides, ...keys } : undefined);
  const cartesian = (): PhysicalPlan | undefined => (inner ? { op: 'CartesianProduct', ...sides, ...condition(j) } : undefined);
  const hinted =
    broadcast(true) ??
    (hasHint(j, 'merge') ? sortMerge() : undefined) ??
    shuffledHash(true) ??
    (hasHint(j, 'shuffle_replicate_nl') ? cartesian() : undefined);
  return (
    hinted ??
    broadcast(false) ??
    shuffledHash(false) ??
    sortMerge() ??
    cartesian() ?? { op: 'BroadcastNestedLoopJoin', ...sides, ...condition(j), buildSide: smallerSide(j, planning) }
  );
}

/** There is no other way for it than with the right side in memory. */
function planSingleJoin(j: JoinNode, keys: EquiKeys, sides: Sides, planning: Planning): PhysicalPlan {
  if (broadcastSide(j, true, planning) === 'right' || broadcastSide(j, false, planning) === 'right') {
    return { op: 'BroadcastHashJoin', ...sides, ...keys, buildSide: 'right', nullAware: false };
  }
  return { op: 'BroadcastNestedLoopJoin', ...sides, ...condition(j), buildSide: 'right' };
}

function condition(j: JoinNode): Pick<JoinNode, 'condition'> {
  return j.condition === undefined ? {} : { condition: j.condition };
}

/** Which side a nested loop holds in memory when both may be. */
function loopSide(j: JoinNode, planning: Planning): BuildSide {
  if (j.joinType === 'inner' || j.joinType === 'cross' || j.joinType === 'full_outer') return smallerSide(j, planning);
  return BROADCAST_LEFT.has(j.joinType) ? 'left' : 'right';
}

function planLoopJoin(j: JoinNode, sides: Sides, planning: Planning): PhysicalPlan {
  const loop = (buildSide: BuildSide): PhysicalPlan => ({ op: 'BroadcastNestedLoopJoin', ...sides, ...condition(j), buildSide });
  const among = (left: boolean, right: boolean): PhysicalPlan | undefined => {
    if (left && right) return loop(loopSide(j, planning));
    return left ? loop('left') : right ? loop('right') : undefined;
  };
  const inner = j.joinType === 'inner' || j.joinType === 'cross';
  const cartesian = (): PhysicalPlan | undefined => (inner ? { op: 'CartesianProduct', ...sides, ...condition(j) } : undefined);
  const mayHold = (side: BuildSide): boolean => side === 'right' || SHUFFLE_LEFT.has(j.joinType);
  return (
    among(j.hint.left === 'broadcast' && mayHold('left'), j.hint.right === 'broadcast') ??
    (hasHint(j, 'shuffle_replicate_nl') ? cartesian() : undefined) ??
    among(mayHold('left') && broadcastable(j, 'left', planning), broadcastable(j, 'right', planning)) ??
    cartesian() ??
    loop(loopSide(j, planning))
  );
}

/** A side that is already broadcast while the query runs. */
function broadcastStage(j: JoinNode, planning: Planning): BuildSide | undefined {
  return (['left', 'right'] as const).find((side) => planning.stageOf(j[side])?.op === 'BroadcastQueryStage');
}

function joinWithBroadcast(j: JoinNode, buildSide: BuildSide, sides: Sides, keys: EquiKeys | undefined): PhysicalPlan {
  if (keys !== undefined) return { op: 'BroadcastHashJoin', ...sides, ...keys, buildSide, nullAware: false };
  const antiKeys = nullAwareAntiKeys(j);
  if (antiKeys !== undefined) return { op: 'BroadcastHashJoin', ...sides, ...antiKeys, buildSide, nullAware: true };
  return { op: 'BroadcastNestedLoopJoin', ...sides, ...condition(j), buildSide };
}

export const joinSelection: Strategy = (p, planning) => {
  if (p.node !== 'Join') return undefined;
  const sides: Sides = { joinType: p.joinType, left: planning.plan(p.left), right: planning.plan(p.right), output: p.output };
  const keys = equiKeys(p, planning.registry);
  const sent = broadcastStage(p, planning);
  if (sent !== undefined) return joinWithBroadcast(p, sent, sides, keys);
  if (keys !== undefined && p.joinType === 'left_single') return planSingleJoin(p, keys, sides, planning);
  if (keys !== undefined) return planEquiJoin(withRuntimeHints(p, planning), keys, sides, planning);
  const antiKeys = nullAwareAntiKeys(p);
  if (antiKeys !== undefined) {
    return { op: 'BroadcastHashJoin', ...sides, ...antiKeys, buildSide: 'right', nullAware: true };
  }
  return planLoopJoin(p, sides, planning);
};
