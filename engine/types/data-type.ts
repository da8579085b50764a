/** Spark SQL's data types (`org.apache.spark.sql.types`), as one closed union. */

export type AtomicKind =
  | 'null'
  | 'boolean'
  | 'byte'
  | 'short'
  | 'integer'
  | 'long'
  | 'float'
  | 'double'
  | 'string'
  | 'binary'
  | 'date'
  | 'timestamp'
  | 'timestamp_ntz'
  | 'variant';

export interface AtomicType {
  readonly kind: AtomicKind;
}
export interface DecimalType {
  readonly kind: 'decimal';
  readonly precision: number;
  readonly scale: number;
}
export interface CharType {
  readonly kind: 'char' | 'varchar';
  readonly length: number;
}
/** A time of day, with so many digits (0 to 9) of the second's fraction. */
export interface TimeType {
  readonly kind: 'time';
  readonly precision: number;
}
export type DayTimeField = 'day' | 'hour' | 'minute' | 'second';
export interface DayTimeIntervalType {
  readonly kind: 'daytime_interval';
  readonly start: DayTimeField;
  readonly end: DayTimeField;
}
export interface YearMonthIntervalType {
  readonly kind: 'yearmonth_interval';
  readonly start: 'year' | 'month';
  readonly end: 'year' | 'month';
}
export interface CalendarIntervalType {
  readonly kind: 'calendar_interval';
}
export interface ArrayType {
  readonly kind: 'array';
  readonly element: DataType;
  readonly containsNull: boolean;
}
export interface MapType {
  readonly kind: 'map';
  readonly key: DataType;
  readonly value: DataType;
  readonly valueContainsNull: boolean;
}
export interface StructField {
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
  readonly metadata?: Readonly<Record<string, unknown>>;
}
export interface StructType {
  readonly kind: 'struct';
  readonly fields: readonly StructField[];
}
export type DataType =
  | AtomicType
  | DecimalType
  | CharType
  | TimeType
  | DayTimeIntervalType
  | YearMonthIntervalType
  | CalendarIntervalType
  | ArrayType
  | MapType
  | StructType;

export type TypeKind = DataType['kind'];

export const NullType: AtomicType = { kind: 'null' };
export const BooleanType: AtomicType = { kind: 'boolean' };
export const ByteType: AtomicType = { kind: 'byte' };
export const ShortType: AtomicType = { kind: 'short' };
export const IntegerType: AtomicType = { kind: 'integer' };
export const LongType: AtomicType = { kind: 'long' };
export const FloatType: AtomicType = { kind: 'float' };
export const DoubleType: AtomicType = { kind: 'double' };
export const StringType: AtomicType = { kind: 'string' };
export const BinaryType: AtomicType = { kind: 'binary' };
export const DateType: AtomicType = { kind: 'date' };
export const TimestampType: AtomicType = { kind: 'timestamp' };
export const TimestampNTZType: AtomicType = { kind: 'timestamp_ntz' };
export const CalendarIntervalType: CalendarIntervalType = { kind: 'calendar_interval' };
export const DayTimeIntervalType: DayTimeIntervalType = { kind: 'daytime_interval', start: 'day', end: 'second' };
export const YearMonthIntervalType: YearMonthIntervalType = { kind: 'yearmonth_interval', start: 'year', end: 'month' };

export function decimalType(precision = 10, scale = 0): DecimalType {
  return { kind: 'decimal', precision, scale };
}
export function timeType(precision = 6): TimeType {
  return { kind: 'time', precision };
}
export function arrayType(element: DataType, containsNull = true): ArrayType {
  return { kind: 'array', element, containsNull };
}
export function mapType(key: DataType, value: DataType, valueContainsNull = true): MapType {
  return { kind: 'map', key, value, valueContainsNull };
}
export function structField(name: string, type: DataType, nullable = true): StructField {
  return { name, type, nullable };
}
export function structType(fields: readonly StructField[]): StructType {
  return { kind: 'struct', fields };
}

/** Same type, nullability of nested values included unless `ignoreNullability`. */
export function sameType(a: DataType, b: DataType, ignoreNullability = false): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'decimal': {
      const o = b as DecimalType;
      return a.precision === o.precision && a.scale === o.scale;
    }
    case 'char':
    case 'varchar':
      return a.length === (b as CharType).length;
    case 'time':
      return a.precision === (b as TimeType).precision;
    case 'daytime_interval':
    case 'yearmonth_interval': {
      const o = b as DayTimeIntervalType | YearMonthIntervalType;
      return a.start === o.start && a.end === o.end;
    }
    case 'array': {
      const o = b as ArrayType;
      return (
        (ignoreNullability || a.containsNull === o.containsNull) && sameType(a.element, o.element, ignoreNullability)
      );
    }
    case 'map': {
      const o = b as MapType;
      return (
        (ignoreNullability || a.valueContainsNull === o.valueContainsNull) &&
        sameType(a.key, o.key, ignoreNullability) &&
        sameType(a.value, o.value, ignoreNullability)
      );
    }
    case 'struct': {
      const o = b as StructType;
      return (
        a.fields.length === o.fields.length &&
        a.fields.every((f, i) => {
          const g = o.fields[i] as StructField;
          return (
            f.name === g.name &&
            (ignoreNullability || f.nullable === g.nullable) &&
            sameType(f.type, g.type, ignoreNullability)
          );
        })
      );
    }
    default:
      return true;
  }
}

/** Whether the types hold the same values, whatever the fields of structs are called and whatever may be null. */
export function sameShape(a: DataType, b: DataType): boolean {
  if (a.kind === 'struct' && b.kind === 'struct') {
    return a.fields.length === b.fields.length && a.fields.every((f, i) => sameShape(f.type, (b.fields[i] as StructField).type));
  }
  if (a.kind === 'array' && b.kind === 'array') return sameShape(a.element, b.element);
  if (a.kind === 'map' && b.kind === 'map') return sameShape(a.key, b.key) && sameShape(a.value, b.value);
  return sameType(a, b, true);
}

/** The type with everything inside it nullable (`DataType.asNullable`): what cannot promise more, such as files and streams. */
export function asNullable(type: DataType): DataType {
  switch (type.kind) {
    case 'struct':
      return { ...type, fields: type.fields.map((f) => ({ ...f, type: asNullable(f.type), nullable: true })) };
    case 'array':
      return { ...type, element: asNullable(type.element), containsNull: true };
    case 'map':
      return { ...type, key: asNullable(type.key), value: asNullable(type.value), valueContainsNull: true };
    default:
      return type;
  }
}

/** A type whose nested values are nullable also where those of another type of the same form are. */
export function withNullsOf(type: DataType, other: DataType): DataType {
  if (type === other || sameType(type, other)) return type;
  if (type.kind === 'struct' && other.kind === 'struct') {
    const fields = type.fields.map((f, i) => {
      const o = other.fields[i];
      return o === undefined ? f : { ...f, type: withNullsOf(f.type, o.type), nullable: f.nullable || o.nullable };
    });
    return { ...type, fields };
  }
  if (type.kind === 'array' && other.kind === 'array') {
    return { ...type, element: withNullsOf(type.element, other.element), containsNull: type.containsNull || other.containsNull };
  }
  if (type.kind === 'map' && other.kind === 'map') {
    const key = withNullsOf(type.key, other.key);
    return { ...type, key, value: withNullsOf(type.value, other.value), valueContainsNull: type.valueContainsNull || other.valueContainsNull };
  }
  return type;
}
