/** The type of a sample of XML (Spark's `XmlInferSchema`). */
import { arrayType, BooleanType, compareStrings, DateType, DoubleType, LongType, NullType, parseJavaDouble, StringType, TimestampType } from '../../types/index.ts';
import type { DataType, StructField, StructType } from '../../types/index.ts';
import { timestampType } from '../csv/infer.ts';
import type { Options } from '../json/options.ts';
import type { DatetimeReader } from '../text-format.ts';
import type { XmlNames } from './options.ts';
import type { XmlElement } from './tree.ts';

export interface XmlInference {
  readonly names: XmlNames;
  readonly datetime: DatetimeReader;
  readonly options: Options;
  /** TIMESTAMP is one without zone; a text that names one is of a moment nevertheless. */
  readonly isLocal: boolean;
}

const WHOLE_DATE = /^[+-]?\d{4,7}-\d{1,2}-\d{1,2}$/;

function textType(raw: string, { names, datetime, options, isLocal }: XmlInference): DataType {
  const text = names.trims ? raw.trim() : raw;
  if (text === '' || text === names.nullValue) return NullType;
  if (!options.flag('inferSchema', true)) return StringType;
  if (/^[+-]?\d+$/.test(text)) {
    const x = BigInt(text.replace('+', ''));
    return BigInt.asIntN(64, x) === x ? LongType : DoubleType;
  }
  if (/^[+-]?(?:\d|\.\d)/.test(text) && parseJavaDouble(text) !== null && !/[dDfF]$/.test(text)) return DoubleType;
  if (/^(true|false)$/i.test(text)) return BooleanType;
  // The old way knows no dates here, and takes more for timestamps than it reads as such.
  if (datetime.old) return timestampType(text, options, datetime, isLocal) ?? (datetime.timestampNtz(text) !== null ? TimestampType : StringType);
  if (datetime.date(text) !== null && (options.get('dateFormat') !== undefined || WHOLE_DATE.test(text))) return DateType;
  return timestampType(text, options, datetime, isLocal) ?? StringType;
}

/** Each holds those before it. */
const TEMPORAL: readonly DataType['kind'][] = ['date', 'timestamp_ntz', 'timestamp'];

/** The type that holds both. An element with elements is a text where another of the name is one. */
export function compatibleXml(a: DataType, b: DataType): DataType {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (a.kind === 'struct' && b.kind === 'struct') {
    const fields = new Map(a.fields.map((f) => [f.name, f.type]));
    for (const f of b.fields) fields.set(f.name, compatibleXml(fields.get(f.name) ?? NullType, f.type));
    return structOf(fields);
  }
  if (a.kind === 'array' || b.kind === 'array') {
    return arrayType(compatibleXml(a.kind === 'array' ? a.element : a, b.kind === 'array' ? b.element : b));
  }
  if (a.kind === b.kind) return a;
  const numeric = (t: DataType): boolean => t.kind === 'long' || t.kind === 'double';
  if (numeric(a) && numeric(b)) return DoubleType;
  const order = TEMPORAL.indexOf(a.kind) < TEMPORAL.indexOf(b.kind) ? [a, b] : [b, a];
  return TEMPORAL.includes((order[0] as DataType).kind) ? (order[1] as DataType) : StringType;
}

function structOf(fields: ReadonlyMap<string, DataType>): StructType {
  const list = [...fields].map(([name, type]): StructField => ({ name, type, nullable: true }));
  return { kind: 'struct', fields: list.sort((x, y) => compareStrings(x.name, y.name)) };
}

/** The struct of an element's attributes, elements and text. */
export function inferElement(element: XmlElement, how: XmlInference): StructType {
  const fields = new Map<string, DataType>();
  const add = (name: string, type: DataType): void => {
    const known = fields.get(name);
    fields.set(name, known === undefined ? type : compatibleXml(known.kind === 'array' ? known : arrayType(known), type));
  };
  if (!how.names.excludeAttributes) for (const a of element.attributes) add(how.names.attributePrefix + a.name, textType(a.text, how));
  for (const child of element.children) {
    if (child.kind === 'element') add(child.name, inferChild(child, how));
    else if (child.text.trim() !== '') add(how.names.valueTag, textType(child.text, how));
  }
  return structOf(fields);
}

/** An element without attributes and elements is its text. */
function inferChild(element: XmlElement, how: XmlInference): DataType {
  const plain = (how.names.excludeAttributes || element.attributes.length === 0) && element.children.every((c) => c.kind === 'text');
  return plain ? textType(element.children.map((c) => (c.kind === 'text' ? c.text : '')).join(''), how) : inferElement(element, how);
}

/** The type with what is not known taken as a string. */
export function canonicalXml(type: DataType): DataType {
  switch (type.kind) {
    case 'null':
      return StringType;
    case 'array':
      return arrayType(canonicalXml(type.element));
    case 'struct':
      return { kind: 'struct', fields: type.fields.map((f) => ({ ...f, type: canonicalXml(f.type) })) };
    default:
      return type;
  }
}
