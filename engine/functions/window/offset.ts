/** Functions that fetch a value of another row: lag, lead, nth_value. */
import { analysisError, SparkError } from '../../core/index.ts';
import { concat, gather } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { BooleanType, castIsNullable, IntegerType, isAnsiInterval, isIntegral, isNumeric, quotedSqlType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, Signature, WindowFunction, WindowInput } from '../define.ts';
import { callText, constantInteger, expectFlag, expectFoldable, expectType, outOfRange } from '../typing.ts';

const LONG_MAX = '9223372036854775807';

/** A constant whole number among the arguments. */
function constant(v: Vector | undefined, otherwise: number): number {
  if (v === undefined || v.length === 0 || (v.layout !== 'int' && v.layout !== 'long')) return otherwise;
  return Number(v.data[0]);
}

function skipsNulls(ctx: CallContext, flag: Vector | undefined): boolean {
  return ctx.ignoreNulls === true || (flag?.layout === 'bool' && flag.length > 0 && flag.data[0] === 1);
}

/** Row that holds the value `offset` rows on (back if negative) in the partition; -1 beyond its ends. */
function shiftedRows({ n, partitionStart, partitionEnd }: WindowInput, offset: number): Int32Array {
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const at = i + offset;
    out[i] = at >= (partitionStart[i] as number) && at < (partitionEnd[i] as number) ? at : -1;
  }
  return out;
}

/** As `shiftedRows`, counting only rows whose value is not null. */
function shiftedValidRows({ n, partitionStart, partitionEnd }: WindowInput, mask: Uint8Array, offset: number): Int32Array {
  const before = new Int32Array(n + 1);
  const valid = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    before[i] = count;
    if (mask[i] === 1) valid[count++] = i;
  }
  before[n] = count;
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const here = before[i] as number;
    // Ahead, the first valid row behind this one counts as one step; back, the last valid row before it.
    const at = offset > 0 ? here + (mask[i] === 1 ? 1 : 0) + offset - 1 : here + offset;
    const inside = at >= (before[partitionStart[i] as number] as number) && at < (before[partitionEnd[i] as number] as number);
    out[i] = offset === 0 ? i : inside ? (valid[at] as number) : -1;
  }
  return out;
}

function evaluateOffset(input: WindowInput, ctx: CallContext, sign: 1 | -1): Vector {
  const [value, offsetArg, fallback, flag] = input.args as readonly [Vector, Vector?, Vector?, Vector?];
  if (offsetArg?.validity?.[0] === 0) throw new SparkError({ errorClass: 'UnknownException', condition: 'INTERNAL_ERROR', sqlState: 'XX000', sentence: 'The offset of lag and lead must not be NULL.' });
  const offset = sign * constant(offsetArg, 1);
  const mask = skipsNulls(ctx, flag) ? value.validity : null;
  const rows = mask === null ? shiftedRows(input, offset) : shiftedValidRows(input, mask, offset);
  if (fallback === undefined || fallback.layout === 'null' || rows.indexOf(-1) < 0) return gather(value, rows);
  const both = concat(ctx.returnType, [value, fallback]);
  return gather(both, rows.map((at, i) => (at < 0 ? input.n + i : at)));
}

function offsetSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const [value, offset, fallback] = args as readonly [ArgumentInfo, ArgumentInfo?, ArgumentInfo?];
  const shown = [value, offset ?? SHOWN_ONE, fallback ?? SHOWN_NULL];
  const argTypes: DataType[] = [value.type];
  if (offset !== undefined) {
    if (!offset.foldable && offset.type.kind === 'integer') {
      const text = name === 'lag' ? `(- ${offset.sql})` : offset.sql;
      throw analysisError(
        'DATATYPE_MISMATCH.NON_FOLDABLE_INPUT',
        '42K09',
        { sqlExpr: callText(name, shown), inputName: '`offset`', inputType: '"INT"', inputExpr: `"${text}"` },
        `${name} needs a constant number of rows, and ${offset.sql} is not one.`,
      );
    }
    const negates = name !== 'lag' || canBeNegated(offset.type);
    if (offset.foldable && !negates) throw failedCall(name);
    argTypes.push(expectType(name, shown, 1, IntegerType));
    if (!negates) throw failedCall(name);
  }
  if (fallback !== undefined) argTypes.push(expectType(name, shown, 2, value.type, `(${quotedSqlType(value.type)} or "VOID")`));
  if (args.length > 3) argTypes.push(BooleanType);
  return { argTypes, returns: value.type, nullable: value.nullable || fallback === undefined || isNullableAs(fallback, value.type) };
}

/** Whether a value is nullable once it is cast to the type. */
function isNullableAs(value: ArgumentInfo, type: DataType): boolean {
  return castIsNullable(value.type, type, value.nullable, 'ansi');
}

/** lag looks as many rows back: it negates its offset before that is cast. */
function canBeNegated(type: DataType): boolean {
  return isNumeric(type) || isAnsiInterval(type) || type.kind === 'calendar_interval' || type.kind === 'null';
}

