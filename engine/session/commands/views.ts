/** CREATE VIEW. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { ReadDataSource, Relation, TypeJson } from '../../plan/index.ts';
import { quoteIdentifier, typeToJson } from '../../types/index.ts';
import { createView } from '../catalog/create-view.ts';
import { quotedName, tableExists, viewNotTable } from '../catalog/errors.ts';
import { tableIdOf } from '../catalog/names.ts';
import { putTable } from '../catalog/store.ts';
import { tableParts } from '../catalog/tables.ts';
import type { TableId } from '../catalog/tables.ts';
import { schemaOf } from '../query-execution.ts';
import type { RequestContext } from '../requests/context.ts';
import { NOTHING } from './result.ts';
import type { StatementOf } from './statement-of.ts';

/** The query with the view's own names for its columns. Raises CREATE_VIEW_COLUMN_ARITY_MISMATCH. */
function renamed(context: RequestContext, s: StatementOf<'createView'>): Relation {
  if (s.columns === undefined) return s.plan;
  const { output } = context.analyzed(s.plan);
  if (output.length !== s.columns.length) {
    const kind = output.length < s.columns.length ? 'NOT_ENOUGH' : 'TOO_MANY';
    throw analysisError(
      `CREATE_VIEW_COLUMN_ARITY_MISMATCH.${kind}_DATA_COLUMNS`,
      '21S01',
      {
        viewName: s.name.map(quoteIdentifier).join('.'),
        viewColumns: s.columns.map(quoteIdentifier).join(', '),
        dataColumns: output.map((a) => quoteIdentifier(a.name)).join(', '),
      },
      `The view names ${s.columns.length} columns, but its query has ${output.length}.`,
    );
  }
  return { type: 'ToDF', input: s.plan, columnNames: s.columns };
}

export function createViewStatement(context: RequestContext, s: StatementOf<'createView'>): Relation {
  if (s.scope === 'persistent') return createPersistentView(context, s);
  const name = quoteIdentifier(s.name[0] as string);
  const store = s.scope === 'global' ? context.shared.globalViews : context.session.views;
  if (s.ifNotExists && store.get(s.name[0] as string) !== undefined) return NOTHING;
  const relation = renamed(context, s);
  const { result: analyzed, variables } = context.session.recordingUses(() => context.analyzed(relation));
  createView(context.session, { name, relation, analyzed, replace: s.replace, isGlobal: s.scope === 'global', usesVariables: variables.length > 0 });
  return NOTHING;
}

function createPersistentView(context: RequestContext, s: StatementOf<'createView'>): Relation {
  const id = tableIdOf(context.session, s.name);
  const existing = context.shared.tables.get(id);
  if (existing !== undefined) {
    if (s.ifNotExists) return NOTHING;
    if (existing.view === undefined) throw s.replace ? viewNotTable(s.name, 'CREATE OR REPLACE VIEW') : tableExists(id);
    if (!s.replace) throw tableExists(id);
  }
  const relation = renamed(context, s);
  const { result: analyzed, variables } = context.session.recordingUses(() => context.analyzed(relation));
  if (variables[0] !== undefined) throw temporaryObject(id, 'VARIABLE', variables[0]);
  const schema = schemaOf(analyzed);
  putTable(context.shared, { ...id, schema, provider: 'view', partitionBy: [], location: '', isExternal: false, folders: [], view: { relation } });
  return NOTHING;
}

/** A view that stays may name nothing that goes with the session. */
function temporaryObject(id: TableId, tempObj: string, name: string): SparkError {
  const objName = quotedName(tableParts(id));
  const tempObjName = quoteIdentifier(name);
  return analysisError('INVALID_TEMP_OBJ_REFERENCE', '42K0F', { obj: 'VIEW', objName, tempObj, tempObjName }, `The view ${objName} may not use ${tempObjName}, which belongs to the session. Make a temporary view.`);
}

export function createViewUsing(context: RequestContext, s: StatementOf<'createViewUsing'>): Relation {
  const relation: ReadDataSource = {
    type: 'ReadDataSource',
    format: s.provider,
    options: s.options,
    paths: [],
    ...(s.schema === undefined ? {} : { schema: typeToJson(s.schema) as TypeJson }),
  };
  const name = quoteIdentifier(s.name[0] as string);
  createView(context.session, { name, relation, analyzed: context.analyzed(relation), replace: s.replace, isGlobal: s.isGlobal });
  return NOTHING;
}
