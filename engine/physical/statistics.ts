/**
 * Estimated sizes of logical plans, after Spark's `SizeInBytesOnlyStatsPlanVisitor`: a row's size comes from its types,
 * filters keep the size, joins multiply. Join selection depends on them, so they are Spark's numbers, good or bad.
 */
import { inputsOf } from '../plan/index.ts';
import type { AttributeReference, DataSourceScan, JoinNode, LogicalPlan } from '../plan/index.ts';
import type { DataType } from '../types/index.ts';

export interface Statistics {
  readonly sizeInBytes: bigint;
  readonly rowCount?: bigint;
}

/** Size of plans of which nothing is known (`spark.sql.defaultSizeInBytes`): never small. */
export const UNKNOWN_SIZE_BYTES = 9_223_372_036_854_775_807n;
const ROW_OVERHEAD_BYTES = 8n;
const LONG_DECIMAL_DIGITS = 18;

/** Spark's `DataType.defaultSize`. */
export function defaultSizeBytes(t: DataType): number {
  switch (t.kind) {
    case 'null':
    case 'boolean':
    case 'byte':
      return 1;
    case 'short':
      return 2;
    case 'integer':
    case 'float':
    case 'date':
    case 'yearmonth_interval':
      return 4;
    case 'long':
    case 'double':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'daytime_interval':
      return 8;
    case 'decimal':
      return t.precision <= LONG_DECIMAL_DIGITS ? 8 : 16;
    case 'string':
      return 20;
    case 'char':
    case 'varchar':
      return t.length;
    case 'binary':
      return 100;
    case 'calendar_interval':
      return 16;
    case 'variant':
      return 2048;
    case 'array':
      return defaultSizeBytes(t.element);
    case 'map':
      return defaultSizeBytes(t.key) + defaultSizeBytes(t.value);
    case 'struct':
      return t.fields.reduce((sum, f) => sum + defaultSizeBytes(f.type), 0);
  }
}

function rowSize(columns: readonly AttributeReference[]): bigint {
  return columns.reduce((sum, a) => sum + BigInt(defaultSizeBytes(a.type)), ROW_OVERHEAD_BYTES);
}

const memo = new WeakMap<LogicalPlan, Statistics>();

export function statisticsOf(p: LogicalPlan): Statistics {
  let known = memo.get(p);
  if (known === undefined) {
    known = compute(p, statisticsOf);
    memo.set(p, known);
  }
  return known;
}

export type StatisticsOf = (p: LogicalPlan) => Statistics;

/** Statistics where the sizes of some plans are known, because they have run. */
export function statisticsWith(known: (p: LogicalPlan) => Statistics | undefined): StatisticsOf {
  const own = new Map<LogicalPlan, Statistics>();
  const of: StatisticsOf = (p) => {
    let found = own.get(p);
    if (found === undefined) {
      found = known(p) ?? compute(p, of);
      own.set(p, found);
    }
    return found;
  };
  return of;
}

function positive(size: bigint): bigint {
  return size > 0n ? size : 1n;
}

/** The input's size scaled by the width of the rows. */
function scaled(p: LogicalPlan, input: LogicalPlan, of: StatisticsOf): bigint {
  return positive((of(input).sizeInBytes * rowSize(p.output)) / rowSize(input.output));
}

function ofRows(columns: readonly AttributeReference[], rows: bigint): Statistics {
  return { sizeInBytes: positive(rowSize(columns) * rows), rowCount: rows };
}

function smaller(a: bigint, b: bigint | undefined): bigint {
  return b !== undefined && b < a ? b : a;
}

function compute(p: LogicalPlan, of: StatisticsOf): Statistics {
  switch (p.node) {
    case 'LocalData': {
      if (p.sizeInBytes !== undefined) return { sizeInBytes: BigInt(p.sizeInBytes) };
      if (p.origin === 'rdd') return { sizeInBytes: p.output.length === 0 ? 1n : UNKNOWN_SIZE_BYTES };
      const width = p.output.reduce((sum, a) => sum + defaultSizeBytes(a.type), 0);
      return { sizeInBytes: BigInt(width * p.batch.length), rowCount: BigInt(p.batch.length) };
    }
    case 'Range': {
      const span = p.end - p.start;
      const rows = span === 0n || span > 0n !== p.step > 0n ? 0n : (span + p.step - (p.step > 0n ? 1n : -1n)) / p.step;
      return { sizeInBytes: rows * 8n, rowCount: rows };
    }
    case 'DataSourceScan':
      return { sizeInBytes: Number.isFinite(p.sizeInBytes) ? scanSize(p) : UNKNOWN_SIZE_BYTES };
    case 'UnionLoop':
    case 'UnionLoopRef':
    case 'CTERelationRef':
      return { sizeInBytes: UNKNOWN_SIZE_BYTES };
    case 'InMemoryRelation':
      return { sizeInBytes: p.sizeInBytes === undefined ? of(p.child).sizeInBytes : BigInt(p.sizeInBytes) };
    case 'Limit': {
      const input = of(p.input);
      return ofRows(p.output, smaller(BigInt(p.limit), input.rowCount));
    }
    case 'Tail':
      return ofRows(p.output, smaller(BigInt(p.limit), of(p.input).rowCount));
    case 'Offset': {
      const { rowCount } = of(p.input);
      if (rowCount === undefined) return { sizeInBytes: scaled(p, p.input, of) };
      return ofRows(p.output, rowCount > BigInt(p.offset) ? rowCount - BigInt(p.offset) : 0n);
    }
    case 'Aggregate':
      return p.grouping.length === 0 ? ofRows(p.output, 1n) : { sizeInBytes: scaled(p, p.input, of) };
    case 'Expand':
      return { sizeInBytes: scaled(p, p.input, of) * BigInt(p.projections.length) };
    case 'Join':
      return joinStatistics(p, of);
    case 'Union':
      return { sizeInBytes: p.inputs.reduce((sum, x) => sum + of(x).sizeInBytes, 0n) };
    case 'SetOp': {
      const left = of(p.left).sizeInBytes;
      return { sizeInBytes: p.op === 'except' ? left : smaller(left, of(p.right).sizeInBytes) };
    }
    case 'Sample':
      return { sizeInBytes: sampled(of(p.input).sizeInBytes, p.upperBound - p.lowerBound) };
    case 'Generate':
    case 'Sort':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'SubqueryAlias':
    case 'ResolvedHint':
    case 'EventTimeWatermark':
    case 'WindowGroupLimit':
    case 'WithCTE':
      return of(p.input);
    default:
      return { sizeInBytes: scaled(p, inputsOf(p)[0] as LogicalPlan, of) };
  }
}

/** Columns that are not read count as those that a projection drops. */
function scanSize(p: DataSourceScan): bigint {
  const all = p.allColumns ?? p.output;
  return p.output.length === all.length ? BigInt(p.sizeInBytes) : positive((BigInt(p.sizeInBytes) * rowSize(p.output)) / rowSize(all));
}

const RATIO_STEPS = 1_000_000_000;

function sampled(size: bigint, ratio: number): bigint {
  return positive((size * BigInt(Math.round(ratio * RATIO_STEPS))) / BigInt(RATIO_STEPS));
}

function joinStatistics(p: JoinNode, of: StatisticsOf): Statistics {
  const left = of(p.left);
  if (p.joinType === 'left_semi' || p.joinType === 'left_anti') return { sizeInBytes: left.sizeInBytes };
  return { sizeInBytes: left.sizeInBytes * of(p.right).sizeInBytes };
}
