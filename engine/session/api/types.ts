/** Types under PySpark's names: `StructType([StructField('id', LongType())])`. */
import {
  arrayType,
  BinaryType as BINARY,
  BooleanType as BOOLEAN,
  ByteType as BYTE,
  DateType as DATE,
  decimalType,
  DoubleType as DOUBLE,
  FloatType as FLOAT,
  IntegerType as INTEGER,
  LongType as LONG,
  mapType,
  NullType as NULL,
  ShortType as SHORT,
  StringType as STRING,
  structField,
  structType,
  TimestampNTZType as TIMESTAMP_NTZ,
  TimestampType as TIMESTAMP,
} from '../../types/index.ts';
import type { DataType, StructField as Field, StructType as Struct } from '../../types/index.ts';

export const BinaryType = (): DataType => BINARY;
export const BooleanType = (): DataType => BOOLEAN;
export const ByteType = (): DataType => BYTE;
export const DateType = (): DataType => DATE;
export const DoubleType = (): DataType => DOUBLE;
export const FloatType = (): DataType => FLOAT;
export const IntegerType = (): DataType => INTEGER;
export const LongType = (): DataType => LONG;
export const NullType = (): DataType => NULL;
export const ShortType = (): DataType => SHORT;
export const StringType = (): DataType => STRING;
export const TimestampNTZType = (): DataType => TIMESTAMP_NTZ;
export const TimestampType = (): DataType => TIMESTAMP;
export const DecimalType = (precision = 10, scale = 0): DataType => decimalType(precision, scale);
export const ArrayType = (elementType: DataType, containsNull = true): DataType => arrayType(elementType, containsNull);
export const MapType = (keyType: DataType, valueType: DataType, valueContainsNull = true): DataType =>
  mapType(keyType, valueType, valueContainsNull);
export const StructField = (name: string, dataType: DataType, nullable = true): Field => structField(name, dataType, nullable);
export const StructType = (fields: readonly Field[] = []): Struct => structType(fields);
