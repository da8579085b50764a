/** What is told of tables, views and partitions: names and texts, in Spark's order. */
import { SPARK_VERSION } from '../../functions/misc/index.ts';
import { patternFormatter } from '../../functions/datetime-pattern.ts';
import { uriOf } from '../../sources/index.ts';
import { quoteIdentifier, timeZone } from '../../types/index.ts';
import { redacted } from '../catalog/redact.ts';
import { SESSION_CATALOG, tableType } from '../catalog/tables.ts';
import type { CatalogTable, Statistics } from '../catalog/tables.ts';
import { modeInForce } from '../catalog/view-plan.ts';
import type { ViewText } from '../catalog/view-plan.ts';
import type { RequestContext } from '../requests/context.ts';

/** Who made a table. */
export const CREATOR = `Spark ${SPARK_VERSION.split(' ')[0]}`;

export type Detail = readonly [name: string, text: string];

export function quotedList(names: readonly string[]): string {
  return `[${names.map(quoteIdentifier).join(', ')}]`;
}

export function clusteringText(columns: readonly string[]): string {
  return `[${columns.map((c) => `["${c}"]`).join(',')}]`;
}

/** A table's properties, with those that Spark keeps of the layout. */
export function tableProperties({ properties, clusterBy }: CatalogTable): Readonly<Record<string, string>> {
  return { ...properties, ...(clusterBy === undefined ? {} : { clusteringColumns: clusteringText(clusterBy) }) };
}

function pairsText(name: string, properties: Readonly<Record<string, string>> | undefined): Detail[] {
  const pairs = redacted(properties);
  return pairs.length === 0 ? [] : [[name, `[${pairs.map(([k, v]) => `${k}=${v}`).join(', ')}]`]];
}

/** As Java's dates print themselves. */
export function timeText({ session }: RequestContext, micros: number): string {
  return patternFormatter('EEE MMM dd HH:mm:ss zzz yyyy', timeZone(session.timeZone)).formatTimestamp(BigInt(Math.trunc(micros)));
}

function createdDetails(context: RequestContext, created: number): Detail[] {
  return [['Created Time', timeText(context, created)], ['Last Access', 'UNKNOWN']];
}

export function statisticsText({ sizeInBytes, rowCount }: Statistics): string {
  return `${sizeInBytes} bytes${rowCount === undefined ? '' : `, ${rowCount} rows`}`;
}

export function bucketDetails({ buckets }: CatalogTable): Detail[] {
  if (buckets === undefined) return [];
  const sorted: Detail[] = buckets.sortColumns.length === 0 ? [] : [['Sort Columns', quotedList(buckets.sortColumns)]];
  return [['Num Buckets', String(buckets.numBuckets)], ['Bucket Columns', quotedList(buckets.columns)], ...sorted];
}

/** `isTemporary`: Spark keeps no text as it was before of temporary views. */
export function viewDetails({ session }: RequestContext, view: ViewText, isTemporary: boolean): Detail[] {
  const mode = modeInForce(view.mode, session.conf.lookup);
  const original: Detail[] = isTemporary ? [] : [['View Original Text', view.text]];
  return [
    ['View Text', view.text],
    ...original,
    ...(mode === 'NONE' ? [] : [['View Schema Mode', mode] as const]),
    ['View Catalog and Namespace', `${SESSION_CATALOG}.${view.scope.currentDatabase}`],
    ['View Query Output Columns', quotedList(view.queryColumns)],
  ];
}

/** Of a table or persistent view; `listsPartitionColumns`: where they are not told of before. */
export function tableDetails(context: RequestContext, t: CatalogTable, listsPartitionColumns: boolean): Detail[] {
  const details: Detail[] = [
    ['Catalog', SESSION_CATALOG],
    ['Database', t.database],
    ['Table', t.name],
    ...createdDetails(context, t.created),
    ['Created By', CREATOR],
    ['Type', tableType(t)],
  ];
  if (t.view === undefined) details.push(['Provider', t.provider], ...bucketDetails(t));
  if (t.comment !== undefined) details.push(['Comment', t.comment]);
  if (t.view !== undefined) details.push(...viewDetails(context, t.view, false));
  details.push(...pairsText('Table Properties', tableProperties(t)));
  if (t.statistics !== undefined) details.push(['Statistics', statisticsText(t.statistics)]);
  if (t.view === undefined) details.push(['Location', uriOf(t.location)], ...pairsText('Storage Properties', t.options));
  if (t.partitionBy.length > 0) details.push(['Partition Provider', 'Catalog']);
  if (t.partitionBy.length > 0 && listsPartitionColumns) details.push(['Partition Columns', quotedList(t.partitionBy)]);
  return details;
}

/** Of one partition of a table. */
export function partitionDetails(context: RequestContext, t: CatalogTable, values: string, location: string, folder: string): Detail[] {
  const info = t.partitions?.[folder];
  const details: Detail[] = [['Partition Values', values], ['Location', location], ...pairsText('Storage Properties', t.options)];
  details.push(...createdDetails(context, info?.created ?? t.created));
  if (info?.statistics !== undefined) details.push(['Partition Statistics', statisticsText(info.statistics)]);
  return details;
}
