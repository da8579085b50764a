/**
 * Writes the types of `F` for TypeScript solutions (`engine/session/api/public/functions.ts`) and the signatures behind
 * them (`engine/session/api/functions/signatures.ts`): those recorded from PySpark (`python/api/functions.json`), and the
 * registry's for functions that PySpark has not. Run: npx tsx scripts/generate-typescript.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { registry } from '../engine/functions/registry.ts';
import type { FunctionDeclaration, ParameterSpec } from '../engine/functions/define.ts';
import * as byHand from '../engine/session/api/functions/by-hand.ts';

const SIGNATURES = new URL('../engine/session/api/functions/signatures.ts', import.meta.url);
const PYSPARK = new URL('../python/api/functions.json', import.meta.url);
const TARGET = new URL('../engine/session/api/public/functions.ts', import.meta.url);

const BY_HAND = `  /** The column with this name. */
  col(name: string): Column;
  /** The column with this name. */
  column(name: string): Column;
  /** A constant column; a list is an array of its items. */
  lit(value: ColumnOrValue | readonly ColumnOrValue[]): Column;
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
  /** The most frequent value; with \`deterministic\` the smallest of several. */
  mode(column: ColumnOrName, deterministic?: boolean): Column;
  /** The value so many rows before the current one in its window. */
  lag(column: ColumnOrName, offset?: number, fallback?: LiteralValue): Column;
  /** The value so many rows after the current one in its window. */
  lead(column: ColumnOrName, offset?: number, fallback?: LiteralValue): Column;
  /** Without spaces (or the given characters, as a column) at both ends. */
  trim(column: ColumnOrName, characters?: ColumnOrName): Column;
  ltrim(column: ColumnOrName, characters?: ColumnOrName): Column;
  rtrim(column: ColumnOrName, characters?: ColumnOrName): Column;
  to_json(column: ColumnOrName, options?: Options): Column;
  to_csv(column: ColumnOrName, options?: Options): Column;
  schema_of_json(sample: string | Column, options?: Options): Column;
  schema_of_csv(sample: string | Column, options?: Options): Column;
  /** Fields of a JSON text, each a column. */
  json_tuple(column: ColumnOrName, ...fields: string[]): Column;
  sha2(column: ColumnOrName, bits: number): Column;
  /** Seconds since the epoch: now, or of a text by its pattern. */
  unix_timestamp(column?: ColumnOrName, format?: string): Column;
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
  /** The time that stands for a window: its last microsecond. */
  window_time(windowColumn: ColumnOrName): Column;
  /** A function of SQL by its name. */
  call_function(name: string, ...columns: ColumnOrName[]): Column;
  /** A function of SQL by its name. */
  callFunction(name: string, ...columns: ColumnOrName[]): Column;
  /** A function of your own, called once a row; its result must fit the type. */
  udf(f: (...args: never[]) => unknown, returnType?: TypeLike): (...columns: ColumnOrName[]) => Column;
