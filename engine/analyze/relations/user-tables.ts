/** Table functions of the user's in Python: their columns, their arguments, and the rows of a table that one takes. */
import { analysisError, InternalError, unsupported } from '../../core/index.ts';
import type { GeneratorFunction, UserTable } from '../../functions/define.ts';
import { generateNode, projectNode, repartitionByExpressionNode, repartitionNode, sortNode, stripAlias, stringLiteral, toAttribute } from '../../plan/index.ts';
import type {
  AttributeReference,
  CommonInlineUserDefinedTableFunction,
  Expression,
  ExpressionString,
  Generate,
  GeneratorCall,
  LogicalPlan,
  NamedExpression,
  ResolvedExpression,
  SortOrder,
  TableArgument,
  TableFunctionAnalysis,
  TableFunctionArgument,
} from '../../plan/index.ts';
import { encodeWire, parseName, typeFromJson, typeToJson } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import { aliasOf } from '../aliases.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { checkNames } from '../expressions/argument-lists.ts';
import { knownValue } from '../expressions/constants.ts';
import { userTableFunction } from '../expressions/udfs.ts';
import { resolveOrder } from '../expressions/sort-orders.ts';
import { generatorColumns } from '../generators.ts';
import { at, originOf } from '../origins.ts';
import { oneRow } from './select.ts';

/** The call of a user's table function that stands in a generator's place; undefined where it is none. */
export function userTableOf(e: Expression, analysis: Analysis, scope: Scope): CommonInlineUserDefinedTableFunction | undefined {
  if (e.type === 'CommonInlineUserDefinedTableFunction') return e;
  if (e.type !== 'UnresolvedFunction') return undefined;
  const parts = parseName(e.functionName);
  const found = parts.length === 1 ? userTableFunction(analysis, scope, parts[0] as string) : undefined;
  if (found === undefined) return undefined;
  const { name: functionName, functionId, deterministic, outputType } = found;
  const typed = outputType === undefined ? {} : { outputType };
  return { type: 'CommonInlineUserDefinedTableFunction', functionName, functionId, deterministic, ...typed, arguments: e.arguments, ...originOf(e.origin) };
}

/** An argument with the name it is passed by. */
interface Argument {
  readonly name: string | null;
  readonly value: Expression;
}

function argumentsOf(call: CommonInlineUserDefinedTableFunction): readonly Argument[] {
  checkNames(call.functionName, call.arguments);
  return call.arguments.map((a) => (a.type === 'NamedArgumentExpression' ? { name: a.key, value: a.value } : { name: null, value: a }));
}

/** The rows of a table argument under one column, a struct, and how a function takes them. */
interface TableInput {
  readonly plan: LogicalPlan;
  readonly column: AttributeReference;
  readonly parts?: { readonly fields: readonly number[]; readonly hidden: number };
  readonly skipsEmpty: boolean;
}

/** Generate over the rows of the table argument, or over one row; what `LATERAL` puts to its left is `r.input`. */
export function generateUserTable(r: Generate, call: CommonInlineUserDefinedTableFunction, analysis: Analysis, scope: Scope): LogicalPlan {
  const args = argumentsOf(call);
  const tables = args.filter((a) => a.value.type === 'TableArgument');
  if (tables.length > 1) {
    const num = String(tables.length);
    throw analysisError('TABLE_VALUED_FUNCTION_TOO_MANY_TABLE_ARGUMENTS', '54023', { num }, `A function takes the rows of one table at most, and ${call.functionName} is given those of ${num}.`);
  }
  const table = tables[0]?.value as TableArgument | undefined;
  if (table !== undefined && r.input !== undefined) throw unsupported('TABLE(…) as an argument of a LATERAL function');
  const left = r.input === undefined ? oneRow() : analysis.relation(r.input, scope);
  const env = envOf(analysis, scope, [left]);
  const source = table === undefined ? undefined : analysis.relation(table.plan, scope);
  const values = args.map((a) => (a.value === table ? undefined : stripAlias(analysis.resolve(a.value, env))));
  const asked = call.outputType === undefined ? analysisOf(env, call, args, values, source, table) : undefined;
  const input = source === undefined ? undefined : tableInput(analysis, scope, source, table as TableArgument, asked);
  const type = typeFromJson(asked?.schema ?? call.outputType) as StructType;
  const fn = declaration(call, args, type, input, asked, analysis.context.nextExprId());
  const generator: GeneratorCall = { kind: 'generator', fn, args: values.map((v) => v ?? (input as TableInput).column), type, nullable: false, ...originOf(call.origin) };
  const columns = generatorColumns(analysis, generator, r.generatorOutput, ',').map((a) => (r.qualifier === undefined ? a : { ...a, qualifier: [r.qualifier] }));
  const node = generateNode(input?.plan ?? left, generator, r.outer, columns, input === undefined ? undefined : []);
  return table === undefined ? node : projectNode(node, node.generatorOutput);
}

