/** JSON trees and values back to text, as Jackson writes them. */
import { doubleToString, quoteJson, quoteJsonBytes } from '../../types/index.ts';
import { JsonNumber, JsonObject } from './parse.ts';
import type { JsonNode } from './parse.ts';

export { quoteJson };

/** A number read and written again: integers keep their digits, others become the shortest double. */
function numberText(n: JsonNumber): string {
  if (n.integral) return BigInt(n.text).toString();
  const x = Number(n.text);
  return Number.isFinite(x) ? doubleToString(x) : `"${x}"`;
}

type Quote = (text: string) => string;

/** The tree as compact JSON; `quote` tells whether it goes to bytes, as most does, or to a text. */
export function writeJson(node: JsonNode, quote: Quote = quoteJsonBytes): string {
  if (node === null) return 'null';
  if (typeof node === 'string') return quote(node);
  if (typeof node === 'boolean') return String(node);
  if (node instanceof JsonNumber) return numberText(node);
  if (node instanceof JsonObject) {
    return `{${node.names.map((name, i) => `${quote(name)}:${writeJson(node.values[i] as JsonNode, quote)}`).join(',')}}`;
  }
  return `[${node.map((item) => writeJson(item, quote)).join(',')}]`;
}

/** A string bare, anything else as JSON. */
export function textOf(node: JsonNode): string {
  return typeof node === 'string' ? node : writeJson(node);
}
