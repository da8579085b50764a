/** What stages that have run tell the planner. */
import type { Conf } from '../conf.ts';
import { confBytes, confNumber } from '../conf.ts';
import type { PhysicalPlan } from '../nodes.ts';
import { physicalInputs } from '../nodes.ts';
import type { Statistics } from '../statistics.ts';
import { isStage } from './nodes.ts';
import type { QueryStageExec, ShuffleStatistics } from './nodes.ts';

function firstStage(p: PhysicalPlan): QueryStageExec | undefined {
  if (isStage(p)) return p;
  for (const x of physicalInputs(p)) {
    const found = firstStage(x);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Size of a part of a plan that has run: that of its first stage, as in Spark. */
export function runtimeStatistics(p: PhysicalPlan | undefined): Statistics | undefined {
  const stage = p === undefined ? undefined : firstStage(p);
  if (stage === undefined) return undefined;
  return { sizeInBytes: BigInt(stage.statistics.sizeInBytes), rowCount: BigInt(stage.statistics.rowCount) };
}

/** The statistics of a plan that is a finished shuffle and nothing above it. */
export function shuffleStatistics(p: PhysicalPlan | undefined): ShuffleStatistics | undefined {
  return p?.op === 'ShuffleQueryStage' ? p.statistics : undefined;
}

const NON_EMPTY_RATIO = 0.2;

/** Few partitions have rows: joining them where they lie is cheaper than sending one side everywhere. */
export function hasManyEmptyPartitions(s: ShuffleStatistics, conf: Conf): boolean {
  const nonEmpty = s.bytesByPartition.reduce((n, b) => n + (b > 0 ? 1 : 0), 0);
  const ratio = confNumber(conf, 'spark.sql.adaptive.nonEmptyPartitionRatioForBroadcastJoin', NON_EMPTY_RATIO);
  return nonEmpty > 0 && nonEmpty / s.bytesByPartition.length < ratio;
}

const MIB = 2 ** 20;
const ADVISORY_BYTES = 64 * MIB;

export const advisoryPartitionBytes = (conf: Conf): number => confBytes(conf, 'spark.sql.adaptive.advisoryPartitionSizeInBytes', ADVISORY_BYTES);

/** Every partition is small enough for a hash table of its own; off by default. */
export function prefersShuffledHash(s: ShuffleStatistics, conf: Conf): boolean {
  const limit = confBytes(conf, 'spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold', 0);
  return advisoryPartitionBytes(conf) <= limit && s.bytesByPartition.every((b) => b <= limit);
}
