/** CREATE VIEW. */
import { analysisError, SparkError } from '../../core/index.ts';
import type { LogicalPlan, Origin, ReadDataSource, Relation, TypeJson } from '../../plan/index.ts';
import { fileFormat } from '../../sources/index.ts';
import type { SchemaMode, WrittenQuery } from '../../sql/index.ts';
import { quoteIdentifier, typeToJson } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import { createView, viewExists, viewKey } from '../catalog/create-view.ts';
import { quotedName, tableExists } from '../catalog/errors.ts';
import { GLOBAL_TEMP_DATABASE } from '../catalog/lookup.ts';
import { tableIdOf } from '../catalog/names.ts';
import { withViews } from '../catalog/portable.ts';
import { dropTable, putTable } from '../catalog/store.ts';
import { rawSchema, readSchema } from '../catalog/char-types.ts';
import { foundName, tableGiven } from '../catalog/targets.ts';
import { tableParts } from '../catalog/tables.ts';
import type { CatalogTable, TableId } from '../catalog/tables.ts';
import { namesIn, refuseRecursion, refuseTemporary, temporaryObject } from '../catalog/view-names.ts';
import type { ViewText } from '../catalog/view-plan.ts';
import { schemaOf } from '../query-execution.ts';
import type { RequestContext } from '../requests/context.ts';
import { NOTHING } from './result.ts';
import type { StatementOf } from './statement-of.ts';

interface Columns {
  readonly columns?: readonly string[];
  readonly comments?: readonly (string | undefined)[];
}

/** The columns of a view over its query. Raises CREATE_VIEW_COLUMN_ARITY_MISMATCH and COLUMN_ALREADY_EXISTS. */
function viewSchema(viewName: string, query: LogicalPlan, { columns, comments }: Columns): StructType {
  const { fields } = rawSchema(schemaOf(query));
  if (columns !== undefined && fields.length !== columns.length) {
    const kind = fields.length < columns.length ? 'NOT_ENOUGH' : 'TOO_MANY';
    throw analysisError(
      `CREATE_VIEW_COLUMN_ARITY_MISMATCH.${kind}_DATA_COLUMNS`,
      '21S01',
      { viewName, viewColumns: columns.map(quoteIdentifier).join(', '), dataColumns: fields.map((f) => quoteIdentifier(f.name)).join(', ') },
      `The view names ${columns.length} columns, but its query has ${fields.length}.`,
    );
  }
  const named = columns === undefined ? fields : fields.map((f, i) => ({ ...f, name: columns[i] as string }));
  return { kind: 'struct', fields: named.map((f, i) => (comments?.[i] === undefined ? f : { ...f, metadata: { ...f.metadata, comment: comments[i] } })) };
}

function refuseTwice(names: readonly string[]): void {
  const keys = names.map((n) => n.toLowerCase());
  const twice = keys.find((k, i) => keys.indexOf(k) !== i);
  if (twice !== undefined) throw analysisError('COLUMN_ALREADY_EXISTS', '42711', { columnName: quoteIdentifier(twice) }, `The column ${twice} is there twice.`);
}

/** What the query means by: the session as it is. */
function viewText(context: RequestContext, query: WrittenQuery, analyzed: LogicalPlan, mode: SchemaMode): ViewText {
  const { session } = context;
  const names = namesIn(query.plan).flatMap((p) => (p.length === 1 ? [(p[0] as string).toLowerCase()] : []));
  const temporary = new Set(names.filter((n) => session.views.get(n) !== undefined));
  return {
    relation: query.plan,
    text: query.text,
    queryColumns: analyzed.output.map((a) => a.name),
    mode,
    scope: { currentDatabase: session.currentDatabase, lookup: session.conf.snapshot(), temporary },
  };
}

interface NewTemporary extends Columns {
  readonly name: string;
  readonly query: WrittenQuery;
  readonly replace: boolean;
  readonly isGlobal: boolean;
  readonly comment?: string;
}

