/** Settings that a program changed and on which its plan or rows depend: the judge runs the program's plan under them. */
import type { SubmittedCase } from '../submission.ts';

/** A program may ask for so many partitions in the judge's engine. */
const MAX_PARTITIONS_COUNT = 10_000;

const TRAVEL: ReadonlySet<string> = new Set([
  'spark.sql.adaptive.enabled',
  'spark.sql.adaptive.autoBroadcastJoinThreshold',
  'spark.sql.ansi.enabled',
  'spark.sql.autoBroadcastJoinThreshold',
  'spark.sql.caseSensitive',
  'spark.sql.crossJoin.enabled',
  'spark.sql.join.preferSortMergeJoin',
  'spark.sql.legacy.timeParserPolicy',
  'spark.sql.mapKeyDedupPolicy',
  'spark.sql.pivotMaxValues',
  'spark.sql.session.timeZone',
  'spark.sql.shuffle.partitions',
  'spark.sql.storeAssignmentPolicy',
]);

const PARTITIONS_KEY = 'spark.sql.shuffle.partitions';

function isFit(key: string, value: string): boolean {
  return TRAVEL.has(key) && (key !== PARTITIONS_KEY || Number(value) <= MAX_PARTITIONS_COUNT);
}

/** What the program set, except where the challenge itself says. */
export function submittedSettings(outcome: SubmittedCase, challenge: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(outcome.conf ?? {}).filter(([key, value]) => !Object.hasOwn(challenge, key) && isFit(key, value));
  return Object.fromEntries(entries);
}
