/** DESCRIBE … AS JSON: what DESCRIBE EXTENDED tells, in one text. */
import { patternFormatter } from '../../functions/datetime-pattern.ts';
import type { Relation } from '../../plan/index.ts';
import { uriOf } from '../../sources/index.ts';
import { simpleString, timeZone } from '../../types/index.ts';
import type { DataType, StructField } from '../../types/index.ts';
import { defaultText } from '../catalog/defaults.ts';
import type { Found } from '../catalog/lookup.ts';
import { redacted } from '../catalog/redact.ts';
import { SESSION_CATALOG, tableType } from '../catalog/tables.ts';
import type { CatalogTable } from '../catalog/tables.ts';
import { modeInForce } from '../catalog/view-plan.ts';
import type { ViewText } from '../catalog/view-plan.ts';
import type { RequestContext } from '../requests/context.ts';
import { CREATOR, tableProperties } from './detail.ts';
import { table, text } from './result.ts';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
type Entries = { readonly [key: string]: Json };

const COLUMNS = [{ ...text('json_metadata'), metadata: { comment: 'JSON metadata of the table' } }];
const COLLATION = 'UTF8_BINARY';

/** A partition of the table, by its columns and where it lies. */
export interface DescribedPartition {
  readonly values: Readonly<Record<string, string>>;
  readonly location: string;
  readonly created?: number;
}

export function describeJson(context: RequestContext, found: Found, fields: readonly StructField[], partition?: DescribedPartition): Relation {
  const about = found.kind === 'table' ? ofTable(context, found.table, fields, partition) : ofTemporaryView(context, found.view, fields);
  return table(COLUMNS, [[JSON.stringify({ ...about, collation: COLLATION })]]);
}

function ofTable(context: RequestContext, t: CatalogTable, fields: readonly StructField[], partition: DescribedPartition | undefined): Entries {
  const { buckets, view, statistics } = t;
  const properties = pairs('table_properties', tableProperties(t));
  const columns = fields.map((f) => column({ ...f, nullable: true }));
  return {
    ...names(t.name, SESSION_CATALOG, t.database),
    columns,
    ...(buckets === undefined ? {} : { num_buckets: buckets.numBuckets, bucket_columns: buckets.columns, ...(buckets.sortColumns.length === 0 ? {} : { sort_columns: buckets.sortColumns }) }),
    ...(partition === undefined ? {} : { partition_values: partition.values }),
    ...(view === undefined ? { location: partition?.location ?? uriOf(t.location), ...pairs('storage_properties', t.options) } : {}),
    ...created(partition?.created ?? t.created, CREATOR),
    type: tableType(t),
    ...(view === undefined ? { provider: t.provider } : {}),
    ...(t.comment === undefined ? {} : { comment: t.comment }),
    ...(view === undefined ? {} : { ...ofView(context, view, false) }),
    ...properties,
    ...(statistics === undefined ? {} : { statistics: { size_in_bytes: Number(statistics.sizeInBytes), ...(statistics.rowCount === undefined ? {} : { num_rows: Number(statistics.rowCount) }) } }),
    ...(t.partitionBy.length === 0 ? {} : { partition_provider: 'Catalog', partition_columns: t.partitionBy }),
  };
}

/** A view of a DataFrame has no text, and nobody who made it. */
function ofTemporaryView(context: RequestContext, view: Extract<Found, { readonly kind: 'view' }>['view'], fields: readonly StructField[]): Entries {
  return {
    ...names(view.name, 'system', 'session'),
    columns: fields.map(column),
    ...created(view.created ?? 0, view.definition === undefined ? 'Spark ' : CREATOR),
    type: 'VIEW',
    ...(view.comment === undefined ? {} : { comment: view.comment }),
    ...(view.definition === undefined ? { view_schema_mode: 'BINDING' } : ofView(context, view.definition, true)),
  };
}

function ofView({ session }: RequestContext, view: ViewText, isTemporary: boolean): Entries {
  const mode = modeInForce(view.mode, session.conf.lookup);
  const settings = ['spark.sql.ansi.enabled', 'spark.sql.session.timeZone'].flatMap((key) => {
    const value = view.scope.lookup(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    view_text: view.text,
    ...(isTemporary ? {} : { view_original_text: view.text }),
    ...(mode === 'NONE' ? {} : { view_schema_mode: mode }),
    view_catalog_and_namespace: `${SESSION_CATALOG}.${view.scope.currentDatabase}`,
    view_query_output_columns: view.queryColumns,
    ...(isTemporary ? {} : { view_creation_spark_configuration: Object.fromEntries(settings) }),
  };
}

function names(name: string, catalog: string, schema: string): Entries {
  return { table_name: name, catalog_name: catalog, namespace: [schema], schema_name: schema };
}

function pairs(name: string, given: Readonly<Record<string, string>> | undefined): Entries {
  const list = redacted(given);
  return list.length === 0 ? {} : { [name]: Object.fromEntries(list) };
}

function created(micros: number, by: string): Entries {
  const time = patternFormatter("yyyy-MM-dd'T'HH:mm:ss'Z'", timeZone('UTC')).formatTimestamp(BigInt(Math.trunc(micros)));
  return { created_time: time, last_access: 'UNKNOWN', created_by: by };
}

function column(f: StructField): Entries {
  const comment = f.metadata?.comment;
  const value = defaultText(f);
  return {
    name: f.name,
    type: typeOf(f.type),
    nullable: f.nullable,
    ...(typeof comment === 'string' ? { comment } : {}),
    ...(value === undefined ? {} : { default: value }),
  };
}

function typeOf(type: DataType): Entries {
  switch (type.kind) {
    case 'string':
      return { name: 'string', collation: COLLATION };
    case 'decimal':
      return { name: 'decimal', precision: type.precision, scale: type.scale };
    case 'array':
      return { name: 'array', element_type: typeOf(type.element), element_nullable: type.containsNull };
    case 'map':
      return { name: 'map', key_type: typeOf(type.key), value_type: typeOf(type.value), value_nullable: type.valueContainsNull };
    case 'struct':
      return { name: 'struct', fields: type.fields.map(column) };
    default:
      return plainType(simpleString(type));
  }
}

function plainType(name: string): Entries {
  const [, start, end = start] = /^interval (\w+)(?: to (\w+))?$/.exec(name) ?? [];
  if (start !== undefined) return { name: 'interval', start_unit: start, end_unit: end as string };
  return { name: name === 'timestamp' ? 'timestamp_ltz' : name };
}