export function storeTemporaryView(context: RequestContext, v: NewTemporary): void {
  const { session, shared } = context;
  const store = v.isGlobal ? shared.globalViews : session.views;
  const parts = v.isGlobal ? [GLOBAL_TEMP_DATABASE, v.name] : [v.name];
  if (!v.replace && store.get(v.name) !== undefined) throw viewExists(parts.join('.'));
  const analyzed = context.analyzed(v.query.plan, true);
  const known = store.get(v.name);
  if (known !== undefined) refuseRecursion(session, foundName({ kind: 'view', view: known, isGlobal: v.isGlobal }), v.query.plan);
  const schema = viewSchema(quotedName(parts), analyzed, v);
  refuseTwice(schema.fields.map((f) => f.name));
  const relation: Relation = v.columns === undefined ? v.query.plan : { type: 'ToDF', input: v.query.plan, columnNames: v.columns };
  const definition = viewText(context, v.query, analyzed, keepsModes(context) ? 'BINDING' : 'NONE');
  const about = v.comment === undefined ? {} : { comment: v.comment };
  store.set({ name: v.name, plan: analyzed, relation: withViews(relation, session), definition, schema, created: shared.clock.now(), ...about });
  if (known !== undefined) shared.cache.remove(known.plan);
}

export function createViewStatement(context: RequestContext, s: StatementOf<'createView'>): Relation {
  if (s.scope === 'persistent') return createPersistentView(context, s);
  const { columns, comments, comment } = s;
  const name = viewKey(context.session, s.name[0] as string);
  storeTemporaryView(context, {
    name,
    query: s,
    replace: s.replace,
    isGlobal: s.scope === 'global',
    ...(columns === undefined ? {} : { columns }),
    ...(comments === undefined ? {} : { comments }),
    ...(comment === undefined ? {} : { comment }),
  });
  return NOTHING;
}

interface AboutView extends Columns {
  readonly mode: SchemaMode;
  readonly comment?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly created?: number;
}

/** The table that a persistent view is in the catalog. Raises what Spark refuses in one. */
export function persistentView(context: RequestContext, id: TableId, query: WrittenQuery, about: AboutView): CatalogTable {
  const viewParts = tableParts(id);
  const { result: analyzed, uses } = context.session.recordingUses(() => context.analyzed(query.plan, true));
  const [variable] = uses.variables;
  const [temporary] = uses.temporaryFunctions;
  if (temporary !== undefined) throw temporaryObject(viewParts, 'FUNCTION', quoteIdentifier(temporary));
  if (variable !== undefined) throw temporaryObject(viewParts, 'VARIABLE', quoteIdentifier(variable));
  refuseTemporary(context.session, viewParts, query.plan);
  const schema = viewSchema(quotedName(viewParts), analyzed, about);
  if (about.columns === undefined) refuseUnnamed(viewParts, analyzed);
  refuseTwice(schema.fields.map((f) => f.name));
  if (context.shared.tables.get(id) !== undefined) refuseRecursion(context.session, quotedName(viewParts), query.plan);
  const { comment, properties, created = context.shared.clock.now() } = about;
  return {
    database: id.database,
    name: id.name,
    schema: withoutMarks(schema),
    provider: 'view',
    partitionBy: [],
    location: '',
    isExternal: false,
    folders: [],
    created,
    view: viewText(context, query, analyzed, about.mode),
    ...(comment === undefined ? {} : { comment }),
    ...(properties === undefined ? {} : { properties }),
  };
}

/** Names that were made up are for the query's reader alone. */
function withoutMarks(schema: StructType): StructType {
  const fields = schema.fields.map((f) => {
    const { metadata, ...rest } = f;
    const kept = Object.entries(metadata ?? {}).filter(([k]) => !k.startsWith('__auto'));
    return kept.length === 0 ? rest : { ...rest, metadata: Object.fromEntries(kept) };
  });
  return { kind: 'struct', fields };
}

