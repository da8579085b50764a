/** Walking and rewriting resolved expressions. Nodes are immutable: a rewrite shares what it does not change. */
import type {
  AttributeReference,
  ExprId,
  Lambda,
  NamedExpression,
  ResolvedBound,
  ResolvedExpression,
  ResolvedFrame,
  ScalarCall,
  SortOrder,
} from './resolved.ts';

export type Rewrite = (e: ResolvedExpression) => ResolvedExpression;

function frameChildren(frame: ResolvedFrame): ResolvedExpression[] {
  return [frame.lower, frame.upper].flatMap((b) => (b.kind === 'offset' ? [b.offset] : []));
}

/** Direct operands, lambda bodies included; a subquery's plan is not entered, its outer references are operands. */
export function childrenOf(e: ResolvedExpression): readonly ResolvedExpression[] {
  switch (e.kind) {
    case 'attribute':
    case 'literal':
    case 'lambdaVariable':
      return [];
    case 'alias':
    case 'cast':
      return [e.child];
    case 'call':
    case 'windowFunction':
    case 'generator':
    case 'pythonUdf':
      return e.args;
    case 'higherOrder':
      return e.args.map((a) => (a.kind === 'lambda' ? a.body : a));
    case 'aggregate':
      return [
        ...e.args,
        ...(e.filter === undefined ? [] : [e.filter]),
        ...(e.orderWithinGroup ?? []).map((o) => o.child),
      ];
    case 'window':
      return [e.function, ...e.partitionBy, ...e.orderBy.map((o) => o.child), ...frameChildren(e.frame)];
    case 'subquery':
      return [...(e.inValues ?? []), ...e.outerReferences];
  }
}

function mapList<T extends ResolvedExpression>(list: readonly T[], f: Rewrite): readonly T[] {
  let changed = false;
  const out = list.map((x) => {
    const y = f(x) as T;
    if (y !== x) changed = true;
    return y;
  });
  return changed ? out : list;
}

/** Applies `f` to each key; the list itself if nothing changed. */
export function mapSortOrders(orders: readonly SortOrder[], f: Rewrite): readonly SortOrder[] {
  let changed = false;
  const out = orders.map((o) => {
    const child = f(o.child);
    if (child === o.child) return o;
    changed = true;
    return { ...o, child };
  });
  return changed ? out : orders;
}

function mapLambdas(args: readonly (ResolvedExpression | Lambda)[], f: Rewrite): readonly (ResolvedExpression | Lambda)[] {
  let changed = false;
  const out = args.map((a) => {
    if (a.kind === 'lambda') {
      const body = f(a.body);
      if (body === a.body) return a;
      changed = true;
      return { ...a, body };
    }
    const b = f(a);
    if (b !== a) changed = true;
    return b;
  });
  return changed ? out : args;
}

function mapBound(b: ResolvedBound, f: Rewrite): ResolvedBound {
  if (b.kind !== 'offset') return b;
  const offset = f(b.offset);
  return offset === b.offset || offset.kind !== 'literal' ? b : { kind: 'offset', offset };
}

/** The same node over rewritten operands; the node itself if none changed. */
export function mapChildren(e: ResolvedExpression, f: Rewrite): ResolvedExpression {
  switch (e.kind) {
    case 'attribute':
    case 'literal':
    case 'lambdaVariable':
      return e;
    case 'alias':
    case 'cast': {
      const child = f(e.child);
      return child === e.child ? e : { ...e, child };
    }
    case 'call':
    case 'windowFunction':
    case 'generator':
    case 'pythonUdf': {
      const args = mapList(e.args, f);
      return args === e.args ? e : { ...e, args };
    }
    case 'higherOrder': {
      const args = mapLambdas(e.args, f);
      return args === e.args ? e : { ...e, args };
    }
    case 'aggregate': {
      const args = mapList(e.args, f);
      const filter = e.filter === undefined ? undefined : f(e.filter);
      const order = e.orderWithinGroup === undefined ? undefined : mapSortOrders(e.orderWithinGroup, f);
      if (args === e.args && filter === e.filter && order === e.orderWithinGroup) return e;
      return { ...e, args, ...(filter ? { filter } : {}), ...(order ? { orderWithinGroup: order } : {}) };
    }
    case 'window': {
      const fn = f(e.function) as typeof e.function;
      const partitionBy = mapList(e.partitionBy, f);
      const orderBy = mapSortOrders(e.orderBy, f);
      const lower = mapBound(e.frame.lower, f);
      const upper = mapBound(e.frame.upper, f);
      const frame = lower === e.frame.lower && upper === e.frame.upper ? e.frame : { ...e.frame, lower, upper };
      if (fn === e.function && partitionBy === e.partitionBy && orderBy === e.orderBy && frame === e.frame) return e;
      return { ...e, function: fn, partitionBy, orderBy, frame };
    }
    case 'subquery': {
      const inValues = e.inValues === undefined ? undefined : mapList(e.inValues, f);
      const outer = mapList<ResolvedExpression>(e.outerReferences, f);
      if (inValues === e.inValues && outer.every((r, i) => r === e.outerReferences[i])) return e;
      // The conditions hold the subquery's own columns too, which are none of the outer plan's business.
      const by = new Map(e.outerReferences.map((r, i) => [r.exprId, outer[i] as ResolvedExpression]));
      const conditions = e.conditions?.map((c) => substitute(c, by));
      return { ...e, ...(inValues ? { inValues } : {}), ...(conditions ? { conditions } : {}), outerReferences: [...referencesOf(...outer).values()] };
    }
  }
}

