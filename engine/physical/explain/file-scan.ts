/** What plans tell of a scan of files. */
import { attributeText, expressionText, isOperator, referencesOf, splitConjuncts, splitDisjuncts } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { simpleString, structField, structType } from '../../types/index.ts';
import type { FileSourceScanExec } from '../nodes.ts';
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
  const pushed = filters.flatMap((f) => sourceFilter(f) ?? []);
  const folders = new Set((scan.partitionColumns ?? []).map((c) => c.toLowerCase()));
  const schema = structType(p.output.filter((a) => !folders.has(a.name.toLowerCase())).map((a) => structField(a.name, a.type)));
  const { index, paths } = location(p);
  const { before, after } = bucketMetadata(p);
  return [
    ['Batched', String(p.batched)],
    ...before,
    ['DataFilters', `[${filters.map(printerFor(p)).join(', ')}]`],
    ['Format', FORMAT_NAMES[scan.format] ?? scan.format.toUpperCase()],
    ['Location', separate ? `${index} ${pathsText(paths.slice(0, 1), paths.length - 1)}` : `${index}(${paths.length} paths)${pathsText(paths, 0)}`],
    ['PartitionFilters', `[${(scan.partitionFilters ?? []).map(expressionText).join(', ')}]`],
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

/** A predicate in the words of a data source (`GreaterThan(id,1)`); undefined for what sources are not told. */
function sourceFilter(e: ResolvedExpression): string | undefined {
  const column = (x: ResolvedExpression | undefined): string | undefined => (x?.kind === 'attribute' ? x.name : undefined);
  if (e.kind !== 'call' || referencesOf(e).size === 0) return undefined;
  const [a, b, ...more] = e.args;
  if (isOperator(e, 'isNotNull') || isOperator(e, 'isNull')) {
    const name = column(a);
    return name === undefined ? undefined : `${isOperator(e, 'isNull') ? 'IsNull' : 'IsNotNull'}(${name})`;
  }
  if (isOperator(e, 'not')) {
    const inner = a === undefined ? undefined : sourceFilter(a);
    return inner === undefined ? undefined : `Not(${inner})`;
  }
  if (isOperator(e, 'or')) {
    const parts = splitDisjuncts(e).map(sourceFilter);
    return parts.every((x) => x !== undefined) ? parts.reduce((x, y) => `Or(${x},${y})`) : undefined;
  }
  const name = (Object.keys(SOURCE_FILTERS) as (keyof typeof SOURCE_FILTERS)[]).find((n) => isOperator(e, n));
  if (name !== undefined) {
    if (column(a) !== undefined && b?.kind === 'literal') return `${SOURCE_FILTERS[name]}(${column(a)},${expressionText(b)})`;
    if (column(b) !== undefined && a?.kind === 'literal') return `${MIRRORED_FILTERS[name]}(${column(b)},${expressionText(a)})`;
  }
  if (isOperator(e, 'in') && column(a) !== undefined && b !== undefined) {
    const list = [b, ...more];
    if (list.every((x) => x.kind === 'literal')) return `In(${column(a)}, [${list.map(expressionText).join(',')}])`;
  }
  return undefined;
}
