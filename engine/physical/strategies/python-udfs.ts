/**
 * Python functions run apart from other expressions, over whole columns (Spark's `ExtractPythonUDFs`): an operator that uses
 * one gets a column with its values from an evaluation below it.
 */
import { analysisError } from '../../core/index.ts';
import {
  aggregateNode,
  andAll,
  childrenOf,
  collectExpressions,
  expressionKey,
  expressionsOf,
  filterNode,
  inputsOf,
  isDeterministic,
  joinNode,
  mapChildren,
  mapExpressions,
  projectNode,
  referencesOf,
  someExpression,
  splitConjuncts,
  toAttribute,
  usesOnly,
  withInputs,
} from '../../plan/index.ts';
import type {
  AggregateNode,
  Alias,
  AttributeReference,
  FilterNode,
  JoinNode,
  LogicalPlan,
  NamedExpression,
  ProjectNode,
  PythonUdf,
  ResolvedExpression,
} from '../../plan/index.ts';
import { confBoolean } from '../conf.ts';
import type { Planning, Strategy } from '../context.ts';

function hasUdf(e: ResolvedExpression): boolean {
  return someExpression(e, (x) => x.kind === 'pythonUdf');
}

export const pythonUdfs: Strategy = (p, planning) => {
  if (p.node === 'Project' && p.input.node === 'Filter' && hasUdf(p.input.condition)) {
    const pruned = prunedBelowFilter(p, p.input);
    if (pruned !== undefined) return planning.plan(pruned);
    const filtered = setApart(p.input, planning) === undefined ? extract(p.input, planning) : undefined;
    if (filtered?.node === 'Project' && filtered.input.node === 'Filter') return planning.plan(projectNode(filtered.input, p.expressions));
  }
  if (!expressionsOf(p).some(hasUdf)) return undefined;
  if (p.node === 'Project') {
    const udfs = evaluationOf(p);
    if (udfs !== undefined) return evaluate(p, udfs, planning);
  }
  const apart = setApart(p, planning);
  return planning.plan(apart ?? extract(p, planning));
};

/** A projection that adds nothing but values of user functions to its input's columns. */
function evaluationOf(p: ProjectNode): readonly Alias[] | undefined {
  const { input, expressions } = p;
  const kept = expressions.slice(0, input.output.length);
  const added = expressions.slice(input.output.length);
  if (!kept.every((e, i) => e.kind === 'attribute' && e.exprId === input.output[i]?.exprId)) return undefined;
  const pure = added.every((e) => e.kind === 'alias' && e.child.kind === 'pythonUdf' && isEvaluable(e.child) && e.name.startsWith('pythonUDF'));
  return pure && added.length > 0 ? (added as readonly Alias[]) : undefined;
}

/** Functions that take Arrow batches and those that do not run in operators of their own, the latter below. */
function evaluate(p: ProjectNode, udfs: readonly Alias[], planning: Planning): ReturnType<Strategy> {
  const isBatched = (a: Alias): boolean => (a.child as PythonUdf).batched === true;
  const batched = udfs.filter(isBatched);
  if (batched.length > 0 && batched.length < udfs.length) {
    const below = projectNode(p.input, [...p.input.output, ...batched]);
    const above = projectNode(below, [...below.output, ...udfs.filter((a) => !isBatched(a))]);
    return planning.plan(projectNode(above, p.output));
  }
  return {
    op: 'PythonEval',
    arrow: batched.length === 0 && confBoolean(planning.conf, 'spark.sql.execution.pythonUDF.arrow.enabled', true),
    udfs: udfs.map((a) => a.child as PythonUdf),
    udfIds: udfs.map(() => planning.numbers.exprId()),
    results: udfs.map(toAttribute),
    child: planning.plan(p.input),
    output: p.output,
  };
}

/** Its arguments hold no other user function, or are such a call themselves (a chain, run in one go). */
function isEvaluable(e: PythonUdf): boolean {
  return e.args.every((a) => (a.kind === 'pythonUdf' ? isEvaluable(a) : !hasUdf(a)));
}

/** Cases in which the operator is taken apart first. */
function setApart(p: LogicalPlan, planning: Planning): LogicalPlan | undefined {
  if (p.node === 'Aggregate') return aboveAggregate(p, planning);
  if (p.node === 'Filter') return plainFirst(p, planning);
  if (p.node === 'Join') return aboveJoin(p, planning);
  return undefined;
}

/** Conditions without a user function, that may go first, below it. */
function plainFirst(p: FilterNode, planning: Planning): LogicalPlan | undefined {
  const all = splitConjuncts(p.condition);
  const plain = all.filter((c) => !hasUdf(c) && isDeterministic(c));
  const rest = andAll(planning.registry, all.filter((c) => !plain.includes(c)));
  const first = andAll(planning.registry, plain);
  return first === undefined || rest === undefined ? undefined : filterNode(filterNode(p.input, first), rest);
}

