/** JSON trees as variants. */
import { Decimal, digitCount, parseDecimal, VARIANT_NULL } from '../../types/index.ts';
import type { DataType, VariantNode, VariantScalar } from '../../types/index.ts';
import { JsonNumber, JsonObject } from './parse.ts';
import type { JsonNode } from './parse.ts';

const MAX_DECIMAL_DIGITS = 38;

/** A name comes twice in an object. */
export class DuplicateName extends Error {}

function scalar(type: DataType, value: VariantScalar['value']): VariantScalar {
  return { kind: 'scalar', type, value };
}

/** A long where it fits, else an exact decimal of up to 38 digits, else (and with an exponent) a double. */
function numberNode({ text, integral }: JsonNumber): VariantScalar {
  if (integral) {
    const x = BigInt(text);
    if (BigInt.asIntN(64, x) === x) return scalar({ kind: 'long' }, x);
    if (digitCount(x) <= MAX_DECIMAL_DIGITS) return scalar({ kind: 'decimal', precision: MAX_DECIMAL_DIGITS, scale: 0 }, new Decimal(x, 0));
  } else if (/^-?\d+\.\d+$/.test(text)) {
    const d = parseDecimal(text);
    if (d !== null && d.scale <= MAX_DECIMAL_DIGITS && digitCount(d.unscaled) <= MAX_DECIMAL_DIGITS) {
      return scalar({ kind: 'decimal', precision: MAX_DECIMAL_DIGITS, scale: d.scale }, d);
    }
  }
  return scalar({ kind: 'double' }, Number(text));
}

/** Throws `DuplicateName`. */
export function variantOfJson(node: JsonNode): VariantNode {
  if (node === null) return VARIANT_NULL;
  if (typeof node === 'boolean') return scalar({ kind: 'boolean' }, node);
  if (typeof node === 'string') return scalar({ kind: 'string' }, node);
  if (node instanceof JsonNumber) return numberNode(node);
  if (!(node instanceof JsonObject)) return { kind: 'array', items: (node as readonly JsonNode[]).map(variantOfJson) };
  const fields = new Map(node.names.map((name, i) => [name, variantOfJson(node.values[i] as JsonNode)]));
  if (fields.size < node.names.length) throw new DuplicateName();
  return { kind: 'object', fields };
}