/** A column without a name that the user gave. */
function refuseUnnamed(viewParts: readonly string[], query: LogicalPlan): void {
  const unnamed = query.output.find((a) => a.metadata?.__autoGeneratedAlias !== undefined);
  if (unnamed === undefined) return;
  const parameters = { name: quotedName(viewParts), attr: `"${unnamed.name}"` };
  throw analysisError('CREATE_PERMANENT_VIEW_WITHOUT_ALIAS', '0A000', parameters, `The column ${unnamed.name} of the view has no name of its own: give it one with AS.`);
}

function createPersistentView(context: RequestContext, s: StatementOf<'createView'>): Relation {
  const id = tableIdOf(context.session, s.name);
  const existing = context.shared.tables.get(id);
  if (existing !== undefined && s.ifNotExists) return NOTHING;
  const mode = modeOf(context, s);
  const { columns, comments, comment, properties } = s;
  const about: AboutView = {
    mode,
    ...(columns === undefined ? {} : { columns }),
    ...(comments === undefined ? {} : { comments }),
    ...(comment === undefined ? {} : { comment }),
    ...(properties === undefined ? {} : { properties }),
  };
  const view = persistentView(context, id, s, about);
  if (existing !== undefined) {
    if (!s.replace) throw tableExists(id);
    if (existing.view === undefined) throw tableGiven(quotedName(tableParts(existing)), 'CREATE OR REPLACE VIEW');
    dropTable(context.shared, existing);
  }
  putTable(context.shared, view);
  return NOTHING;
}

function keepsModes({ session }: RequestContext): boolean {
  return session.conf.lookup('spark.sql.legacy.viewSchemaBindingMode') !== 'false';
}

/** What the view says, or the session. A view that names its columns cannot have others. Raises FEATURE_NOT_ENABLED. */
function modeOf(context: RequestContext, s: StatementOf<'createView'>): SchemaMode {
  const { lookup } = context.session.conf;
  if (!keepsModes(context)) {
    if (s.schemaMode === undefined) return 'NONE';
    throw modesAreOff(s.schemaOrigin);
  }
  if (s.schemaMode === 'EVOLUTION' && s.columns !== undefined) return 'TYPE EVOLUTION';
  return s.schemaMode ?? (lookup('spark.sql.legacy.viewSchemaCompensation') === 'false' ? 'BINDING' : 'COMPENSATION');
}

function modesAreOff(origin: Origin | undefined): SparkError {
  const parameters = { featureName: 'VIEW ... WITH SCHEMA ...', configKey: 'spark.sql.legacy.viewSchemaBindingMode', configValue: 'true' };
  const error = new SparkError({ errorClass: 'ParseException', condition: 'FEATURE_NOT_ENABLED', sqlState: '56038', parameters, sentence: `WITH SCHEMA needs ${parameters.configKey} to be true.` });
  const { sqlText, start = 0, stop = 0 } = origin ?? {};
  return sqlText === undefined ? error : error.withContext({ contextType: 'SQL', sqlText, start, stop });
}

export function createViewUsing(context: RequestContext, s: StatementOf<'createViewUsing'>): Relation {
  const schema = s.schema === undefined ? undefined : (typeToJson(readSchema(s.schema)) as TypeJson);
  const hasPath = Object.keys(s.options).some((k) => k.toLowerCase() === 'path');
  const reading: ReadDataSource = { type: 'ReadDataSource', format: s.provider, options: s.options, paths: [], ...(schema === undefined ? {} : { schema }) };
  // Files that are nowhere have no rows.
  const isNowhere = schema !== undefined && !hasPath && fileFormat(s.provider) !== undefined;
  const relation: Relation = isNowhere ? { type: 'LocalRelation', schema, rows: [] } : reading;
  const name = quoteIdentifier(s.name[0] as string);
  createView(context.session, { name, relation, analyzed: context.analyzed(relation), replace: s.replace, isGlobal: s.isGlobal });
  return NOTHING;
}

