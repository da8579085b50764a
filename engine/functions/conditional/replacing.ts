/** nullif, nanvl, zeroifnull, nullifzero: values that stand for others. */
import type { Vector } from '../../columnar/index.ts';
import { caster, compareValues, DoubleType, findCommonType, IntegerType, isNumeric, isString } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, SignatureContext } from '../define.ts';
import { differentTypes, scalarFunction, unexpectedInput } from '../typing.ts';
import { compareColumns } from '../operator/comparison-kernels.ts';
import { comparisonType, equatedType } from '../operator/comparison-types.ts';

const family = 'conditional';

type Test = (a: Value, b: Value) => boolean;
const TESTS = new WeakMap<CallContext, Test>();

/** Equality in the type in which the two meet, whatever their own types are. */
function equalityOf(ctx: CallContext, left: DataType, right: DataType): Test {
  let test = TESTS.get(ctx);
  if (test === undefined) {
    const common = equatedType(left, right, { ansi: ctx.ansi }) ?? left;
    const castContext = { timeZone: ctx.sessionTimeZone, now: ctx.environment.now };
    const mode = ctx.ansi ? 'ansi' : 'legacy';
    const [l, r] = [caster(left, common, mode, castContext), caster(right, common, mode, castContext)];
    test = (a, b) => {
      const [x, y] = [l(a), r(b)];
      return x !== null && y !== null && compareValues(common, x, y) === 0;
    };
    TESTS.set(ctx, test);
  }
  return test;
}

/** The column without the rows that equal the other. */
function withoutEqual(a: Vector, b: Vector, n: number, ctx: CallContext): Vector | undefined {
  if (a.layout !== b.layout || ctx.argTypes[0]?.kind !== ctx.argTypes[1]?.kind) return undefined;
  const flags = compareColumns('=', a, b, n, ctx.literals, null);
  if (flags === undefined) return undefined;
  const validity = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const equal = flags[i] === 1 && (b.validity === null || b.validity[i] === 1);
    validity[i] = equal || (a.validity !== null && a.validity[i] === 0) ? 0 : 1;
  }
  return { ...a, validity };
}

const nullif = scalarFunction({
  name: 'nullif',
  asks: { decidedBy: [0] },
  constancy: 'late',
  family,
  since: '2.0.0',
  params: [
    { name: 'expr1', pythonName: 'col1', accepts: ['any'] },
    { name: 'expr2', pythonName: 'col2', accepts: ['any'] },
  ],
  signature: (args, ctx) => {
    const [x, y] = args as readonly [ArgumentInfo, ArgumentInfo];
    comparisonType('=', `(commonexpressionref() = ${y.sql})`, args, ctx);
    return { argTypes: [x.type, y.type], returns: x.type, nullable: true };
  },
  nulls: 'custom',
  doc: 'NULL if the two are equal, else the first.',
  examples: [
    ['nullif(2, 2)', null],
    ['nullif(2, 1)', '2'],
  ],
  row: ([x, y], ctx): Value => {
    const [a, b] = [x as Value, y as Value];
    if (a === null || b === null) return a;
    return equalityOf(ctx, ctx.argTypes[0] as DataType, ctx.argTypes[1] as DataType)(a, b) ? null : a;
  },
  batch: ([a, b], n, ctx) => withoutEqual(a as Vector, b as Vector, n, ctx),
  sharesFirst: true,
  replacement: (_types, returns) => ({ call: 'if', args: [{ call: '==', args: [0, 1] }, { type: returns, value: null }, 0] }),
});

function floatingType(args: readonly ArgumentInfo[]): DataType {
  for (const [i, { type }] of args.entries()) {
    if (!isNumeric(type) && !isString(type) && type.kind !== 'null') throw unexpectedInput('nanvl', args, i, '("DOUBLE" or "FLOAT")');
  }
  const [l, r] = args.map((a) => a.type) as [DataType, DataType];
  return (l.kind === 'float' && (r.kind === 'float' || r.kind === 'null')) || (l.kind === 'null' && r.kind === 'float')
    ? { kind: 'float' }
    : DoubleType;
}

