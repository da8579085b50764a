/** Comparisons of whole columns. Null rows hold garbage: the evaluator masks them. */
import { toBigInt64, toBigInts } from '../../columnar/index.ts';
import type { StringVector, Vector } from '../../columnar/index.ts';
import { BooleanType, compareStrings } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';

export type Relation = '=' | '<' | '<=' | '>' | '>=';
type Ordered = Int32Array | Uint8Array | Float64Array | BigInt64Array | readonly bigint[];

export function booleanVector(data: Uint8Array): Vector {
  return { layout: 'bool', type: BooleanType, length: data.length, validity: null, data };
}

/** Whether an order (negative, zero, positive) satisfies the relation. */
export function holds(op: Relation, order: number): boolean {
  switch (op) {
    case '=':
      return order === 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/**
 * One function for each kind of array: a loop that meets all of them becomes slow for each. `a > b` is asked as `b < a`.
 */
type Plain = '=' | '<' | '<=';

function compareInts(op: Plain, x: Int32Array | Uint8Array, y: Int32Array | Uint8Array, n: number): Uint8Array {
  const out = new Uint8Array(n);
  if (op === '=') for (let i = 0; i < n; i++) out[i] = x[i] === y[i] ? 1 : 0;
  else if (op === '<') for (let i = 0; i < n; i++) out[i] = (x[i] as number) < (y[i] as number) ? 1 : 0;
  else for (let i = 0; i < n; i++) out[i] = (x[i] as number) <= (y[i] as number) ? 1 : 0;
  return out;
}

function compareDoubles(op: Plain, x: Float64Array, y: Float64Array, n: number): Uint8Array {
  const out = new Uint8Array(n);
  if (op === '=') for (let i = 0; i < n; i++) out[i] = x[i] === y[i] ? 1 : 0;
  else if (op === '<') for (let i = 0; i < n; i++) out[i] = (x[i] as number) < (y[i] as number) ? 1 : 0;
  else for (let i = 0; i < n; i++) out[i] = (x[i] as number) <= (y[i] as number) ? 1 : 0;
  return out;
}

function compareBigInts(op: Plain, x: BigInt64Array | readonly bigint[], y: BigInt64Array | readonly bigint[], n: number): Uint8Array {
  const out = new Uint8Array(n);
  if (op === '=') for (let i = 0; i < n; i++) out[i] = x[i] === y[i] ? 1 : 0;
  else if (op === '<') for (let i = 0; i < n; i++) out[i] = (x[i] as bigint) < (y[i] as bigint) ? 1 : 0;
  else for (let i = 0; i < n; i++) out[i] = (x[i] as bigint) <= (y[i] as bigint) ? 1 : 0;
  return out;
}

/** Both arrays are of one kind. */
function compareOrdered(op: Relation, a: Ordered, b: Ordered, n: number): Uint8Array {
  if (op === '>' || op === '>=') return compareOrdered(op === '>' ? '<' : '<=', b, a, n);
  if (a instanceof Float64Array) return compareDoubles(op, a, b as Float64Array, n);
  if (a instanceof Int32Array || a instanceof Uint8Array) return compareInts(op, a, b as Int32Array, n);
  return compareBigInts(op, a, b as BigInt64Array, n);
}

function hasNaN(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) if (a[i] !== a[i]) return true;
  return false;
}

/** NaN equals NaN and is above every number. */
function compareWithNaN(op: Relation, a: Float64Array, b: Float64Array, n: number): Uint8Array {
  const out = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    const order = x < y ? -1 : x > y ? 1 : x === y ? 0 : x !== x ? (y !== y ? 0 : 1) : -1;
    out[i] = holds(op, order) ? 1 : 0;
  }
  return out;
}

/** Each entry of the dictionary is tested once. */
export function flagsByCode(v: StringVector, test: (text: string) => boolean): Uint8Array {
  const { codes, dictionary, length, validity } = v;
  const known = new Uint8Array(dictionary.length);
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    if (validity !== null && validity[i] === 0) continue;
    const code = codes[i] as number;
    if (known[code] === 0) known[code] = test(dictionary[code] as string) ? 2 : 1;
    out[i] = (known[code] as number) - 1;
  }
  return out;
}

function compareTexts(op: Relation, a: StringVector, b: StringVector, n: number, valid: Uint8Array | null): Uint8Array {
  const out = new Uint8Array(n);
  const [x, y, s, t] = [a.codes, b.codes, a.dictionary, b.dictionary];
  for (let i = 0; i < n; i++) {
    if (valid !== null && valid[i] === 0) continue;
    const [left, right] = [s[x[i] as number] as string, t[y[i] as number] as string];
    out[i] = (op === '=' ? left === right : holds(op, compareStrings(left, right))) ? 1 : 0;
  }
  return out;
}

const MIRRORED: Readonly<Record<Relation, Relation>> = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function strings(op: Relation, a: StringVector, b: StringVector, n: number, literals: readonly (Value | undefined)[], valid: Uint8Array | null): Uint8Array {
  if (typeof literals[1] === 'string') {
    const text = literals[1];
    return flagsByCode(a, op === '=' ? (s) => s === text : (s) => holds(op, compareStrings(s, text)));
  }
  if (typeof literals[0] === 'string') {
    const text = literals[0];
    return flagsByCode(b, (s) => holds(MIRRORED[op], compareStrings(s, text)));
  }
  return compareTexts(op, a, b, n, valid);
}

/** Values of the vector in a form that `<` and `===` compare rightly, if both sides have one. */
function orderedPair(a: Vector, b: Vector): readonly [Ordered, Ordered] | undefined {
  if ((a.layout === 'int' || a.layout === 'bool') && a.layout === b.layout) return [a.data, b.data];
  if (a.layout === 'long' && b.layout === 'long') {
    const narrow = a.data instanceof Float64Array && b.data instanceof Float64Array;
    return narrow ? [a.data, b.data] : [toBigInt64(a), toBigInt64(b)];
  }
  if (a.layout === 'decimal' && b.layout === 'decimal' && a.type.scale === b.type.scale) {
    const narrow = a.data instanceof Float64Array && b.data instanceof Float64Array;
    return narrow ? [a.data as Float64Array, b.data as Float64Array] : [toBigInts(a), toBigInts(b)];
  }
  return undefined;
}

/** `a op b` of two columns of one type, or undefined where the row form does it. */
export function compareColumns(
  op: Relation,
  a: Vector,
  b: Vector,
  n: number,
  literals: readonly (Value | undefined)[],
  valid: Uint8Array | null,
): Uint8Array | undefined {
  if (a.layout === 'double' && b.layout === 'double') {
    const plain = op === '<' || !(hasNaN(a.data, n) || hasNaN(b.data, n));
    return plain && !(op === '<' && hasNaN(b.data, n)) ? compareOrdered(op, a.data, b.data, n) : compareWithNaN(op, a.data, b.data, n);
  }
  if (a.layout === 'string' && b.layout === 'string') return strings(op, a, b, n, literals, valid);
  const pair = orderedPair(a, b);
  return pair === undefined ? undefined : compareOrdered(op, pair[0], pair[1], n);
}
