/**
 * What is known to be true of every row of a plan (Spark's `QueryPlanConstraints`): conditions of filters and joins,
 * what follows from equal columns, and which columns are not null.
 */
import { expressionKey, isDeterministic, isOperator, operatorCall, referencesOf, someExpression, splitConjuncts, toAttribute, transformUp } from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan, NamedExpression, ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import type { FunctionRegistry } from '../../functions/define.ts';
import { BooleanType } from '../../types/index.ts';
import { isAbout } from './expressions.ts';

/** A set of conditions, equal ones once, in the order in which they came. */
export class Conditions implements Iterable<ResolvedExpression> {
  private readonly byKey = new Map<string, ResolvedExpression>();

  constructor(list: Iterable<ResolvedExpression> = []) {
    for (const e of list) this.add(e);
  }
  add(e: ResolvedExpression): void {
    if (!isDeterministic(e)) return;
    const key = expressionKey(e);
    if (!this.byKey.has(key)) this.byKey.set(key, e);
  }
  has(e: ResolvedExpression): boolean {
    return this.byKey.has(expressionKey(e));
  }
  with(more: Iterable<ResolvedExpression>): Conditions {
    const out = new Conditions(this);
    for (const e of more) out.add(e);
    return out;
  }
  without(others: Conditions): Conditions {
    return new Conditions([...this].filter((e) => !others.has(e)));
  }
  filter(test: (e: ResolvedExpression) => boolean): Conditions {
    return new Conditions([...this].filter(test));
  }
  get size(): number {
    return this.byKey.size;
  }
  [Symbol.iterator](): Iterator<ResolvedExpression> {
    return this.byKey.values();
  }
}

const MEMO = new WeakMap<LogicalPlan, Conditions>();

/** What holds in every row, over the plan's own columns. */
export function constraintsOf(p: LogicalPlan, registry: FunctionRegistry): Conditions {
  let known = MEMO.get(p);
  if (known === undefined) {
    const own = ownConstraints(p, registry);
    known = own.with(inferEqual(own)).with(notNullFrom(own, p.output, registry)).filter((c) => referencesOf(c).size > 0 && isAbout(c, p));
    MEMO.set(p, known);
  }
  return known;
}

const NOTHING = new Conditions();

function ownConstraints(p: LogicalPlan, registry: FunctionRegistry): Conditions {
  const of = (x: LogicalPlan): Conditions => constraintsOf(x, registry);
  switch (p.node) {
    case 'Filter':
      return of(p.input).with(splitConjuncts(p.condition).filter(isPlain));
    case 'Project':
      return throughAliases(of(p.input), p.expressions, registry);
    case 'Aggregate':
      return throughAliases(of(p.input), p.aggregates.filter((e) => !someExpression(e, (x) => x.kind === 'aggregate')), registry);
    case 'Join':
      return joinConstraints(p, registry);
    case 'SetOp':
      return p.op === 'except' ? of(p.left) : NOTHING;
    case 'Union':
    case 'Expand':
    case 'LocalData':
    case 'Range':
    case 'DataSourceScan':
    case 'InMemoryRelation':
    case 'UnionLoop':
    case 'UnionLoopRef':
    case 'CTERelationRef':
      return NOTHING;
    default:
      return of(p.input);
  }
}

function isPlain(e: ResolvedExpression): boolean {
  return !someExpression(e, (x) => x.kind === 'subquery' && (x.outerReferences.length > 0 || x.subqueryType !== 'scalar'));
}

function joinConstraints(p: Extract<LogicalPlan, { readonly node: 'Join' }>, registry: FunctionRegistry): Conditions {
  const left = constraintsOf(p.left, registry);
  const right = constraintsOf(p.right, registry);
  const condition = p.condition === undefined ? [] : splitConjuncts(p.condition).filter(isPlain);
  switch (p.joinType) {
    case 'inner':
    case 'cross':
      return left.with(right).with(condition);
    case 'left_semi':
      return left.with(condition);
    case 'left_outer':
    case 'left_single':
    case 'left_anti':
    case 'existence':
      return left;
    case 'right_outer':
      return right;
    case 'full_outer':
      return NOTHING;
  }
}