function declaration(call: CommonInlineUserDefinedTableFunction, args: readonly Argument[], type: StructType, input: TableInput | undefined, asked: TableFunctionAnalysis | undefined, resultId: number): GeneratorFunction {
  const parts = input?.parts === undefined ? {} : { parts: { argument: args.findIndex((a) => a.value.type === 'TableArgument'), ...input.parts } };
  const userTable: UserTable = {
    functionId: call.functionId,
    resultId,
    argNames: args.map((a) => a.name),
    skipsEmpty: input?.skipsEmpty ?? false,
    ...parts,
    ...(asked === undefined ? {} : { analysisId: asked.analysisId }),
  };
  return {
    kind: 'generator',
    name: call.functionName,
    family: 'user',
    since: '',
    params: [],
    signature: () => ({ argTypes: [], returns: type }),
    doc: '',
    examples: [],
    deterministic: call.deterministic,
    userTable,
    rows: () => {
      throw new InternalError('a table function of the user sees partitions, not rows');
    },
  };
}

/** What the function's `analyze` method gives. Raises TABLE_VALUED_FUNCTION_FAILED_TO_ANALYZE_IN_PYTHON. */
function analysisOf(
  env: Env,
  call: CommonInlineUserDefinedTableFunction,
  args: readonly Argument[],
  values: readonly (ResolvedExpression | undefined)[],
  source: LogicalPlan | undefined,
  table: TableArgument | undefined,
): TableFunctionAnalysis {
  const { analyzeTableFunction } = env.analysis.context;
  if (analyzeTableFunction === undefined) throw unsupported('A Python function that tells its columns, in this place');
  const answer = analyzeTableFunction(
    call.functionId,
    args.map((a, i) => described(env, a.name, values[i], source)),
  );
  const failed = 'error' in answer ? answer.error : withoutTable(call, answer, table);
  if (failed !== undefined) {
    return at(call.origin, () => {
      throw analysisError('TABLE_VALUED_FUNCTION_FAILED_TO_ANALYZE_IN_PYTHON', '38000', { msg: failed }, `The columns of ${call.functionName} could not be found: ${failed}`);
    });
  }
  const found = answer as TableFunctionAnalysis;
  const parts = found.withSinglePartition || found.partitionBy.length > 0;
  if (parts && table !== undefined && (table.withSinglePartition || table.partitionSpec.length > 0)) {
    const requestedMetadata = 'specified its own required partitioning of the input table';
    const invalidFunctionCallProperty = 'specified the WITH SINGLE PARTITION or PARTITION BY clause; please remove these clauses and retry the query again.';
    return at(call.origin, () => {
      throw analysisError(
        'TABLE_VALUED_FUNCTION_REQUIRED_METADATA_INCOMPATIBLE_WITH_CALL',
        '22023',
        { functionName: call.functionName, requestedMetadata, invalidFunctionCallProperty },
        `${call.functionName} parts its input by itself: leave PARTITION BY and WITH SINGLE PARTITION out of the call.`,
      );
    });
  }
  return found;
}

function withoutTable(call: CommonInlineUserDefinedTableFunction, found: TableFunctionAnalysis, table: TableArgument | undefined): string | undefined {
  const asks = found.withSinglePartition ? 'withSinglePartition' : found.partitionBy.length > 0 ? 'partitionBy' : undefined;
  if (asks === undefined || table !== undefined) return undefined;
  return `the 'analyze' method of ${call.functionName} asks for ${asks}, but the call has no table as an argument.`;
}

