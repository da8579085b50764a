/**
 * What is run on both sides: tables and a few lines of PySpark, each of which makes a DataFrame of earlier ones. It is
 * kept as a tree, so that the shrinker can take parts out.
 */
import type { DataType } from '../../engine/index.ts';

/** SQL text of an expression with holes for others. */
export interface Expr {
  readonly parts: readonly (string | Expr)[];
  readonly type: DataType;
  readonly nullable: boolean;
  /** Its last digits may differ: floating sums in another order, and functions that Java's platform computes. */
  readonly inexact: boolean;
  /** A clause that may be left out. */
  readonly optional?: true;
}

export interface TableColumn {
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
}
export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Python source of each cell. */
  readonly rows: readonly (readonly string[])[];
}

/** A piece of a line: text, an earlier DataFrame by its name, or expressions with commas between, each a Python string. */
export type Piece = string | { readonly frame: string } | { readonly list: readonly ListItem[]; readonly least: number };
/** `before` + the expression as Python string + `after`. */
export interface ListItem {
  readonly expr: Expr;
  readonly before: string;
  readonly after: string;
}
export interface Step {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

export interface Program {
  readonly tables: readonly Table[];
  readonly conf: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** Columns of the result whose last digits do not count. */
  readonly inexact: ReadonlySet<string>;
  /** Rows come in the order of a total sort. */
  readonly ordered: boolean;
}

export function exprText(e: Expr): string {
  return e.parts.map((p) => (typeof p === 'string' ? p : exprText(p))).join('');
}

/** A Python string literal. JSON's form is one: lone surrogates never occur. */
export function pythonString(text: string): string {
  return JSON.stringify(text);
}

export function itemText({ expr, before, after }: ListItem): string {
  return `${before}${pythonString(exprText(expr))}${after}`;
}

export function stepText(step: Step): string {
  const text = step.pieces.map((p) => {
    if (typeof p === 'string') return p;
    return 'frame' in p ? p.frame : p.list.map(itemText).join(', ');
  });
  return `${step.name} = ${text.join('')}`;
}

/** The lines that make the result; `result` is the last DataFrame. */
export function codeOf(program: Program): string {
  const lines = program.steps.map(stepText);
  const last = program.steps.at(-1)?.name ?? program.tables[0]?.name ?? 'spark.range(1)';
  return [...lines, `result = ${last}`].join('\n');
}

/** DDL of a type, as createDataFrame takes it. */
export function ddl(type: DataType): string {
  switch (type.kind) {
    case 'byte':
      return 'tinyint';
    case 'short':
      return 'smallint';
    case 'integer':
      return 'int';
    case 'long':
      return 'bigint';
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`;
    case 'array':
      return `array<${ddl(type.element)}>`;
    case 'map':
      return `map<${ddl(type.key)},${ddl(type.value)}>`;
    case 'struct':
      return `struct<${type.fields.map((f) => `${f.name}:${ddl(f.type)}`).join(',')}>`;
    case 'daytime_interval':
      return 'interval day to second';
    case 'yearmonth_interval':
      return 'interval year to month';
    default:
      return type.kind;
  }
}

export function tableSource({ columns, rows }: Table): string {
  const schema = columns.map((c) => `${c.name} ${ddl(c.type)}${c.nullable ? '' : ' not null'}`).join(', ');
  const data = rows.map((row) => `(${row.map((cell) => `${cell},`).join(' ')})`).join(', ');
  return `spark.createDataFrame([${data}], ${pythonString(schema)})`;
}

export function tableSources(program: Program): Readonly<Record<string, string>> {
  return Object.fromEntries(program.tables.map((t) => [t.name, tableSource(t)]));
}

/** The program as one would type it. */
export function programText(program: Program): string {
  const conf = Object.entries(program.conf).map(([key, value]) => `spark.conf.set(${pythonString(key)}, ${pythonString(value)})`);
  const code = codeOf(program);
  const used = program.tables.filter((t) => new RegExp(`\\b${t.name}\\b`).test(code));
  const tables = used.map((t) => `${t.name} = ${tableSource(t)}`);
  const views = used.filter((t) => /spark\.sql\(/.test(code) && t.rows.length >= 0).map((t) => `${t.name}.createOrReplaceTempView("${t.name}")`);
  return [...conf, ...tables, ...views, code].join('\n');
}
