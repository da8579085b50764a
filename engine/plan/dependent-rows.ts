/**
 * A subquery that depends on the row around it, as a plan that does not (Spark's `DecorrelateInnerQuery`): its rows for all
 * values that the outer columns take, with those values beside them. Where equal columns of its own stand for the outer
 * ones they are used, else the subquery is joined with the distinct outer values.
 */
import type { FunctionRegistry } from '../functions/define.ts';
import { invariant, unsupported } from '../core/index.ts';
import { BooleanType, IntegerType } from '../types/index.ts';
import { mapChildren, referencesOf, substitute, usesOnly } from './expression-visit.ts';
import { aggregateNode, deduplicateNode, distinctNode, expandNode, filterNode, generateNode, joinNode, projectNode, setOpNode, sortNode, subqueryAliasNode, unionNode, windowNode } from './nodes.ts';
import { TRUE, andAll, isOperator, literal, operatorCall, splitConjuncts } from './operators.ts';
import { expressionsOf, inputsOf, withInputs } from './plan-visit.ts';
import type { AggregateCall, Alias, AttributeReference, ExprId, GeneratorCall, JoinNode, LogicalPlan, NamedExpression, ResolvedExpression, ScalarCall, SortOrder } from './resolved.ts';
import { freshIds } from './rewrite-ids.ts';

export interface DependentRows {
  /** The subquery's columns, then those that say for which outer row they are. */
  readonly plan: LogicalPlan;
  /** Tie the plan's rows to the outer ones. */
  readonly conditions: readonly ResolvedExpression[];
}

export interface DependentContext {
  readonly registry: FunctionRegistry;
  readonly nextExprId: () => ExprId;
}

/** `around`: the plan whose rows the subquery is asked for. Raises `unsupported` for operators that cannot be moved. */
export function dependentRows(subquery: LogicalPlan, outer: readonly AttributeReference[], around: LogicalPlan, context: DependentContext): DependentRows {
  return new Decorrelator(outer, around, context).run(subquery);
}

/** A plan without outer columns; `columns[i]` has the value of `outer[i]`. */
interface Moved {
  readonly plan: LogicalPlan;
  readonly columns: readonly AttributeReference[];
  /** The columns are never null. */
  readonly byEquality: boolean;
}

class Decorrelator {
  private readonly outerIds: ReadonlySet<ExprId>;

  constructor(
    private readonly outer: readonly AttributeReference[],
    private readonly around: LogicalPlan,
    private readonly context: DependentContext,
  ) {
    this.outerIds = new Set(outer.map((a) => a.exprId));
  }

  run(subquery: LogicalPlan): DependentRows {
    const moved = this.forced(subquery);
    const same = moved.byEquality ? 'equal' : 'nullSafeEqual';
    const conditions = this.outer.map((o, i) => operatorCall(this.context.registry, same, [o, moved.columns[i] as AttributeReference], BooleanType, moved.byEquality && o.nullable));
    return { plan: projectNode(moved.plan, [...subquery.output, ...moved.columns]), conditions };
  }

  private usesOuter(e: ResolvedExpression): boolean {
    return [...referencesOf(e).keys()].some((id) => this.outerIds.has(id));
  }

  private isCorrelated(p: LogicalPlan): boolean {
    return expressionsOf(p).some((e) => this.usesOuter(e)) || inputsOf(p).some((x) => this.isCorrelated(x));
  }

  /** The values that the outer columns take, each combination once, under ids of their own. */
  private domain(): Moved {
    const values = freshIds(distinctNode(projectNode(this.around, this.outer)), this.context.nextExprId);
    return { plan: values, columns: values.output, byEquality: false };
  }

  private forced(p: LogicalPlan): Moved {
    if (this.isCorrelated(p)) return this.moved(p);
    const values = this.domain();
    return { ...values, plan: joinNode(values.plan, p, 'inner') };
  }

  private inner(e: ResolvedExpression, m: Moved): ResolvedExpression {
    return substitute(e, new Map(this.outer.map((o, i) => [o.exprId, m.columns[i] as AttributeReference])));
  }

