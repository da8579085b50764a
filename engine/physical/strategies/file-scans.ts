/** Scans of files (Spark's `FileSourceStrategy`): what the source promises is not asked again above it. */
import { andAll, semanticEquals, splitConjuncts } from '../../plan/index.ts';
import type { DataSourceScan, ResolvedExpression } from '../../plan/index.ts';
import type { DataType } from '../../types/index.ts';
import { confBoolean } from '../conf.ts';
import type { Conf } from '../conf.ts';
import { isDynamicPruning } from '../dynamic-pruning.ts';
import type { DynamicPruning } from '../dynamic-pruning.ts';
import { filterExec } from '../filter-exec.ts';
import type { Planning, Strategy } from '../context.ts';
import type { FileSourceScanExec, PhysicalPlan } from '../nodes.ts';
import { selectedBuckets } from './bucket-pruning.ts';

export const fileScans: Strategy = (p, planning) => {
  if (p.node === 'DataSourceScan') return fileScan(p, planning);
  return p.node === 'Filter' && p.input.node === 'DataSourceScan' && !p.input.isStreaming ? aboveFile(p.input, p.condition, planning) : undefined;
};

/**
 * A filter over a file is put together again from the conditions that the source was told of, without those that choose
 * folders: all rows of these meet them.
 */
function aboveFile(scan: DataSourceScan, condition: ResolvedExpression, planning: Planning): PhysicalPlan {
  const settled = scan.partitionFilters ?? [];
  const rest = splitConjuncts(condition).filter((c) => !settled.some((s) => semanticEquals(s, c)));
  const above = andAll(planning.registry, rest);
  return above === undefined ? planning.plan(scan) : filterExec(planning.plan(scan), above);
}

function fileScan(scan: DataSourceScan, planning: Planning): FileSourceScanExec {
  const buckets = bucketsOf(scan, planning.conf);
  const dynamic = (scan.partitionFilters ?? []).filter(isDynamicPruning).map((call): DynamicPruning => ({ call, planId: planning.numbers.planId(), build: planning.plan(call.plan), state: 'adaptive' }));
  return { op: 'FileScan', scan, batched: isBatched(scan), output: scan.output, ...(buckets === undefined ? {} : { buckets }), ...(dynamic.length === 0 ? {} : { dynamic }) };
}

function bucketsOf(scan: DataSourceScan, conf: Conf): FileSourceScanExec['buckets'] {
  const spec = scan.table?.buckets;
  if (spec === undefined) return undefined;
  if (!confBoolean(conf, 'spark.sql.sources.bucketing.enabled', true)) return 'disabledByConfiguration';
  const read = new Set(scan.output.map((a) => a.name.toLowerCase()));
  if (!spec.columns.every((c) => read.has(c.toLowerCase()))) return 'columnsNotRead';
  const selected = selectedBuckets(spec, scan.pushedFilters);
  return { numBuckets: spec.numBuckets, ...(selected === undefined ? {} : { selected }) };
}

const MAX_BATCHED_FIELDS_COUNT = 100;

/** Formats of columns give columns, but for types that have none and for very wide rows. */
function isBatched(scan: DataSourceScan): boolean {
  if (scan.isStreaming || (scan.format !== 'parquet' && scan.format !== 'orc')) return false;
  return scan.output.length <= MAX_BATCHED_FIELDS_COUNT && scan.output.every((a) => hasColumnForm(a.type));
}

function hasColumnForm(t: DataType): boolean {
  switch (t.kind) {
    case 'variant':
    case 'calendar_interval':
      return false;
    case 'array':
      return hasColumnForm(t.element);
    case 'map':
      return hasColumnForm(t.key) && hasColumnForm(t.value);
    case 'struct':
      return t.fields.every((f) => hasColumnForm(f.type));
    default:
      return true;
  }
}
