/** & | ^ ~ and shifts. */
import type { SparkError } from '../../core/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { canImplicitCast, IntegerType, isIntegral, LongType, widerType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, ParameterSpec, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { nullableAs, settledSides, unfitSides } from '../operator/arithmetic-types.ts';
import { about } from '../operator/errors.ts';

const family = 'bitwise';
const SIDES: readonly ParameterSpec[] = [
  { name: 'expr1', pythonName: 'left', accepts: ['integral'] },
  { name: 'expr2', pythonName: 'right', accepts: ['integral'] },
];

function bitSignature(symbol: string, args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [l, r] = args as readonly [ArgumentInfo, ArgumentInfo];
  const sql = `(${l.sql} ${symbol} ${r.sql})`;
  const [left, right] = settledSides(l, r, ctx);
  const common = left.kind === 'null' && right.kind === 'null' ? IntegerType : widerType(left, right, true);
  if (common === undefined || !isIntegral(common)) throw unfitSides(sql, '"INTEGRAL"', [left, right]);
  return { argTypes: [common, common], returns: common, nullable: nullableAs(l, common, ctx) || nullableAs(r, common, ctx) };
}

interface BitOperation {
  readonly small: (a: number, b: number) => number;
  readonly wide: (a: bigint, b: bigint) => bigint;
}

function bitKernel(op: BitOperation, a: Vector, b: Vector, n: number): Vector | undefined {
  if (a.layout !== 'int' || b.layout !== 'int') return undefined;
  const data = new Int32Array(n);
  for (let i = 0; i < n; i++) data[i] = op.small(a.data[i] as number, b.data[i] as number);
  return { ...a, validity: null, data };
}

function bitOperator(symbol: string, op: BitOperation, doc: string, example: readonly [string, string]): ScalarFunction {
  return scalarFunction({
    name: symbol,
    family,
    since: '1.4.0',
    sqlOnly: true,
    params: SIDES,
    signature: (args, ctx) => bitSignature(symbol, args, ctx),
    sql: ([a, b]) => `(${a} ${symbol} ${b})`,
    doc,
    examples: [example],
    row: ([a, b]) => (typeof a === 'bigint' ? op.wide(a, b as bigint) : op.small(a as number, b as number)),
    batch: ([a, b], n) => bitKernel(op, a as Vector, b as Vector, n),
  });
}

const bitNot = scalarFunction({
  name: '~',
  family,
  since: '1.4.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['integral'] }],
  signature: (args) => {
    const [a] = args as readonly [ArgumentInfo];
    const type: DataType = a.type.kind === 'null' ? IntegerType : a.type;
    if (!isIntegral(type)) throw about(`~${a.sql}`, unexpectedInput('~', args, 0, '"INTEGRAL"'));
    return { argTypes: [type], returns: type };
  },
  sql: ([a]) => `~${a}`,
  doc: 'The number with every bit turned over.',
  examples: [['~ 0', '-1']],
  row: ([x]) => (typeof x === 'bigint' ? ~x : ~(x as number)),
});

type Shift = 'shiftleft' | 'shiftright' | 'shiftrightunsigned';
const SYMBOLS: Readonly<Record<Shift, string>> = { shiftleft: '<<', shiftright: '>>', shiftrightunsigned: '>>>' };

/** As Java shifts: the count modulo the width. */
function shifted(kind: Shift, x: Value, count: number): Value {
  if (typeof x === 'bigint') {
    const by = BigInt(count & 63);
    if (kind === 'shiftleft') return BigInt.asIntN(64, x << by);
    return kind === 'shiftright' ? x >> by : BigInt.asIntN(64, BigInt.asUintN(64, x) >> by);
  }
  const n = x as number;
  if (kind === 'shiftleft') return n << count;
  return kind === 'shiftright' ? n >> count : (n >>> count) | 0;
}

function shiftSignature(name: string, args: readonly ArgumentInfo[], ctx: SignatureContext, symbol: boolean): Signature {
  const [x, by] = args as readonly [ArgumentInfo, ArgumentInfo];
  const misfit = (i: number, required: string): SparkError => {
    const error = unexpectedInput(name, args, i, required);
    return symbol ? about(`(${x.sql} ${name} ${by.sql})`, error) : error;
  };
  const type = x.type.kind === 'long' ? LongType : IntegerType;
  if (!canImplicitCast(x.type, type)) throw misfit(0, '("INT" or "BIGINT")');
  if (!canImplicitCast(by.type, IntegerType)) throw misfit(1, '"INT"');
  return { argTypes: [type, IntegerType], returns: type, nullable: nullableAs(x, type, ctx) || nullableAs(by, IntegerType, ctx) };
}

function shiftFunction(kind: Shift, name: string, since: string, doc: string, example: readonly [string, string]): ScalarFunction {
  const symbol = name === SYMBOLS[kind];
  return scalarFunction({
    name,
    family,
    since,
    ...(symbol ? { sqlOnly: true, sql: ([a, b]: readonly string[]) => `(${a} ${name} ${b})` } : {}),
    params: [
      { name: 'base', pythonName: 'col', accepts: ['integer', 'long'] },
      { name: 'exp', pythonName: 'numBits', accepts: ['integer'], pythonLiteral: true },
    ],
    signature: (args, ctx) => shiftSignature(name, args, ctx, symbol),
    doc,
    examples: [example],
    row: ([x, count]) => shifted(kind, x as Value, count as number),
  });
}

const LEFT = 'The bits of an integer moved to the left, zeros behind them.';
const RIGHT = 'The bits of an integer moved to the right, its sign kept.';
const UNSIGNED = 'The bits of an integer moved to the right, zeros in front of them.';

export const bitOperators: readonly ScalarFunction[] = [
  bitOperator('&', { small: (a, b) => a & b, wide: (a, b) => a & b }, 'The bits that are set on both sides.', ['3 & 5', '1']),
  bitOperator('|', { small: (a, b) => a | b, wide: (a, b) => a | b }, 'The bits that are set on one side or both.', ['3 | 5', '7']),
  bitOperator('^', { small: (a, b) => a ^ b, wide: (a, b) => a ^ b }, 'The bits that are set on one side only.', ['3 ^ 5', '6']),
  bitNot,
  shiftFunction('shiftleft', 'shiftleft', '1.5.0', LEFT, ['shiftleft(2, 1)', '4']),
  shiftFunction('shiftleft', '<<', '4.0.0', LEFT, ['2 << 1', '4']),
  shiftFunction('shiftright', 'shiftright', '1.5.0', RIGHT, ['shiftright(4, 1)', '2']),
  shiftFunction('shiftright', '>>', '4.0.0', RIGHT, ['-4 >> 1', '-2']),
  shiftFunction('shiftrightunsigned', 'shiftrightunsigned', '1.5.0', UNSIGNED, ['shiftrightunsigned(4, 1)', '2']),
  shiftFunction('shiftrightunsigned', '>>>', '4.0.0', UNSIGNED, ['-4 >>> 30', '3']),
];