function failedCall(name: string): SparkError {
  return analysisError('FAILED_FUNCTION_CALL', '38000', { funcName: `\`${name}\`` }, `${name} needs a whole number of rows.`);
}

const SHOWN_ONE: ArgumentInfo = { type: IntegerType, nullable: false, foldable: true, literal: 1, sql: '1' };
const SHOWN_NULL: ArgumentInfo = { type: { kind: 'null' }, nullable: true, foldable: true, literal: null, sql: 'NULL' };

function declareOffset(name: 'lag' | 'lead', sign: 1 | -1): WindowFunction {
  const where = name === 'lag' ? 'before' : 'after';
  return {
    kind: 'window',
    name,
    family: 'window',
    since: '2.0.0',
    params: [
      { name: 'input', pythonName: 'col', accepts: ['any'] },
      { name: 'offset', accepts: ['integer'], optional: true, literal: true, pythonDefault: '1' },
      { name: 'default', accepts: ['any'], optional: true, pythonDefault: 'None' },
      { name: 'ignoreNulls', accepts: ['boolean'], optional: true, literal: true },
    ],
    signature: (args) => {
      expectFlag(name, args[3]);
      return offsetSignature(name, args);
    },
    doc: `The value of the row that stands \`offset\` rows (1) ${where} this one in its partition; the default (NULL) where there is no such row.`,
    examples: [
      [`${name}(7) OVER (ORDER BY 1)`, null],
      [`${name}(7, 1, 0) OVER (ORDER BY 1)`, '0'],
    ],
    sql: (args) => `${name}(${args[0]}, ${args[1] ?? '1'}, ${args[2] ?? 'NULL'})`,
    frame: 'fixed',
    requiresOrder: true,
    evaluate: (input, ctx) => evaluateOffset(input, ctx, sign),
  };
}

function evaluateNth(input: WindowInput, ctx: CallContext): Vector {
  const [value, offset, flag] = input.args as readonly [Vector, Vector?, Vector?];
  const { n, lo, hi } = input;
  const step = constant(offset, 1) - 1;
  const mask = skipsNulls(ctx, flag) ? value.validity : null;
  const rows = new Int32Array(n);
  if (mask === null) {
    for (let i = 0; i < n; i++) {
      const at = (lo[i] as number) + step;
      rows[i] = at < (hi[i] as number) ? at : -1;
    }
    return gather(value, rows);
  }
  const valid: number[] = [];
  const before = new Int32Array(value.length + 1);
  for (let i = 0; i < value.length; i++) {
    before[i] = valid.length;
    if (mask[i] === 1) valid.push(i);
  }
  before[value.length] = valid.length;
  for (let i = 0; i < n; i++) {
    const at = valid[(before[lo[i] as number] as number) + step];
    rows[i] = at !== undefined && at < (hi[i] as number) ? at : -1;
  }
  return gather(value, rows);
}

function nthSignature(args: readonly ArgumentInfo[]): Signature {
  const [value, offset] = args as readonly [ArgumentInfo, ArgumentInfo?];
  const argTypes: DataType[] = [value.type];
  if (offset !== undefined) {
    const shown = args.slice(0, 2);
    const type = expectType('nth_value', shown, 1, IntegerType);
    expectFoldable('nth_value', shown, 1, 'offset', '"INT"');
    argTypes.push(isIntegral(offset.type) ? offset.type : type);
    const rows = offset.literal === undefined ? 1 : isIntegral(offset.type) ? Number(offset.literal) : (constantInteger(offset) ?? 0);
    if (rows < 1) throw outOfRange('nth_value', shown, 'offset', `(0, ${LONG_MAX}]`, `${rows}L`);
  }
  if (args.length > 2) argTypes.push(BooleanType);
  return { argTypes, returns: value.type, nullable: true };
}

const nthValue: WindowFunction = {
  kind: 'window',
  name: 'nth_value',
  family: 'window',
  since: '3.1.0',
  params: [
    { name: 'input', pythonName: 'col', accepts: ['any'] },
    { name: 'offset', accepts: ['integral'], literal: true },
    { name: 'ignoreNulls', accepts: ['boolean'], optional: true, literal: true, pythonDefault: 'False' },
  ],
  signature: (args) => {
    expectFlag('nth_value', args[2]);
    return nthSignature(args);
  },
  doc: 'The value of the n-th row of the frame, counted from 1; NULL if the frame is shorter.',
  examples: [['nth_value(7, 1) OVER (ORDER BY 1)', '7'], ['nth_value(7, 2) OVER (ORDER BY 1)', null]],
  sql: (args) => `nth_value(${args[0]}, ${args[1] ?? '1'})${args[2] === 'true' ? ' ignore nulls' : ''}`,
  frame: 'any',
  requiresOrder: true,
  evaluate: evaluateNth,
};

export const offsets: readonly WindowFunction[] = [declareOffset('lag', -1), declareOffset('lead', 1), nthValue];
