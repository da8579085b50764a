/** `x IN (a, b, …)`. */
import type { Vector } from '../../columnar/index.ts';
import { BooleanType, compareValues, Decimal, findCommonType, isOrderable, quotedSqlType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { analysisError } from '../../core/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { scalarFunction } from '../typing.ts';
import { flagsByCode } from '../operator/comparison-kernels.ts';
import { noOrder, sameStructure } from '../operator/comparison-types.ts';
import { nullableAs } from '../operator/arithmetic-types.ts';

function shown([value, ...list]: readonly string[]): string {
  return `(${value} IN (${list.join(', ')}))`;
}

function inSignature(args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const types = args.map((a) => a.type);
  const sql = shown(args.map((a) => a.sql));
  const first = types[0] as DataType;
  const common = findCommonType(types, ctx.ansi) ?? (types.every((t) => sameStructure(t, first)) ? first : undefined);
  if (common === undefined) {
    throw analysisError(
      'DATATYPE_MISMATCH.DATA_DIFF_TYPES',
      '42K09',
      { sqlExpr: `"${sql}"`, functionName: '`in`', dataType: `[${types.map(quotedSqlType).join(', ')}]` },
      `The values of ${sql} are of types that do not go together.`,
    );
  }
  if (!isOrderable(common)) throw noOrder('in', sql, common);
  return { argTypes: types.map((t) => (sameStructure(t, common) ? t : common)), returns: BooleanType, nullable: args.some((a) => nullableAs(a, common, ctx)) };
}

/** The constants of the list in the form that a column of their type holds, and whether NULL is among them. */
interface Constants {
  readonly numbers: ReadonlySet<number>;
  readonly bigints: ReadonlySet<bigint>;
  readonly texts: ReadonlySet<string>;
  readonly hasNull: boolean;
}

const CONSTANTS = new WeakMap<CallContext, Constants | null>();

/** Undefined where the list is not all constants, or of a type that kernels do not take. */
function constantsOf(ctx: CallContext): Constants | undefined {
  let found = CONSTANTS.get(ctx);
  if (found === undefined) {
    found = readConstants(ctx) ?? null;
    CONSTANTS.set(ctx, found);
  }
  return found ?? undefined;
}

function readConstants(ctx: CallContext): Constants | undefined {
  const list = ctx.literals.slice(1);
  if (list.some((x) => x === undefined)) return undefined;
  const values = list.filter((x): x is Exclude<Value, null> => x !== null && x !== undefined);
  const scalars = values.map((x) => (x instanceof Decimal ? x.unscaled : typeof x === 'boolean' ? Number(x) : x));
  if (scalars.some((x) => typeof x !== 'number' && typeof x !== 'bigint' && typeof x !== 'string')) return undefined;
  return {
    numbers: new Set(scalars.filter((x) => typeof x !== 'string').map((x) => Number(x))),
    bigints: new Set(scalars.filter((x): x is bigint => typeof x === 'bigint')),
    texts: new Set(scalars.filter((x): x is string => typeof x === 'string')),
    hasNull: values.length < list.length,
  };
}

const FEW_VALUES = 8;

function numberFlags(data: Int32Array | Uint8Array | Float64Array, n: number, numbers: ReadonlySet<number>): Uint8Array {
  const out = new Uint8Array(n);
  if (numbers.size <= FEW_VALUES && !numbers.has(Number.NaN)) {
    for (const x of numbers) for (let i = 0; i < n; i++) if (data[i] === x) out[i] = 1;
    return out;
  }
  for (let i = 0; i < n; i++) out[i] = numbers.has(data[i] as number) ? 1 : 0;
  return out;
}

function bigFlags(data: BigInt64Array | readonly bigint[], n: number, bigints: ReadonlySet<bigint>): Uint8Array {
  const out = new Uint8Array(n);
  for (let i = 0; i < n; i++) out[i] = bigints.has(data[i] as bigint) ? 1 : 0;
  return out;
}

function flagsOf(v: Vector, n: number, constants: Constants): Uint8Array | undefined {
  switch (v.layout) {
    case 'int':
    case 'bool':
    case 'double':
      return numberFlags(v.data, n, constants.numbers);
    case 'long':
    case 'decimal':
      return v.data instanceof Float64Array ? numberFlags(v.data, n, constants.numbers) : bigFlags(v.data, n, constants.bigints);
    case 'string':
      return flagsByCode(v, (text) => constants.texts.has(text));
    default:
      return undefined;
  }
}

function inKernel(v: Vector, n: number, ctx: CallContext): Vector | undefined {
  const constants = constantsOf(ctx);
  const data = constants === undefined ? undefined : flagsOf(v, n, constants);
  if (constants === undefined || data === undefined) return undefined;
  if (!constants.hasNull) return { layout: 'bool', type: BooleanType, length: n, validity: v.validity, data };
  const validity = new Uint8Array(n);
  for (let i = 0; i < n; i++) validity[i] = v.validity !== null && v.validity[i] === 0 ? 0 : (data[i] as number);
  return { layout: 'bool', type: BooleanType, length: n, validity, data };
}

const inList: ScalarFunction = scalarFunction({
  name: 'in',
  family: 'predicate',
  since: '1.0.0',
  sqlOnly: true,
  params: [
    { name: 'expr1', accepts: ['orderable'] },
    { name: 'expr2', accepts: ['orderable'], optional: true, variadic: true },
  ],
  signature: inSignature,
  sql: shown,
  nulls: 'custom',
  control: 'in',
  lazyFrom: 1,
  doc: 'True if the value is one of the list; NULL if it is NULL, or not in a list that holds NULL.',
  examples: [
    ['1 IN (1, 2, 3)', 'true'],
    ['1 IN (2, NULL)', null],
    ["'a' IN ('b')", 'false'],
  ],
  row: ([x, ...list], ctx): Value => {
    if (x === null || x === undefined) return null;
    const type = ctx.argTypes[0] as DataType;
    if (list.some((y) => y !== null && compareValues(type, x, y) === 0)) return true;
    return list.includes(null) ? null : false;
  },
  batch: ([v], n, ctx) => inKernel(v as Vector, n, ctx),
});

export const membership: readonly ScalarFunction[] = [inList];
