/** Which types arithmetic takes, what the operands are cast to, and what comes out. */
import {
  castIsNullable,
  DateType,
  decimalForType,
  decimalResultType,
  decimalTypeOf,
  DayTimeIntervalType,
  Decimal,
  DoubleType,
  isAnsiInterval,
  isIntegral,
  isNumeric,
  isString,
  LongType,
  sameType,
  TimestampNTZType,
  TimestampType,
  widerType,
} from '../../types/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { DataType, DecimalType } from '../../types/index.ts';
import type { ArgumentInfo, Signature, SignatureContext } from '../define.ts';
import { unexpectedInput } from '../typing.ts';
import { about, differentSides, wrongSides } from './errors.ts';
import type { ArithmeticOperator } from './numbers.ts';

const NUMERIC_OR_INTERVAL = '("NUMERIC" or "INTERVAL DAY TO SECOND" or "INTERVAL YEAR TO MONTH" or "INTERVAL")';
/** As WRONG_TYPE errors list what the operator takes. */
const INPUT_TYPES: Readonly<Record<ArithmeticOperator, string>> = {
  '+': NUMERIC_OR_INTERVAL,
  '-': NUMERIC_OR_INTERVAL,
  '*': '"NUMERIC"',
  '/': '("DOUBLE" or "DECIMAL")',
  '%': '"NUMERIC"',
  pmod: '"NUMERIC"',
  div: '("BIGINT" or "DECIMAL" or "INTERVAL YEAR TO MONTH" or "INTERVAL DAY TO SECOND")',
};

export function isInterval(t: DataType): boolean {
  return isAnsiInterval(t) || t.kind === 'calendar_interval';
}
export function isTimestamp(t: DataType): boolean {
  return t.kind === 'timestamp' || t.kind === 'timestamp_ntz';
}

/** Whether the argument can be null once it is cast. */
export function nullableAs(a: ArgumentInfo, to: DataType, ctx: SignatureContext): boolean {
  return a.nullable || castIsNullable(a.type, to, false, ctx.ansi ? 'ansi' : 'legacy');
}

/** Whether the argument is written as a whole number: next to a decimal it takes no more digits than it has, but for TINYINT. */
export function wholeLiteral(a: ArgumentInfo): bigint | undefined {
  if (a.written !== true || !isIntegral(a.type) || a.type.kind === 'byte' || a.literal === undefined || a.literal === null) return undefined;
  return BigInt(a.literal as number | bigint);
}

/** The decimal as which an operand takes part next to a decimal; undefined for types that are none. */
export function asDecimal(a: ArgumentInfo): DecimalType | undefined {
  const whole = wholeLiteral(a);
  return whole === undefined ? decimalForType(a.type) : decimalTypeOf(new Decimal(whole, 0));
}

function accepts(op: ArithmeticOperator, t: DataType): boolean {
  if (op === '+' || op === '-') return isNumeric(t) || isInterval(t);
  if (op === 'div') return t.kind === 'long' || t.kind === 'decimal' || isAnsiInterval(t);
  return isNumeric(t);
}

/** An operand's type as `div` and typeless nulls see it. */
function operandType(op: ArithmeticOperator, t: DataType): DataType {
  return op === 'div' && isIntegral(t) ? LongType : t;
}

/** The type in which two operands meet; undefined if there is none. */
function commonType(op: ArithmeticOperator, left: DataType, right: DataType, ctx: SignatureContext): DataType | undefined {
  if (left.kind === 'null' && right.kind === 'null') return op === 'div' ? LongType : DoubleType;
  if (!ctx.ansi && isString(left) !== isString(right)) {
    const other = isString(left) ? right : left;
    return isNumeric(other) || other.kind === 'null' ? DoubleType : widerType(left, right, true);
  }
  if (!ctx.ansi && isString(left) && isString(right)) return DoubleType;
  return widerType(left, right, ctx.ansi);
}

/**
 * The types of two sides as Spark's rules leave them before an operator looks whether it takes them: texts have become
 * what they stand beside, or numbers with fractions without ANSI mode; decimals stand beside decimals or doubles.
 */
export function settledSides(l: ArgumentInfo, r: ArgumentInfo, ctx: SignatureContext): readonly [DataType, DataType] {
  if ((isString(l.type) || isString(r.type)) && ctx.ansi) {
    const common = widerType(l.type, r.type, true);
    return common === undefined ? [l.type, r.type] : [common, common];
  }
  const asNumber = (a: ArgumentInfo, other: ArgumentInfo): DataType => (isString(a.type) && !isInterval(other.type) ? DoubleType : a.type);
  const [left, right] = [asNumber(l, r), asNumber(r, l)];
  const beside = (a: ArgumentInfo, type: DataType, other: DataType): DataType => {
    if (other.kind === 'decimal' && isIntegral(type)) return asDecimal(a) ?? type;
    return type.kind === 'decimal' && (other.kind === 'float' || other.kind === 'double') ? DoubleType : type;
  };
  return [beside(l, left, right), beside(r, right, left)];
}

/** BINARY_OP_WRONG_TYPE where both sides have one type, else BINARY_OP_DIFF_TYPES. */
export function unfitSides(sql: string, inputType: string, [left, right]: readonly [DataType, DataType]): SparkError {
  return sameType(left, right) ? wrongSides(sql, inputType, left) : differentSides(sql, left, right);
}

function isDecimalPair(left: DataType, right: DataType): boolean {
  const exact = (t: DataType): boolean => t.kind === 'decimal' || isIntegral(t);
  return (left.kind === 'decimal' || right.kind === 'decimal') && exact(left) && exact(right);
}

