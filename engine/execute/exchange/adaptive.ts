/**
 * Joining small partitions after a shuffle (Spark's `CoalesceShufflePartitions`): partitions are put together until they
 * hold about as much as is worth a task. Exchanges that meet in one operator are cut alike; what the user repartitioned
 * by number stays.
 */
import { confBoolean, confBytes, confNumber, defaultParallelism } from '../../physical/index.ts';
import type { Conf } from '../../physical/index.ts';
import type { Operator } from '../operator.ts';
import { BroadcastOperator } from './broadcast.ts';
import { ShuffleOperator } from './shuffle.ts';
import type { ReadSpec } from './shuffle.ts';

const MIB = 2 ** 20;
const ADVISORY_MIB = 64;

export function coalesceStage(root: Operator, conf: Conf): void {
  if (!confBoolean(conf, 'spark.sql.adaptive.coalescePartitions.enabled', true)) return;
  for (const group of groups(root)) coalesceGroup(group, conf);
}

function isSupported(s: ShuffleOperator): boolean {
  return s.node.origin !== 'REPARTITION_BY_NUM' && s.node.partitioning.kind !== 'single';
}

/** Shuffles of the stage that must be read alike; none of a group that has other sources too. */
function groups(op: Operator): ShuffleOperator[][] {
  if (op instanceof ShuffleOperator) return isSupported(op) ? [[op]] : [];
  if (op instanceof BroadcastOperator) return [];
  const streamed = op.inputs.filter((x) => !(x instanceof BroadcastOperator));
  const zipped = op.node.op === 'SortMergeJoin' || op.node.op === 'ShuffledHashJoin' || isAlignedUnion(op);
  if (!zipped) return streamed.flatMap(groups);
  const leaves = streamed.flatMap(leavesOf);
  const shuffles = leaves.filter((x): x is ShuffleOperator => x instanceof ShuffleOperator);
  return shuffles.length === leaves.length && shuffles.every(isSupported) ? [shuffles] : [];
}

function isAlignedUnion(op: Operator): boolean {
  return op.node.op === 'Union' && (op as Operator & { readonly aligned?: boolean }).aligned === true;
}

function leavesOf(op: Operator): Operator[] {
  if (op instanceof ShuffleOperator || op.inputs.length === 0) return [op];
  return op.inputs.filter((x) => !(x instanceof BroadcastOperator)).flatMap(leavesOf);
}

function coalesceGroup(group: readonly ShuffleOperator[], conf: Conf): void {
  const n = group[0]?.shufflePartitions ?? 0;
  if (group.some((s) => s.shufflePartitions !== n)) return;
  const bytes = new Float64Array(n);
  for (const s of group) s.partitionBytes().forEach((b, p) => (bytes[p] = (bytes[p] as number) + b));
  const specs = coalescedSpecs(bytes, targetBytes(bytes, conf));
  for (const s of group) s.readAs(specs);
}

/** As much as the advisory size says, but enough partitions for all cores, and none below the minimum. */
function targetBytes(bytes: Float64Array, conf: Conf): number {
  const total = bytes.reduce((a, b) => a + b, 0);
  const advisory = confBytes(conf, 'spark.sql.adaptive.advisoryPartitionSizeInBytes', ADVISORY_MIB * MIB);
  const smallest = confBytes(conf, 'spark.sql.adaptive.coalescePartitions.minPartitionSize', MIB);
  const parallel = confBoolean(conf, 'spark.sql.adaptive.coalescePartitions.parallelismFirst', true);
  const fallback = parallel ? defaultParallelism(conf) : 1;
  const tasks = Math.max(1, confNumber(conf, 'spark.sql.adaptive.coalescePartitions.minPartitionNum', fallback));
  return Math.max(smallest, Math.min(advisory, Math.ceil(total / tasks)));
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
