/** Values of type VARIANT: trees of scalars that carry their type, arrays and objects. */
import { encodeBase64 } from './base64.ts';
import type { DataType } from './data-type.ts';
import { formatDate, formatLocalTimestamp, formatTimestamp } from './datetime.ts';
import { decimalToPlainString } from './decimal.ts';
import { doubleToString, floatToString } from './java-number.ts';
import { quoteJson } from './json-text.ts';
import { timeZone } from './time-zone.ts';
import type { TimeZone } from './time-zone.ts';
import { Decimal } from './value.ts';
import type { Value } from './value.ts';

/** A boolean, long, float, double, decimal, string, binary, date, timestamp or timestamp_ntz; of type `null`: JSON's null. */
export interface VariantScalar {
  readonly kind: 'scalar';
  readonly type: DataType;
  readonly value: Value;
}
export interface VariantArray {
  readonly kind: 'array';
  readonly items: readonly VariantNode[];
}
/** Fields in the order in which they came; a name is there once. */
export interface VariantObject {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, VariantNode>;
}
export type VariantNode = VariantScalar | VariantArray | VariantObject;

export const VARIANT_NULL: VariantScalar = { kind: 'scalar', type: { kind: 'null' }, value: null };

export class VariantValue {
  constructor(readonly node: VariantNode) {}
}

export function isVariantNull(node: VariantNode): boolean {
  return node.kind === 'scalar' && node.type.kind === 'null';
}

/** Fields in the order of their names, in which they are shown. */
export function sortedFields(object: VariantObject): readonly (readonly [string, VariantNode])[] {
  return [...object.fields].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The decimal without zeros at its end, as variants show it. */
export function withoutTrailingZeros(d: Decimal): Decimal {
  let { unscaled, scale } = d;
  while (scale > 0 && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return unscaled === 0n ? new Decimal(0n, 0) : new Decimal(unscaled, scale);
}

/** `+02:00` at an instant. */
function offsetText(micros: bigint, zone: TimeZone): string {
  const minutes = Math.trunc(zone.offsetAt(Number(micros / 1_000_000n)) / 60);
  const two = (n: number): string => String(Math.trunc(n)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function numberText(x: number, print: (x: number) => string): string {
  return Number.isFinite(x) ? print(x) : `"${x}"`;
}

function scalarToJson({ type, value }: VariantScalar, zone: TimeZone): string {
  switch (type.kind) {
    case 'null':
      return 'null';
    case 'float':
      return numberText(value as number, floatToString);
    case 'double':
      return numberText(value as number, doubleToString);
    case 'decimal':
      return decimalToPlainString(withoutTrailingZeros(value as Decimal));
    case 'string':
      return quoteJson(value as string);
    case 'binary':
      return quoteJson(encodeBase64(value as Uint8Array));
    case 'date':
      return quoteJson(formatDate(value as number));
    case 'timestamp':
      return quoteJson(formatTimestamp(value as bigint, zone) + offsetText(value as bigint, zone));
    case 'timestamp_ntz':
      return quoteJson(formatLocalTimestamp(value as bigint));
    default:
      return String(value);
  }
}

/** The value as JSON, objects in the order of their names, timestamps on the zone's wall clock. */
export function variantToJson(node: VariantNode, zone: TimeZone = timeZone('UTC')): string {
  switch (node.kind) {
    case 'scalar':
      return scalarToJson(node, zone);
    case 'array':
      return `[${node.items.map((item) => variantToJson(item, zone)).join(',')}]`;
    case 'object':
      return `{${sortedFields(node)
        .map(([name, field]) => `${quoteJson(name)}:${variantToJson(field, zone)}`)
        .join(',')}}`;
  }
}
