/** = == <=> < <= > >= != and between. */
import { BooleanType, compareValues, isOrderable, sameType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { Vector } from '../../columnar/index.ts';
import type { ArgumentInfo, CallContext, ParameterSpec, Reading, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { scalarFunction } from '../typing.ts';
import { nullableAs } from './arithmetic-types.ts';
import { booleanVector, compareColumns, holds } from './comparison-kernels.ts';
import type { Relation } from './comparison-kernels.ts';
import { comparedType, comparisonSignature, comparisonType, readWithTruth, readWithWhole, shrinks } from './comparison-types.ts';

const family = 'operator';
const SIDES: readonly ParameterSpec[] = [
  { name: 'expr1', pythonName: 'left', accepts: ['orderable'] },
  { name: 'expr2', pythonName: 'right', accepts: ['orderable'] },
];

function orderOf(a: Value, b: Value, ctx: CallContext): number {
  return compareValues(ctx.argTypes[0] as DataType, a, b);
}

function comparison(name: string, op: Relation, since: string, doc: string, examples: ScalarFunction['examples'], aliases: readonly string[] = []): ScalarFunction {
  return scalarFunction({
    name,
    aliases,
    family,
    since,
    sqlOnly: true,
    params: SIDES,
    becomes: (args) => readWithWhole(op, args),
    signature: (args, ctx) => comparisonSignature(op, args, ctx),
    sql: ([a, b]) => `(${a} ${op} ${b})`,
    doc,
    examples,
    row: ([a, b], ctx) => holds(op, orderOf(a as Value, b as Value, ctx)),
    batch: ([a, b], n, ctx, valid) => {
      const flags = compareColumns(op, a as Vector, b as Vector, n, ctx.literals, valid);
      return flags === undefined ? undefined : booleanVector(flags);
    },
  });
}

const notEqual = scalarFunction({
  name: '!=',
  aliases: ['<>'],
  family,
  since: '1.0.0',
  sqlOnly: true,
  params: SIDES,
  signature: (args, ctx) => comparisonSignature('=', args, ctx),
  sql: ([a, b]) => `(NOT (${a} = ${b}))`,
  doc: 'True if the sides differ; NULL if one of them is NULL.',
  examples: [
    ['1 != 2', 'true'],
    ["'a' <> 'a'", 'false'],
  ],
  row: ([a, b], ctx) => orderOf(a as Value, b as Value, ctx) !== 0,
  batch: ([a, b], n, ctx, valid) => {
    const flags = compareColumns('=', a as Vector, b as Vector, n, ctx.literals, valid);
    if (flags === undefined) return undefined;
    for (let i = 0; i < n; i++) flags[i] = 1 - (flags[i] as number);
    return booleanVector(flags);
  },
});

/** Where both sides are null, true; where one is, false. */
function sameOrBothNull(a: Vector, b: Vector, n: number, ctx: CallContext): Vector | undefined {
  const flags = compareColumns('=', a, b, n, ctx.literals, null);
  if (flags === undefined) return undefined;
  const [x, y] = [a.validity, b.validity];
  for (let i = 0; i < n; i++) {
    const [left, right] = [x === null || x[i] === 1, y === null || y[i] === 1];
    if (!left || !right) flags[i] = left === right ? 1 : 0;
  }
  return booleanVector(flags);
}

function nullSafeEqual(name: string, since: string, sql: ScalarFunction['sql'], examples: ScalarFunction['examples']): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since,
    nulls: 'custom',
    params: SIDES.map((p, i) => ({ ...p, pythonName: `col${i + 1}` })),
    becomes: readWithTruth,
    signature: (args, ctx) => comparisonSignature('<=>', args, ctx),
    ...(sql === undefined ? { constancy: 'late', replacement: () => ({ call: '<=>', args: [0, 1] }) } : { sql, sqlOnly: true }),
    doc: 'True if the sides are equal or both NULL, else false; never NULL.',
    examples,
    row: ([a, b], ctx) => (a === null || b === null ? a === b : orderOf(a as Value, b as Value, ctx) === 0),
    batch: ([a, b], n, ctx) => sameOrBothNull(a as Vector, b as Vector, n, ctx),
  });
}

