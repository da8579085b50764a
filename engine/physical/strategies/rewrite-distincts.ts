/**
 * Several DISTINCT aggregates over different values, or one with a filter (Spark's `RewriteDistinctAggregates`): every row is
 * expanded into one for the plain aggregates and one for each set of distinct values, numbered by a group id; the rows are
 * made unique, and each distinct aggregate then takes the rows with its number.
 */
import { invariant } from '../../core/index.ts';
import type { AggregateFunction } from '../../functions/define.ts';
import {
  aggregateNode,
  andAll,
  collectExpressions,
  expandNode,
  expressionKey,
  expressionText,
  literal,
  mapChildren,
  operatorCall,
  toAttribute,
  toSql,
} from '../../plan/index.ts';
import type {
  AggregateCall,
  AggregateNode,
  Alias,
  AttributeReference,
  LogicalPlan,
  NamedExpression,
  ResolvedExpression,
} from '../../plan/index.ts';
import { BooleanType, IntegerType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { Planning } from '../context.ts';
import { defaultValue } from '../default-value.ts';

/** Undefined where the usual steps do. */
export function rewriteDistincts(p: AggregateNode, planning: Planning): LogicalPlan | undefined {
  const calls = new Map<string, AggregateCall>();
  for (const e of p.aggregates) {
    for (const c of collectExpressions(e, (x) => x.kind === 'aggregate')) calls.set(expressionKey(c), c as AggregateCall);
  }
  const distinct = [...calls.values()].filter((c) => c.distinct);
  if (distinct.length === 0) return undefined;
  const groups = new Set(distinct.map(valuesKey));
  if (groups.size === 1 && distinct.every((c) => c.filter === undefined)) return undefined;
  return new Rewriter(p, [...calls.values()], planning).rewrite();
}

function values(c: AggregateCall): ResolvedExpression[] {
  const seen = new Map<string, ResolvedExpression>();
  for (const a of [...c.args, ...(c.orderWithinGroup ?? []).map((o) => o.child)]) if (a.kind !== 'literal') seen.set(expressionKey(a), a);
  return seen.size > 0 ? [...seen.values()] : c.args.slice(0, 1);
}

function valuesKey(c: AggregateCall): string {
  return values(c).map(expressionKey).sort().join();
}

class Rewriter {
  private readonly keys: readonly AttributeReference[];
  private readonly keyOf = new Map<string, AttributeReference>();
  private readonly valueOf = new Map<string, AttributeReference>();
  private readonly inputOf = new Map<string, { readonly from: ResolvedExpression; readonly to: AttributeReference }>();
  private readonly conditions = new Map<string, { readonly from: ResolvedExpression; readonly to: AttributeReference; readonly group: number }>();
  private readonly groups: string[];
  private readonly gid: AttributeReference;
  private readonly plain: readonly AggregateCall[];
  private readonly distinct: readonly AggregateCall[];

  constructor(
    private readonly node: AggregateNode,
    calls: readonly AggregateCall[],
    private readonly planning: Planning,
  ) {
    this.distinct = calls.filter((c) => c.distinct);
    this.plain = calls.filter((c) => !c.distinct);
    this.groups = [...new Set(this.distinct.map(valuesKey))];
    this.gid = this.attribute('gid', IntegerType, false);
    this.keys = node.grouping.map((g) => (g.kind === 'attribute' ? g : this.attribute(toSql(g), g.type, g.nullable)));
    node.grouping.forEach((g, i) => this.keyOf.set(expressionKey(g), this.keys[i] as AttributeReference));
    for (const c of this.distinct) {
      for (const v of values(c)) if (!this.valueOf.has(expressionKey(v))) this.valueOf.set(expressionKey(v), this.attribute(toSql(v), v.type, true));
      if (c.filter !== undefined) {
        const key = `${this.groupOf(c)} ${expressionKey(c.filter)}`;
        if (!this.conditions.has(key)) {
          this.conditions.set(key, { from: c.filter, to: this.attribute(toSql(c.filter), BooleanType, true), group: this.groupOf(c) });
        }
      }
    }
    for (const c of this.plain) for (const e of inputs(c)) this.addInput(e);
  }

  rewrite(): LogicalPlan {
    const conditions = [...this.conditions.values()];
    const plainInputs = [...this.inputOf.values()];
    const distinctColumns = [...this.valueOf.values()];
    const output = [...this.keys, ...distinctColumns, this.gid, ...conditions.map((c) => c.to), ...plainInputs.map((x) => x.to)];
    const expanded = expandNode(this.node.input, this.projections(), output);
    const maxima = conditions.map((c): Alias => this.alias(this.call('max', [c.to], BooleanType), expressionText(c.from)));
    const partials = this.plain.map((c): Alias => this.alias(this.overInputs(c), toSql(c)));
    const first = aggregateNode(
      expanded,
      [...this.keys, ...distinctColumns, this.gid],
      [...this.keys, ...distinctColumns, this.gid, ...maxima, ...partials],
    );
    const conditionColumn = new Map(conditions.map((c, i) => [`${c.group} ${expressionKey(c.from)}`, toAttribute(maxima[i] as Alias)]));
    const finals = new Map<string, ResolvedExpression>();
    this.plain.forEach((c, i) => finals.set(expressionKey(c), this.picked(c, toAttribute(partials[i] as Alias))));
    for (const c of this.distinct) finals.set(expressionKey(c), this.overValues(c, conditionColumn));
    const results = this.node.aggregates.map((e) => this.replace(e, finals) as NamedExpression);
    return aggregateNode(first, this.keys, results);
  }

  private replace(e: ResolvedExpression, finals: ReadonlyMap<string, ResolvedExpression>): ResolvedExpression {
    if (e.kind === 'aggregate') return finals.get(expressionKey(e)) ?? e;
    const key = e.kind === 'alias' || e.kind === 'literal' ? undefined : this.keyOf.get(expressionKey(e));
    return key ?? mapChildren(e, (x) => this.replace(x, finals));
  }

  private groupOf(c: AggregateCall): number {
    return this.groups.indexOf(valuesKey(c)) + 1;
  }

  /** Row 0 feeds the plain aggregates, row g the distinct ones of group g. */
  private projections(): ResolvedExpression[][] {
    const conditions = [...this.conditions.values()];
    const plainInputs = [...this.inputOf.values()];
    const none = (a: AttributeReference): ResolvedExpression => literal(null, a.type);
    const expressions = new Map(this.distinct.flatMap((c) => values(c).map((v) => [expressionKey(v), v] as const)));
    const rows: ResolvedExpression[][] = [];
    for (let g = this.plain.length === 0 ? 1 : 0; g <= this.groups.length; g++) {
      const own = new Set(g === 0 ? [] : this.distinct.filter((c) => this.groupOf(c) === g).flatMap((c) => values(c).map(expressionKey)));
      rows.push([
        ...this.node.grouping,
        ...[...this.valueOf].map(([key, a]) => (own.has(key) ? (expressions.get(key) as ResolvedExpression) : none(a))),
        literal(g, IntegerType),
        ...conditions.map((c) => (c.group === g ? c.from : none(c.to))),
        ...plainInputs.map((x) => (g === 0 ? x.from : none(x.to))),
      ]);
    }
    return rows;
  }

  private addInput(e: ResolvedExpression): void {
    const key = expressionKey(e);
    if (e.kind !== 'literal' && !this.inputOf.has(key)) this.inputOf.set(key, { from: e, to: this.attribute(toSql(e), e.type, true) });
  }

  /** A plain aggregate over the expanded columns; the other rows have a null group of inputs, so it is limited to row 0. */
  private overInputs(c: AggregateCall): AggregateCall {
    const swap = (e: ResolvedExpression): ResolvedExpression => this.inputOf.get(expressionKey(e))?.to ?? e;
    const orderWithinGroup = c.orderWithinGroup?.map((o) => ({ ...o, child: swap(o.child) }));
    return {
      ...c,
      args: c.args.map(swap),
      ...(c.filter === undefined ? {} : { filter: swap(c.filter) }),
      ...(orderWithinGroup === undefined ? {} : { orderWithinGroup }),
    };
  }

  private picked(c: AggregateCall, column: AttributeReference): ResolvedExpression {
    const first = this.call('first', [column], c.type, { ignoreNulls: true, filter: this.inGroup(0), nullable: true });
    const empty = resultOfNothing(c);
    if (empty === null) return first;
    const zero = literal(empty, c.type);
    return operatorCall(this.planning.registry, 'coalesce', [first, zero], c.type, false);
  }

  private overValues(c: AggregateCall, conditionColumn: ReadonlyMap<string, AttributeReference>): AggregateCall {
    // A literal stays what it is: its column is null on rows of other groups, and it may have none.
    const swap = (e: ResolvedExpression): ResolvedExpression => (e.kind === 'literal' ? e : (this.valueOf.get(expressionKey(e)) ?? e));
    const swapped = c.args.map(swap);
    const args = c.fn.name === 'count' && swapped.every((a) => !a.nullable) ? [literal(1, IntegerType)] : swapped;
    const orderWithinGroup = c.orderWithinGroup?.map((o) => ({ ...o, child: swap(o.child) }));
    const own = c.filter === undefined ? undefined : conditionColumn.get(`${this.groupOf(c)} ${expressionKey(c.filter)}`);
    const filter = andAll(this.planning.registry, [this.inGroup(this.groupOf(c)), ...(own === undefined ? [] : [own])]);
    return { ...c, args, distinct: false, ...(orderWithinGroup === undefined ? {} : { orderWithinGroup }), ...(filter === undefined ? {} : { filter }) };
  }

  private inGroup(g: number): ResolvedExpression {
    return operatorCall(this.planning.registry, 'equal', [this.gid, literal(g, IntegerType)]);
  }

  private call(
    name: string,
    args: readonly ResolvedExpression[],
    type: DataType,
    more: Partial<Pick<AggregateCall, 'ignoreNulls' | 'filter' | 'nullable'>> = {},
  ): AggregateCall {
    const fn = this.planning.registry.get(name);
    invariant(fn?.kind === 'aggregate', `aggregate ${name} is not in the registry`);
    return { kind: 'aggregate', fn: fn as AggregateFunction, args, type, nullable: true, distinct: false, ...more };
  }

  private attribute(name: string, type: DataType, nullable: boolean): AttributeReference {
    return { kind: 'attribute', name, exprId: this.planning.numbers.exprId(), qualifier: [], type, nullable };
  }

  private alias(child: ResolvedExpression, name: string): Alias {
    return { kind: 'alias', child, name, exprId: this.planning.numbers.exprId(), type: child.type, nullable: child.nullable };
  }
}

function inputs(c: AggregateCall): ResolvedExpression[] {
  return [...c.args, ...(c.filter === undefined ? [] : [c.filter]), ...(c.orderWithinGroup ?? []).map((o) => o.child)];
}

/**
 * What an aggregate gives where no row comes to it (`AggregateFunction.defaultResult`). Sketches and schemas give something
 * by themselves, but have no such default.
 */
function resultOfNothing(c: AggregateCall): Value {
  if (c.fn.emptyIsNull) return null;
  if (c.fn.defaultResult !== undefined) return c.fn.defaultResult;
  return c.type.kind === 'binary' || c.type.kind === 'string' ? null : defaultValue(c.type);
}
