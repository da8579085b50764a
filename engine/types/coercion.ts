/**
 * Which types meet in which (`AnsiTypeCoercion`, and `TypeCoercion` when ANSI mode is off). The analyzer inserts the
 * casts; char and varchar count as string here, as Spark replaces them before.
 */
import type { ArrayType, DataType, DayTimeField, DayTimeIntervalType, DecimalType, MapType, StructField, StructType } from './data-type.ts';
import { BinaryType, BooleanType, DoubleType, LongType, sameType, StringType } from './data-type.ts';
import { decimalForType, isTighterDecimal, isWiderDecimal, widerDecimalType } from './decimal-types.ts';

/** From narrow to wide. */
const NUMERIC_ORDER: readonly string[] = ['byte', 'short', 'integer', 'long', 'float', 'double'];
const DAY_TIME_ORDER: readonly DayTimeField[] = ['day', 'hour', 'minute', 'second'];

export function isIntegral(t: DataType): boolean {
  return t.kind === 'byte' || t.kind === 'short' || t.kind === 'integer' || t.kind === 'long';
}
export function isFractional(t: DataType): boolean {
  return t.kind === 'float' || t.kind === 'double' || t.kind === 'decimal';
}
export function isNumeric(t: DataType): boolean {
  return isIntegral(t) || isFractional(t);
}
export function isString(t: DataType): boolean {
  return t.kind === 'string' || t.kind === 'char' || t.kind === 'varchar';
}
export function isDatetime(t: DataType): boolean {
  return t.kind === 'date' || t.kind === 'timestamp' || t.kind === 'timestamp_ntz';
}
export function isAnsiInterval(t: DataType): boolean {
  return t.kind === 'daytime_interval' || t.kind === 'yearmonth_interval';
}
export function isNested(t: DataType): boolean {
  return t.kind === 'array' || t.kind === 'map' || t.kind === 'struct';
}

/** The one to which the other promotes without loss of range; no string promotion, no decimal widening. */
export function tightestCommonType(a: DataType, b: DataType, ansi = true): DataType | undefined {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (sameType(a, b)) return a;
  if (isString(a) && isString(b)) return StringType;
  if (isNumeric(a) && isNumeric(b)) return tightestNumeric(a, b, ansi);
  if (isDatetime(a) && isDatetime(b)) {
    if (a.kind === 'timestamp' || b.kind === 'timestamp') return a.kind === 'timestamp' ? a : b;
    return a.kind === 'timestamp_ntz' ? a : b;
  }
  if (a.kind === 'time' && b.kind === 'time') return a.precision >= b.precision ? a : b;
  if (a.kind === 'daytime_interval' && b.kind === 'daytime_interval') return widerDayTime(a, b);
  if (a.kind === 'yearmonth_interval' && b.kind === 'yearmonth_interval') {
    return {
      kind: 'yearmonth_interval',
      start: a.start === 'year' || b.start === 'year' ? 'year' : 'month',
      end: a.end === 'month' || b.end === 'month' ? 'month' : 'year',
    };
  }
  return commonNested(a, b, (x, y) => tightestCommonType(x, y, ansi));
}

function tightestNumeric(a: DataType, b: DataType, ansi: boolean): DataType | undefined {
  if (a.kind === 'decimal' || b.kind === 'decimal') {
    const [decimal, other] = a.kind === 'decimal' ? [a, b] : [b, a];
    if (decimal.kind !== 'decimal' || other.kind === 'decimal' || !isIntegral(other)) return undefined;
    return isWiderDecimal(decimal, other) ? decimal : undefined;
  }
  const wider = NUMERIC_ORDER.indexOf(a.kind) >= NUMERIC_ORDER.indexOf(b.kind) ? a : b;
  const narrower = wider === a ? b : a;
  if (ansi && wider.kind === 'float' && isIntegral(narrower)) return DoubleType;
  return wider;
}

function widerDayTime(a: DayTimeIntervalType, b: DayTimeIntervalType): DayTimeIntervalType {
  const rank = (f: DayTimeField): number => DAY_TIME_ORDER.indexOf(f);
  return {
    kind: 'daytime_interval',
    start: rank(a.start) <= rank(b.start) ? a.start : b.start,
    end: rank(a.end) >= rank(b.end) ? a.end : b.end,
  };
}

type Rule = (a: DataType, b: DataType) => DataType | undefined;