/** Spark reads `between` as two comparisons of one value, and its errors show that value as a reference. */
function betweenSignature(args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [x, low, high] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo];
  const reference = { ...x, sql: 'commonexpressionref()' };
  const lower = comparisonType('>=', `(${reference.sql} >= ${low.sql})`, [reference, low], ctx);
  const upper = comparisonType('<=', `(${reference.sql} <= ${high.sql})`, [reference, high], ctx);
  const common = comparedType(lower, upper, ctx) ?? lower;
  const nullable = args.some((a) => nullableAs(a, common, ctx)) || (x.type.kind === 'decimal' && (shrinks(low) || shrinks(high)));
  return { argTypes: [common, common, common], returns: BooleanType, nullable };
}

/** Bounds of different types are compared each under a type of its own: `'5' BETWEEN 1 AND '10'` compares numbers, then texts. */
function asTwoComparisons([x, low, high]: readonly ArgumentInfo[], ctx: SignatureContext): Reading | undefined {
  if (x === undefined || low === undefined || high === undefined) return undefined;
  const lower = comparedType(x.type, low.type, ctx);
  const upper = comparedType(x.type, high.type, ctx);
  if (lower === undefined || upper === undefined || !isOrderable(lower) || !isOrderable(upper) || sameType(lower, upper, true)) return undefined;
  return { kind: 'both', calls: [{ name: '>=', args: [0, 1] }, { name: '<=', args: [0, 2] }] };
}

const between = scalarFunction({
  name: 'between',
  constancy: 'late',
  family,
  since: '1.0.0',
  nulls: 'custom',
  params: [
    { name: 'input', pythonName: 'col', accepts: ['orderable'] },
    { name: 'lower', pythonName: 'lowerBound', accepts: ['orderable'] },
    { name: 'upper', pythonName: 'upperBound', accepts: ['orderable'] },
  ],
  sqlOnly: true,
  sharesFirst: true,
  becomes: asTwoComparisons,
  signature: betweenSignature,
  doc: 'True if the value lies between two bounds, both included.',
  examples: [
    ['2 BETWEEN 1 AND 3', 'true'],
    ['0 BETWEEN 1 AND NULL', 'false'],
    ['NULL BETWEEN 1 AND 3', null],
  ],
  row: ([x, low, high], ctx): Value => {
    const above = x === null || low === null ? null : orderOf(x as Value, low as Value, ctx) >= 0;
    if (above === false) return false;
    const below = x === null || high === null ? null : orderOf(x as Value, high as Value, ctx) <= 0;
    return below === false ? false : above === null || below === null ? null : true;
  },
  batch: (args, n, ctx) => {
    const [x, low, high] = args as readonly [Vector, Vector, Vector];
    if (args.some((v) => v.validity !== null)) return undefined;
    const above = compareColumns('>=', x, low, n, [ctx.literals[0], ctx.literals[1]], null);
    const below = above === undefined ? undefined : compareColumns('<=', x, high, n, [ctx.literals[0], ctx.literals[2]], null);
    if (above === undefined || below === undefined) return undefined;
    for (let i = 0; i < n; i++) above[i] = (above[i] as number) & (below[i] as number);
    return booleanVector(above);
  },
});

export const comparisons: readonly ScalarFunction[] = [
  comparison('==', '=', '1.0.0', 'True if the sides are equal; NULL if one of them is NULL. NaN equals NaN.', [
    ['2 = 2', 'true'],
    ["1 = '1'", 'true'],
    ['NULL = NULL', null],
  ], ['=']),
  notEqual,
  nullSafeEqual('<=>', '1.1.0', ([a, b]) => `(${a} <=> ${b})`, [
    ['2 <=> 2', 'true'],
    ['true <=> NULL', 'false'],
    ['NULL <=> NULL', 'true'],
  ]),
  nullSafeEqual('equal_null', '3.4.0', undefined, [
    ['equal_null(3, 3)', 'true'],
    ['equal_null(1, NULL)', 'false'],
    ['equal_null(NULL, NULL)', 'true'],
  ]),
  comparison('<', '<', '1.0.0', 'True if the left side is below the right one. NaN is above every number.', [
    ['1 < 2', 'true'],
    ["DATE '2009-07-30' < DATE '2009-08-01'", 'true'],
  ]),
  comparison('<=', '<=', '1.0.0', 'True if the left side is not above the right one.', [['2 <= 2', 'true']]),
  comparison('>', '>', '1.0.0', 'True if the left side is above the right one. NaN is above every number.', [
    ['2 > 1.1', 'true'],
    ['2 > 2', 'false'],
  ]),
  comparison('>=', '>=', '1.0.0', 'True if the left side is not below the right one.', [['2.0 >= 2', 'true']]),
  between,
];
