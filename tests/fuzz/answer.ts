/** What a side says of a program, and what counts as a difference. */
import type { Program } from './program.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export interface Field {
  readonly name: string;
  readonly type: Json;
  readonly nullable: boolean;
  readonly metadata: Json;
}
export interface ErrorAnswer {
  readonly stage: string;
  readonly class: string;
  readonly condition?: string | null;
  readonly sqlState?: string | null;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly text?: string;
}
export interface Answer {
  readonly schema?: readonly Field[];
  readonly rows?: readonly (readonly Json[])[];
  /** Python has no value for some cell: all are Spark's texts. */
  readonly texts?: boolean;
  readonly error?: ErrorAnswer;
  /** The side itself failed: nothing can be said. */
  readonly broken?: string;
}

export type Aspect = 'outcome' | 'error' | 'schema' | 'rows';
export interface Difference {
  readonly aspect: Aspect;
  readonly spark: string;
  readonly engine: string;
}

const DIGITS = 11;
const NOISE = 1e-12;
const SHOWN_CHARS = 1200;

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** A cell in which the order of a map's entries does not count. */
function settled(value: Json, type: Json): Json {
  if (value === null || typeof type !== 'object' || type === null) return value;
  const kind = type as Readonly<Record<string, Json>>;
  const items = value as readonly Json[];
  if (kind.type === 'array') return items.map((each) => settled(each, kind.elementType as Json));
  if (kind.type === 'struct') return items.map((each, i) => settled(each, (kind.fields as readonly { type: Json }[])[i]?.type ?? null));
  if (kind.type !== 'map') return value;
  const entries = (items as readonly (readonly [Json, Json])[]).map(([k, v]) => [settled(k, kind.keyType as Json), settled(v, kind.valueType as Json)] as const);
  return [...entries].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
}

/** Numbers to eleven digits; what is left of sums that should be zero counts as zero. */
function rounded(value: Json): Json {
  if (typeof value === 'number') return Math.abs(value) < NOISE ? 0 : Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map(rounded);
  return value;
}

/** Spark's text of an inexact number, to eleven digits too. */
function roundedText(cell: Json): Json {
  return typeof cell === 'string' && cell !== '' && Number.isFinite(Number(cell)) ? rounded(Number(cell)) : cell;
}

function rowTexts(answer: Answer, program: Program): string[] {
  const fields = answer.schema ?? [];
  const texts = (answer.rows ?? []).map((row) =>
    canonical(
      row.map((value, i) => {
        const { name, type } = fields[i] as Field;
        if (answer.texts === true) return program.inexact.has(name) ? roundedText(value) : value;
        const cell = settled(value, type);
        return program.inexact.has(name) ? rounded(cell) : cell;
      }),
    ),
  );
  return program.ordered ? texts : texts.sort();
}

const essence = ({ stage, condition, sqlState, parameters, class: kind }: ErrorAnswer, either: ErrorAnswer): Json => ({
  stage,
  class: either.class === 'Py4JJavaError' ? 'any' : kind,
  condition: condition ?? null,
  sqlState: sqlState ?? null,
  parameters: (parameters ?? {}) as Json,
});

const shown = (text: string): string => (text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text);

export function difference(spark: Answer, engine: Answer, program: Program): Difference | undefined {
  if (spark.broken !== undefined || engine.broken !== undefined) return undefined;
  const differ = (aspect: Aspect, a: string, b: string): Difference | undefined => (a === b ? undefined : { aspect, spark: shown(a), engine: shown(b) });
  const { error: e } = engine;
  const { error: s } = spark;
  if ((s === undefined) !== (e === undefined)) {
    const say = (answer: Answer): string => (answer.error === undefined ? `rows ${canonical((answer.rows ?? []) as Json)}` : `error ${JSON.stringify(answer.error)}`);
    return differ('outcome', say(spark), say(engine));
  }
  if (s !== undefined && e !== undefined) return differ('error', canonical(essence(s, s)), canonical(essence(e, s)));
  const schema = differ('schema', canonical(spark.schema as unknown as Json), canonical(engine.schema as unknown as Json));
  if (schema === undefined && spark.texts !== engine.texts) return { aspect: 'rows', spark: `texts: ${spark.texts === true}`, engine: `texts: ${engine.texts === true}` };
  return schema ?? rowDifference(rowTexts(spark, program), rowTexts(engine, program));
}

/** Only the rows that one side has and the other lacks. */
function rowDifference(spark: readonly string[], engine: readonly string[]): Difference | undefined {
  if (spark.join('\n') === engine.join('\n')) return undefined;
  const lacking = (rows: readonly string[], other: readonly string[]): string => {
    const left = new Map<string, number>();
    for (const row of other) left.set(row, (left.get(row) ?? 0) + 1);
    const own = rows.filter((row) => {
      const count = left.get(row) ?? 0;
      left.set(row, count - 1);
      return count <= 0;
    });
    return shown(escaped(own.length === 0 ? `the same ${rows.length} rows in another order` : own.join('\n')));
  };
  return { aspect: 'rows', spark: lacking(spark, engine), engine: lacking(engine, spark) };
}

/** Characters that look alike told apart. */
const escaped = (text: string): string => text.replace(/[^\n -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