`;

const RESERVED = new Set(['default', 'function', 'in', 'var', 'new', 'delete', 'enum', 'class', 'with', 'case']);

/** What the API shows of a parameter. */
interface Shown {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly variadic: boolean;
}

interface PythonParameter {
  readonly name: string;
  readonly text?: 'col' | 'lit' | null;
  readonly column?: boolean;
  readonly variadic?: boolean;
  readonly default?: string;
}
interface PythonFunction {
  readonly name: string;
  readonly params: readonly PythonParameter[];
  readonly target: string | null;
  readonly distinct: boolean;
}

/** Names of the registry for expressions that PySpark builds under others. */
const OPERATORS: Readonly<Record<string, string>> = { isNaN: 'isnan', isNull: 'isnull', isNotNull: 'isnotnull' };

function declarationOf(f: PythonFunction): FunctionDeclaration | undefined {
  const target = f.target ?? f.name;
  return registry.get(OPERATORS[target] ?? target) ?? registry.get(f.name);
}

function identifier(name: string, i: number): string {
  const clean = name.replace(/\W/g, '_').replace(/^_+(?=\d)|^$/, 'a');
  return /^[a-z_]\w*$/i.test(clean) && !RESERVED.has(clean) ? clean : `arg${i + 1}`;
}

/** A default of PySpark's as JSON; undefined for None. */
function defaultJson(text: string): string | undefined {
  if (text === 'None') return undefined;
  if (text === 'True' || text === 'False') return text.toLowerCase();
  // Parameters are parted by spaces.
  return text.startsWith("'") ? JSON.stringify(text.slice(1, -1)).replaceAll(' ', '\\u0020') : text;
}

function parameterSignature(p: PythonParameter): string {
  const kind = p.text === 'col' ? 'c' : 'v';
  if (p.variadic === true) return `${kind}*`;
  if (p.default === undefined) return kind;
  const json = defaultJson(p.default);
  return json === undefined ? `${kind}?` : `${kind}=${json}`;
}

function shownOfPython(p: PythonParameter, i: number): Shown {
  const type = p.text === 'col' ? 'Argument' : 'ColumnOrValue | readonly LiteralValue[]';
  return { name: identifier(p.name, i), type, optional: p.default !== undefined, variadic: p.variadic === true };
}

function shownOfRegistry(p: ParameterSpec, i: number, last: boolean): Shown {
  const most = Math.max(...(p.lambdaArity ?? [1]));
  const lambda = `(${['x', 'y', 'z'].slice(0, most).map((n) => `${n}: Column`).join(', ')}) => Column`;
  const type = p.accepts.includes('lambda') ? lambda : p.name === 'options' ? 'Argument | Options' : 'Argument';
  return { name: identifier(p.pythonName ?? p.name, i), type, optional: p.optional === true, variadic: p.variadic === true && last };
}

function signature(name: string, fn: FunctionDeclaration, params: readonly Shown[]): string {
  let optional = false;
  const unique = new Set(params.map((p) => p.name)).size === params.length;
  const list = params.map((p, i) => {
    optional ||= p.optional;
    const shown = unique ? p.name : `arg${i + 1}`;
    if (p.variadic) return `...${shown}: (${p.type} | readonly ColumnOrName[])[]`;
    return `${shown}${optional ? '?' : ''}: ${p.type}`;
  });
  const examples = fn.examples.slice(0, 2).map(([sql, result]) => `   * \`${sql.replaceAll('*/', '* /')}\` is \`${result ?? 'NULL'}\`.`);
  const doc = [`   * ${fn.doc.replaceAll('*/', '* /')}`, ...examples].join('\n');
  return `  /**\n${doc}\n   */\n  ${name}(${list.join(', ')}): Column;\n`;
}

const taken = new Set([...Object.keys(byHand), 'column']);
const recorded = (JSON.parse(readFileSync(PYSPARK, 'utf8')) as { readonly plain: readonly PythonFunction[] }).plain;
const known = recorded.filter((f) => !taken.has(f.name) && f.target !== null && declarationOf(f) !== undefined);
for (const f of known) taken.add(f.name);

const others = registry
  .all()
  .filter((fn) => fn.internal !== true && fn.sqlOnly !== true)
  .flatMap((fn) => [fn.name, ...(fn.aliases ?? [])].map((name) => ({ name, fn })))
  .filter(({ name }) => /^[a-z_]\w*$/i.test(name) && !taken.has(name));

const shown = [
  ...known.map((f) => ({ name: f.name, text: signature(f.name, declarationOf(f) as FunctionDeclaration, f.params.map(shownOfPython)) })),
  ...others.map(({ name, fn }) => ({ name, text: signature(name, fn, fn.params.map((p, i) => shownOfRegistry(p, i, i === fn.params.length - 1))) })),
].sort((a, b) => (a.name < b.name ? -1 : 1));

const functionsText = `/** Functions of columns. Made by scripts/generate-typescript.ts: do not edit. */
import type { Column, ColumnOrName, ColumnOrValue } from './column.ts';
import type { DataFrame } from './dataframe.ts';
import type { LiteralValue, TypeLike } from './values.ts';

/** A column, the name of a column, a constant, or a list of constants. */
type Argument = ColumnOrName | LiteralValue | readonly LiteralValue[];
type Options = Readonly<Record<string, string | number | boolean>>;

export interface Functions {
${BY_HAND}${shown.map((s) => s.text).join('')}}
`;

const entries = known.map((f) => `  ${f.name}: '${[`${f.target}${f.distinct ? '!' : ''}`, ...f.params.map(parameterSignature)].join(' ').replaceAll('\\', '\\\\').replaceAll("'", "\\'")}',`);
const signaturesText = `/** PySpark's signatures, in the words of arguments.ts. Made by scripts/generate-typescript.ts: do not edit. */
export const SIGNATURES: Readonly<Record<string, string>> = {
${entries.sort().join('\n')}
};
`;

const outputs = [
  [TARGET, functionsText],
  [SIGNATURES, signaturesText],
] as const;
if (process.argv.includes('--check')) {
  const stale = outputs.filter(([path, text]) => readFileSync(path, 'utf8') !== text).map(([path]) => String(path));
  if (stale.length > 0) {
    console.error(`out of date, run npm run generate: ${stale.join(', ')}`);
    process.exit(1);
  }
} else {
  for (const [path, text] of outputs) writeFileSync(path, text);
  console.log(`${shown.length} functions, ${known.length} with PySpark's signature`);
}