/** Rewrites operands first, then the node. */
export function transformUp(e: ResolvedExpression, f: Rewrite): ResolvedExpression {
  return f(mapChildren(e, (c) => transformUp(c, f)));
}

/** Rewrites the node first; where `f` gives another node, its operands are visited too. */
export function transformDown(e: ResolvedExpression, f: Rewrite): ResolvedExpression {
  return mapChildren(f(e), (c) => transformDown(c, f));
}

export function someExpression(e: ResolvedExpression, test: (x: ResolvedExpression) => boolean): boolean {
  return test(e) || childrenOf(e).some((c) => someExpression(c, test));
}

/** All nodes that pass, parents before children. */
export function collectExpressions(e: ResolvedExpression, test: (x: ResolvedExpression) => boolean): ResolvedExpression[] {
  const out: ResolvedExpression[] = [];
  const walk = (x: ResolvedExpression): void => {
    if (test(x)) out.push(x);
    for (const c of childrenOf(x)) walk(c);
  };
  walk(e);
  return out;
}

/** Attributes used, by id, in order of appearance. */
export function referencesOf(...list: readonly ResolvedExpression[]): Map<ExprId, AttributeReference> {
  const out = new Map<ExprId, AttributeReference>();
  const walk = (x: ResolvedExpression): void => {
    if (x.kind === 'attribute') {
      if (!out.has(x.exprId)) out.set(x.exprId, x);
      return;
    }
    for (const c of childrenOf(x)) walk(c);
  };
  for (const e of list) walk(e);
  return out;
}

/** Replaces attributes by id. */
export function substitute(e: ResolvedExpression, by: ReadonlyMap<ExprId, ResolvedExpression>): ResolvedExpression {
  if (e.kind === 'attribute') return by.get(e.exprId) ?? e;
  return mapChildren(e, (c) => substitute(c, by));
}

/** True if every attribute used is among `available`. */
export function usesOnly(e: ResolvedExpression, available: ReadonlySet<ExprId>): boolean {
  if (e.kind === 'attribute') return available.has(e.exprId);
  return childrenOf(e).every((c) => usesOnly(c, available));
}

export function isDeterministic(e: ResolvedExpression): boolean {
  return !someExpression(e, (x) => {
    switch (x.kind) {
      case 'call':
      case 'higherOrder':
      case 'aggregate':
      case 'windowFunction':
      case 'generator':
        return x.fn.deterministic === false;
      case 'pythonUdf':
        return !x.deterministic;
      default:
        return false;
    }
  });
}

/** True if the value is the same for every row and may be computed before the query runs. */
export function isFoldable(e: ResolvedExpression): boolean {
  return foldable(e, new Set());
}

const BRANCHING: ReadonlySet<string | undefined> = new Set(['case', 'coalesce', 'ifNotNull', 'ifNaN']);

/** A call that works out no more than its first argument on every row (Spark's `ConditionalExpression`). */
export function isBranching(e: ResolvedExpression): boolean {
  return e.kind === 'call' && BRANCHING.has(e.fn.control);
}

/** Facts of the session, which have no arguments, are put in place of their calls. */
function isNever(e: ScalarCall): boolean {
  return e.fn.constancy === 'never' && e.args.length > 0;
}

function foldable(e: ResolvedExpression, bound: ReadonlySet<ExprId>): boolean {
  switch (e.kind) {
    case 'literal':
      return true;
    case 'cast':
    case 'alias':
      return foldable(e.child, bound);
    case 'call':
      return e.fn.deterministic !== false && !isNever(e) && e.args.every((a) => foldable(a, bound));
    case 'higherOrder':
      return (
        e.fn.deterministic !== false &&
        e.args.every((a) =>
          a.kind === 'lambda' ? foldable(a.body, new Set([...bound, ...a.params.map((p) => p.exprId)])) : foldable(a, bound),
        )
      );
    case 'lambdaVariable':
      return bound.has(e.exprId);
    default:
      return false;
  }
}

/** The column that a projected expression makes. */
export function toAttribute(e: NamedExpression): AttributeReference {
  if (e.kind === 'attribute') return e;
  return {
    kind: 'attribute',
    name: e.name,
    exprId: e.exprId,
    qualifier: [],
    type: e.type,
    nullable: e.nullable,
    ...(e.metadata === undefined ? {} : { metadata: e.metadata }),
  };
}

/** What an alias stands for, other expressions themselves. */
export function stripAlias(e: ResolvedExpression): ResolvedExpression {
  return e.kind === 'alias' ? stripAlias(e.child) : e;
}
