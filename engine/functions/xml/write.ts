/** Structs as XML (Spark's `StaxXmlGenerator`). */
import { unsupported } from '../../core/index.ts';
import { isNested, SHOW_STYLE, stringifier, timeZone } from '../../types/index.ts';
import type { BinaryStyle, DataType, MapType, MapValue, StructType, StructValue, Value } from '../../types/index.ts';
import type { Options } from '../json/options.ts';
import { datetimeWriter } from '../text-format.ts';
import type { DatetimeWriter } from '../text-format.ts';
import { xmlNames } from './options.ts';
import type { XmlNames } from './options.ts';

interface Style {
  readonly names: XmlNames;
  readonly datetime: DatetimeWriter;
  readonly zone: string;
  readonly binaryStyle: BinaryStyle;
  readonly indent: string;
  readonly itemName: string;
}

/** Parts of an element: attributes, text, and elements in order. */
interface Content {
  readonly attributes: string[];
  text: string | null;
  readonly elements: string[];
}

/** What the writer of StAX escapes in the text of an element: `>` where it stands first or follows a `]`, too. */
const IN_TEXT = /[&<\r\u007f-\u009f]|^>|(?<=\])>/g;
const IN_ATTRIBUTE = /[&<"\t\n\r]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function entity(c: string): string {
  return ENTITIES[c] ?? `&#x${c.charCodeAt(0).toString(16)};`;
}

function escapeText(text: string): string {
  return text.replace(IN_TEXT, entity);
}

function atomText(value: Value, type: DataType, { datetime, zone, binaryStyle }: Style): string {
  switch (type.kind) {
    case 'date':
      return datetime.date(value as number);
    case 'timestamp':
      return datetime.timestamp(value as bigint);
    case 'timestamp_ntz':
      return datetime.timestampNtz(value as bigint);
    case 'variant':
    case 'calendar_interval':
    case 'daytime_interval':
    case 'yearmonth_interval':
      throw unsupported(`The type ${type.kind.toUpperCase()} in XML`);
    default:
      return stringifier(type, timeZone(zone), { ...SHOW_STYLE, plainDecimals: false, binaryStyle })(value);
  }
}

function line(depth: number, style: Style): string {
  return style.indent === '' ? '' : `\n${style.indent.repeat(depth)}`;
}

function tag(name: string, { attributes, text, elements }: Content, depth: number, style: Style): string {
  if (!/^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(name)) throw unsupported(`The name ${name} in XML`);
  const open = `<${name}${attributes.join('')}`;
  if (text === null && elements.length === 0) return `${open}/>`;
  const close = elements.length === 0 ? '' : line(depth, style);
  return `${open}>${escapeText(text ?? '')}${elements.map((e) => line(depth + 1, style) + e).join('')}${close}</${name}>`;
}

function structContent(value: StructValue, type: StructType, depth: number, style: Style): Content {
  const content: Content = { attributes: [], text: null, elements: [] };
  for (const [i, f] of type.fields.entries()) put(content, f.name, value.values[i] ?? null, f.type, depth, style);
  return content;
}

function mapContent(value: MapValue, type: MapType, depth: number, style: Style): Content {
  const content: Content = { attributes: [], text: null, elements: [] };
  for (const [k, v] of value.entries) put(content, atomText(k, type.key, style), v, type.value, depth, style);
  return content;
}

/** A field of the element at `depth`. */
function put(content: Content, name: string, value: Value, type: DataType, depth: number, style: Style): void {
  const { names } = style;
  if (value === null && (names.nullValue === undefined || isNested(type))) return;
  const text = (): string => (value === null ? (names.nullValue as string) : atomText(value, type, style));
  if (name === names.valueTag && !isNested(type)) content.text = text();
  else if (name.startsWith(names.attributePrefix) && !isNested(type)) {
    content.attributes.push(` ${name.slice(names.attributePrefix.length)}="${text().replace(IN_ATTRIBUTE, entity)}"`);
  } else content.elements.push(...elements(name, value, type, depth + 1, style));
}

/** The elements that a value makes: one, or one for each item of an array. */
function elements(name: string, value: Value, type: DataType, depth: number, style: Style): readonly string[] {
  if (value === null) return style.names.nullValue === undefined || isNested(type) ? [] : [tag(name, { attributes: [], text: style.names.nullValue, elements: [] }, depth, style)];
  switch (type.kind) {
    case 'array': {
      const { element } = type;
      return (value as readonly Value[]).flatMap((item) => {
        if (element.kind !== 'array' || item === null) return elements(name, item, element, depth, style);
        const items = (item as readonly Value[]).flatMap((x) => elements(style.itemName, x, element.element, depth + 1, style));
        return [tag(name, { attributes: [], text: null, elements: items }, depth, style)];
      });
    }
    case 'struct':
      return [tag(name, structContent(value as StructValue, type, depth, style), depth, style)];
    case 'map':
      return [tag(name, mapContent(value as MapValue, type, depth, style), depth, style)];
    default:
      return [tag(name, { attributes: [], text: atomText(value, type, style), elements: [] }, depth, style)];
  }
}

/** A function from structs of the type to their element, at a depth of nesting; also for files of XML. */
export function xmlWriter(type: StructType, options: Options, sessionTimeZone: string, old: boolean, binaryStyle?: BinaryStyle): (value: StructValue, depth?: number) => string {
  const zone = options.get('timeZone') ?? sessionTimeZone;
  const style: Style = {
    names: xmlNames(options),
    datetime: datetimeWriter({ date: options.get('dateFormat'), timestamp: options.get('timestampFormat'), timestampNtz: options.get('timestampNTZFormat') }, zone, old),
    zone,
    binaryStyle,
    indent: options.get('indent') ?? '    ',
    itemName: options.get('arrayElementName') ?? 'item',
  };
  const rowTag = options.get('rowTag') ?? 'ROW';
  return (value, depth = 0) => tag(rowTag, structContent(value, type, depth, style), depth, style) + (style.indent === '' ? '\n' : '');
}
