/** The type in which two values are compared, and comparisons of whole numbers with decimal literals. */
import {
  BooleanType,
  castForcesNull,
  Decimal,
  decimalToNumber,
  decimalTypeOf,
  divideRounded,
  DoubleType,
  isIntegral,
  isNested,
  isNumeric,
  isOrderable,
  isString,
  LongType,
  pow10,
  quotedSqlType,
  sameType,
  tightestCommonType,
  widerType,
} from '../../types/index.ts';
import type { DataType, StructField, TypedValue } from '../../types/index.ts';
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { ArgumentInfo, Reading, Signature, SignatureContext } from '../define.ts';
import { nullableAs, wholeLiteral } from './arithmetic-types.ts';
import { differentSides } from './errors.ts';

export type Comparison = '=' | '<=>' | '<' | '<=' | '>' | '>=';

/** INVALID_ORDERING_TYPE of a comparison; `sql` is the whole expression. */
export function noOrder(functionName: string, sql: string, type: DataType): SparkError {
  return analysisError(
    'DATATYPE_MISMATCH.INVALID_ORDERING_TYPE',
    '42K09',
    { sqlExpr: `"${sql}"`, functionName: `\`${functionName}\``, dataType: quotedSqlType(type) },
    `Values of ${quotedSqlType(type).replaceAll('"', '')} cannot be compared, so ${sql} has no meaning.`,
  );
}

/** Equal but for the names of fields and nullability. */
export function sameStructure(a: DataType, b: DataType): boolean {
  if (a.kind === 'array' && b.kind === 'array') return sameStructure(a.element, b.element);
  if (a.kind !== 'struct' || b.kind !== 'struct') return sameType(a, b, true);
  return a.fields.length === b.fields.length && a.fields.every((f, i) => sameStructure(f.type, (b.fields[i] as StructField).type));
}

/** Where two sides of a comparison meet; undefined if nowhere. Without ANSI a text becomes what it is compared with. */
export function comparedType(left: DataType, right: DataType, ctx: SignatureContext): DataType | undefined {
  if (sameStructure(left, right)) return left;
  if (isNested(left) && isNested(right)) return tightestCommonType(left, right, ctx.ansi);
  if (!ctx.ansi && isString(left) !== isString(right)) {
    const other = isString(left) ? right : left;
    if (other.kind === 'null') return isString(left) ? left : right;
    // No decimal with a fraction would hold all numbers that a text may hold; one without loses what the text has behind the point.
    if (other.kind === 'decimal') return other.scale > 0 ? DoubleType : other;
    return widerType(left, right, true) === undefined ? undefined : other;
  }
  return widerType(left, right, true);
}

/** Without ANSI a boolean may equal a number, and has no order with one. */
function booleanWithNumber(left: DataType, right: DataType, ctx: SignatureContext): DataType | undefined {
  if (ctx.ansi || (left.kind === 'boolean') === (right.kind === 'boolean')) return undefined;
  const other = left.kind === 'boolean' ? right : left;
  return isNumeric(other) ? other : undefined;
}

/** As `comparedType`, for equality. */
export function equatedType(left: DataType, right: DataType, ctx: SignatureContext): DataType | undefined {
  return booleanWithNumber(left, right, ctx) ?? comparedType(left, right, ctx);
}

/** The type in which a comparison is done. `sql` and `functionName` are for errors. */
export function comparisonType(functionName: string, sql: string, args: readonly ArgumentInfo[], ctx: SignatureContext): DataType {
  const [l, r] = args as readonly [ArgumentInfo, ArgumentInfo];
  const typeFor = functionName === '=' || functionName === '<=>' ? equatedType : comparedType;
  const common = typeFor(l.type, r.type, ctx);
  if (common === undefined) throw differentSides(sql, l.type, r.type);
  if (!isOrderable(common)) throw noOrder(functionName, sql, common);
  return common;
}

/** A whole number beside a decimal becomes one of as few digits as it has, which counts as a cast that may give NULL. */
export function shrinks(a: ArgumentInfo): boolean {
  const whole = wholeLiteral(a);
  return whole !== undefined && castForcesNull(a.type, decimalTypeOf(new Decimal(whole, 0)));
}

export function comparisonSignature(op: Comparison, args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [l, r] = args as readonly [ArgumentInfo, ArgumentInfo];
  const common = comparisonType(op, `(${l.sql} ${op} ${r.sql})`, args, ctx);
  const shrunk = common.kind === 'decimal' && (shrinks(l) || shrinks(r));
  const nullable = op !== '<=>' && (shrunk || nullableAs(l, common, ctx) || nullableAs(r, common, ctx));
  const operand = (a: ArgumentInfo): DataType => (sameStructure(a.type, common) ? a.type : common);
  return { argTypes: [operand(l), operand(r)], returns: BooleanType, nullable };
}

const LONG_LIMIT = 2n ** 63n;

/** The value of an argument that is written as a decimal number. */
function decimalLiteral(a: ArgumentInfo): Decimal | undefined {
  return a.written === true && a.literal instanceof Decimal ? a.literal : undefined;
}

function rounded(d: Decimal, up: boolean): TypedValue | undefined {
  const whole = divideRounded(d.unscaled, pow10(d.scale), up ? 'ceiling' : 'floor');
  return whole >= -LONG_LIMIT && whole < LONG_LIMIT ? { type: LongType, value: whole } : undefined;
}

/** A whole number against a decimal literal is compared with a whole number: `i > 1.5` is `i > 1`. */
export function readWithWhole(op: Comparison, args: readonly ArgumentInfo[]): Reading | undefined {
  if (op === '=' || op === '<=>') return undefined;
  const [l, r] = args as readonly [ArgumentInfo, ArgumentInfo];
  const right = isIntegral(l.type) ? decimalLiteral(r) : undefined;
  if (right !== undefined) {
    const whole = rounded(right, op === '<' || op === '>=');
    return whole === undefined ? undefined : { kind: 'call', name: op, args: [0, whole] };
  }
  const left = isIntegral(r.type) ? decimalLiteral(l) : undefined;
  if (left === undefined) return undefined;
  const whole = rounded(left, op === '>' || op === '<=');
  return whole === undefined ? undefined : { kind: 'call', name: op, args: [whole, 1] };
}

/** Without ANSI mode a boolean `<=>` a 1 or a 0 that is written down is the boolean itself, or its contrary, where it is not NULL. */
export function readWithTruth(args: readonly ArgumentInfo[], ctx: SignatureContext): Reading | undefined {
  const truth = args.findIndex((a) => a.type.kind === 'boolean');
  const other = args[1 - truth];
  if (ctx.ansi || truth < 0 || other?.written !== true || !isNumeric(other.type)) return undefined;
  const number = other.literal instanceof Decimal ? decimalToNumber(other.literal) : Number(other.literal);
  if (number !== 0 && number !== 1) return undefined;
  return { kind: 'both', calls: [{ name: 'isnotnull', args: [truth] }, number === 1 ? truth : { name: 'not', args: [truth] }] };
}
