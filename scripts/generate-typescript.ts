/**
 * Writes `engine/session/api/public/functions.ts`, the types of `F` for TypeScript solutions, from the registry.
 * Run: npx tsx scripts/generate-typescript.ts
 */
import { writeFileSync } from 'node:fs';
import { registry } from '../engine/functions/registry.ts';
import type { FunctionDeclaration, ParameterSpec } from '../engine/functions/define.ts';
import { OTHER_NAMES } from '../engine/session/api/functions/index.ts';
import * as byHand from '../engine/session/api/functions/by-hand.ts';

const TARGET = new URL('../engine/session/api/public/functions.ts', import.meta.url);

const BY_HAND = `  /** The column with this name. */
  col(name: string): Column;
  /** The column with this name. */
  column(name: string): Column;
  /** A constant column. */
  lit(value: ColumnOrValue): Column;
  /** An expression of SQL. */
  expr(text: string): Column;
  /** The value where the condition holds; continue with \`.when(…)\`, end with \`.otherwise(…)\`. */
  when(condition: Column, value: ColumnOrValue): Column;
  /** Marks a DataFrame as small enough to be sent whole to every task of a join. */
  broadcast(df: DataFrame): DataFrame;
  asc(column: ColumnOrName): Column;
  desc(column: ColumnOrName): Column;
  asc_nulls_first(column: ColumnOrName): Column;
  asc_nulls_last(column: ColumnOrName): Column;
  desc_nulls_first(column: ColumnOrName): Column;
  desc_nulls_last(column: ColumnOrName): Column;
  /** The number of rows for which the column is not null; \`count("*")\` counts all. */
  count(column: ColumnOrName): Column;
  /** The number of different values (or combinations of them) without nulls. */
  countDistinct(...columns: (ColumnOrName | readonly ColumnOrName[])[]): Column;
  /** The number of different values (or combinations of them) without nulls. */
  count_distinct(...columns: (ColumnOrName | readonly ColumnOrName[])[]): Column;
  /** The sum of the different values. */
  sumDistinct(column: ColumnOrName): Column;
  /** The sum of the different values. */
  sum_distinct(column: ColumnOrName): Column;
  first(column: ColumnOrName, ignoreNulls?: boolean): Column;
  last(column: ColumnOrName, ignoreNulls?: boolean): Column;
  /** The value so many rows before the current one in its window. */
  lag(column: ColumnOrName, offset?: number, fallback?: LiteralValue): Column;
  /** The value so many rows after the current one in its window. */
  lead(column: ColumnOrName, offset?: number, fallback?: LiteralValue): Column;
  /** A number from 0 (included) to 1 (not included), evenly spread. */
  rand(seed?: number): Column;
  /** A number of the normal distribution with mean 0 and deviation 1. */
  randn(seed?: number): Column;
  /** Rounded half away from zero to so many digits after the point. */
  round(column: ColumnOrName, scale?: number): Column;
  /** Rounded half to even to so many digits after the point. */
  bround(column: ColumnOrName, scale?: number): Column;
  /** The natural logarithm, or with a base first. */
  log(base: ColumnOrName | number, column?: ColumnOrName): Column;
  /** What a JSON text holds, read by a schema (DDL or a type). */
  from_json(column: ColumnOrName, schema: TypeLike | Column, options?: Options): Column;
  /** What a line of CSV holds, read by a schema. */
  from_csv(column: ColumnOrName, schema: TypeLike | Column, options?: Options): Column;
  /** Windows of time, tumbling or sliding. */
  window(timeColumn: ColumnOrName, windowDuration: string, slideDuration?: string, startTime?: string): Column;
  /** Windows that end after a gap without events. */
  session_window(timeColumn: ColumnOrName, gapDuration: string | Column): Column;
  /** A function of SQL by its name. */
  call_function(name: string, ...columns: ColumnOrName[]): Column;
  /** A function of SQL by its name. */
  callFunction(name: string, ...columns: ColumnOrName[]): Column;
  /** A function of your own, called once a row; its result must fit the type. */
  udf(f: (...args: never[]) => unknown, returnType?: TypeLike): (...columns: ColumnOrName[]) => Column;
`;

const RESERVED = new Set(['default', 'function', 'in', 'var', 'new', 'delete', 'enum', 'class', 'with', 'case']);

function parameterName(p: ParameterSpec, i: number): string {
  const name = (p.pythonName ?? p.name).replace(/\W/g, '_').replace(/^_+(?=\d)|^$/, 'a');
  return /^[a-z_]\w*$/i.test(name) && !RESERVED.has(name) ? name : `arg${i + 1}`;
}

function parameterType(p: ParameterSpec): string {
  if (p.accepts.includes('lambda')) {
    const most = Math.max(...(p.lambdaArity ?? [1]));
    return `(${['x', 'y', 'z'].slice(0, most).map((n) => `${n}: Column`).join(', ')}) => Column`;
  }
  const options = p.name === 'options' ? ' | Options' : '';
  return `Argument${options}`;
}

function signature(name: string, fn: FunctionDeclaration): string {
  let optional = false;
  const params = fn.params.map((p, i) => {
    optional ||= p.optional === true;
    if (p.variadic === true && i === fn.params.length - 1) return `...${parameterName(p, i)}: (Argument | readonly ColumnOrName[])[]`;
    return `${parameterName(p, i)}${optional ? '?' : ''}: ${parameterType(p)}`;
  });
  const unique = new Set(params.map((p) => p.split(/[?:]/)[0]));
  const list = unique.size === params.length ? params : params.map((p, i) => p.replace(/^(\.\.\.)?\w+/, `$1arg${i + 1}`));
  const examples = fn.examples.slice(0, 2).map(([sql, result]) => `   * \`${sql.replaceAll('*/', '* /')}\` is \`${result ?? 'NULL'}\`.`);
  const doc = [`   * ${fn.doc.replaceAll('*/', '* /')}`, ...examples].join('\n');
  return `  /**\n${doc}\n   */\n  ${name}(${list.join(', ')}): Column;\n`;
}

/** PySpark's other names for a function. */
function otherNames(fn: FunctionDeclaration): string[] {
  return Object.entries(OTHER_NAMES).flatMap(([other, name]) => (name === fn.name || fn.aliases?.includes(name) === true ? [other] : []));
}

const taken = new Set(Object.keys(byHand));
const lines = registry
  .all()
  .flatMap((fn) => [...(fn.internal === true || fn.sqlOnly === true ? [] : [fn.name, ...(fn.aliases ?? [])]), ...otherNames(fn)].map((name) => ({ name, fn })))
  .filter(({ name }) => /^[a-z_]\w*$/i.test(name) && !taken.has(name) && name !== 'column')
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ name, fn }) => signature(name, fn));

const text = `/** Functions of columns. Made from the registry by scripts/generate-typescript.ts: do not edit. */
import type { Column, ColumnOrName, ColumnOrValue } from './column.ts';
import type { DataFrame } from './dataframe.ts';
import type { LiteralValue, TypeLike } from './values.ts';

/** A column, the name of a column, or a constant. */
type Argument = ColumnOrName | LiteralValue;
type Options = Readonly<Record<string, string | number | boolean>>;

export interface Functions {
${BY_HAND}${lines.join('')}}
`;
writeFileSync(TARGET, text);
console.log(`${lines.length} functions`);