/** A user function of both sides of an inner join filters the joined rows; an outer join cannot have one. */
function aboveJoin(p: JoinNode, planning: Planning): LogicalPlan | undefined {
  const sides = [p.left, p.right].map((x) => new Set(x.output.map((a) => a.exprId)));
  const isMixed = (e: ResolvedExpression): boolean =>
    someExpression(e, (x) => x.kind === 'pythonUdf' && !sides.some((ids) => usesOnly(x, ids)));
  const all = p.condition === undefined ? [] : splitConjuncts(p.condition);
  const mixed = all.filter(isMixed);
  if (mixed.length === 0) return undefined;
  if (p.joinType !== 'inner' && p.joinType !== 'cross') {
    const joinType = p.joinType.replace('_', ' ').toUpperCase();
    throw analysisError(
      'UNSUPPORTED_FEATURE.PYTHON_UDF_IN_ON_CLAUSE',
      '0A000',
      { joinType },
      `A Python function over columns of both sides cannot be the condition of a ${joinType} JOIN. Join on columns, and filter or compute with the function before or after.`,
    );
  }
  const rest = andAll(planning.registry, all.filter((c) => !mixed.includes(c)));
  const join = joinNode(p.left, p.right, p.joinType, rest, p.hint);
  return filterNode(join, andAll(planning.registry, mixed) as ResolvedExpression);
}

/** A user function of aggregated values or grouping keys is computed from the aggregation's rows. */
function aboveAggregate(p: AggregateNode, planning: Planning): LogicalPlan | undefined {
  const keys = new Set(p.grouping.map(expressionKey));
  const isOfRows = (x: PythonUdf): boolean => referencesOf(x).size === 0 || someExpression(x, (y) => y.kind === 'aggregate' || keys.has(expressionKey(y)));
  const overAggregates = (e: ResolvedExpression): boolean => {
    if (e.kind === 'aggregate' || keys.has(expressionKey(e))) return false;
    return (e.kind === 'pythonUdf' && isOfRows(e)) || childrenOf(e).some(overAggregates);
  };
  if (!p.aggregates.some(overAggregates)) return undefined;
  const inner: NamedExpression[] = [];
  const named = new Map<string, NamedExpression>();
  const columnFor = (e: ResolvedExpression): AttributeReference => {
    const key = expressionKey(e);
    let found = named.get(key);
    if (found === undefined) {
      found = e.kind === 'attribute' ? e : alias(e, e.kind === 'aggregate' ? 'agg' : 'groupingExpr', planning);
      named.set(key, found);
      inner.push(found);
    }
    return toAttribute(found);
  };
  const lift = (e: ResolvedExpression): ResolvedExpression => {
    if (e.kind === 'aggregate' || keys.has(expressionKey(e))) return columnFor(e);
    return mapChildren(e, lift);
  };
  const results = p.aggregates.map((e): NamedExpression => {
    if (overAggregates(e)) return mapChildren(e, lift) as NamedExpression;
    if (!inner.some((x) => x.exprId === e.exprId)) inner.push(e);
    return toAttribute(e);
  });
  return projectNode(aggregateNode(p.input, p.grouping, inner), results);
}

function alias(child: ResolvedExpression, name: string, planning: Planning): Alias {
  return { kind: 'alias', child, name, exprId: planning.numbers.exprId(), type: child.type, nullable: child.nullable };
}

/** The operator over inputs that have the functions' values as further columns, which a projection on top drops again. */
function extract(p: LogicalPlan, planning: Planning): LogicalPlan {
  const values = new Map<string, Alias>();
  const inputs = inputsOf(p).map((input) => {
    const ids = new Set(input.output.map((a) => a.exprId));
    const found: Alias[] = [];
    for (const e of expressionsOf(p)) {
      for (const udf of evaluableIn(e)) {
        const key = expressionKey(udf);
        if (values.has(key) || !usesOnly(udf, ids)) continue;
        const value = alias(udf, `pythonUDF${found.length}`, planning);
        values.set(key, value);
        found.push(value);
      }
    }
    if (found.length === 0) return input;
    const base = pruned(p, input);
    return projectNode(base, [...base.output, ...found]);
  });
  const swap = (e: ResolvedExpression): ResolvedExpression => {
    const value = e.kind === 'pythonUdf' ? values.get(expressionKey(e)) : undefined;
    return value === undefined ? mapChildren(e, swap) : toAttribute(value);
  };
  const rewritten = mapExpressions(withInputs(p, inputs), swap);
  const same = rewritten.output.length === p.output.length && rewritten.output.every((a, i) => a.exprId === p.output[i]?.exprId);
  return same ? rewritten : projectNode(rewritten, p.output);
}

/** The outermost user functions whose arguments can be computed at once. */
function evaluableIn(e: ResolvedExpression): PythonUdf[] {
  const all = collectExpressions(e, (x) => x.kind === 'pythonUdf' && isEvaluable(x)) as PythonUdf[];
  const inner = new Set(all.flatMap((u) => u.args.filter((a): a is PythonUdf => a.kind === 'pythonUdf')));
  return all.filter((u) => !inner.has(u));
}

/** The input with only the columns that a projection or aggregation uses. */
function pruned(p: LogicalPlan, input: LogicalPlan): LogicalPlan {
  if (p.node !== 'Project' && p.node !== 'Aggregate') return input;
  return withColumns(input, referencesOf(...expressionsOf(p)));
}

function withColumns(input: LogicalPlan, used: ReadonlyMap<number, AttributeReference>): LogicalPlan {
  const columns = input.output.filter((a) => used.has(a.exprId));
  return columns.length === input.output.length ? input : projectNode(input, columns);
}

/** Columns that neither the filter nor the projection above it needs are dropped before the user function runs. */
function prunedBelowFilter(p: ProjectNode, filter: FilterNode): LogicalPlan | undefined {
  const used = referencesOf(...p.expressions, filter.condition);
  const input = withColumns(filter.input, used);
  return input === filter.input ? undefined : projectNode(filterNode(input, filter.condition), p.expressions);
}