function described(env: Env, name: string | null, value: ResolvedExpression | undefined, source: LogicalPlan | undefined): TableFunctionArgument {
  if (value === undefined) {
    const fields = (source as LogicalPlan).output.map((a) => ({ name: a.name, type: a.type, nullable: a.nullable }));
    return { name, dataType: typeToJson({ kind: 'struct', fields }), value: null, isTable: true, isConstant: false };
  }
  const known = knownValue(env.analysis, value);
  return { name, dataType: typeToJson(value.type), value: known === undefined ? null : encodeWire(value.type, known), isTable: false, isConstant: known !== undefined };
}

/** A name or text of SQL that an `analyze` method gave. */
function text(expression: string): ExpressionString {
  return { type: 'ExpressionString', expression };
}

interface Parting {
  readonly keys: readonly ResolvedExpression[];
  readonly order: readonly SortOrder[];
  readonly single: boolean;
}

function partingOf(env: Env, table: TableArgument, asked: TableFunctionAnalysis | undefined): Parting {
  const keys = [...table.partitionSpec, ...(asked?.partitionBy ?? []).map(text)].map((e) => stripAlias(env.analysis.resolve(e, env)));
  const asksOrder = (asked?.orderBy ?? []).map((o) => {
    const nullsFirst = o.nullsFirst ?? o.ascending;
    const child = text(o.name);
    return { type: 'SortOrder', child, direction: o.ascending ? 'ascending' : 'descending', nullOrdering: nullsFirst ? 'nullsFirst' : 'nullsLast' } as const;
  });
  const order = [...table.orderSpec, ...asksOrder].map((o) => resolveOrder(o, env));
  return { keys, order, single: table.withSinglePartition || asked?.withSinglePartition === true };
}

/** The table's rows: those of a part side by side and in order, the keys at the end of the struct. */
function tableInput(analysis: Analysis, scope: Scope, source: LogicalPlan, table: TableArgument, asked: TableFunctionAnalysis | undefined): TableInput {
  const { keys, order, single } = at(table.origin, () => partingOf(envOf(analysis, scope, [source]), table, asked));
  const added = keys.map((k, i) => aliasOf(k, `partition_by_${i}`, analysis.context.nextExprId()));
  const keyColumns = added.map(toAttribute);
  let plan = added.length === 0 ? source : projectNode(source, [...source.output, ...added]);
  if (single) plan = repartitionNode(plan, 1, true);
  else if (keyColumns.length > 0) plan = repartitionByExpressionNode(plan, keyColumns);
  const sorted = [...keyColumns.map((child): SortOrder => ({ child, ascending: true, nullsFirst: true })), ...order];
  if (sorted.length > 0) plan = sortNode(plan, sorted, false);
  const shown = asked === undefined || asked.select.length === 0 ? plan.output : [...selected(analysis, scope, plan, asked), ...keyColumns];
  const struct = analysis.call(envOf(analysis, scope, [plan]), 'named_struct', [...shown.flatMap((e) => [stringLiteral(e.name), e.kind === 'alias' ? e.child : e])]);
  const alias = aliasOf(struct, 'c', analysis.context.nextExprId());
  const made = projectNode(plan, [alias]);
  const parts = added.length === 0 ? {} : { parts: { fields: added.map((_, i) => shown.length - added.length + i), hidden: added.length } };
  return { plan: made, column: toAttribute(alias), skipsEmpty: single || keyColumns.length > 0, ...parts };
}

/** The columns that an `analyze` method chooses. */
function selected(analysis: Analysis, scope: Scope, plan: LogicalPlan, asked: TableFunctionAnalysis): readonly NamedExpression[] {
  const env = envOf(analysis, scope, [plan]);
  return asked.select.map(({ name, alias }) => {
    const e = stripAlias(analysis.resolve(text(name), env));
    return e.kind === 'attribute' && alias === '' ? e : aliasOf(e, alias === '' ? name : alias, analysis.context.nextExprId());
  });
}