  private all<T extends ResolvedExpression>(list: readonly T[], m: Moved): T[] {
    return list.map((e) => this.inner(e, m) as T);
  }

  private orders(list: readonly SortOrder[], m: Moved): SortOrder[] {
    return list.map((o) => ({ ...o, child: this.inner(o.child, m) }));
  }

  private moved(p: LogicalPlan): Moved {
    switch (p.node) {
      case 'Filter':
        return this.filter(p.input, p.condition);
      case 'Join':
        return this.join(p);
      case 'Union':
        return this.branches(p.inputs, unionNode);
      case 'SetOp':
        return this.branches([p.left, p.right], ([left, right]) => setOpNode(p.op, p.all, left as LogicalPlan, right as LogicalPlan));
      case 'Limit':
        if (p.input.node === 'Offset') return this.slice(p.input.input, p.input.offset, p.limit);
        return this.slice(p.input, 0, p.limit);
      case 'Offset':
        if (p.input.node === 'Limit') return this.slice(p.input.input, p.offset, p.input.limit - p.offset);
        return this.slice(p.input, p.offset, undefined);
      case 'Aggregate':
        return p.grouping.length === 0 ? this.overAllRows(p.input, p.aggregates) : this.grouped(p.input, p.grouping, p.aggregates);
      default:
        return this.movedUnary(p);
    }
  }

  private movedUnary(p: LogicalPlan): Moved {
    const [input, ...more] = inputsOf(p);
    invariant(input !== undefined && more.length === 0, 'an operator with one input');
    const m = this.forced(input);
    switch (p.node) {
      case 'Project':
        return { ...m, plan: projectNode(m.plan, [...this.all(p.expressions, m), ...m.columns]) };
      case 'SubqueryAlias':
        return { ...m, plan: subqueryAliasNode(m.plan, p.alias, p.nameParts) };
      case 'Sort':
        return { ...m, plan: sortNode(m.plan, this.orders(p.order, m), p.global) };
      case 'Distinct':
        return { ...m, plan: distinctNode(projectNode(m.plan, [...p.output, ...m.columns])) };
      case 'Deduplicate':
        return { ...m, plan: deduplicateNode(m.plan, [...p.keys, ...m.columns], p.withinWatermark) };
      case 'Window': {
        const list = p.windowExpressions.map((w) => this.partitionedByValues(this.inner(w, m) as Alias, m));
        return { ...m, plan: windowNode(m.plan, list, [...this.all(p.partitionBy, m), ...m.columns], this.orders(p.orderBy, m)) };
      }
      case 'Generate': {
        const generator = this.inner(p.generator, m) as GeneratorCall;
        return { ...m, plan: generateNode(m.plan, generator, p.outer, p.generatorOutput) };
      }
      case 'Expand': {
        const projections = p.projections.map((list) => [...this.all(list, m), ...m.columns]);
        return { ...m, plan: expandNode(m.plan, projections, [...p.output, ...m.columns]) };
      }
      case 'ResolvedHint':
      case 'Repartition':
        return { ...m, plan: { ...withInputs(p, [m.plan]), output: m.plan.output } };
      default:
        throw unsupported(`A correlated subquery with ${p.node} over the correlated condition`);
    }
  }

  private partitionedByValues(e: Alias, m: Moved): Alias {
    const visit = (x: ResolvedExpression): ResolvedExpression => {
      const over = mapChildren(x, visit);
      return over.kind === 'window' ? { ...over, partitionBy: [...over.partitionBy, ...m.columns] } : over;
    };
    return visit(e) as Alias;
  }