const nanvl = scalarFunction({
  name: 'nanvl',
  family,
  since: '1.5.0',
  params: [
    { name: 'expr1', pythonName: 'col1', accepts: ['double'] },
    { name: 'expr2', pythonName: 'col2', accepts: ['double'] },
  ],
  signature: (args) => {
    const type = floatingType(args);
    return { argTypes: [type, type], returns: type, nullable: args.some((a) => a.nullable || isString(a.type)) };
  },
  nulls: 'custom',
  control: 'ifNaN',
  lazyFrom: 1,
  doc: 'The first value, or the second where the first is NaN.',
  examples: [
    ["nanvl(cast('NaN' as double), 123)", '123.0'],
    ['nanvl(1.5, 2)', '1.5'],
  ],
  row: ([x, y]): Value => (x !== null && Number.isNaN(x) ? (y as Value) : (x as Value)),
});

/** The column with zeros where it is null. */
function zerosForNulls(v: Vector, n: number): Vector | undefined {
  if (v.validity === null) return v;
  const { validity } = v;
  if (v.layout === 'int') {
    const data = v.data.slice(0, n);
    for (let i = 0; i < n; i++) if (validity[i] === 0) data[i] = 0;
    return { ...v, validity: null, data };
  }
  if (v.layout === 'double' || (v.layout === 'long' && v.data instanceof Float64Array)) {
    const data = v.data.slice(0, n) as Float64Array;
    for (let i = 0; i < n; i++) if (validity[i] === 0) data[i] = 0;
    return { ...v, validity: null, data } as Vector;
  }
  return undefined;
}

const ZERO: ArgumentInfo = { type: IntegerType, nullable: false, foldable: true, literal: 0, sql: '0' };

function withZero(a: ArgumentInfo, ctx: SignatureContext): DataType {
  const common = findCommonType([a.type, IntegerType], ctx.ansi);
  if (common === undefined) throw differentTypes('coalesce', [a, ZERO], [a.type, IntegerType]);
  return common;
}

function zeroOf(type: DataType): Value {
  return caster(IntegerType, type, 'legacy', { timeZone: 'UTC' })(0);
}

const zeroifnull = scalarFunction({
  name: 'zeroifnull',
  constancy: 'late',
  family,
  since: '4.0.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['any'] }],
  signature: (args, ctx) => {
    const common = withZero(args[0] as ArgumentInfo, ctx);
    return { argTypes: [common], returns: common, nullable: false };
  },
  nulls: 'custom',
  doc: 'The number, or zero where it is NULL.',
  examples: [
    ['zeroifnull(NULL)', '0'],
    ['zeroifnull(2)', '2'],
  ],
  row: ([x], ctx): Value => (x === null ? zeroOf(ctx.returnType) : (x as Value)),
  replacement: (_types, returns) => ({ call: 'coalesce', args: [0, { type: returns, value: zeroOf(returns) }] }),
  batch: ([v], n) => zerosForNulls(v as Vector, n),
});

const nullifzero = scalarFunction({
  name: 'nullifzero',
  constancy: 'late',
  family,
  since: '4.0.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['any'] }],
  signature: (args, ctx) => {
    const [x] = args as readonly [ArgumentInfo];
    comparisonType('=', `(${x.sql} = 0)`, [x, ZERO], ctx);
    return { argTypes: [x.type], returns: x.type, nullable: true };
  },
  doc: 'The number, or NULL where it is zero.',
  examples: [
    ['nullifzero(0)', null],
    ['nullifzero(2)', '2'],
  ],
  row: ([x], ctx): Value => (equalityOf(ctx, ctx.argTypes[0] as DataType, IntegerType)(x as Value, 0) ? null : (x as Value)),
  replacement: ([type], returns) =>
    type !== undefined && isNumeric(type) ? { call: 'if', args: [{ call: '==', args: [0, { type, value: zeroOf(type) }] }, { type: returns, value: null }, 0] } : undefined,
});

export const replacements: readonly ScalarFunction[] = [nullif, nanvl, zeroifnull, nullifzero];
