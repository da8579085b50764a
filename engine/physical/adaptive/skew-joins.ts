/**
 * Splitting large partitions of joins (Spark's `OptimizeSkewedJoin`): one that is much larger than the median is read in
 * parts by map task, and each part meets all of the other side's partition.
 */
import { confBoolean, confBytes, confNumber } from '../conf.ts';
import type { Conf } from '../conf.ts';
import { transformPhysicalUp, withPhysicalInputs } from '../nodes.ts';
import type { PhysicalPlan, ShuffledHashJoinExec, SortMergeJoinExec } from '../nodes.ts';
import type { ReadSpec, ShuffleQueryStageExec } from './nodes.ts';
import { advisoryPartitionBytes } from './runtime-statistics.ts';
import { shuffleRead } from './shuffle-reads.ts';
import { meetsRequirements } from './validate.ts';

const MIB = 2 ** 20;
const SKEW_FACTOR = 5;
const SKEW_THRESHOLD_BYTES = 256 * MIB;
/** A part is put to the one before it if both together exceed the target by no more than this, or one is tiny. */
const MERGED_PART_FACTOR = 1.2;
const SMALL_PART_FACTOR = 0.2;

const SPLITS_LEFT: ReadonlySet<string> = new Set(['inner', 'cross', 'left_outer', 'left_semi', 'left_anti']);
const SPLITS_RIGHT: ReadonlySet<string> = new Set(['inner', 'cross', 'right_outer']);

export function splitSkewedJoins(root: PhysicalPlan, conf: Conf): PhysicalPlan {
  if (!confBoolean(conf, 'spark.sql.adaptive.skewJoin.enabled', true)) return root;
  const changed = transformPhysicalUp(root, (p) => (p.op === 'SortMergeJoin' || p.op === 'ShuffledHashJoin' ? splitJoin(p, conf) : p));
  return changed === root || !meetsRequirements(changed) ? root : changed;
}

function splitJoin(p: SortMergeJoinExec | ShuffledHashJoinExec, conf: Conf): PhysicalPlan {
  const left = stageBelow(p.left);
  const right = stageBelow(p.right);
  if (left === undefined || right === undefined) return p;
  const sides = [
    sizesOf(left, SPLITS_LEFT.has(p.joinType), conf),
    sizesOf(right, SPLITS_RIGHT.has(p.joinType), conf),
  ] as const;
  const specs: [ReadSpec[], ReadSpec[]] = [[], []];
  let split = false;
  for (let partition = 0; partition < sides[0].bytes.length; partition++) {
    const [a, b] = sides.map((s) => s.parts(partition)) as [readonly ReadSpec[], readonly ReadSpec[]];
    split ||= a.length > 1 || b.length > 1;
    for (const x of a) for (const y of b) {
      specs[0].push(x);
      specs[1].push(y);
    }
  }
  if (!split) return p;
  const read = (side: PhysicalPlan, stage: ShuffleQueryStageExec, list: readonly ReadSpec[]): PhysicalPlan => {
    const reading = shuffleRead(stage, list, false);
    return side === stage ? reading : withPhysicalInputs(side, [reading]);
  };
  return { ...p, left: read(p.left, left, specs[0]), right: read(p.right, right, specs[1]), skew: true };
}

function stageBelow(p: PhysicalPlan): ShuffleQueryStageExec | undefined {
  const below = p.op === 'Sort' ? p.child : p;
  return below.op === 'ShuffleQueryStage' ? below : undefined;
}

interface Side {
  readonly bytes: Float64Array;
  /** How a partition is read: whole, or in parts. */
  readonly parts: (partition: number) => readonly ReadSpec[];
}

function sizesOf(stage: ShuffleQueryStageExec, mayBeSplit: boolean, conf: Conf): Side {
  const { bytesByPartition: bytes, mapBytes } = stage.statistics;
  const factor = confNumber(conf, 'spark.sql.adaptive.skewJoin.skewedPartitionFactor', SKEW_FACTOR);
  const least = confBytes(conf, 'spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes', SKEW_THRESHOLD_BYTES);
  const threshold = Math.max(least, median(bytes) * factor);
  const usual = bytes.filter((b) => b <= threshold);
  const mean = usual.length === 0 ? 0 : usual.reduce((x, y) => x + y, 0) / usual.length;
  const target = Math.max(advisoryPartitionBytes(conf), mean);
  const parts = (p: number): readonly ReadSpec[] => {
    const whole = [{ start: p, end: p + 1 }];
    if (!mayBeSplit || (bytes[p] as number) <= threshold) return whole;
    const byMap = mapBytes(p);
    const starts = partStarts(byMap, target);
    if (starts.length < 2) return whole;
    return starts.map((mapStart, i) => ({ start: p, end: p + 1, mapStart, mapEnd: starts[i + 1] ?? byMap.length }));
  };
  return { bytes, parts };
}

function median(bytes: Float64Array): number {
  const sorted = bytes.slice().sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  const value = sorted.length % 2 === 0 ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
  return Math.max(1, value);
}

/** First map task of each part of about the target size. */
export function partStarts(sizes: Float64Array, target: number): number[] {
  const starts = [0];
  let current = 0;
  let previous = -1;
  const close = (): void => {
    const tiny = current < target * SMALL_PART_FACTOR || previous < target * SMALL_PART_FACTOR;
    if (previous >= 0 && (current + previous < target * MERGED_PART_FACTOR || tiny)) {
      starts.pop();
      previous += current;
    } else {
      previous = current;
    }
  };
  sizes.forEach((size, i) => {
    if (i > 0 && current + size > target) {
      close();
      starts.push(i);
      current = size;
    } else {
      current += size;
    }
  });
  close();
  return starts;
}
