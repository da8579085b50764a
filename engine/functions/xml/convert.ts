/** Elements to values by a schema (Spark's `StaxXmlParser`). */
import { binaryFromText, MapValue, parseBoolean, parseDecimal, parseJavaDouble, StructValue, toPrecision } from '../../types/index.ts';
import type { BinaryStyle, DataType, StructType, Value } from '../../types/index.ts';
import { unsupported } from '../../core/index.ts';
import type { DatetimeReader } from '../text-format.ts';
import type { XmlNames } from './options.ts';
import type { XmlElement } from './tree.ts';

/** What stands in the element does not fit the type. */
export class BadField extends Error {}

export interface XmlReading {
  readonly names: XmlNames;
  readonly datetime: DatetimeReader;
  /** The whole text, of which a STRING takes the part that an element with elements holds. */
  readonly source: string;
  readonly binaryStyle?: BinaryStyle;
}

const RANGES: Readonly<Record<string, bigint>> = { byte: 7n, short: 15n, integer: 31n, long: 63n };

function refuse(): never {
  throw new BadField();
}

function integer(text: string, kind: string): Value {
  if (!/^[+-]?\d+$/.test(text)) return refuse();
  const x = BigInt(text.replace('+', ''));
  const limit = 1n << (RANGES[kind] as bigint);
  if (x < -limit || x >= limit) return refuse();
  return kind === 'long' ? x : Number(x);
}

function boolean(text: string): boolean {
  if (text === '1' || text === '0') return text === '1';
  return /^(true|false)$/i.test(text) ? parseBoolean(text) === true : refuse();
}

const LEADING_NUMBER = /^-?(?=[\d,]*\.?\d)[\d,]*(?:\.\d*)?(?:E-?\d+)?/;

/** The number that a text begins with, its thousands perhaps apart, as Java's `NumberFormat` reads it. */
function leadingNumber(text: string): number | null {
  const [found] = LEADING_NUMBER.exec(text) ?? [];
  return found === undefined ? null : Number(found.replaceAll(',', ''));
}

/** A text as a value of an atomic type; null where it stands for NULL. */
function atomic(raw: string, type: DataType, { names, datetime, binaryStyle }: XmlReading): Value {
  const text = names.trims ? raw.trim() : raw;
  if (text === names.nullValue) return null;
  if (type.kind === 'string') return text;
  if (text === '') return null;
  switch (type.kind) {
    case 'boolean':
      return boolean(text);
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return integer(text, type.kind);
    case 'float':
    case 'double': {
      const x = parseJavaDouble(text) ?? leadingNumber(text) ?? refuse();
      return type.kind === 'float' ? Math.fround(x) : x;
    }
    case 'decimal': {
      const d = parseDecimal(text.replaceAll(',', ''));
      return (d === null ? null : toPrecision(d, type.precision, type.scale)) ?? refuse();
    }
    case 'date':
      return datetime.date(text) ?? refuse();
    case 'timestamp':
      return datetime.timestamp(text) ?? refuse();
    case 'timestamp_ntz':
      return datetime.timestampNtz(text) ?? refuse();
    case 'null':
      return null;
    case 'binary':
      return binaryFromText(text, binaryStyle) ?? refuse();
    default:
      throw unsupported(`The type ${type.kind.toUpperCase()} in XML`);
  }
}

/** The markup between an element's tags. */
function inner(element: XmlElement, source: string): string {
  const first = element.children[0];
  const open = first?.kind === 'element' ? first.start : source.indexOf('>', element.start) + 1;
  return source.slice(open, source.lastIndexOf('</', element.end - 1));
}

function hasElements(element: XmlElement): boolean {
  return element.children.some((c) => c.kind === 'element');
}

function textIn(element: XmlElement): string {
  return element.children.map((c) => (c.kind === 'text' ? c.text : '')).join('');
}

/** The element as a value of the type. Throws BadField. */
export function elementValue(element: XmlElement, type: DataType, reading: XmlReading): Value {
  switch (type.kind) {
    case 'struct': {
      const { value, good } = structValue(element, type, reading);
      return good ? value : refuse();
    }
    case 'map': {
      if (!hasElements(element) && textIn(element).trim() !== '') return refuse();
      const attributes = reading.names.excludeAttributes ? [] : element.attributes;
      const entries = [
        ...attributes.map((a) => [reading.names.attributePrefix + a.name, atomic(a.text, type.value, reading)] as const),
        ...element.children.flatMap((c) => (c.kind === 'element' ? [[c.name, elementValue(c, type.value, reading)] as const] : [])),
      ];
      return new MapValue([...new Map(entries)]);
    }
    case 'array':
      return [elementValue(element, type.element, reading)];
    case 'string':
      return hasElements(element) ? inner(element, reading.source) : atomic(textIn(element), type, reading);
    default:
      return hasElements(element) ? refuse() : atomic(textIn(element), type, reading);
  }
}

/** What goes into a struct's fields: each by its place, with how to make it. */
type Part = readonly [name: string, make: (type: DataType) => Value, end: number];

function partsOf(element: XmlElement, reading: XmlReading): readonly Part[] {
  const { attributePrefix, valueTag, excludeAttributes } = reading.names;
  const attributes = excludeAttributes ? [] : element.attributes;
  return [
    ...attributes.map((a): Part => [attributePrefix + a.name, (type) => atomic(a.text, type, reading), element.start + 1]),
    ...element.children.flatMap((c): Part[] => {
      if (c.kind === 'element') return [[c.name, (type) => elementValue(c, type, reading), c.end]];
      return c.text.trim() === '' ? [] : [[valueTag, (type) => atomic(c.text, type, reading), element.start + 1]];
    }),
  ];
}

/** A field that does not fit is NULL, as all that follow it; then `good` is false and `stop` tells where in the source it ends. Names are compared without regard to case. */
export function structValue(element: XmlElement, type: StructType, reading: XmlReading): { readonly value: StructValue; readonly good: boolean; readonly stop?: number } {
  const places = new Map(type.fields.map((f, i) => [f.name.toLowerCase(), i]));
  const values = new Array<Value>(type.fields.length).fill(null);
  for (const [name, make, stop] of partsOf(element, reading)) {
    const at = places.get(name.toLowerCase());
    if (at === undefined) continue;
    const fieldType = (type.fields[at] as { readonly type: DataType }).type;
    try {
      if (fieldType.kind === 'array') values[at] = [...((values[at] as readonly Value[] | null) ?? []), make(fieldType.element)];
      else values[at] = make(fieldType);
    } catch (error) {
      if (!(error instanceof BadField)) throw error;
      values[at] = null;
      return { value: new StructValue(values), good: false, stop };
    }
  }
  return { value: new StructValue(values), good: true };
}
