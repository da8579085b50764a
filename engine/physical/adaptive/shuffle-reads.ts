/**
 * How a stage reads the shuffles below it: small neighbouring partitions together (Spark's `CoalesceShufflePartitions`),
 * and what need not lie by hash, as the map tasks wrote it (`OptimizeShuffleWithLocalRead`).
 */
import { confBoolean, confBytes, confNumber, defaultParallelism } from '../conf.ts';
import type { Conf } from '../conf.ts';
import { physicalInputs, withPhysicalInputs } from '../nodes.ts';
import type { PhysicalPlan } from '../nodes.ts';
import { outputPartitioning } from '../properties.ts';
import type { AqeShuffleReadExec, ReadSpec, ShuffleQueryStageExec } from './nodes.ts';
import { advisoryPartitionBytes } from './runtime-statistics.ts';
import { meetsRequirements } from './validate.ts';

const MIB = 2 ** 20;

type Reads = ReadonlyMap<ShuffleQueryStageExec, readonly ReadSpec[]>;

export function coalesceReads(root: PhysicalPlan, conf: Conf): PhysicalPlan {
  if (!confBoolean(conf, 'spark.sql.adaptive.coalescePartitions.enabled', true)) return root;
  const reads = new Map<ShuffleQueryStageExec, readonly ReadSpec[]>();
  for (const group of groups(root)) coalesceGroup(group, conf, reads);
  return reads.size === 0 ? root : withReads(root, reads);
}

function withReads(p: PhysicalPlan, reads: Reads): PhysicalPlan {
  const stage = p.op === 'AQEShuffleRead' ? p.child : p;
  const specs = stage.op === 'ShuffleQueryStage' ? reads.get(stage) : undefined;
  if (specs !== undefined) return shuffleRead(stage as ShuffleQueryStageExec, specs, false);
  return withPhysicalInputs(p, physicalInputs(p).map((x) => withReads(x, reads)));
}

export function shuffleRead(child: ShuffleQueryStageExec, specs: readonly ReadSpec[], local: boolean): AqeShuffleReadExec {
  return { op: 'AQEShuffleRead', child, specs, local, output: child.output, ...(child.logical === undefined ? {} : { logical: child.logical }) };
}

/** A shuffle of the stage, and how it is read so far where a join's large partitions are split. */
interface Source {
  readonly stage: ShuffleQueryStageExec;
  readonly specs?: readonly ReadSpec[];
}

function sourceOf(p: PhysicalPlan): Source | undefined {
  if (p.op === 'ShuffleQueryStage') return { stage: p };
  return p.op === 'AQEShuffleRead' ? { stage: p.child, specs: p.specs } : undefined;
}

function isSupported({ stage: { shuffle } }: Source): boolean {
  return shuffle.origin !== 'REPARTITION_BY_NUM' && shuffle.partitioning.kind !== 'single';
}

/** Shuffles that must be read alike; none of a group that has other sources too. */
function groups(p: PhysicalPlan): Source[][] {
  const source = sourceOf(p);
  if (source !== undefined) return isSupported(source) ? [[source]] : [];
  const streamed = physicalInputs(p).filter((x) => x.op !== 'BroadcastQueryStage');
  const zipped = p.op === 'SortMergeJoin' || p.op === 'ShuffledHashJoin' || (p.op === 'Union' && outputPartitioning(p).kind === 'hash');
  if (!zipped) return streamed.flatMap(groups);
  const leaves = streamed.flatMap(leavesOf).map(sourceOf);
  return leaves.every((x) => x !== undefined && isSupported(x)) ? [leaves as Source[]] : [];
}

function leavesOf(p: PhysicalPlan): PhysicalPlan[] {
  if (p.op === 'ShuffleQueryStage' || p.op === 'AQEShuffleRead' || physicalInputs(p).length === 0) return [p];
  return physicalInputs(p).filter((x) => x.op !== 'BroadcastQueryStage').flatMap(leavesOf);
}

function coalesceGroup(group: readonly Source[], conf: Conf, reads: Map<ShuffleQueryStageExec, readonly ReadSpec[]>): void {
  const n = group[0]?.stage.statistics.bytesByPartition.length ?? 0;
  if (group.some((s) => s.stage.statistics.bytesByPartition.length !== n)) return;
  const bytes = new Float64Array(n);
  for (const s of group) s.stage.statistics.bytesByPartition.forEach((b, p) => (bytes[p] = (bytes[p] as number) + b));
  const target = targetBytes(bytes, conf);
  if (group.every((s) => s.specs === undefined)) {
    const specs = coalescedSpecs(bytes, target);
    if (specs.length < n) for (const s of group) reads.set(s.stage, specs);
    return;
  }
  if (group.some((s) => s.specs === undefined)) return;
  coalesceBetweenParts(group as readonly Required<Source>[], bytes, target).forEach((specs, i) => reads.set((group[i] as Source).stage, specs));
}