  /** Equal columns of the filter's input stand for the outer ones, if they do for all. */
  private filter(input: LogicalPlan, condition: ResolvedExpression): Moved {
    if (this.isCorrelated(input)) {
      const m = this.moved(input);
      return { ...m, plan: filterNode(m.plan, this.inner(condition, m)) };
    }
    const conjuncts = splitConjuncts(condition);
    const own = new Set(input.output.map((a) => a.exprId));
    const equal = this.outer.map((o) => conjuncts.find((c) => isOperator(c, 'equal') && this.ties(c.args, o, own)));
    if (equal.every((c) => c !== undefined)) {
      const columns = equal.map((c) => ((c as ScalarCall).args as readonly AttributeReference[]).find((x) => own.has(x.exprId)) as AttributeReference);
      const rest = conjuncts.filter((c) => !equal.includes(c as never));
      const m: Moved = { plan: input, columns, byEquality: true };
      const known = distinct(columns).map((a) => operatorCall(this.context.registry, 'isNotNull', [a], BooleanType, false));
      const kept = filterNode(input, andAll(this.context.registry, [...known, ...this.all(rest, m)]) as ResolvedExpression);
      return this.withOwnColumns({ ...m, plan: kept });
    }
    const m = this.forced(input);
    return { ...m, plan: filterNode(m.plan, this.inner(condition, m)) };
  }

  private ties(args: readonly ResolvedExpression[], o: AttributeReference, own: ReadonlySet<ExprId>): boolean {
    const [a, b] = args;
    const isOuter = (x?: ResolvedExpression): boolean => x?.kind === 'attribute' && x.exprId === o.exprId;
    const isOwn = (x?: ResolvedExpression): boolean => x?.kind === 'attribute' && usesOnly(x, own);
    return (isOuter(a) && isOwn(b)) || (isOwn(a) && isOuter(b));
  }

  /** Copies of the columns, so that operators above may change their own and keep these. */
  private withOwnColumns(m: Moved): Moved {
    const copies = m.columns.map((a) => this.alias(a, a.name));
    return { ...m, plan: projectNode(m.plan, [...m.plan.output, ...copies]), columns: copies.map(attributeOf) };
  }

  private alias(child: ResolvedExpression, name: string): Alias {
    return { kind: 'alias', child, name, exprId: this.context.nextExprId(), type: child.type, nullable: child.nullable };
  }

  private grouped(input: LogicalPlan, grouping: readonly ResolvedExpression[], aggregates: readonly NamedExpression[]): Moved {
    const m = this.forced(input);
    const plan = aggregateNode(m.plan, [...this.all(grouping, m), ...m.columns], [...this.all(aggregates, m), ...m.columns]);
    return { ...m, plan };
  }

  /** Without keys there is a row for each outer value, also where the input has none: then the aggregates see no rows. */
  private overAllRows(input: LogicalPlan, aggregates: readonly NamedExpression[]): Moved {
    const below = this.forced(input);
    const found = this.alias(TRUE, 'found');
    const values = this.domain();
    const same = values.columns.map((d, i) => operatorCall(this.context.registry, 'nullSafeEqual', [d, below.columns[i] as AttributeReference], BooleanType, false));
    const padded = joinNode(values.plan, projectNode(below.plan, [...below.plan.output, found]), 'left_outer', andAll(this.context.registry, same));
    const flag: AttributeReference = { ...attributeOf(found), nullable: true };
    const isFound = operatorCall(this.context.registry, 'isNotNull', [flag], BooleanType, false);
    const ofRows = (e: ResolvedExpression): ResolvedExpression => {
      if (e.kind !== 'aggregate') return mapChildren(e, ofRows);
      const filter = e.filter === undefined ? isFound : operatorCall(this.context.registry, 'and', [isFound, e.filter]);
      return { ...e, filter } satisfies AggregateCall;
    };
    const list = this.all(aggregates, values).map((e) => ofRows(e) as NamedExpression);
    return { ...values, plan: aggregateNode(padded, values.columns, [...list, ...values.columns]) };
  }

