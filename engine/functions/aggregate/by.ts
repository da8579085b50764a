/** max_by and min_by: the value that goes with the largest or smallest of another column. */
import { arrayType, compareValues, IntegerType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { analysisError } from '../../core/index.ts';
import type { AggregateFunction, ArgumentInfo, CallContext, Signature } from '../define.ts';
import { callText, expectOrderable, expectType, outOfRange } from '../typing.ts';
import { aggregate } from './declare.ts';

const MAX_KEPT_ROWS = 100_000;

/** The best rows so far, best first; one, or as many as the third argument says. */
interface ByState {
  /** Rows to keep; 0 for the single one of the call with two arguments. */
  size: number;
  rows: (readonly [value: Value, key: Value])[];
}

/** Of equal keys the last wins when one row is kept; of several rows the first come stay in front. */
function insert(s: ByState, value: Value, key: Value, sign: 1 | -1, ctx: CallContext): ByState {
  if (key === null) return s;
  const type = ctx.argTypes[1] as DataType;
  const top = s.rows[0];
  if (s.size === 0) {
    if (top === undefined || compareValues(type, key, top[1]) * sign >= 0) s.rows = [[value, key]];
    return s;
  }
  let at = s.rows.length;
  while (at > 0 && compareValues(type, key, (s.rows[at - 1] as readonly [Value, Value])[1]) * sign > 0) at--;
  if (at >= s.size) return s;
  s.rows.splice(at, 0, [value, key]);
  if (s.rows.length > s.size) s.rows.pop();
  return s;
}

function bySignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const { type } = args[0] as ArgumentInfo;
  const key = expectOrderable(name, args, 1);
  const size = args[2];
  if (size === undefined) return { argTypes: [type, key], returns: type, nullable: true };
  const sizeType = expectType(name, args, 2, IntegerType);
  if (!size.foldable) {
    throw analysisError(
      'DATATYPE_MISMATCH.NON_FOLDABLE_INPUT',
      '42K09',
      { sqlExpr: callText(name, args), inputName: 'k', inputType: 'int', inputExpr: size.sql },
      `${name} needs a constant number of rows, and ${size.sql} is not one.`,
    );
  }
  const k = size.literal === undefined ? null : Number(size.literal);
  if (k !== null && (k < 1 || k > MAX_KEPT_ROWS)) throw outOfRange(name, args, '`k`', `[1, ${MAX_KEPT_ROWS}]`, String(k));
  return { argTypes: [type, key, sizeType], returns: arrayType(type), nullable: true };
}

function declareBy(name: string, sign: 1 | -1, which: string): AggregateFunction<ByState> {
  return aggregate<ByState>({
    name,
    since: '3.0.0',
    params: [
      { name: 'x', pythonName: 'col', accepts: ['any'] },
      { name: 'y', pythonName: 'ord', accepts: ['orderable'] },
      { name: 'k', accepts: ['integer'], optional: true, literal: true },
    ],
    signature: (args) => bySignature(name, args),
    doc: `The value of x in the row with the ${which} y; with a third argument k an array of the k such values, best first. Rows with a null y are left out.`,
    examples: [
      [`${name}('a', 10)`, 'a'],
      [`${name}('a', CAST(NULL AS INT))`, null],
    ],
    planArguments: (args) => (args.length > 2 ? [...args, String(sign < 0), '0', '0'] : args),
    orderSensitive: true,
    init: () => ({ size: 0, rows: [] }),
    update: (s, [x, y, k], ctx) => {
      s.size = k === undefined ? 0 : Number(k);
      return insert(s, x as Value, y as Value, sign, ctx);
    },
    merge: (a, b, ctx) => {
      a.size = Math.max(a.size, b.size);
      for (const [x, y] of b.rows) insert(a, x, y, sign, ctx);
      return a;
    },
    finish: (s): Value => {
      if (s.rows.length === 0) return null;
      return s.size === 0 ? (s.rows[0] as readonly [Value, Value])[0] : s.rows.map(([x]) => x);
    },
  });
}

export const byAggregates = [declareBy('max_by', 1, 'largest'), declareBy('min_by', -1, 'smallest')];
