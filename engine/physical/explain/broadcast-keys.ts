/** Keys of a broadcast table, over its rows' places: whole numbers that fit are packed into one long. */
import { expressionText, mapChildren, stringLiteral } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { simpleString } from '../../types/index.ts';
import type { BroadcastExchangeExec } from '../nodes.ts';

const KEY_BITS: Readonly<Record<string, number>> = { byte: 8, short: 16, integer: 32, date: 32, long: 64 };
const LONG_BITS = 64;

export function broadcastKeys(p: BroadcastExchangeExec): readonly string[] {
  const keys = p.keys ?? [];
  const text = (e: ResolvedExpression): string => expressionText(placed(e, p));
  const bits = keys.map((k) => (k.type.kind === 'date' ? undefined : KEY_BITS[k.type.kind]));
  const total = bits.reduce<number>((sum, b) => sum + (b ?? LONG_BITS + 1), 0);
  if (keys.length === 0 || total > LONG_BITS) return keys.map(text);
  const asLong = (e: ResolvedExpression): string => (e.type.kind === 'long' ? text(e) : `cast(${text(e)} as bigint)`);
  let packed = asLong(keys[0] as ResolvedExpression);
  keys.slice(1).forEach((k, i) => {
    const width = bits[i + 1] as number;
    packed = `(shiftleft(${packed}, ${width}) | (${asLong(k)} & ${(1n << BigInt(width)) - 1n}))`;
  });
  return [packed];
}

/** Columns by their place: `input[0, int, false]`. */
function placed(e: ResolvedExpression, p: BroadcastExchangeExec): ResolvedExpression {
  if (e.kind !== 'attribute') return mapChildren(e, (x) => placed(x, p));
  const at = p.child.output.findIndex((a) => a.exprId === e.exprId);
  const column = p.child.output[at] ?? e;
  return stringLiteral(`input[${at}, ${simpleString(e.type)}, ${column.nullable}]`);
}