  /** The rows numbered for each outer value, in the order that the subquery asks for. */
  private slice(input: LogicalPlan, skip: number, take: number | undefined): Moved {
    const sort = bare(input);
    if (sort.node === 'Project') {
      const below = this.slice(sort.input, skip, take);
      return { ...below, plan: projectNode(below.plan, [...this.all(sort.expressions, below), ...below.columns]) };
    }
    const base = sort.node === 'Sort' ? sort.input : input;
    const m = this.forced(base);
    const byValue = m.columns.map((a): SortOrder => ({ child: a, ascending: true, nullsFirst: true }));
    const orderBy = sort.node === 'Sort' ? this.orders(sort.order, m) : byValue;
    const number = this.alias(this.rowNumber(m.columns, orderBy), 'rn');
    const numbered = windowNode(m.plan, [number], m.columns, orderBy);
    const n = attributeOf(number);
    const bound = (name: 'greater' | 'lessOrEqual', value: number): ResolvedExpression => operatorCall(this.context.registry, name, [n, literal(value, IntegerType)]);
    const conditions = [...(skip > 0 ? [bound('greater', skip)] : []), ...(take === undefined ? [] : [bound('lessOrEqual', skip + take)])];
    const kept = filterNode(numbered, andAll(this.context.registry, conditions) ?? TRUE);
    return { ...m, plan: projectNode(kept, m.plan.output) };
  }

  private rowNumber(partitionBy: readonly AttributeReference[], orderBy: readonly SortOrder[]): ResolvedExpression {
    const fn = this.context.registry.get('row_number');
    invariant(fn?.kind === 'window', 'row_number is in the registry');
    const frame = { frameType: 'row', lower: { kind: 'unboundedPreceding' }, upper: { kind: 'currentRow' } } as const;
    return { kind: 'window', function: { kind: 'windowFunction', fn, args: [], type: IntegerType, nullable: false }, partitionBy, orderBy, frame, type: IntegerType, nullable: false };
  }

  /** Each input beside the outer values it is for. */
  private branches(inputs: readonly LogicalPlan[], build: (inputs: readonly LogicalPlan[]) => LogicalPlan): Moved {
    const moved = inputs.map((x) => this.forced(x));
    const plan = build(moved.map((m, i) => projectNode(m.plan, [...(inputs[i] as LogicalPlan).output, ...m.columns])));
    return { plan, columns: plan.output.slice(-this.outer.length), byEquality: moved.every((m) => m.byEquality) };
  }

  private join(p: JoinNode): Moved {
    const own = p.condition !== undefined && this.usesOuter(p.condition);
    const inner = p.joinType === 'inner' || p.joinType === 'cross';
    const left = this.isCorrelated(p.left);
    const right = this.isCorrelated(p.right);
    if (p.joinType === 'full_outer' || (p.joinType === 'right_outer' && (left || own))) throw unsupported(`A correlated subquery with a ${p.joinType} join over outer columns`);
    if (p.joinType === 'right_outer' || (inner && !left && right)) return this.joined(p, p.left, this.moved(p.right), undefined);
    const l = this.forced(p.left);
    return this.joined(p, l, p.right, right ? this.moved(p.right) : undefined);
  }

  private joined(p: JoinNode, left: LogicalPlan | Moved, right: LogicalPlan | Moved, also: Moved | undefined): Moved {
    const m = 'columns' in left ? left : (right as Moved);
    const tied = also === undefined ? [] : m.columns.map((a, i) => operatorCall(this.context.registry, 'nullSafeEqual', [a, also.columns[i] as AttributeReference], BooleanType, false));
    const condition = andAll(this.context.registry, [...(p.condition === undefined ? [] : [this.inner(p.condition, m)]), ...tied]);
    const exists = p.joinType === 'existence' ? p.output[p.output.length - 1] : undefined;
    const planOf = (x: LogicalPlan | Moved): LogicalPlan => ('columns' in x ? x.plan : x);
    return { ...m, plan: joinNode(planOf(left), also?.plan ?? planOf(right), p.joinType, condition, p.hint, exists) };
  }
}

function attributeOf(e: Alias): AttributeReference {
  return { kind: 'attribute', name: e.name, exprId: e.exprId, qualifier: [], type: e.type, nullable: e.nullable };
}

function bare(p: LogicalPlan): LogicalPlan {
  return p.node === 'SubqueryAlias' ? bare(p.input) : p;
}

function distinct(list: readonly AttributeReference[]): AttributeReference[] {
  return list.filter((a, i) => list.findIndex((b) => b.exprId === a.exprId) === i);
}
