/** How a new table's rows are spread over folders and files: the checks that Spark makes on it, and columns in their order. */
import { analysisError, SparkError } from '../../core/index.ts';
import type { BucketSpec } from '../../plan/index.ts';
import { quoteIdentifier } from '../../types/index.ts';
import type { StructField } from '../../types/index.ts';
import { quotedName } from './errors.ts';
import { tableParts } from './tables.ts';
import type { TableId } from './tables.ts';

export interface TableLayout {
  readonly partitionBy: readonly string[];
  readonly buckets?: BucketSpec;
  readonly clusterBy?: readonly string[];
}

const MAX_BUCKETS_COUNT = 100_000;

/** Raises INVALID_BUCKET_COUNT; `isStatement`: from SQL, where it is an error of parsing. */
export function checkBucketCount(numBuckets: number, conf: (key: string) => string | undefined, isStatement = false): void {
  const most = Number(conf('spark.sql.sources.bucketing.maxBuckets') ?? MAX_BUCKETS_COUNT);
  if (numBuckets > 0 && numBuckets <= most) return;
  throw new SparkError({
    errorClass: isStatement ? 'ParseException' : 'AnalysisException',
    condition: 'INVALID_BUCKET_COUNT',
    sqlState: '22003',
    parameters: { bucketingMaxBuckets: String(most), numBuckets: String(numBuckets) },
    sentence: `A table has between 1 and ${most} buckets, not ${numBuckets}.`,
  });
}

/**
 * The layout under the names that the columns have. Raises COLUMN_NOT_DEFINED_IN_TABLE, COLUMN_ALREADY_EXISTS,
 * ALL_PARTITION_COLUMNS_NOT_ALLOWED and what Spark raises for buckets by columns of folders.
 */
export function checkedLayout(layout: TableLayout, table: TableId, columns: readonly StructField[]): TableLayout {
  const find = (kind: string, names: readonly string[]): string[] => {
    const found = names.map((name) => nameOf(kind, name, table, columns));
    const twice = found.find((name, i) => found.indexOf(name) !== i);
    if (twice !== undefined) throw analysisError('COLUMN_ALREADY_EXISTS', '42711', { columnName: quoteIdentifier(twice.toLowerCase()) }, `The column ${twice} is named twice.`);
    return found;
  };
  find('table', columns.map((f) => f.name));
  const partitionBy = find('partition', layout.partitionBy);
  if (partitionBy.length > 0 && partitionBy.length === columns.length) {
    throw analysisError('ALL_PARTITION_COLUMNS_NOT_ALLOWED', 'KD005', {}, 'A table cannot be partitioned by all of its columns: leave one for the files.');
  }
  if (layout.buckets === undefined) return { ...layout, partitionBy };
  const buckets = { ...layout.buckets, columns: find('bucket', layout.buckets.columns), sortColumns: find('sort', layout.buckets.sortColumns) };
  const normalizedPartCols = partitionBy.join(', ');
  for (const bucketCol of buckets.columns) {
    if (!partitionBy.includes(bucketCol)) continue;
    throw analysisError('_LEGACY_ERROR_TEMP_1166', null, { bucketCol, normalizedPartCols }, `${bucketCol} is a column of folders (${normalizedPartCols}): the files in each would have one bucket.`);
  }
  for (const sortCol of buckets.sortColumns) {
    if (!partitionBy.includes(sortCol)) continue;
    throw analysisError('_LEGACY_ERROR_TEMP_1167', null, { sortCol, normalizedPartCols }, `${sortCol} is a column of folders (${normalizedPartCols}): it has one value in each file.`);
  }
  return { ...layout, partitionBy, buckets };
}

function nameOf(colType: string, name: string, table: TableId, columns: readonly StructField[]): string {
  const found = columns.find((f) => f.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found.name;
  throw analysisError(
    'COLUMN_NOT_DEFINED_IN_TABLE',
    '42703',
    { colType, colName: quoteIdentifier(name), tableName: quotedName(tableParts(table)), tableCols: columns.map((f) => quoteIdentifier(f.name)).join(', ') },
    `There is no column ${name} in ${table.name}.`,
  );
}

/** The folders' columns come after those of the files. */
export function partitionColumnsLast<T extends { readonly name: string }>(columns: readonly T[], partitionBy: readonly string[]): readonly T[] {
  const keys = partitionBy.flatMap((name) => columns.find((c) => c.name === name) ?? []);
  return keys.length === 0 ? columns : [...columns.filter((c) => !keys.includes(c)), ...keys];
}
