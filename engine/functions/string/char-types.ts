/** CHAR and VARCHAR: values that are stored are checked against the length, and filled up to it. */
import { SparkError } from '../../core/index.ts';
import { MapValue, StructValue } from '../../types/index.ts';
import type { CharType, DataType, Value } from '../../types/index.ts';
import type { ScalarFunction } from '../define.ts';
import { scalarFunction } from '../typing.ts';

const UTILITIES = 'CharVarcharCodegenUtils';

function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Raises EXCEED_LIMIT_LENGTH. Spaces at the end do not count. */
function withinLimit(text: string, limit: number): string {
  const length = lengthOf(text);
  if (length <= limit) return text;
  const kept = [...text].slice(0, limit).join('');
  if (text.slice(kept.length).replaceAll(' ', '') === '') return kept;
  throw new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'EXCEED_LIMIT_LENGTH',
    sqlState: '54006',
    parameters: { limit: String(limit) },
    sentence: `A text of ${length} characters does not fit a column of ${limit}.`,
  });
}

function filledUp(text: string, limit: number): string {
  const length = lengthOf(text);
  return length >= limit ? text : text + ' '.repeat(limit - length);
}

function stored(text: string, type: CharType): string {
  const checked = withinLimit(text, type.length);
  return type.kind === 'char' ? filledUp(checked, type.length) : checked;
}

function read(text: string, type: CharType): string {
  return type.kind === 'char' ? filledUp(text, type.length) : text;
}

type Change = (text: string, type: CharType) => string;

/** The value with each text in it changed that the type gives a length. */
function changed(value: Value, type: DataType, change: Change): Value {
  if (value === null) return null;
  switch (type.kind) {
    case 'char':
    case 'varchar':
      return change(value as string, type);
    case 'array':
      return (value as readonly Value[]).map((v) => changed(v, type.element, change));
    case 'map':
      return changedMap(value as MapValue, type.key, type.value, change);
    case 'struct':
      return changedStruct(value as StructValue, type.fields.map((f) => f.type), change);
    default:
      return value;
  }
}

function changedMap(map: MapValue, key: DataType, value: DataType, change: Change): MapValue {
  return new MapValue(map.entries.map(([k, v]) => [changed(k, key, change), changed(v, value, change)] as const));
}

function changedStruct(struct: StructValue, types: readonly DataType[], change: Change): StructValue {
  return new StructValue(struct.values.map((v, i) => changed(v, types[i] as DataType, change)));
}

function withLengths(name: string, type: DataType, valueType: DataType, change: Change, doc: string): ScalarFunction {
  const limit = type.kind === 'char' || type.kind === 'varchar' ? `, ${type.length}` : '';
  return scalarFunction({
    name,
    family: 'string',
    since: '3.1.0',
    internal: true,
    params: [{ name: 'expr', accepts: ['any'] }],
    signature: () => ({ argTypes: [valueType], returns: valueType }),
    doc,
    examples: [],
    planText: (args) => `static_invoke(${UTILITIES}.${name}(${args.join(', ')}${limit}))`,
    row: ([value]) => changed(value as Value, type, change),
  });
}

/** Of values that become those of a column of CHAR or VARCHAR, or hold such: `valueType` is the type without lengths. */
export function writeSideCheck(type: DataType, valueType: DataType): ScalarFunction {
  return withLengths(type.kind === 'varchar' ? 'varcharTypeWriteSideCheck' : 'charTypeWriteSideCheck', type, valueType, stored, 'Texts as a column of a given length stores them.');
}

/** Of values of a column of CHAR, or of one that holds such: others may have written the files. */
export function readSidePadding(type: DataType, valueType: DataType): ScalarFunction {
  return withLengths('readSidePadding', type, valueType, read, 'Texts filled up to the length of their column.');
}
