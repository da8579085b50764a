/** Functions that are not calls of the registry, or take their arguments in a way of their own. */
import type { Expression } from '../../../plan/index.ts';
import { typeFromJson, typeToJson } from '../../../types/index.ts';
import { call, columnExpr, ColumnImpl, exprOf, isColumn, litExpr, originOf, valueExpr } from '../column.ts';
import type { Column, ColumnOrName, ColumnOrValue, DataFrame, LiteralValue, TypeLike } from '../public/index.ts';
import { activeClient } from '../active-client.ts';
import { columnFunction, userFunction } from '../udf.ts';
import { optionsExpr } from './arguments.ts';

type Options = Readonly<Record<string, unknown>>;

export const col = (name: string): Column => new ColumnImpl(columnExpr(name));
export const lit = (value: ColumnOrValue | readonly ColumnOrValue[]): Column => (isColumn(value) ? value : new ColumnImpl({ ...litExpr(value), ...originOf('lit') }));
export const expr = (text: string): Column => new ColumnImpl({ type: 'ExpressionString', expression: text, ...originOf('expr') });
export const when = (condition: Column, value: ColumnOrValue): Column => call('when', [exprOf(condition), valueExpr(value)]);
export const broadcast = (df: DataFrame): DataFrame => df.hint('broadcast');

function sorted(method: 'asc' | 'desc' | 'asc_nulls_first' | 'asc_nulls_last' | 'desc_nulls_first' | 'desc_nulls_last'): (column: ColumnOrName) => Column {
  return (column) => (isColumn(column) ? column : col(column))[method]();
}
export const asc = sorted('asc');
export const desc = sorted('desc');
export const asc_nulls_first = sorted('asc_nulls_first');
export const asc_nulls_last = sorted('asc_nulls_last');
export const desc_nulls_first = sorted('desc_nulls_first');
export const desc_nulls_last = sorted('desc_nulls_last');

/** `count("*")` counts rows. */
export const count = (column: ColumnOrName): Column => call('count', [column === '*' ? { type: 'UnresolvedStar' } : columnExpr(column)]);

function distinct(functionName: string, columns: readonly (ColumnOrName | readonly ColumnOrName[])[], api: string): Column {
  const args = columns.flat().map((c) => columnExpr(c as ColumnOrName));
  return new ColumnImpl({ type: 'UnresolvedFunction', functionName, arguments: args, isDistinct: true, ...originOf(api) });
}
export const countDistinct = (...columns: (ColumnOrName | readonly ColumnOrName[])[]): Column => distinct('count', columns, 'countDistinct');
export const count_distinct = countDistinct;
export const sumDistinct = (column: ColumnOrName): Column => distinct('sum', [column], 'sumDistinct');
export const sum_distinct = sumDistinct;

function firstOrLast(name: string): (column: ColumnOrName, ignoreNulls?: boolean) => Column {
  return (column, ignoreNulls = false) =>
    new ColumnImpl({ type: 'UnresolvedFunction', functionName: name, arguments: [columnExpr(column)], ...(ignoreNulls ? { ignoreNulls } : {}), ...originOf(name) });
}
export const first = firstOrLast('first');
export const last = firstOrLast('last');

/** The most frequent value; with `deterministic` the smallest of several. */
export const mode = (column: ColumnOrName, deterministic = false): Column => call('mode', [columnExpr(column), ...(deterministic ? [litExpr(true)] : [])]);

function neighbour(name: string): (column: ColumnOrName, offset?: number, fallback?: LiteralValue) => Column {
  return (column, offset = 1, fallback = null) => call(name, [columnExpr(column), litExpr(offset), litExpr(fallback)]);
}
export const lag = neighbour('lag');
export const lead = neighbour('lead');

function trimming(name: string): (column: ColumnOrName, characters?: ColumnOrName) => Column {
  return (column, characters) => call(name, [...(characters === undefined ? [] : [columnExpr(characters)]), columnExpr(column)]);
}
/** With the characters to take away, as a column: `trim("s", F.lit("x"))`. */
export const trim = trimming('trim');
export const ltrim = trimming('ltrim');
export const rtrim = trimming('rtrim');

