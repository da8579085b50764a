/** What plans tell of a scan of files. */
import { attributeText, expressionText, isOperator, referencesOf, splitConjuncts, splitDisjuncts } from '../../plan/index.ts';
import type { ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { quoteIfNeeded, simpleString, structField, structType } from '../../types/index.ts';
import type { FileSourceScanExec } from '../nodes.ts';
import { isDynamicPruning, pruningText } from '../dynamic-pruning.ts';
import { listText } from './lists.ts';
import { printerFor } from './subqueries.ts';

/** Longest value of a scan's property. */
const MAX_METADATA_CHARS = 100;

function abbreviated(text: string): string {
  return text.length <= MAX_METADATA_CHARS ? text : `${text.slice(0, MAX_METADATA_CHARS - 3)}...`;
}

/** The format and, of a table, its name. */
export function fileScanName({ scan }: FileSourceScanExec): string {
  return [scan.format.toLowerCase(), ...(scan.table === undefined ? [] : [scan.table.nameParts.join('.')])].join(' ');
}

const NOT_BUCKETED = {
  disabledByConfiguration: 'false (disabled by configuration)',
  disabledByPlanner: 'false (disabled by query planner)',
  columnsNotRead: 'false (bucket column(s) not read)',
} as const;

type Properties = readonly (readonly [name: string, value: string])[];

function bucketMetadata({ buckets }: FileSourceScanExec): { readonly before: Properties; readonly after: Properties } {
  if (buckets === undefined) return { before: [], after: [] };
  if (typeof buckets === 'string') return { before: [['Bucketed', NOT_BUCKETED[buckets]]], after: [] };
  const { numBuckets, selected } = buckets;
  return { before: [['Bucketed', 'true']], after: [['SelectedBucketsCount', `${selected?.length ?? numBuckets} out of ${numBuckets}`]] };
}

/** Tables list their folders in the catalog until some are chosen. */
function location({ scan }: FileSourceScanExec): { readonly index: string; readonly paths: readonly string[] } {
  const isTable = scan.table !== undefined && scan.partitionColumns !== undefined;
  if (!isTable || scan.selectedFolders === undefined) return { index: isTable ? 'CatalogFileIndex' : 'InMemoryFileIndex', paths: scan.paths };
  return { index: 'InMemoryFileIndex', paths: scan.selectedFolders };
}

const FORMAT_NAMES: Readonly<Record<string, string>> = { parquet: 'Parquet', text: 'Text' };

function pathsText(paths: readonly string[], more: number): string {
  return `[${paths.map((x) => `file:${x}`).join(', ')}${more > 0 ? `, ... ${more} entries` : ''}]`;
}

/** `separate`: as in formatted mode, where a property has a line of its own. */
export function fileScanMetadata(p: FileSourceScanExec, separate = false): Properties {
  const { scan } = p;
  const filters = scan.pushedFilters.flatMap(splitConjuncts);
  const pushed = filters.flatMap((f) => sourceFilter(f, scan.format === 'parquet' || scan.format === 'orc') ?? []);
  const folders = new Set((scan.partitionColumns ?? []).map((c) => c.toLowerCase()));
  const schema = structType(p.output.filter((a) => !folders.has(a.name.toLowerCase())).map((a) => structField(a.name, scan.readTypes?.get(a.name) ?? a.type)));
  const { index, paths } = location(p);
  const { before, after } = bucketMetadata(p);
  return [
    ['Batched', String(p.batched)],
    ...before,
    ['DataFilters', `[${filters.map(printerFor(p)).join(', ')}]`],
    ['Format', FORMAT_NAMES[scan.format] ?? scan.format.toUpperCase()],
    ['Location', separate ? `${index} ${pathsText(paths.slice(0, 1), paths.length - 1)}` : `${index}(${paths.length} paths)${pathsText(paths, 0)}`],
    ['PartitionFilters', `[${(scan.partitionFilters ?? []).map((e) => (isDynamicPruning(e) ? pruningText(e, p) : expressionText(e))).join(', ')}]`],
    ['PushedFilters', `[${pushed.join(', ')}]`],
    ['ReadSchema', simpleString(schema)],
    ...after,
  ];
}

export function fileScanArguments(p: FileSourceScanExec): string {
  const properties = fileScanMetadata(p).map(([key, value]) => `${key}: ${abbreviated(value)}`);
  return `${listText(p.output.map(attributeText), ',')} ${properties.join(', ')}`;
}

const SOURCE_FILTERS = { equal: 'EqualTo', nullSafeEqual: 'EqualNullSafe', less: 'LessThan', lessOrEqual: 'LessThanOrEqual', greater: 'GreaterThan', greaterOrEqual: 'GreaterThanOrEqual' } as const;
const MIRRORED_FILTERS = { ...SOURCE_FILTERS, less: 'GreaterThan', lessOrEqual: 'GreaterThanOrEqual', greater: 'LessThan', greaterOrEqual: 'LessThanOrEqual' } as const;

const TEXT_FILTERS = { startsWith: 'StringStartsWith', endsWith: 'StringEndsWith', contains: 'StringContains' } as const;

/** Name of a column; with `nested` of a field in one too. */
function columnName(e: ResolvedExpression | undefined, nested: boolean): string | undefined {
  if (e?.kind === 'attribute') return quoteIfNeeded(e.name);
  if (!nested || e?.kind !== 'call' || !isOperator(e, 'getField') || e.args[1]?.kind !== 'literal') return undefined;
  const struct = columnName(e.args[0], nested);
  return struct === undefined ? undefined : `${struct}.${quoteIfNeeded(String(e.args[1].value))}`;
}

/** A predicate in the words of a data source (`GreaterThan(id,1)`); undefined for what sources are not told. */
function sourceFilter(e: ResolvedExpression, nested: boolean): string | undefined {
  const column = (x: ResolvedExpression | undefined): string | undefined => columnName(x, nested);
  if (e.type.kind === 'boolean' && column(e) !== undefined) return `EqualTo(${column(e)},true)`;
  if (e.kind !== 'call' || referencesOf(e).size === 0) return undefined;
  const [a, b, ...more] = e.args;
  if (isOperator(e, 'isNotNull') || isOperator(e, 'isNull')) {
    const name = column(a);
    return name === undefined ? undefined : `${isOperator(e, 'isNull') ? 'IsNull' : 'IsNotNull'}(${name})`;
  }
  if (isOperator(e, 'not')) {
    const inner = a === undefined ? undefined : sourceFilter(a, nested);
    return inner === undefined ? undefined : `Not(${inner})`;
  }
  if (isOperator(e, 'or') || isOperator(e, 'and')) {
    const [word, list] = isOperator(e, 'or') ? ['Or', splitDisjuncts(e)] : ['And', splitConjuncts(e)];
    const parts = list.map((x) => sourceFilter(x, nested));
    return parts.every((x) => x !== undefined) ? parts.reduce((x, y) => `${word}(${x},${y})`) : undefined;
  }
  return comparisonFilter(e, [a, b, ...more], column);
}

/** Instants as Java writes them: with a fraction, be it none. */
function valueText(e: ResolvedExpression): string {
  const text = expressionText(e);
  return e.type.kind === 'timestamp' && !text.includes('.') ? `${text}.0` : text;
}

function comparisonFilter(e: ScalarCall, args: readonly (ResolvedExpression | undefined)[], column: (x: ResolvedExpression | undefined) => string | undefined): string | undefined {
  const [a, b] = args;
  const name = (Object.keys(SOURCE_FILTERS) as (keyof typeof SOURCE_FILTERS)[]).find((n) => isOperator(e, n));
  if (name !== undefined) {
    if (column(a) !== undefined && b?.kind === 'literal') return `${SOURCE_FILTERS[name]}(${column(a)},${valueText(b)})`;
    if (column(b) !== undefined && a?.kind === 'literal') return `${MIRRORED_FILTERS[name]}(${column(b)},${valueText(a)})`;
  }
  const text = (Object.keys(TEXT_FILTERS) as (keyof typeof TEXT_FILTERS)[]).find((n) => isOperator(e, n));
  if (text !== undefined && column(a) !== undefined && b?.kind === 'literal') return `${TEXT_FILTERS[text]}(${column(a)},${valueText(b)})`;
  if (!isOperator(e, 'in') || column(a) === undefined) return undefined;
  const list = args.slice(1);
  return list.every((x) => x?.kind === 'literal') ? `In(${column(a)}, [${list.map((x) => valueText(x as ResolvedExpression)).join(',')}])` : undefined;
}
