/** Views that were written in SQL: their query is analyzed anew each time, and its columns are made those of the view. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { projectNode } from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan, NamedExpression, Relation, ResolvedExpression } from '../../plan/index.ts';
import type { SchemaMode } from '../../sql/index.ts';
import { canCast, canUpCast, quotedSqlType, withNullsOf, withoutLengths } from '../../types/index.ts';
import type { StructField, StructType } from '../../types/index.ts';
import { quotedName } from './errors.ts';
import { aliasOf } from './store-cast.ts';

/** What the query of a view means by: not what the session says now, but what it said when the view was made. */
export interface ViewScope {
  readonly currentDatabase: string;
  readonly lookup: (key: string) => string | undefined;
  /** Temporary views that it may see, in small letters; undefined: all. */
  readonly temporary: ReadonlySet<string> | undefined;
}

/** The query of a view, with what Spark keeps of it. */
export interface ViewText {
  readonly relation: Relation;
  readonly text: string;
  /** Names of the query's columns when the view was made. */
  readonly queryColumns: readonly string[];
  readonly mode: SchemaMode;
  readonly scope: ViewScope;
}

export interface KnownView {
  /** With schema and catalog, if it has them. */
  readonly parts: readonly string[];
  readonly schema: StructType;
  readonly definition: ViewText;
  /** How errors say to make it anew. */
  readonly remedy: string;
}

/** What counts of a view's mode: none where the session keeps none, and binding where the view was made without. */
export function modeInForce(mode: SchemaMode, lookup: ViewScope['lookup']): SchemaMode {
  if (lookup('spark.sql.legacy.viewSchemaBindingMode') === 'false') return 'NONE';
  return mode === 'NONE' ? 'BINDING' : mode;
}

/** The view's columns over its analyzed query. */
export function viewPlan(view: KnownView, query: LogicalPlan, caseSensitive: boolean, nextExprId: () => number): LogicalPlan {
  const { definition, schema } = view;
  if (definition.mode === 'EVOLUTION') return query;
  const { queryColumns } = definition;
  const seen = new Map<string, number>();
  const expressions = schema.fields.map((field, i): NamedExpression => {
    const name = queryColumns[i] ?? field.name;
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    const column = columnOf(view, query.output, name, ordinal, caseSensitive);
    const typed = typedColumn(view, column, field);
    const alias = aliasOf(typed, field.name, nextExprId());
    return field.metadata === undefined ? alias : { ...alias, metadata: field.metadata };
  });
  return projectNode(query, expressions);
}

/** The query's column of a name; of several, that at the place. Raises INCOMPATIBLE_VIEW_SCHEMA_CHANGE. */
function columnOf(view: KnownView, columns: readonly AttributeReference[], name: string, ordinal: number, caseSensitive: boolean): AttributeReference {
  const same = (a: string): boolean => (caseSensitive ? a === name : a.toLowerCase() === name.toLowerCase());
  const found = columns.filter((a) => same(a.name));
  const expected = view.definition.queryColumns.filter((n) => n === name).length;
  if (found.length === expected) return found[ordinal] as AttributeReference;
  const parameters = {
    viewName: quotedName(view.parts),
    colName: name,
    expectedNum: String(expected),
    actualCols: `[${found.map((a) => a.name).join(',')}]`,
    suggestion: view.remedy,
  };
  throw analysisError('INCOMPATIBLE_VIEW_SCHEMA_CHANGE', '51024', parameters, `The query of the view ${parameters.viewName} has no longer the column ${name} that it had. Make the view anew: ${view.remedy}.`);
}

function typedColumn({ definition: { mode, scope } }: KnownView, column: AttributeReference, field: StructField): ResolvedExpression {
  const type = withoutLengths(field.type);
  const compensates = scope.lookup('spark.sql.legacy.viewSchemaCompensation') !== 'false';
  if (mode === 'TYPE EVOLUTION') return column;
  if ((mode === 'BINDING' || (mode === 'NONE' && !compensates)) && !canUpCast(column.type, type)) throw cannotUpCast(column, quotedSqlType(type));
  if (!canCast(column.type, type, 'ansi')) throw cannotCast(column, quotedSqlType(type));
  // Nothing is promised of nested values that the query does not promise.
  const target = withNullsOf(type, column.type);
  return { kind: 'cast', child: column, type: target, nullable: column.nullable, mode: 'ansi', explicit: false };
}

function cannotUpCast(column: AttributeReference, targetType: string): SparkError {
  const expression = [...column.qualifier, column.name].join('.');
  const details = 'The type path of the target object is:\n\nYou can either add an explicit cast to the input data or choose a higher precision type of the field in the target object';
  return analysisError('CANNOT_UP_CAST_DATATYPE', '42846', { expression, sourceType: quotedSqlType(column.type), targetType, details }, `${expression} has become ${quotedSqlType(column.type)}, of which not all values are ${targetType}.`);
}

function cannotCast(column: AttributeReference, targetType: string): SparkError {
  const parameters = { sqlExpr: `"${column.name}"`, srcType: quotedSqlType(column.type), targetType };
  return analysisError('DATATYPE_MISMATCH.CAST_WITHOUT_SUGGESTION', '42K09', parameters, `${column.name} has become ${parameters.srcType}, which cannot be ${targetType}.`);
}
