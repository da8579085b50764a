/** DESCRIBE: columns of tables, views and queries; what a function does. */
import { analysisError } from '../../core/index.ts';
import type { AttributeReference, Relation, WireValue } from '../../plan/index.ts';
import { simpleString } from '../../types/index.ts';
import { uriOf } from '../../sources/index.ts';
import { findName } from '../catalog/lookup.ts';
import { tableNotFound } from '../catalog/errors.ts';
import { SESSION_CATALOG, tableType } from '../catalog/tables.ts';
import type { CatalogTable } from '../catalog/tables.ts';
import type { RequestContext } from '../requests/context.ts';
import { planOfTable } from './cache.ts';
import { table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

const COLUMNS = [
  { ...text('col_name'), metadata: { comment: 'name of the column' } },
  { ...text('data_type'), metadata: { comment: 'data type of the column' } },
  { ...text('comment', true), metadata: { comment: 'comment of the column' } },
];

function columnRow(a: AttributeReference): readonly WireValue[] {
  const comment = a.metadata?.comment;
  return [a.name, simpleString(a.type), typeof comment === 'string' ? comment : null];
}

export function describeTable(context: RequestContext, s: StatementOf<'describeTable'>): Relation {
  const found = findName(context.session, s.table);
  if (found === undefined) throw tableNotFound(s.table);
  const rows: (readonly WireValue[])[] = planOfTable(context, s.table).output.map(columnRow);
  const partitioned = found.kind === 'table' ? found.table.partitionBy : [];
  if (partitioned.length > 0) {
    const keys = partitioned.map((name) => rows.find((row) => String(row[0]).toLowerCase() === name.toLowerCase()) ?? [name, '', null]);
    rows.push(['# Partition Information', '', ''], ['# col_name', 'data_type', 'comment'], ...keys);
  }
  const clustered = found.kind === 'table' ? (found.table.clusterBy ?? []) : [];
  if (clustered.length > 0) rows.push(['# Clustering Information', '', ''], ['# col_name', 'data_type', 'comment'], ...clustered.map((name) => rows.find((row) => row[0] === name) ?? [name, '', null]));
  if (s.extended && found.kind === 'table') {
    const { table: t } = found;
    rows.push(['', '', ''], ['# Detailed Table Information', '', '']);
    rows.push(['Catalog', SESSION_CATALOG, ''], ['Database', t.database, ''], ['Table', t.name, '']);
    rows.push(['Type', tableType(t), '']);
    if (t.view === undefined) rows.push(['Provider', t.provider, ''], ...layoutRows(t), ['Location', uriOf(t.location), '']);
    if (t.partitionBy.length > 0) rows.push(['Partition Provider', 'Catalog', '']);
  }
  return table(COLUMNS, rows);
}

function layoutRows({ buckets, clusterBy }: CatalogTable): (readonly WireValue[])[] {
  const list = (names: readonly string[]): string => `[${names.map((n) => `\`${n}\``).join(', ')}]`;
  if (clusterBy !== undefined) return [['Table Properties', `[clusteringColumns=[${clusterBy.map((c) => `["${c}"]`).join(',')}]]`, '']];
  if (buckets === undefined) return [];
  const sorted = buckets.sortColumns.length === 0 ? [] : [['Sort Columns', list(buckets.sortColumns), '']];
  return [['Num Buckets', String(buckets.numBuckets), ''], ['Bucket Columns', list(buckets.columns), ''], ...sorted];
}

export function describeQuery(context: RequestContext, s: StatementOf<'describeQuery'>): Relation {
  return table(COLUMNS, context.analyzed(s.plan).output.map(columnRow));
}

export function describeFunction(context: RequestContext, s: StatementOf<'describeFunction'>): Relation {
  const f = context.shared.options.registry.get(s.name);
  const own = context.session.functions.get(s.name.toLowerCase());
  if (own !== undefined) return table([text('function_desc')], [[`Function: ${own.name}`], ['Usage: a function of the user\'s']]);
  if (f === undefined) {
    throw analysisError(
      'UNRESOLVED_ROUTINE',
      '42883',
      { routineName: `\`${s.name}\``, searchPath: '[`system`.`builtin`, `system`.`session`, `spark_catalog`.`default`]' },
      `There is no function ${s.name}.`,
    );
  }
  const args = f.params.map((p) => (p.optional === true ? `[${p.name}]` : p.variadic === true ? `${p.name}, …` : p.name)).join(', ');
  const rows: WireValue[][] = [[`Function: ${f.name}`], [`Usage: ${f.name}(${args}) - ${f.doc}`]];
  if (s.extended) {
    const examples = f.examples.map(([sql, result]) => `      > SELECT ${sql};\n       ${result ?? 'NULL'}\n`).join('');
    rows.push([`Extended Usage:\n    Examples:\n${examples}\n    Since: ${f.since}\n`]);
  }
  return table([text('function_desc')], rows);
}
