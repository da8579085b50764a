/** Conditions of the DataFrame API on joins of a DataFrame with what was made of it. */
import { childrenOf, isFoldable, mapChildren, OPERATOR } from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import type { BoundReference, Env } from '../analysis.ts';
import { ambiguousReferences, ambiguousSelfJoin } from '../checks.ts';
import { lookUp } from '../expressions/attributes.ts';

export interface Sides {
  readonly left: LogicalPlan;
  readonly right: LogicalPlan;
  /** The right side before what it shares with the left one got new ids. */
  readonly given: LogicalPlan;
}

/**
 * The condition as Spark reads it: columns bound to the right side follow it to its new ids, and `df1["k"] == df2["k"]`,
 * which then compares a column with itself, takes the left one from the left side and the right one from the right.
 * Raises what an ambiguous self-join raises.
 */
export function selfJoinCondition(env: Env, written: ResolvedExpression, sides: Sides): { readonly condition: ResolvedExpression; readonly bound: readonly BoundReference[] } {
  const moved = new Map<ResolvedExpression, AttributeReference>();
  const bound = env.bound.map((b) => {
    const attribute = inRight(b.attribute, sides);
    if (attribute === b.attribute) return b;
    moved.set(b.attribute, attribute);
    return { ...b, attribute };
  });
  const condition = moved.size === 0 ? written : replaced(written, moved);
  const open = new Set(openColumns(condition, sameFrame(sides)));
  const refs = ambiguousReferences({ ...env, bound }, [sides.left, sides.right]).filter((b) => open.has(b.attribute));
  if (refs.length > 0) throw ambiguousSelfJoin(refs);
  const shared = sides.left.output.some((a) => sides.given.output.some((b) => b.exprId === a.exprId));
  return { condition: shared ? fromBothSides(env, condition, sides) : condition, bound };
}

/** Only a column that neither side gives out under its old id moves: else it is open which one is meant. */
function inRight(a: AttributeReference, { left, right, given }: Sides): AttributeReference {
  if (left.output.some((b) => b.exprId === a.exprId)) return a;
  const place = given.output.findIndex((b) => b.exprId === a.exprId);
  const now = right.output[place];
  return now === undefined || now.exprId === a.exprId ? a : { ...a, exprId: now.exprId, nullable: now.nullable };
}

function replaced(e: ResolvedExpression, by: ReadonlyMap<ResolvedExpression, ResolvedExpression>): ResolvedExpression {
  return by.get(e) ?? mapChildren(e, (c) => replaced(c, by));
}

/** The very same DataFrame on both sides. */
function sameFrame({ left, right }: Sides): boolean {
  return left.planIds !== undefined && left.planIds.length === right.planIds?.length && left.planIds.every((id, i) => right.planIds?.[i] === id);
}

/** Both sides of `=` or `<=>`. */
function equated(e: ResolvedExpression): readonly [ResolvedExpression, ResolvedExpression] | undefined {
  if (e.kind !== 'call' || (e.fn.name !== OPERATOR.equal && e.fn.name !== OPERATOR.nullSafeEqual)) return undefined;
  return e.args as readonly [ResolvedExpression, ResolvedExpression];
}

function column(e: ResolvedExpression): AttributeReference | undefined {
  if (e.kind === 'cast') return column(e.child);
  return e.kind === 'attribute' ? e : undefined;
}

/**
 * Columns of which it matters which side they come from. It does not where a column is compared with itself, nor, on a
 * join of the very same DataFrame, where it is compared with a constant.
 */
function openColumns(e: ResolvedExpression, same: boolean): readonly AttributeReference[] {
  if (e.kind === 'attribute') return [e];
  const [a, b] = equated(e) ?? [];
  if (a !== undefined && b !== undefined) {
    const [x, y] = [column(a), column(b)];
    if (x !== undefined && x.exprId === y?.exprId) return [];
    if (same && ((x !== undefined && isFoldable(b)) || (y !== undefined && isFoldable(a)))) return [];
  }
  return childrenOf(e).flatMap((c) => openColumns(c, same));
}

function fromBothSides(env: Env, e: ResolvedExpression, sides: Sides): ResolvedExpression {
  const over = mapChildren(e, (c) => fromBothSides(env, c, sides));
  const [a, b] = equated(over) ?? [];
  if (over.kind !== 'call' || a?.kind !== 'attribute' || b?.kind !== 'attribute' || a.exprId !== b.exprId) return over;
  const [l, r] = [lookUp(env, [a.name], sides.left.output), lookUp(env, [b.name], sides.right.output)];
  if (l === undefined || r === undefined) return over;
  return { ...over, args: [l, r], nullable: over.fn.name === OPERATOR.equal && (l.nullable || r.nullable) };
}
