/** Splitting a join's condition into equal keys and the rest. */
import { andAll, isOperator, literal, operatorCall, referencesOf, semanticEquals, splitConjuncts, usesOnly } from '../../plan/index.ts';
import type { ExprId, JoinNode, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import type { FunctionRegistry } from '../../functions/define.ts';
import { BooleanType } from '../../types/index.ts';
import { defaultValue } from '../default-value.ts';
import { normalizedKey } from '../normalize-floats.ts';

export interface EquiKeys {
  readonly leftKeys: readonly ResolvedExpression[];
  readonly rightKeys: readonly ResolvedExpression[];
  /** What must hold besides. */
  readonly condition?: ResolvedExpression;
}

function idsOf(p: LogicalPlan): ReadonlySet<ExprId> {
  return new Set(p.output.map((a) => a.exprId));
}

/** Evaluable on one side alone, and not on none. */
function hasColumns(e: ResolvedExpression, ids: ReadonlySet<ExprId>): boolean {
  return usesOnly(e, ids) && referencesOf(e).size > 0;
}

/** Equal keys of the two sides; undefined if the condition has none. `a <=> b` becomes two keys that nulls can match. */
export function equiKeys(join: JoinNode, registry: FunctionRegistry): EquiKeys | undefined {
  const left = idsOf(join.left);
  const right = idsOf(join.right);
  const leftKeys: ResolvedExpression[] = [];
  const rightKeys: ResolvedExpression[] = [];
  const rest: ResolvedExpression[] = [];
  for (const c of join.condition === undefined ? [] : splitConjuncts(join.condition)) {
    const pair = keyPair(c, left, right);
    if (pair === undefined) {
      rest.push(c);
    } else if (isOperator(c, 'equal')) {
      leftKeys.push(pair[0]);
      rightKeys.push(pair[1]);
    } else {
      leftKeys.push(...nullSafeKeys(pair[0], registry));
      rightKeys.push(...nullSafeKeys(pair[1], registry));
    }
  }
  if (leftKeys.length === 0) return undefined;
  const condition = andAll(registry, rest);
  return { leftKeys: leftKeys.map(normalizedKey), rightKeys: rightKeys.map(normalizedKey), ...(condition === undefined ? {} : { condition }) };
}

function keyPair(
  c: ResolvedExpression,
  left: ReadonlySet<ExprId>,
  right: ReadonlySet<ExprId>,
): readonly [ResolvedExpression, ResolvedExpression] | undefined {
  if (!isOperator(c, 'equal') && !isOperator(c, 'nullSafeEqual')) return undefined;
  const [a, b] = c.args as readonly [ResolvedExpression, ResolvedExpression];
  if (a.type.kind === 'null' || b.type.kind === 'null') return undefined;
  // Of `<=>` one side may be a constant, as Spark has it.
  const fits = isOperator(c, 'equal') ? hasColumns : usesOnly;
  if (fits(a, left) && fits(b, right)) return [a, b];
  if (fits(b, left) && fits(a, right)) return [b, a];
  return undefined;
}

/** A key with null replaced by some value, and whether it was null. */
function nullSafeKeys(e: ResolvedExpression, registry: FunctionRegistry): ResolvedExpression[] {
  const filler = literal(defaultValue(e.type), e.type);
  return [
    operatorCall(registry, 'coalesce', [e, filler], e.type, false),
    operatorCall(registry, 'isNull', [e], BooleanType, false),
  ];
}

/** The keys of an anti join made from NOT IN: `l = r OR isnull(l = r)` over one column of each side. */
export function nullAwareAntiKeys(join: JoinNode): EquiKeys | undefined {
  if (join.joinType !== 'left_anti' || join.condition === undefined || !isOperator(join.condition, 'or')) return undefined;
  const [a, b] = join.condition.args as readonly [ResolvedExpression, ResolvedExpression];
  const [equal, unknown] = isOperator(a, 'equal') ? [a, b] : [b, a];
  if (!isOperator(equal, 'equal') || !isOperator(unknown, 'isNull')) return undefined;
  const inner = unknown.args[0];
  if (inner === undefined || !isOperator(inner, 'equal')) return undefined;
  const pair = keyPair(equal, idsOf(join.left), idsOf(join.right));
  const again = keyPair(inner, idsOf(join.left), idsOf(join.right));
  if (pair === undefined || again === undefined || !pair.every((e, i) => semanticEquals(e, again[i] as ResolvedExpression))) return undefined;
  return { leftKeys: [pair[0]], rightKeys: [pair[1]] };
}