/** What is known of an aliased expression holds of its column; and the two are the same. */
function throughAliases(below: Conditions, list: readonly NamedExpression[], registry: FunctionRegistry): Conditions {
  let all = below;
  for (const e of list) {
    if (e.kind !== 'alias' || !isDeterministic(e.child)) continue;
    const column = toAttribute(e);
    if (e.child.kind !== 'literal') {
      const key = expressionKey(e.child);
      all = all.with([...all].map((c) => transformUp(c, (x) => (expressionKey(x) === key ? column : x))));
    }
    if (isPlain(e.child)) all = all.with([operatorCall(registry, 'nullSafeEqual', [e.child, column], BooleanType, false)]);
  }
  return all;
}

function replaced(list: Iterable<ResolvedExpression>, from: ResolvedExpression, to: ResolvedExpression): ResolvedExpression[] {
  const key = expressionKey(from);
  return [...list].map((c) => transformUp(c, (x) => (expressionKey(x) === key ? to : x)));
}

/** What follows from `a = b` for conditions on a or on b. */
export function inferEqual(known: Conditions): Conditions {
  const predicates = [...known].filter((c): boolean => !isOperator(c, 'isNotNull'));
  const out = new Conditions();
  for (const c of predicates) {
    if (!isOperator(c, 'equal')) continue;
    const [l, r] = c.args as readonly [ResolvedExpression, ResolvedExpression];
    const others: ResolvedExpression[] = predicates.filter((x) => x !== c && !isSamePair(x, l, r));
    const add = (from: ResolvedExpression, to: ResolvedExpression): void => {
      for (const e of replaced(others, from, to)) out.add(e);
    };
    if (l.kind === 'attribute' && r.kind === 'attribute') {
      add(l, r);
      add(r, l);
    } else if (l.kind === 'cast' && l.child.kind === 'attribute' && r.kind === 'attribute') add(r, l);
    else if (l.kind === 'attribute' && r.kind === 'cast' && r.child.kind === 'attribute') add(l, r);
  }
  return out.without(known);
}

function isSamePair(e: ResolvedExpression, l: ResolvedExpression, r: ResolvedExpression): boolean {
  if (!isOperator(e, 'nullSafeEqual')) return false;
  const keys = new Set(e.args.map(expressionKey));
  return keys.has(expressionKey(l)) && keys.has(expressionKey(r));
}

/** Columns that a true condition shows to be not null, and those that never are. */
export function notNullFrom(known: Conditions, output: readonly AttributeReference[], registry: FunctionRegistry): Conditions {
  const out = new Conditions();
  const add = (e: ResolvedExpression): void => out.add(operatorCall(registry, 'isNotNull', [e], BooleanType, false));
  for (const c of known) {
    const from: ResolvedExpression = isOperator(c, 'isNotNull') ? (c.args[0] as ResolvedExpression) : c;
    for (const e of nullIntolerant(from)) add(e);
  }
  for (const a of output) if (!a.nullable) add(a);
  return out.without(known);
}

/** Operands whose null makes the expression null. */
function nullIntolerant(e: ResolvedExpression): ResolvedExpression[] {
  switch (e.kind) {
    case 'attribute':
      return [e];
    case 'cast':
      return nullIntolerant(e.child);
    case 'call':
      return nullIntolerantCall(e);
    default:
      return [];
  }
}

function nullIntolerantCall(e: ScalarCall): ResolvedExpression[] {
  const { args, fn } = e;
  if (isOperator(e, 'getField')) return args[0] !== undefined && isFieldPath(args[0]) ? [e] : [];
  return fn.nulls === 'propagate' && fn.nullIntolerant !== false ? args.flatMap(nullIntolerant) : [];
}

function isFieldPath(e: ResolvedExpression): boolean {
  return e.kind === 'attribute' || (isOperator(e, 'getField') && e.args[0] !== undefined && isFieldPath(e.args[0]));
}
