/** SHOW TABLE EXTENDED. */
import type { Relation } from '../../plan/index.ts';
import { tableNotFound } from '../catalog/errors.ts';
import { findName, GLOBAL_TEMP_DATABASE } from '../catalog/lookup.ts';
import { folderOf, partitionMissing, partitionUri, requirePartitioned, wholePartition } from '../catalog/partitions.ts';
import { readSchema } from '../catalog/char-types.ts';
import { viewGiven } from '../catalog/targets.ts';
import type { CatalogTable } from '../catalog/tables.ts';
import type { View } from '../catalog/views.ts';
import { schemaOf } from '../query-execution.ts';
import type { RequestContext } from '../requests/context.ts';
import { treeString } from '../tree-string.ts';
import { CREATOR, partitionDetails, tableDetails, timeText, viewDetails } from './detail.ts';
import type { Detail } from './detail.ts';
import { matchesPattern, table, text, truth } from './result.ts';
import { shownDatabase } from './show.ts';
import type { StatementOf } from './statement-of.ts';

const FIELDS = [text('namespace'), text('tableName'), truth('isTemporary'), text('information')];

function lines(details: readonly Detail[]): string {
  return details.map(([k, v]) => `${k}: ${v}\n`).join('');
}

function aboutTable(context: RequestContext, t: CatalogTable): string {
  return `${lines(tableDetails(context, t, true))}Schema: ${treeString(readSchema(t.schema))}\n`;
}

function aboutView(context: RequestContext, view: View, isGlobal: boolean): string {
  const database: Detail[] = isGlobal ? [['Database', GLOBAL_TEMP_DATABASE]] : [];
  const details: Detail[] = [
    ...database,
    ['Table', view.name],
    ['Created Time', timeText(context, view.created ?? context.shared.clock.now())],
    ['Last Access', 'UNKNOWN'],
    ['Created By', view.definition === undefined ? 'Spark ' : CREATOR],
    ['Type', 'VIEW'],
    ...(view.definition === undefined ? [['View Schema Mode', 'BINDING'] as const] : viewDetails(context, view.definition, true)),
  ];
  return `${lines(details)}Schema: ${treeString(view.schema ?? schemaOf(view.plan))}\n`;
}

export function showTableExtended(context: RequestContext, s: StatementOf<'showTableExtended'>): Relation {
  const { session, shared } = context;
  const database = shownDatabase(context, s.database);
  if (s.partition !== undefined) return ofPartition(context, s, database, s.partition);
  const isWanted = (x: { readonly name: string }): boolean => matchesPattern(x.name, s.pattern);
  const stored = shared.tables.all(database).filter(isWanted).map((t) => [t.database, t.name, false, aboutTable(context, t)]);
  const global = database === GLOBAL_TEMP_DATABASE ? shared.globalViews.all().filter(isWanted).map((v) => [GLOBAL_TEMP_DATABASE, v.name, true, aboutView(context, v, true)]) : [];
  const local = session.views.all().filter(isWanted).map((v) => ['', v.name, true, aboutView(context, v, false)]);
  return table(FIELDS, [...stored, ...global, ...local]);
}

/** With PARTITION the pattern is the name of a table. */
function ofPartition(context: RequestContext, s: StatementOf<'showTableExtended'>, database: string, spec: Exclude<typeof s.partition, undefined>): Relation {
  const name = s.database === undefined ? [s.pattern] : [database, s.pattern];
  const found = findName(context.session, name);
  const { sqlText, start = 0, stop = 0 } = s.origin;
  const place = sqlText === undefined ? undefined : ({ contextType: 'SQL', sqlText, start, stop } as const);
  if (found === undefined) throw tableNotFound(name, 'session', context.session.currentDatabase).withContext(place);
  if (found.kind === 'view' || found.table.view !== undefined) throw viewGiven(`\`${s.pattern}\``, 'SHOW TABLE EXTENDED').withContext(place);
  const t = found.table;
  requirePartitioned(t, 'SHOW TABLE EXTENDED');
  const cells = wholePartition(context, spec, t);
  const folder = folderOf(cells);
  if (!t.folders.includes(folder)) throw partitionMissing(cells, t);
  const values = `[${cells.map((c) => `${c.name}=${c.text ?? 'null'}`).join(', ')}]`;
  return table(FIELDS, [[t.database, t.name, false, lines(partitionDetails(context, t, values, partitionUri(t, folder), folder))]]);
}