/** `+ - * / % div pmod` of numbers and intervals. `sql` is the expression as errors show it. */
export function arithmeticSignature(op: ArithmeticOperator, sql: string, args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [l, r] = args as readonly [ArgumentInfo, ArgumentInfo];
  const [left, right] = [operandType(op, l.type), operandType(op, r.type)];
  // Without ANSI mode texts are numbers with fractions before the sides are looked at.
  const shown = (t: DataType): DataType => (!ctx.ansi && isString(t) && !isInterval(left) && !isInterval(right) ? DoubleType : t);
  const different = (): SparkError => {
    if (op !== 'div') return differentSides(sql, shown(left), shown(right));
    const [a, b] = settledSides(l, r, ctx);
    return unfitSides(sql, INPUT_TYPES.div, [operandType(op, a), operandType(op, b)]);
  };
  const divides = op !== '+' && op !== '-' && op !== '*';
  const nullOfDecimals = left.kind === 'null' && right.kind === 'decimal';
  // What NULL is divided by becomes a double before decimals are looked at.
  if (nullOfDecimals && op === '/') return { argTypes: [DoubleType, DoubleType], returns: DoubleType, nullable: true };
  if (isDecimalPair(left, right) || (left.kind === 'decimal' && right.kind === 'null') || nullOfDecimals) {
    return decimalSignature(op, l, r, ctx, divides);
  }
  const common = commonType(op, left, right, ctx);
  const mixed = left.kind !== right.kind && left.kind !== 'null' && right.kind !== 'null';
  if (common === undefined || (divides && isInterval(common) && mixed)) throw different();
  // Under ANSI a text takes the other side's type whether the operator takes it or not.
  const met = sameType(left, right) || (ctx.ansi && (isString(left) || isString(right)));
  if (!accepts(op, common)) throw met && op !== 'div' ? wrongSides(sql, INPUT_TYPES[op], common) : different();
  const nullable = divides || nullableAs(l, common, ctx) || nullableAs(r, common, ctx);
  if (op === 'div') return { argTypes: [common, common], returns: LongType, nullable };
  if (op !== '/') return { argTypes: [common, common], returns: common, nullable };
  return { argTypes: [divisionOperand(l.type, common), divisionOperand(r.type, common)], returns: DoubleType, nullable };
}

/** Numbers are divided as doubles; a text next to an integer must be an integer. */
function divisionOperand(t: DataType, common: DataType): DataType {
  return isString(t) && common.kind === 'long' ? LongType : DoubleType;
}

function decimalSignature(op: ArithmeticOperator, l: ArgumentInfo, r: ArgumentInfo, ctx: SignatureContext, divides: boolean): Signature {
  const other = (l.type.kind === 'decimal' ? l.type : r.type) as DecimalType;
  const left = asDecimal(l) ?? other;
  const right = asDecimal(r) ?? other;
  const nullable = divides || !ctx.ansi || nullableAs(l, left, ctx) || nullableAs(r, right, ctx);
  const returns = op === 'div' ? LongType : decimalResultType(op === 'pmod' ? '%' : op, left, right, ctx.conf?.('spark.sql.decimalOperations.allowPrecisionLoss') !== 'false');
  return { argTypes: [left, right], returns, nullable };
}

/** The type on which the operator works, given what the operands were cast to and what comes out. */
export function workingTypes(op: ArithmeticOperator, argTypes: readonly DataType[], returns: DataType): { type: DataType; result: DataType } {
  const [left, right] = argTypes as readonly [DataType, DataType];
  if (left.kind === 'decimal' && right.kind === 'decimal') {
    return { type: left, result: op === 'div' ? decimalResultType('div', left, right) : returns };
  }
  return { type: op === '/' ? DoubleType : left, result: returns };
}

const DAYS: DayTimeIntervalType = { kind: 'daytime_interval', start: 'day', end: 'day' };
const isDatetimeOperand = (t: DataType): boolean => t.kind === 'date' || isTimestamp(t);

const TIMESTAMPS = '("(TIMESTAMP OR TIMESTAMP WITHOUT TIME ZONE)" or "(TIMESTAMP_LTZ(P) OR TIMESTAMP_NTZ(P) WITH P IN [7, 9])")';

/** The difference of two dates in days, or of two timestamps; undefined where neither side is one. */
export function datetimeDifference(sql: string, args: readonly ArgumentInfo[], ansi: boolean): Signature | undefined {
  const [l, r] = args as readonly [ArgumentInfo, ArgumentInfo];
  if (!isDatetimeOperand(l.type) && !isDatetimeOperand(r.type)) return undefined;
  const timestamps = isTimestamp(l.type) || isTimestamp(r.type);
  // Without ANSI mode a text becomes a date, but no timestamp.
  const takesText = ansi || !timestamps;
  const misfit = [l.type, r.type].findIndex((t) => !isDatetimeOperand(t) && !(isString(t) && takesText) && t.kind !== 'null');
  if (misfit >= 0) throw about(sql, unexpectedInput('-', args, misfit, timestamps ? TIMESTAMPS : '"DATE"'));
  if (!timestamps) return { argTypes: [DateType, DateType], returns: DAYS, nullable: args.some((a) => nullableAs(a, DateType, { ansi: true })) };
  const operand = [l.type, r.type].every((t) => t.kind !== 'timestamp') ? TimestampNTZType : TimestampType;
  return { argTypes: [operand, operand], returns: DayTimeIntervalType, nullable: args.some((a) => nullableAs(a, operand, { ansi: true })) };
}

/** Exactly the days of a day-time interval. */
export function isDayInterval(t: DataType): boolean {
  return sameType(t, DAYS);
}