/** Runs of whole partitions between split ones are put together; both sides of the join keep in step. */
function coalesceBetweenParts(group: readonly Required<Source>[], bytes: Float64Array, target: number): ReadSpec[][] {
  const length = group[0]?.specs.length ?? 0;
  const out = group.map((): ReadSpec[] => []);
  const isWhole = (i: number): boolean => group.every((s) => s.specs[i]?.mapStart === undefined);
  for (let i = 0; i < length; ) {
    let end = i;
    while (end < length && isWhole(end)) end++;
    if (end === i) {
      group.forEach((s, g) => (out[g] as ReadSpec[]).push(s.specs[i] as ReadSpec));
      i += 1;
      continue;
    }
    const { specs: sample } = group[0] as (typeof group)[number];
    const first = (sample[i] as ReadSpec).start;
    const last = (sample[end - 1] as ReadSpec).end;
    const run = coalescedSpecs(bytes.subarray(first, last), target).map((s) => ({ start: s.start + first, end: s.end + first }));
    for (const specs of out) specs.push(...run);
    i = end;
  }
  return out;
}

/** As much as the advisory size says, but enough partitions for all cores, and none below the minimum. */
function targetBytes(bytes: Float64Array, conf: Conf): number {
  const total = bytes.reduce((a, b) => a + b, 0);
  const smallest = confBytes(conf, 'spark.sql.adaptive.coalescePartitions.minPartitionSize', MIB);
  const parallel = confBoolean(conf, 'spark.sql.adaptive.coalescePartitions.parallelismFirst', true);
  const fallback = parallel ? defaultParallelism(conf) : 1;
  const tasks = Math.max(1, confNumber(conf, 'spark.sql.adaptive.coalescePartitions.minPartitionNum', fallback));
  return Math.max(smallest, Math.min(advisoryPartitionBytes(conf), Math.ceil(total / tasks)));
}

/** Neighbouring partitions up to the target size each; empty ones are left out. */
export function coalescedSpecs(bytes: Float64Array, target: number): ReadSpec[] {
  const specs: ReadSpec[] = [];
  let start = 0;
  let size = 0;
  for (let p = 0; p < bytes.length; p++) {
    const next = bytes[p] as number;
    if (p > start && size + next > target) {
      if (size > 0) specs.push({ start, end: p });
      start = p;
      size = 0;
    }
    size += next;
  }
  if (size > 0 || specs.length === 0) specs.push({ start, end: bytes.length });
  return specs;
}

/** Reads as written where nothing above needs rows by hash: a broadcast's own rows, and what is joined with a broadcast. */
export function localReads(root: PhysicalPlan, conf: Conf): PhysicalPlan {
  if (!confBoolean(conf, 'spark.sql.adaptive.localShuffleReader.enabled', true)) return root;
  const changed = localRead(root) ?? readStreamedSides(root);
  return changed === root || !meetsRequirements(changed) ? root : changed;
}

function readStreamedSides(p: PhysicalPlan): PhysicalPlan {
  if (p.op !== 'BroadcastHashJoin') return withPhysicalInputs(p, physicalInputs(p).map(readStreamedSides));
  const left = p.buildSide === 'right' ? (localRead(p.left) ?? readStreamedSides(p.left)) : p.left;
  const right = p.buildSide === 'left' ? (localRead(p.right) ?? readStreamedSides(p.right)) : p.right;
  return withPhysicalInputs(p, [left, right]);
}

function localRead(p: PhysicalPlan): PhysicalPlan | undefined {
  const source = sourceOf(p);
  if (source === undefined || source.stage.shuffle.origin !== 'ENSURE_REQUIREMENTS' || source.stage.shuffle.partitioning.kind === 'single') return undefined;
  const { mapTasks, bytesByPartition } = source.stage.statistics;
  const reducers = bytesByPartition.length;
  return shuffleRead(source.stage, localSpecs(mapTasks, reducers, source.specs?.length ?? reducers), true);
}

/** One reader a map task, or several where more readers than map tasks are wanted. */
function localSpecs(mapTasks: number, reducers: number, wanted: number): ReadSpec[] {
  if (mapTasks === 0) return [];
  if (wanted < mapTasks) {
    const bounds = dividedEvenly(mapTasks, wanted);
    return bounds.slice(1).map((mapEnd, i) => ({ start: 0, end: reducers, mapStart: bounds[i] as number, mapEnd }));
  }
  const bounds = dividedEvenly(reducers, Math.max(1, Math.floor(wanted / mapTasks)));
  return Array.from({ length: mapTasks }, (_, m) =>
    bounds.slice(1).map((end, i) => ({ start: bounds[i] as number, end, mapStart: m, mapEnd: m + 1 })),
  ).flat();
}

/** Bounds of parts of about equal length, the longer ones first. */
function dividedEvenly(length: number, parts: number): number[] {
  const each = Math.floor(length / parts);
  const longer = length % parts;
  return Array.from({ length: parts + 1 }, (_, i) => i * each + Math.min(i, longer));
}