/** Whether a cast between the types counts as one that can give null for a value that is not null (`Cast.forceNullable`). */
export function castForcesNull(from: DataType, to: DataType): boolean {
  if (from.kind === 'null' || sameType(from, to)) return false;
  if (from.kind === 'variant') return true;
  if (isString(from)) return !isString(to) && to.kind !== 'binary';
  if (isString(to)) return false;
  const small = to.kind === 'byte' || to.kind === 'short';
  if (from.kind === 'timestamp' && (small || to.kind === 'integer')) return true;
  if (from.kind === 'time' && small) return true;
  if ((from.kind === 'double' || from.kind === 'float') && to.kind === 'timestamp') return true;
  if (to.kind === 'date') return from.kind !== 'timestamp';
  if (from.kind === 'date') return to.kind !== 'timestamp';
  if (to.kind === 'calendar_interval') return true;
  if (to.kind === 'decimal') return !fitsDecimal(from, to);
  return isFractional(from) && isIntegral(to);
}

/** Whether every value fits the decimal's digits in front of the point; fewer behind it than the value has need one more there. */
function fitsDecimal(from: DataType, to: DecimalType): boolean {
  if (from.kind === 'boolean') return to.precision - to.scale >= 1;
  if (isWiderDecimal(to, from)) return true;
  return from.kind === 'decimal' && to.precision - to.scale > from.precision - from.scale;
}

function commonNested(a: DataType, b: DataType, rule: Rule): DataType | undefined {
  if (a.kind === 'array' && b.kind === 'array') return commonArray(a, b, rule);
  if (a.kind === 'map' && b.kind === 'map') return commonMap(a, b, rule);
  if (a.kind === 'struct' && b.kind === 'struct') return commonStruct(a, b, rule);
  return undefined;
}

function commonArray(a: ArrayType, b: ArrayType, rule: Rule): DataType | undefined {
  const element = rule(a.element, b.element);
  if (element === undefined) return undefined;
  const forced = castForcesNull(a.element, element) || castForcesNull(b.element, element);
  return { kind: 'array', element, containsNull: a.containsNull || b.containsNull || forced };
}

function commonMap(a: MapType, b: MapType, rule: Rule): DataType | undefined {
  const key = rule(a.key, b.key);
  const value = rule(a.value, b.value);
  if (key === undefined || value === undefined) return undefined;
  if (castForcesNull(a.key, key) || castForcesNull(b.key, key)) return undefined;
  const forced = castForcesNull(a.value, value) || castForcesNull(b.value, value);
  return { kind: 'map', key, value, valueContainsNull: a.valueContainsNull || b.valueContainsNull || forced };
}

function commonStruct(a: StructType, b: StructType, rule: Rule): DataType | undefined {
  if (a.fields.length !== b.fields.length) return undefined;
  const fields: StructField[] = [];
  for (const [i, f] of a.fields.entries()) {
    const g = b.fields[i] as StructField;
    if (f.name.toLowerCase() !== g.name.toLowerCase()) return undefined;
    const type = rule(f.type, g.type);
    if (type === undefined) return undefined;
    const forced = castForcesNull(f.type, type) || castForcesNull(g.type, type);
    fields.push({ name: f.name, type, nullable: f.nullable || g.nullable || forced });
  }
  return { kind: 'struct', fields };
}

/** ANSI: a string takes the other side's type; integral numbers become bigint, fractional ones double. */
function promoteStringAnsi(other: DataType): DataType | undefined {
  if (isIntegral(other)) return LongType;
  if (isFractional(other)) return DoubleType;
  switch (other.kind) {
    case 'date':
    case 'timestamp':
    case 'timestamp_ntz':
    case 'time':
    case 'variant':
      return other;
    case 'boolean':
      return BooleanType;
    case 'binary':
      return BinaryType;
    default:
      return undefined;
  }
}

/** Legacy: the other side becomes a string. */
function promoteToStringLegacy(other: DataType): DataType | undefined {
  if (isNumeric(other) || isDatetime(other) || other.kind === 'time' || isAnsiInterval(other) || other.kind === 'variant') return StringType;
  return undefined;
}

/** The type in which two branches of CASE, a UNION or an IN meet (`findWiderTypeForTwo`); undefined if none. */
export function widerType(a: DataType, b: DataType, ansi = true): DataType | undefined {
  const tight = tightestCommonType(a, b, ansi);
  if (tight !== undefined) return tight;
  if (a.kind === 'decimal' || b.kind === 'decimal') {
    const wide = widerWithDecimal(a, b);
    if (wide !== undefined) return wide;
  }
  if (isString(a) !== isString(b)) {
    const other = isString(a) ? b : a;
    return ansi ? promoteStringAnsi(other) : promoteToStringLegacy(other);
  }
  return commonNested(a, b, (x, y) => widerType(x, y, ansi));
}

