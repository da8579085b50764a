/** AND and OR of three values, over whole columns. */
import { constantOf } from '../../columnar/index.ts';
import type { Batch, BooleanVector, Vector } from '../../columnar/index.ts';
import { InternalError } from '../../core/index.ts';
import type { ScalarCall, TaskContext } from '../../plan/index.ts';
import { BooleanType } from '../../types/index.ts';
import type { Evaluator } from './evaluator.ts';
import type { LazyArgument } from './selection.ts';

/** The code of NULL beside 0 and 1 while the result is worked out. */
const UNKNOWN = 2;

export function compileLogical(e: ScalarCall, args: readonly LazyArgument[]): Evaluator {
  const decisive = e.fn.control === 'or' ? 1 : 0;
  return (batch, task) => {
    let left = (args[0] as LazyArgument).all(batch, task);
    for (let i = 1; i < args.length; i++) left = combine(left, args[i] as LazyArgument, decisive, batch, task);
    return left;
  };
}

function combine(left: Vector, arg: LazyArgument, decisive: 0 | 1, batch: Batch, task: TaskContext): Vector {
  if (left.layout === 'null') return combine(unknown(left.length), arg, decisive, batch, task);
  const a = booleans(left);
  const known = constantOf(a);
  if (known !== undefined) return known.value === (decisive === 1) ? a : combineAll(a, arg.all(batch, task), decisive);
  const pending = countUndecided(a, decisive);
  if (pending === 0) return a;
  if (arg.safe || pending === a.length) return combineAll(a, arg.all(batch, task), decisive);
  const rows = undecided(a, decisive, pending);
  return combineSome(a, arg.on(batch, rows, task), rows, decisive);
}

function unknown(n: number): BooleanVector {
  return { layout: 'bool', type: BooleanType, length: n, validity: new Uint8Array(n), data: new Uint8Array(n) };
}

function booleans(v: Vector): BooleanVector {
  if (v.layout === 'null') return unknown(v.length);
  if (v.layout !== 'bool') throw new InternalError(`AND or OR over a column of layout ${v.layout}`);
  return v;
}

/** Number of rows whose result the left side has not settled. */
function countUndecided(a: BooleanVector, decisive: 0 | 1): number {
  const { data, validity, length } = a;
  let count = 0;
  for (let i = 0; i < length; i++) if (data[i] !== decisive || (validity !== null && validity[i] === 0)) count++;
  return count;
}

function undecided(a: BooleanVector, decisive: 0 | 1, count: number): Int32Array {
  const { data, validity, length } = a;
  const out = new Int32Array(count);
  let k = 0;
  for (let i = 0; i < length; i++) if (data[i] !== decisive || (validity !== null && validity[i] === 0)) out[k++] = i;
  return out;
}

function combineAll(a: BooleanVector, right: Vector, decisive: 0 | 1): BooleanVector {
  const b = booleans(right);
  const n = a.length;
  // What does not decide leaves the other side as it is.
  if (constantOf(a)?.value === (decisive === 0)) return b;
  if (constantOf(b)?.value === (decisive === 0)) return a;
  const out = new Uint8Array(n);
  const [x, y] = [a.data, b.data];
  if (a.validity === null && b.validity === null) {
    if (decisive === 0) for (let i = 0; i < n; i++) out[i] = (x[i] as number) & (y[i] as number);
    else for (let i = 0; i < n; i++) out[i] = (x[i] as number) | (y[i] as number);
    return { ...a, validity: null, data: out };
  }
  for (let i = 0; i < n; i++) out[i] = meet(codeAt(a, i), codeAt(b, i), decisive);
  return fromCodes(out);
}

function combineSome(a: BooleanVector, right: Vector, rows: Int32Array, decisive: 0 | 1): BooleanVector {
  const b = booleans(right);
  const out = new Uint8Array(a.length).fill(decisive);
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] as number;
    out[i] = meet(codeAt(a, i), codeAt(b, k), decisive);
  }
  return fromCodes(out);
}

function codeAt(v: BooleanVector, i: number): number {
  return v.validity !== null && v.validity[i] === 0 ? UNKNOWN : (v.data[i] as number);
}

function meet(x: number, y: number, decisive: number): number {
  if (x === decisive || y === decisive) return decisive;
  return x === UNKNOWN || y === UNKNOWN ? UNKNOWN : 1 - decisive;
}

function fromCodes(codes: Uint8Array): BooleanVector {
  const n = codes.length;
  let valid: Uint8Array | null = null;
  for (let i = 0; i < n; i++) {
    if (codes[i] !== UNKNOWN) continue;
    valid ??= new Uint8Array(n).fill(1);
    valid[i] = 0;
    codes[i] = 0;
  }
  return { layout: 'bool', type: BooleanType, length: n, validity: valid, data: codes };
}
