/** Calls of functions: found by name, arguments counted, typed and cast, by what the function declares of itself. */
import { analysisError, unsupported } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { FunctionDeclaration, HigherOrderFunction, Reading, ScalarFunction, Signature } from '../../functions/define.ts';
import { collectExpressions, literal, stripAlias } from '../../plan/index.ts';
import type { AggregateCall, Expression, Lambda, Origin, ResolvedExpression, SortOrder, UnresolvedFunction } from '../../plan/index.ts';
import { LongType, parseName, quoteIdentifier, quoteParts, sameType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { confBoolean } from '../../physical/conf.ts';
import type { Env } from '../analysis.ts';
import { quoted, sqlOf } from '../aliases.ts';
import { rememberText, setCall, setText, writtenText } from '../written-text.ts';
import { sqlFunctionCall } from '../sql-functions/calls.ts';
import { sqlFunctionOf } from '../sql-functions/lookup.ts';
import { at, originOf, withoutPlace } from '../origins.ts';
import { expandStars } from '../stars.ts';
import { argumentInfo, lambdaInfo, signatureContext } from './arguments.ts';
import { checkCount, orderedArguments, unsupportedSyntax } from './argument-lists.ts';
import { paddedArguments } from './char-padding.ts';
import { checkTimeType, coerce, sameCast } from './casts.ts';
import { checkDistinctKeys, checkWithinGroup } from './within-group.ts';
import { resolveHigherOrder } from './lambdas.ts';
import { parsedText } from './parsed-text.ts';
import { resolveOrder } from './sort-orders.ts';
import { structArguments } from './structs.ts';
import { isTimeWindow, timeWindowCall } from './time-windows.ts';
import { argumentsByName, registeredCall, userFunction, userTableFunction } from './udfs.ts';

/** What may be written behind a call's brackets, and before its arguments. */
interface CallOptions {
  readonly origin?: Origin;
  readonly distinct?: boolean;
  readonly ignoreNulls?: boolean;
  readonly filter?: ResolvedExpression;
  readonly withinGroup?: readonly SortOrder[];
  readonly writtenName?: string;
}

export function resolveFunction(e: UnresolvedFunction, env: Env): ResolvedExpression {
  return at(e.origin, () => resolveCall(e, env));
}

/** A text in an argument may stand for a star. */
function withParsedArguments(e: UnresolvedFunction, env: Env): UnresolvedFunction {
  if (!e.arguments.some((a) => a.type === 'ExpressionString')) return e;
  return { ...e, arguments: e.arguments.map((a) => (a.type === 'ExpressionString' ? parsedText(a, env) : a)) };
}

function resolveCall(given: UnresolvedFunction, env: Env): ResolvedExpression {
  const { context } = env.analysis;
  const e = withParsedArguments(given, env);
  const ownName = sessionFunctionName(e.functionName);
  const own = ownName === undefined ? undefined : sqlFunctionOf(env.analysis, env.scope, ownName);
  if (own?.nameParts.length === 1) return sqlFunctionCall(env, own, e);
  const name = ownName ?? e.functionName;
  if (isTimeWindow(name)) return timeWindowCall(e, env);
  const found = context.registry.get(name);
  // What SQL text cannot name, plans of the APIs may.
  const hidden = found?.internal === true || (found?.specialForm === true && e.isSpecialForm !== true);
  const fn = hidden && e.origin?.sqlText !== undefined ? undefined : found;
  if (fn === undefined) {
    const registered = userFunction(env, name);
    const written = registered === undefined ? sqlFunctionOf(env.analysis, env.scope, name) : undefined;
    if (written !== undefined) return sqlFunctionCall(env, written, e);
    if (registered === undefined) throw userTableFunction(env.analysis, env.scope, name) === undefined ? unknownFunction(env, name) : notScalar(name);
    return registeredCall(registered, operands(argumentsByName(registered, e.arguments), env), e.origin);
  }
  if (fn.kind === 'generator' && fn.fromOnly === true && env.refusesFunctions !== 'Generate') throw notScalar(name);
  refuseStarOfTable(fn, e, env);
  const written = orderedArguments(env, fn, countsRows(fn, e) ? [ONE] : e.arguments);
  if (fn.kind === 'higherOrder') return resolveHigherOrder(fn, written, e, env, higherOrderCall);
  refuseLambdas(fn, written);
  const args = isStruct(name, fn) ? structArguments(env, written) : operands(written, env);
  if (fn.name === 'variant_get' && e.isSpecialForm === true && args[0]?.type.kind !== 'variant') throw noVariant();
  return callOf(env, fn, args, optionsOf(e, env));
}

/** Of `v:path`. */
function noVariant(): SparkError {
  return analysisError('COLUMN_IS_NOT_VARIANT_TYPE', '42K09', {}, 'Only a variant can be asked for what lies at a path with a colon.');
}

/** The name behind `session.` or `system.session.`; undefined where it has no such qualifier. */
function sessionFunctionName(name: string): string | undefined {
  return /^(?:system\.)?session\.(.*)$/i.exec(name)?.[1];
}

/** Functions of times of day, a type that a session must switch on. */
const TIME_FAMILY = 'time';
const ONE: Expression = { type: 'Literal', dataType: 'integer', value: 1 };

/** `count(t.*)` would count rows in which no column is null, and is refused; beside other arguments it is clear. */
function refuseStarOfTable(fn: FunctionDeclaration, e: UnresolvedFunction, env: Env): void {
  if (fn.name !== 'count' || e.arguments.length !== 1) return;
  if (confBoolean(env.analysis.context.conf, 'spark.sql.legacy.allowStarWithSingleTableIdentifierInCount', false)) return;
  for (const a of e.arguments) {
    if (a.type !== 'UnresolvedStar' || a.unparsedTarget === undefined) continue;
    const tableName = quoteParts(parseName(a.unparsedTarget.replace(/\.\*$/, '')));
    throw withoutPlace(
      analysisError(
        'INVALID_USAGE_OF_STAR_WITH_TABLE_IDENTIFIER_IN_COUNT',
        '42000',
        { tableName },
        `count(${tableName}.*) is not possible: count(*) counts rows, count(column) values.`,
      ),
    );
  }
}

/** `count(*)` counts rows. */
function countsRows(fn: FunctionDeclaration, e: UnresolvedFunction): boolean {
  const [only] = e.arguments;
  return fn.name === 'count' && e.isDistinct !== true && e.arguments.length === 1 && only?.type === 'UnresolvedStar' && only.unparsedTarget === undefined;
}

function isStruct(name: string, fn: FunctionDeclaration): boolean {
  return fn.name === 'named_struct' && name.toLowerCase() === 'struct';
}

function operands(list: readonly Expression[], env: Env): ResolvedExpression[] {
  return expandStars(env, list).map((a) => ('kind' in a ? a : env.analysis.resolve(a, env)));
}

function optionsOf(e: UnresolvedFunction, env: Env): CallOptions {
  return {
    ...originOf(e.origin),
    writtenName: e.functionName,
    ...(e.isDistinct === true ? { distinct: true } : {}),
    ...(e.ignoreNulls === undefined ? {} : { ignoreNulls: e.ignoreNulls }),
    ...(e.filter === undefined ? {} : { filter: stripAlias(env.analysis.resolve(e.filter, env)) }),
    ...(e.withinGroup === undefined ? {} : { withinGroup: e.withinGroup.map((o) => resolveOrder(o, env)) }),
  };
}

function refuseLambdas(fn: FunctionDeclaration, args: readonly Expression[]): void {
  if (!args.some((a) => a.type === 'LambdaFunction')) return;
  throw analysisError(
    'INVALID_LAMBDA_FUNCTION_CALL.NON_HIGHER_ORDER_FUNCTION',
    '42K0D',
    { class: sparkClass(fn.name) },
    `${fn.name} takes values, not a lambda function.`,
  );
}

/** The class that Spark has for a function, by its name: `date_add` is DateAdd. */
export function sparkClass(name: string): string {
  if (name === 'ceil' || name === 'floor') return `${sparkClass(`${name}_expression_builder`)}$`;
  return `org.apache.spark.sql.catalyst.expressions.${name.replace(/(?:^|_)(\w)/g, (_, c: string) => c.toUpperCase())}`;
}

/** UNRESOLVED_ROUTINE, or that the function is not supported yet. */
function unknownFunction(env: Env, name: string): Error {
  const { registry, catalog } = env.analysis.context;
  if (registry.isKnownUnsupported(name)) return unsupported(`The function ${name}`);
  const searchPath = searchPathText(catalog.currentCatalog(), catalog.currentDatabase());
  return analysisError(
    'UNRESOLVED_ROUTINE',
    '42883',
    { routineName: quoteParts(parseName(name)), searchPath },
    `There is no function ${name} on the search path ${searchPath}.`,
  );
}

/** A function that gives rows, where a value is asked for. */
function notScalar(name: string): Error {
  return analysisError('NOT_A_SCALAR_FUNCTION', '42887', { functionName: quoteParts(parseName(name)) }, `${name} gives rows, not a value: call it in FROM.`);
}

export function searchPathText(catalog: string, database: string): string {
  return `[\`system\`.\`builtin\`, \`system\`.\`session\`, ${quoteIdentifier(catalog)}.${quoteIdentifier(database)}]`;
}

/** A call by name over resolved operands, as a rule or another function makes it. */
export function callByName(env: Env, name: string, args: readonly ResolvedExpression[], options: CallOptions = {}): ResolvedExpression {
  const fn = env.analysis.context.registry.get(name);
  if (fn === undefined) throw unknownFunction(env, name);
  return callOf(env, fn, args, options);
}

/** A call whose arguments are in place: checked, typed, cast. */
export function callOf(env: Env, called: FunctionDeclaration, args: readonly ResolvedExpression[], options: CallOptions): ResolvedExpression {
  const fn = madeAs(env, called, options);
  checkCount(fn, args.length);
  refuseSyntax(fn, options);
  if (fn.family === TIME_FAMILY) checkTimeType(env.analysis);
  const { analysis } = env;
  if (fn.kind === 'scalar') {
    const reading = fn.becomes?.(args.map((a) => argumentInfo(analysis, a)), signatureContext(analysis));
    if (reading?.kind === 'both') return bothOf(env, fn, reading.calls, args, options);
    if (reading !== undefined) return readAs(env, reading, args, options);
  }
  checkWithinGroup(fn, args.length, options.withinGroup, options.distinct === true);
  const keys = options.withinGroup ?? [];
  const all = [...args, ...keys.map((k) => k.child)];
  refuseGenerators(env, fn, all);
  const infos = all.map((a) => argumentInfo(analysis, a));
  const signature = fn.signature(infos, { ...signatureContext(analysis), ...(options.ignoreNulls === false ? { respectsNulls: true } : {}), ...(keys.length === 0 ? {} : { withinGroupKeys: keys.length }) });
  const cast = all.map((a, i) => {
    const type = signature.argTypes[i];
    const bare = stripAlias(a);
    // `make_timestamp(d, NULL)` is none of TIME's own functions, and works where the type is switched off.
    if (type?.kind === 'time' && fn.family === 'datetime' && bare.type.kind === 'null') return literal(null, type);
    return type === undefined ? bare : coerce(analysis, bare, type, options.origin);
  });
  if (options.distinct === true) checkDistinctKeys(env, fn, all, cast, keys.length);
  const padded = paddedArguments(env, fn.name, cast);
  const node = seeded(env, callNode(env, fn, padded, signature, options));
  rememberText(analysis, node, fn, padded === cast ? args : padded);
  return node;
}

/** The function under the name that it has with such a clause. */
function madeAs(env: Env, fn: FunctionDeclaration, options: CallOptions): FunctionDeclaration {
  if (fn.kind !== 'aggregate' || fn.madeAs === undefined || (options.ignoreNulls === undefined && options.withinGroup === undefined)) return fn;
  return env.analysis.context.registry.get(fn.madeAs) ?? fn;
}

/** A function of several rows has no single value to go on with. */
function refuseGenerators(env: Env, fn: FunctionDeclaration, args: readonly ResolvedExpression[]): void {
  if (!args.some((a) => stripAlias(a).kind === 'generator')) return;
  const shown = args.map((a) => sqlOf(env.analysis, stripAlias(a)));
  const text = fn.sql === undefined ? `${fn.name}(${shown.join(', ')})` : fn.sql(shown, false);
  throw withoutPlace(
    analysisError(
      'UNSUPPORTED_GENERATOR.NESTED_IN_EXPRESSIONS',
      '42K0E',
      { expression: `"${text}"` },
      `${text} uses a function that gives several rows inside of an expression. Let it stand alone in a select, and work with its column in the next.`,
    ),
  );
}

/** What must hold, both of it, under the name of the call that was written. */
function bothOf(env: Env, fn: ScalarFunction, calls: Extract<Reading, { kind: 'both' }>['calls'], args: readonly ResolvedExpression[], options: CallOptions): ResolvedExpression {
  const place = originOf(options.origin);
  const given = (i: number): ResolvedExpression => args[i] as ResolvedExpression;
  const parts = calls.map((c) => (typeof c === 'number' ? given(c) : callByName(env, c.name, c.args.map(given), place)));
  const both = callByName(env, 'and', parts, place);
  const shown = args.map((a) => writtenText(env.analysis, a));
  setText(both, fn.sql === undefined ? `${fn.name}(${shown.join(', ')})` : fn.sql(shown, false));
  setCall(both, { fn, args: args.map(stripAlias) });
  return both;
}

/** The other expression that Spark reads a call as. */
function readAs(env: Env, reading: Exclude<Reading, { kind: 'both' }>, args: readonly ResolvedExpression[], options: CallOptions): ResolvedExpression {
  if (reading.kind === 'cast') {
    const [value] = args as readonly [ResolvedExpression];
    const from = stripAlias(value);
    // A cast to the type it has already is one all the same: what is made of it is not named after the column.
    const cast = sameType(from.type, reading.to, true) ? sameCast(env.analysis, from) : coerce(env.analysis, from, reading.to, options.origin);
    return { ...cast, ...originOf(options.origin) };
  }
  const given = reading.args.map((a) => (typeof a === 'number' ? (args[a] as ResolvedExpression) : literal(a.value, a.type)));
  return callByName(env, reading.name, given, originOf(options.origin));
}

/** DISTINCT, FILTER, IGNORE NULLS and WITHIN GROUP where the function cannot take them. */
function refuseSyntax(fn: FunctionDeclaration, options: CallOptions): void {
  const aggregate = fn.kind === 'aggregate';
  if (options.distinct === true && !aggregate) throw unsupportedSyntax(fn, 'DISTINCT');
  if (options.filter !== undefined && !aggregate) throw unsupportedSyntax(fn, 'FILTER CLAUSE');
  if (options.ignoreNulls === true && !takesIgnoreNulls(fn)) throw unsupportedSyntax(fn, 'IGNORE NULLS');
  if (options.withinGroup !== undefined && !(aggregate && fn.withinGroup !== undefined)) throw unsupportedSyntax(fn, 'WITHIN GROUP (ORDER BY ...)');
}

const IGNORE_NULLS: ReadonlySet<string> = new Set(['first', 'first_value', 'last', 'last_value', 'any_value', 'lag', 'lead', 'nth_value', 'collect_list', 'array_agg', 'collect_set', 'collect_union']);

function takesIgnoreNulls(fn: FunctionDeclaration): boolean {
  return (fn.kind === 'aggregate' || fn.kind === 'window') && IGNORE_NULLS.has(fn.name.toLowerCase());
}

function callNode(env: Env, fn: FunctionDeclaration, args: readonly ResolvedExpression[], signature: Signature, options: CallOptions): ResolvedExpression {
  const type = signature.returns;
  const base = { type, ...originOf(options.origin), ...(fn.kind === 'scalar' || fn.kind === 'aggregate' ? ownMode(env) : {}) };
  switch (fn.kind) {
    case 'scalar':
      return { ...base, kind: 'call', fn, args, nullable: scalarNullable(fn, args, signature), ...instanceOf(env, fn), ...writtenAs(fn, options) };
    case 'aggregate': {
      const keyCount = options.withinGroup?.length ?? 0;
      const own = keyCount === 0 ? args : args.slice(0, args.length - keyCount);
      const nullable = signature.nullable ?? fn.emptyIsNull;
      const call: AggregateCall = { ...base, kind: 'aggregate', fn, args: own, nullable, distinct: options.distinct === true };
      return { ...call, ...aggregateOptions(env, options, args.slice(own.length)) };
    }
    case 'window': {
      const nulls = options.ignoreNulls === true ? { ignoreNulls: true } : {};
      return { ...base, kind: 'windowFunction', fn, args, nullable: signature.nullable ?? true, ...nulls };
    }
    case 'generator':
      return { ...base, kind: 'generator', fn, args, nullable: signature.nullable ?? false };
    case 'higherOrder':
      throw unsupported(`${fn.name} without a lambda function`);
  }
}

/** Of calls in bodies of functions made under another setting. */
function ownMode({ analysis: { context } }: Env): { readonly ansi?: boolean } {
  return context.marksMode === true ? { ansi: context.ansi } : {};
}

/** A seed for a call without one. */
function seeded(env: Env, node: ResolvedExpression): ResolvedExpression {
  if (node.kind !== 'call' || node.fn.seedAt !== node.args.length) return node;
  const seed = literal(BigInt(env.analysis.context.environment.seed()), LongType);
  return { ...node, args: [...node.args, seed], hasOwnSeed: true };
}

export function scalarNullable(fn: ScalarFunction, args: readonly ResolvedExpression[], signature: Signature): boolean {
  return signature.nullable ?? (fn.nulls === 'propagate' ? args.some((a) => a.nullable) : true);
}

function instanceOf(env: Env, fn: ScalarFunction): { readonly instance?: number } {
  return fn.deterministic === false ? { instance: env.analysis.context.nextExprId() } : {};
}

function writtenAs(fn: ScalarFunction, options: CallOptions): { readonly writtenName?: string } {
  return options.writtenName === undefined || options.writtenName === fn.name ? {} : { writtenName: options.writtenName.toLowerCase() };
}

function aggregateOptions(env: Env, options: CallOptions, keys: readonly ResolvedExpression[]): Partial<AggregateCall> {
  const { filter, withinGroup } = options;
  return {
    ...(filter === undefined ? {} : { filter: checkFilter(env, filter) }),
    ...(options.ignoreNulls === undefined ? {} : { ignoreNulls: options.ignoreNulls }),
    ...(withinGroup === undefined ? {} : { orderWithinGroup: withinGroup.map((o, i) => ({ ...o, child: keys[i] as ResolvedExpression })) }),
  };
}

function checkFilter(env: Env, filter: ResolvedExpression): ResolvedExpression {
  const [inner] = collectExpressions(filter, (x) => x.kind === 'aggregate');
  if (inner !== undefined) {
    throw analysisError(
      'INVALID_AGGREGATE_FILTER.CONTAINS_AGGREGATE',
      '42903',
      { filterExpr: quoted(env.analysis, filter), aggExpr: quoted(env.analysis, inner) },
      `The FILTER of an aggregate chooses rows, and ${sqlOf(env.analysis, inner)} is known only once they are grouped.`,
    );
  }
  const [window] = collectExpressions(filter, (x) => x.kind === 'window');
  if (window !== undefined) {
    throw analysisError(
      'INVALID_AGGREGATE_FILTER.CONTAINS_WINDOW_FUNCTION',
      '42903',
      { filterExpr: quoted(env.analysis, filter), windowExpr: quoted(env.analysis, window) },
      `The FILTER of an aggregate chooses rows, and ${sqlOf(env.analysis, window)} is worked out over several. Make it a column first.`,
    );
  }
  if (filter.type.kind === 'boolean') return filter;
  throw analysisError(
    'INVALID_AGGREGATE_FILTER.NOT_BOOLEAN',
    '42903',
    { filterExpr: quoted(env.analysis, filter) },
    `FILTER takes a condition, and ${sqlOf(env.analysis, filter)} is none.`,
  );
}

/** The call of a higher-order function, once its lambdas' bodies are resolved. */
function higherOrderCall(env: Env, fn: HigherOrderFunction, args: readonly (ResolvedExpression | Lambda)[], origin: Origin | undefined): ResolvedExpression {
  const { analysis } = env;
  const infos = args.map((a) => (a.kind === 'lambda' ? lambdaInfo(analysis, a) : argumentInfo(analysis, a)));
  const signature = fn.signature(infos, signatureContext(analysis));
  const cast = args.map((a, i) => {
    const type = signature.argTypes[i] as DataType | undefined;
    if (a.kind === 'lambda') return type === undefined ? a : { ...a, body: coerce(analysis, a.body, type, origin) };
    return type === undefined ? stripAlias(a) : coerce(analysis, stripAlias(a), type);
  });
  return { kind: 'higherOrder', fn, args: cast, type: signature.returns, nullable: signature.nullable ?? true, ...ownMode(env), ...originOf(origin) };
}
