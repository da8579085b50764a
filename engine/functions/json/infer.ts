/** schema_of_json: the type of a sample (Spark's `JsonInferSchema`). */
import {
  arrayType,
  BooleanType,
  compareStrings,
  decimalTypeOf,
  DoubleType,
  LongType,
  NullType,
  parseDecimal,
  sqlTypeName,
  StringType,
  TimestampType,
  widerDecimalType,
} from '../../types/index.ts';
import type { DataType, DecimalType, StructField } from '../../types/index.ts';
import type { Options } from './options.ts';
import { JsonNumber, JsonObject } from './parse.ts';
import type { JsonNode } from './parse.ts';

const MAX_DIGITS = 38;
const LONG_AS_DECIMAL: DecimalType = { kind: 'decimal', precision: 20, scale: 0 };

function numberType(n: JsonNumber, options: Options): DataType {
  if (options.flag('primitivesAsString', false)) return StringType;
  const decimal = parseDecimal(n.text);
  if (n.integral) {
    const x = BigInt(n.text);
    if (BigInt.asIntN(64, x) === x) return LongType;
  } else if (!options.flag('prefersDecimal', false)) return DoubleType;
  if (decimal === null) return DoubleType;
  const type = decimalTypeOf(decimal);
  return type.precision <= MAX_DIGITS && type.scale <= MAX_DIGITS ? type : DoubleType;
}

/** The type of one tree; what is not known yet is void. `textType` may find another type than STRING in a text. */
export function inferType(node: JsonNode, options: Options, textType?: (text: string) => DataType): DataType {
  if (node === null) return NullType;
  if (typeof node === 'string') return node === '' ? NullType : (textType?.(node) ?? StringType);
  if (typeof node === 'boolean') return options.flag('primitivesAsString', false) ? StringType : BooleanType;
  if (node instanceof JsonNumber) return numberType(node, options);
  if (node instanceof JsonObject) {
    const fields = new Map<string, DataType>();
    node.names.forEach((name, i) => fields.set(name, inferType(node.values[i] as JsonNode, options, textType)));
    return structOf([...fields].map(([name, type]) => ({ name, type, nullable: true })));
  }
  return arrayType(node.map((x) => inferType(x, options, textType)).reduce(compatible, NullType as DataType));
}

function structOf(fields: readonly StructField[]): DataType {
  return { kind: 'struct', fields: [...fields].sort((a, b) => compareStrings(a.name, b.name)) };
}

/** The type that holds values of both: numbers widen, structs take the fields of both, timestamps of both kinds are moments, anything else is a string. */
export function compatible(a: DataType, b: DataType): DataType {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (a.kind === 'struct' && b.kind === 'struct') {
    const fields = new Map(a.fields.map((f) => [f.name, f]));
    for (const f of b.fields) {
      const known = fields.get(f.name);
      fields.set(f.name, known === undefined ? f : { ...f, type: compatible(known.type, f.type) });
    }
    return structOf([...fields.values()]);
  }
  if (a.kind === 'array' && b.kind === 'array') return arrayType(compatible(a.element, b.element));
  return compatibleAtomic(a, b);
}

function compatibleAtomic(a: DataType, b: DataType): DataType {
  if (a.kind === b.kind && a.kind !== 'decimal') return a;
  const temporal = (t: DataType): boolean => t.kind === 'timestamp' || t.kind === 'timestamp_ntz';
  if (temporal(a) && temporal(b)) return TimestampType;
  const numeric = (t: DataType): boolean => t.kind === 'long' || t.kind === 'double' || t.kind === 'decimal';
  if (!numeric(a) || !numeric(b)) return StringType;
  if (a.kind === 'double' || b.kind === 'double') return DoubleType;
  const [x, y] = [a, b].map((t) => (t.kind === 'decimal' ? t : LONG_AS_DECIMAL)) as [DecimalType, DecimalType];
  const integral = Math.max(x.precision - x.scale, y.precision - y.scale);
  return integral + Math.max(x.scale, y.scale) > MAX_DIGITS ? DoubleType : widerDecimalType(x, y);
}

/** The type with void taken as string. */
export function canonical(type: DataType): DataType {
  switch (type.kind) {
    case 'null':
      return StringType;
    case 'array':
      return arrayType(canonical(type.element));
    case 'struct':
      return { kind: 'struct', fields: type.fields.map((f) => ({ ...f, type: canonical(f.type) })) };
    default:
      return type;
  }
}

/** The DDL of a sample's type; `textType` as for `inferType`. */
export function schemaText(node: JsonNode, options: Options, textType?: (text: string) => DataType): string {
  return sqlTypeName(canonical(inferType(node, options, textType)));
}
