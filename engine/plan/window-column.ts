/** A column of a Window operator: a call over a frame, and perhaps an expression around it, as the optimizer leaves it. */
import { InternalError } from '../core/index.ts';
import { collectExpressions, mapChildren } from './expression-visit.ts';
import type { Alias, AttributeReference, ResolvedExpression, WindowCall } from './resolved.ts';

export interface WindowColumn {
  readonly call: WindowCall;
  /** Stands for the call's value in `around`. */
  readonly slot: AttributeReference;
  /** What the column is, given the call's value; undefined where it is that value. */
  readonly around?: ResolvedExpression;
}

export function windowColumnOf(e: Alias): WindowColumn {
  const calls = collectExpressions(e.child, (x) => x.kind === 'window') as WindowCall[];
  const [call] = calls;
  if (call === undefined || calls.length > 1) throw new InternalError(`a window column holds ${calls.length} calls`);
  const { type, nullable } = call;
  const slot: AttributeReference = { kind: 'attribute', name: e.name, exprId: e.exprId, type, nullable, qualifier: [] };
  if (call === e.child) return { call, slot };
  const replace = (x: ResolvedExpression): ResolvedExpression => (x === call ? slot : mapChildren(x, replace));
  return { call, slot, around: replace(e.child) };
}
