/** Where rows come from: local rows, ranges, tables, files, VALUES. */
import { decodeColumn } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { analysisError, SparkError, unsupported } from '../../core/index.ts';
import { collectExpressions, isFoldable, isOperator, stripAlias } from '../../plan/index.ts';
import type { AttributeReference, Expression, InlineTable, LocalData, LocalRelation, LogicalPlan, ReadNamedTable, ResolvedExpression, TypeJson } from '../../plan/index.ts';
import { encodeWire, NullType, parseName, quoteIdentifier, quoteParts, typeFromJson, widerTypeWithoutText } from '../../types/index.ts';
import type { DataType, StructType } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { quoted } from '../aliases.ts';
import { coerce } from '../expressions/casts.ts';
import { constantValue } from '../expressions/constants.ts';
import { searchPathText } from '../expressions/calls.ts';
import { at, contextOf } from '../origins.ts';

function columnsOf(analysis: Analysis, schema: StructType): AttributeReference[] {
  return schema.fields.map((f) => ({
    kind: 'attribute',
    name: f.name,
    exprId: analysis.context.nextExprId(),
    qualifier: [],
    type: f.type,
    nullable: f.nullable,
    ...(f.metadata === undefined || Object.keys(f.metadata).length === 0 ? {} : { metadata: f.metadata }),
  }));
}

const batches = new WeakMap<LocalRelation, { readonly schema: StructType; readonly batch: Batch }>();

/** Rows of the plan as columns, decoded once. */
function decoded(r: LocalRelation): { readonly schema: StructType; readonly batch: Batch } {
  let known = batches.get(r);
  if (known === undefined) {
    const schema = typeFromJson(r.schema);
    if (schema.kind !== 'struct') throw unsupported('Local rows that are no structs');
    const columns = schema.fields.map((f, j) => decodeColumn(f.type, r.rows.map((row) => row[j] ?? null)));
    known = { schema, batch: { length: r.rows.length, columns } };
    batches.set(r, known);
  }
  return known;
}

export function localRelation(r: LocalRelation, analysis: Analysis): LocalData {
  const { schema, batch } = decoded(r);
  const command = r.command === undefined ? {} : { command: r.command };
  return { node: 'LocalData', origin: r.isCommandResult === true ? 'local' : 'rdd', batch, output: columnsOf(analysis, schema), ...command, ...(r.partitionRows === undefined ? {} : { partitionRows: r.partitionRows }) };
}

/** A name of WITH, a view or a table. Raises TABLE_OR_VIEW_NOT_FOUND. */
export function namedTable(r: ReadNamedTable, analysis: Analysis, scope: Scope): LogicalPlan {
  const parts = parseName(analysis.context.substitute?.(r.unparsedIdentifier) ?? r.unparsedIdentifier);
  const cte = parts.length === 1 ? scope.ctes.get(analysis.nameKey(parts[0] as string)) : undefined;
  if (cte !== undefined) return cte.plan();
  const { catalog } = analysis.context;
  const found = at(r.origin, () => catalog.table(parts, r.options ?? {}, r.isStreaming === true));
  if (found !== undefined) return found;
  const searchPath = searchPathText(catalog.currentCatalog(), catalog.currentDatabase());
  const known = catalog.tableNames();
  throw analysisError(
    'TABLE_OR_VIEW_NOT_FOUND',
    '42P01',
    { relationName: quoteParts(parts), searchPath },
    `There is no table or view ${quoteParts(parts)}.${known.length === 0 ? '' : ` There are ${known.join(', ')}.`} A DataFrame is made one by createOrReplaceTempView().`,
    contextOf(r.origin),
  );
}

/** `VALUES …`: constant rows, each column of the type in which its values meet. */
export function inlineTable(r: InlineTable, analysis: Analysis, scope: Scope): LogicalPlan {
  const env = envOf(analysis, scope, []);
  const rows = r.rows.map((row) => row.map((e) => stripAlias(analysis.resolve(e, env))));
  rows.flat().forEach((e) => {
    // Of `between` Spark's rules have made nothing that can be computed by then.
    if (isFoldable(e) && collectExpressions(e, (x) => isOperator(x, 'between')).length === 0) return;
    throw analysisError(
      'INVALID_INLINE_TABLE.CANNOT_EVALUATE_EXPRESSION_IN_INLINE_TABLE',
      '42000',
      { expr: quoted(analysis, e) },
      `VALUES takes constants, and ${quoted(analysis, e)} is none.`,
      contextOf(e.origin ?? r.origin),
    );
  });
  const width = rows[0]?.length ?? 0;
  const types = Array.from({ length: width }, (_, j) => columnType(rows, j, r));
  const output = types.map((type, j): AttributeReference => ({
    kind: 'attribute',
    name: `col${j + 1}`,
    exprId: analysis.context.nextExprId(),
    qualifier: [],
    type,
    nullable: rows.some((row) => (row[j] as ResolvedExpression).nullable),
  }));
  const columns = types.map((type, j) =>
    decodeColumn(type, rows.map((row) => encodeWire(type, constantValue(analysis, coerce(analysis, row[j] as ResolvedExpression, type))))),
  );
  return { node: 'LocalData', origin: 'local', batch: { length: rows.length, columns }, output };
}

/** Texts do not become numbers or dates here. */
function columnType(rows: readonly (readonly ResolvedExpression[])[], j: number, r: InlineTable): DataType {
  const types = rows.map((row) => (row[j] as ResolvedExpression).type);
  const common = types.reduce<DataType | undefined>((a, b) => (a === undefined ? undefined : widerTypeWithoutText(a, b)), NullType);
  if (common !== undefined) return common;
  throw new SparkError({
    // Rows that need no analysis become a table as they are read.
    errorClass: isReadEagerly(r) ? 'ParseException' : 'AnalysisException',
    condition: 'INVALID_INLINE_TABLE.INCOMPATIBLE_TYPES_IN_INLINE_TABLE',
    sqlState: '42000',
    parameters: { colName: quoteIdentifier(r.names?.[j] ?? `col${j + 1}`) },
    sentence: `The values of column ${j + 1} of VALUES have types that do not go together.`,
  }).withContext(contextOf(r.origin));
}

/** Rows that need no analysis. */
export function isReadEagerly(r: InlineTable): boolean {
  return r.rows.every((row) => row.every(isReadWhole));
}

const OPERATORS: ReadonlySet<string> = new Set(['+', '-', '*', '%', 'negative', 'positive', '==', '<', '<=', '>', '>=', '<=>', 'and', 'or', 'not', 'in', 'when', 'like', 'rlike', 'concat', 'isNull', 'isNotNull']);

/** Constants and operators over values of one type: nothing is looked up and no cast put in. */
function isReadWhole(e: Expression): boolean {
  if (e.type === 'Literal') return true;
  if (e.type === 'Cast') return !needsZone(e.toType) && isReadWhole(e.expr);
  return e.type === 'UnresolvedFunction' && OPERATORS.has(e.functionName) && e.arguments.every(isReadWhole) && (e.functionName === 'when' || haveOneType(e.arguments));
}
const needsZone = (type: TypeJson): boolean => typeof type !== 'string' || /timestamp/i.test(type);
const haveOneType = (args: readonly Expression[]): boolean => new Set(args.flatMap((a) => (a.type === 'Literal' ? [JSON.stringify(a.dataType)] : []))).size <= 1;