/** As `widerType`, but texts go with texts alone (`findWiderTypeWithoutStringPromotion`). */
export function widerTypeWithoutText(a: DataType, b: DataType, ansi = false): DataType | undefined {
  const tight = tightestCommonType(a, b, ansi);
  if (tight !== undefined) return tight;
  const wide = a.kind === 'decimal' || b.kind === 'decimal' ? widerWithDecimal(a, b) : undefined;
  return wide ?? commonNested(a, b, (x, y) => widerTypeWithoutText(x, y, ansi));
}

function widerWithDecimal(a: DataType, b: DataType): DataType | undefined {
  if (!isNumeric(a) || !isNumeric(b)) return undefined;
  if (a.kind === 'float' || a.kind === 'double' || b.kind === 'float' || b.kind === 'double') return DoubleType;
  const x = decimalForType(a);
  const y = decimalForType(b);
  return x === undefined || y === undefined ? undefined : widerDecimalType(x, y);
}

/** The type in which all meet, left to right; undefined if none. Of no types it is `void`. */
export function findCommonType(types: readonly DataType[], ansi = true): DataType | undefined {
  const ordered = ansi ? types : [...types.filter(isString), ...types.filter((t) => !isString(t))];
  let common: DataType | undefined = { kind: 'null' };
  for (const t of ordered) {
    common = widerType(common, t, ansi);
    if (common === undefined) return undefined;
  }
  return common;
}

/**
 * Whether an argument of type `from` is taken where `to` is expected (`implicitCast`): equal types, null, numbers for
 * numbers, strings for most atomic types, atomic types for strings, dates for timestamps and back, element-wise arrays.
 */
export function canImplicitCast(from: DataType, to: DataType, ansi = true): boolean {
  if (from.kind === 'null' || sameType(from, to, true)) return true;
  // Without ANSI mode a calendar interval is none of the atomic types.
  if (isString(to)) return !isNested(from) && (ansi || from.kind !== 'calendar_interval');
  if (isString(from)) {
    return isNumeric(to) || isDatetime(to) || isAnsiInterval(to) || to.kind === 'time' || to.kind === 'binary' || (ansi && to.kind === 'boolean') || to.kind === 'calendar_interval';
  }
  if (isNumeric(from) && isNumeric(to)) return true;
  if (isDatetime(from) && isDatetime(to)) return true;
  if (from.kind === 'time' && (to.kind === 'time' || isDatetime(to))) return true;
  if (to.kind === 'time' && isDatetime(from)) return ansi;
  if (from.kind === 'array' && to.kind === 'array') {
    return canImplicitCast(from.element, to.element, ansi) && (to.containsNull || !castForcesNull(from.element, to.element));
  }
  if (from.kind !== 'map' || to.kind !== 'map') return false;
  if (!ansi && (castForcesNull(from.key, to.key) || (!to.valueContainsNull && castForcesNull(from.value, to.value)))) return false;
  return canImplicitCast(from.key, to.key, ansi) && canImplicitCast(from.value, to.value, ansi);
}

/** Whether every value of `from` is one of `to` (`Cast.canUpCast`): numeric widening, and anything atomic to string. */
export function canUpCast(from: DataType, to: DataType): boolean {
  if (from.kind === 'null' || sameType(from, to)) return true;
  if (isNumeric(from) && isNumeric(to)) {
    if (to.kind === 'decimal') return isWiderDecimal(to, from);
    if (from.kind === 'decimal') return isIntegral(to) && from.scale === 0 && isTighterDecimal(from, to);
    return NUMERIC_ORDER.indexOf(from.kind) <= NUMERIC_ORDER.indexOf(to.kind);
  }
  if (to.kind === 'string') return !isNested(from) && from.kind !== 'variant';
  if (from.kind === 'date') return to.kind === 'timestamp' || to.kind === 'timestamp_ntz';
  if (from.kind === 'timestamp') return to.kind === 'timestamp_ntz' || to.kind === 'long';
  if (from.kind === 'timestamp_ntz') return to.kind === 'timestamp';
  if (from.kind === 'long') return to.kind === 'timestamp';
  if (isAnsiInterval(from)) return from.kind === to.kind;
  if (from.kind === 'time') return to.kind === 'time' && to.precision >= from.precision;
  if (from.kind === 'array' && to.kind === 'array') {
    return (to.containsNull || !from.containsNull) && canUpCast(from.element, to.element);
  }
  if (from.kind === 'map' && to.kind === 'map') {
    return (to.valueContainsNull || !from.valueContainsNull) && canUpCast(from.key, to.key) && canUpCast(from.value, to.value);
  }
  if (from.kind === 'struct' && to.kind === 'struct') {
    return (
      from.fields.length === to.fields.length &&
      from.fields.every((f, i) => {
        const g = to.fields[i] as StructField;
        return (g.nullable || !f.nullable) && canUpCast(f.type, g.type);
      })
    );
  }
  return false;
}
