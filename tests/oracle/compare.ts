/** Holds what the engine did against what real Spark did: each difference as a line of text. */
import type { Recording } from './format.ts';

/** As `tests/support/replay.py` describes a case; the recording's form, with the error's text for the reader. */
export interface Outcome {
  readonly table?: {
    readonly schema: readonly { readonly name: string; readonly type: unknown; readonly nullable: boolean; readonly metadata: unknown }[];
    readonly rows: readonly (readonly unknown[])[];
    readonly show: readonly string[];
    readonly operators: readonly string[];
    readonly explain?: readonly string[];
  };
  readonly value?: unknown;
  readonly error?: {
    readonly stage: string;
    readonly class: string;
    readonly text: string;
    readonly condition?: string | null;
    readonly sqlState?: string | null;
    readonly parameters?: Readonly<Record<string, string>>;
    readonly context?: readonly Context[];
    readonly message?: string;
  };
  readonly stdout?: readonly string[];
}
type Context = { readonly sql?: string; readonly start?: number; readonly stop?: number; readonly call?: string; readonly line?: number | null };

export type Aspect = 'kind' | 'error' | 'context' | 'schema' | 'rows' | 'show' | 'operators' | 'explain' | 'value' | 'stdout';
export interface Difference {
  readonly aspect: Aspect;
  readonly expected: unknown;
  readonly actual: unknown;
}

type Tagged = Readonly<Record<string, unknown>>;

/** Keys in one order, so that texts can be compared. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** A cell in which the order of a map's entries does not count. */
function settled(value: unknown, type: unknown): unknown {
  if (value === null || typeof type !== 'object' || type === null) return value;
  const kind = type as Tagged;
  const items = value as readonly unknown[];
  if (kind.type === 'array') return items.map((each) => settled(each, kind.elementType));
  if (kind.type === 'struct') return items.map((each, i) => settled(each, ((kind.fields as Tagged[])[i] as Tagged).type));
  if (kind.type !== 'map') return value;
  const entries = (items as [unknown, unknown][]).map(([k, v]) => [settled(k, kind.keyType), settled(v, kind.valueType)]);
  return entries.sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
}

function rowTexts(rows: readonly (readonly unknown[])[], types: readonly unknown[], ordered: boolean): string[] {
  const texts = rows.map((row) => canonical(row.map((cell, i) => settled(cell, types[i]))));
  return ordered ? texts : texts.sort();
}

function kindOf(outcome: { error?: unknown; table?: unknown; value?: unknown }): string {
  if (outcome.error !== undefined) return 'error';
  if (outcome.table !== undefined) return 'table';
  return outcome.value === undefined ? 'nothing' : 'value';
}

export function differences(recording: Recording, outcome: Outcome): Difference[] {
  const found: Difference[] = [];
  const check = (aspect: Aspect, expected: unknown, actual: unknown): void => {
    if (canonical(expected) !== canonical(actual)) found.push({ aspect, expected, actual });
  };
  if (kindOf(recording) !== kindOf(outcome)) {
    const actual = outcome.error ?? outcome.table?.rows ?? outcome.value ?? null;
    return [{ aspect: 'kind', expected: recording.error ?? kindOf(recording), actual }];
  }
  compareErrors(recording, outcome, check);
  compareTables(recording, outcome, check);
  check('value', recording.value ?? null, outcome.value ?? null);
  check('stdout', recording.stdout ?? [], outcome.stdout ?? []);
  return found;
}

type Check = (aspect: Aspect, expected: unknown, actual: unknown) => void;

/** A Python exception's `msg` is a sentence, and sentences are each engine's own. */
function essentialParameters({ condition, parameters = {} }: NonNullable<Outcome['error']>): Readonly<Record<string, string>> {
  if (condition !== 'PYTHON_EXCEPTION') return parameters;
  const { msg: _, ...rest } = parameters;
  return rest;
}

function compareErrors(recording: Recording, outcome: Outcome, check: Check): void {
  const { error: expected } = recording;
  const { error: actual } = outcome;
  if (expected === undefined || actual === undefined) return;
  const essence = (e: NonNullable<Outcome['error']>) => ({
    stage: e.stage,
    // PySpark has no class for some of Spark's exceptions.
    class: expected.class === 'Py4JJavaError' ? 'any' : e.class,
    condition: e.condition ?? null,
    sqlState: e.sqlState ?? null,
    parameters: essentialParameters(e),
    ...(expected.message === undefined ? {} : { message: e.message ?? '' }),
  });
  check('error', essence({ text: '', ...expected } as NonNullable<Outcome['error']>), essence(actual));
  const wanted = (expected.context ?? []) as readonly Context[];
  // Where Spark names no place or no line, naming one is no difference.
  if (wanted.length === 0) return;
  const given = (actual.context ?? []).map((c, i) => ('call' in c && wanted[i]?.line === null ? { ...c, line: null } : c));
  check('context', wanted, given);
}

function compareTables(recording: Recording, outcome: Outcome, check: Check): void {
  const { table: expected, ordered } = recording;
  const { table: actual } = outcome;
  if (expected === undefined || actual === undefined) return;
  check('schema', expected.schema, actual.schema);
  const types = expected.schema.map((field) => field.type);
  check('rows', rowTexts(expected.rows, types, ordered), rowTexts(actual.rows, types, ordered));
  const hasMaps = canonical(types).includes('"map"');
  if (!hasMaps) check('show', expected.show, actual.show);
  check('operators', expected.operators, actual.operators);
  if (expected.explain !== undefined) check('explain', expected.explain, actual.explain ?? []);
}