function writing(name: string): (column: ColumnOrName, options?: Options) => Column {
  return (column, options) => call(name, [columnExpr(column), ...(options === undefined ? [] : [optionsExpr(options)])]);
}
export const to_json = writing('to_json');
export const to_csv = writing('to_csv');

function sampling(name: string): (sample: string | Column, options?: Options) => Column {
  return (sample, options) => call(name, [valueExpr(sample), ...(options === undefined ? [] : [optionsExpr(options)])]);
}
export const schema_of_json = sampling('schema_of_json');
export const schema_of_csv = sampling('schema_of_csv');

/** Fields of a JSON text, each a column. */
export const json_tuple = (column: ColumnOrName, ...fields: string[]): Column => call('json_tuple', [columnExpr(column), ...fields.map(litExpr)]);
export const sha2 = (column: ColumnOrName, bits: number): Column => call('sha2', [columnExpr(column), litExpr(bits)]);
/** Seconds since the epoch: now, or of a text by its pattern. */
export const unix_timestamp = (column?: ColumnOrName, format = 'yyyy-MM-dd HH:mm:ss'): Column =>
  call('unix_timestamp', column === undefined ? [] : [columnExpr(column), litExpr(format)]);

function random(name: string): (seed?: number) => Column {
  return (seed) => call(name, seed === undefined ? [] : [litExpr(seed)]);
}
export const rand = random('rand');
export const randn = random('randn');

function rounding(name: string): (column: ColumnOrName, scale?: number) => Column {
  return (column, scale = 0) => call(name, [columnExpr(column), litExpr(scale)]);
}
export const round = rounding('round');
export const bround = rounding('bround');

/** The natural logarithm, or with a base first: `log(2, "x")`. */
export const log = (base: ColumnOrName | number, column?: ColumnOrName): Column =>
  column === undefined ? call('ln', [typeof base === 'number' ? litExpr(base) : columnExpr(base)], 'log') : call('log', [typeof base === 'number' ? litExpr(base) : columnExpr(base), columnExpr(column)]);

/** A schema as the constant text that from_json and from_csv take. */
function schemaExpr(schema: TypeLike | Column): Expression {
  if (isColumn(schema)) return exprOf(schema);
  if (typeof schema === 'string') return litExpr(schema);
  return litExpr(JSON.stringify(typeToJson(typeFromJson(typeToJson(schema as never)))));
}
function parsing(name: string): (column: ColumnOrName, schema: TypeLike | Column, options?: Options) => Column {
  return (column, schema, options) => call(name, [columnExpr(column), schemaExpr(schema), ...(options === undefined ? [] : [optionsExpr(options)])]);
}
export const from_json = parsing('from_json');
export const from_csv = parsing('from_csv');

/** Windows of time: tumbling, or sliding with `slideDuration`. */
export const window = (timeColumn: ColumnOrName, windowDuration: string, slideDuration?: string, startTime?: string): Column => {
  const times = startTime !== undefined ? [slideDuration ?? windowDuration, startTime] : slideDuration !== undefined ? [slideDuration] : [];
  return call('window', [columnExpr(timeColumn), litExpr(windowDuration), ...times.map(litExpr)]);
};
export const session_window = (timeColumn: ColumnOrName, gapDuration: string | Column): Column =>
  call('session_window', [columnExpr(timeColumn), typeof gapDuration === 'string' ? litExpr(gapDuration) : exprOf(gapDuration)]);

/** The time that stands for a window: its last microsecond. */
export const window_time = (windowColumn: ColumnOrName): Column => call('window_time', [columnExpr(windowColumn)]);

/** A function of SQL by its name, with columns. */
export const call_function = (name: string, ...columns: ColumnOrName[]): Column => call(name, columns.map((c) => columnExpr(c)));
export const callFunction = call_function;

/** A function of one's own over columns; it is called once a row, and its result must fit the type. */
export const udf = (f: (...args: never[]) => unknown, returnType: TypeLike = 'string'): ((...columns: ColumnOrName[]) => Column) =>
  userFunction(activeClient().addFunction(columnFunction(f, returnType)), f.name === '' ? '<lambda>' : f.name, returnType);
