/**
 * Aggregation in steps (Spark's `Aggregation` strategy and `AggUtils`): partial before the exchange, final after it; with
 * DISTINCT four steps, the first two of which make the distinct values unique.
 */
import { unsupported } from '../../core/index.ts';
import { expressionKey, expressionText, mapChildren, semanticEquals, toAttribute } from '../../plan/index.ts';
import type {
  AggregateCall,
  AggregateNode,
  AttributeReference,
  NamedExpression,
  ResolvedExpression,
} from '../../plan/index.ts';
import { BinaryType, structType, structField } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { aggregateAlgorithm, bufferColumns } from '../aggregate-buffers.ts';
import { confBoolean } from '../conf.ts';
import type { Numbers, Planning, Strategy } from '../context.ts';
import type { AggregateExec, AggregateMode, PhysicalAggregate, PhysicalPlan } from '../nodes.ts';
import { normalizedGrouping, normalizedKey } from '../normalize-floats.ts';
import { rewriteDistincts } from './rewrite-distincts.ts';

export const aggregation: Strategy = (p, planning) => {
  if (p.node !== 'Aggregate') return undefined;
  const rewritten = rewriteDistincts(p, planning);
  if (rewritten !== undefined) return planning.plan(rewritten);
  const parts = extractParts(p, planning.numbers);
  const child = planning.plan(p.input);
  const distinct = parts.aggregates.filter((a) => a.call.distinct);
  if (distinct.length > 0 && parts.grouping.some((g) => isSession(toAttribute(g)))) throw unsupported('DISTINCT in an aggregation by session_window');
  const plan = distinct.length === 0 ? planPlain(parts, child, planning) : planDistinct(parts, distinct, child, planning);
  return { ...plan, output: p.output };
};

/** An aggregation taken apart: keys as named columns, each distinct call once, and the results over both. */
export interface AggregationParts {
  readonly grouping: readonly NamedExpression[];
  readonly aggregates: readonly PhysicalAggregate[];
  readonly results: readonly NamedExpression[];
}

export function extractParts(p: AggregateNode, numbers: Numbers): AggregationParts {
  const grouping = p.grouping.map((g): NamedExpression => {
    if (g.kind === 'attribute' || g.kind === 'alias') return g;
    return { kind: 'alias', child: g, name: expressionText(g), exprId: numbers.exprId(), type: g.type, nullable: g.nullable };
  });
  const keys = new Map<string, AttributeReference>();
  for (const g of grouping) keys.set(expressionKey(g), toAttribute(g));
  const calls = new Map<string, PhysicalAggregate>();
  const replace = (e: ResolvedExpression): ResolvedExpression => {
    if (e.kind === 'aggregate') return callFor(e).result;
    const key = e.kind === 'alias' || e.kind === 'literal' ? undefined : keys.get(expressionKey(e));
    return key ?? mapChildren(e, replace);
  };
  const callFor = (call: AggregateCall): PhysicalAggregate => {
    const key = expressionKey(call);
    const known = calls.get(key) ?? physicalAggregate(call, numbers);
    calls.set(key, known);
    return known;
  };
  const results = p.aggregates.map((e) => replace(e) as NamedExpression);
  return { grouping, aggregates: [...calls.values()], results };
}

function attribute(name: string, type: DataType, nullable: boolean, numbers: Numbers): AttributeReference {
  return { kind: 'attribute', name, exprId: numbers.exprId(), qualifier: [], type, nullable };
}

function physicalAggregate(call: AggregateCall, numbers: Numbers): PhysicalAggregate {
  const columns = bufferColumns(call) ?? [{ name: 'buf', type: BinaryType }];
  const shown = (): AttributeReference[] => columns.map((c) => attribute(c.name, c.type, true, numbers));
  return {
    call,
    mode: 'complete',
    result: attribute(expressionText({ ...call, distinct: false }), call.type, call.nullable, numbers),
    state: attribute('state', structType(columns.map((c) => structField(c.name, c.type))), false, numbers),
    bufferShown: shown(),
    stateShown: shown(),
    distinctShown: call.distinct,
  };
}

/** The call as a later step sees it: the filter was applied to the rows. */
function withMode(a: PhysicalAggregate, mode: AggregateMode): PhysicalAggregate {
  if (mode === 'partial' || mode === 'complete' || a.call.filter === undefined) return { ...a, mode };
  const { filter, ...call } = a.call;
  return { ...a, mode, call };
}

interface Step {
  readonly grouping: readonly NamedExpression[];
  readonly aggregates: readonly PhysicalAggregate[];
  readonly results?: readonly NamedExpression[];
  readonly requiredClustering?: readonly ResolvedExpression[];
}

function step(s: Step, child: PhysicalPlan, overRows: boolean, planning: Planning): AggregateExec {
  const keys = s.grouping.map(toAttribute);
  const results = s.results ?? [...keys, ...s.aggregates.map((a) => a.state)];
  const objectHash = confBoolean(planning.conf, 'spark.sql.execution.useObjectHashAggregateExec', true);
  return {
    op: 'Aggregate',
    algorithm: aggregateAlgorithm(s.aggregates.map((a) => a.call), objectHash),
    grouping: s.grouping,
    aggregates: s.aggregates,
    results,
    output: results.map(toAttribute),
    child,
    overRows,
    ...(s.requiredClustering === undefined ? {} : { requiredClustering: s.requiredClustering }),
  };
}

function planPlain(parts: AggregationParts, child: PhysicalPlan, planning: Planning): PhysicalPlan {
  const { grouping, aggregates, results } = parts;
  const keys = grouping.map(toAttribute);
  const partial = step({ grouping: grouping.map(normalizedGrouping), aggregates: aggregates.map((a) => withMode(a, 'partial')) }, child, true, planning);
  const last = aggregates.map((a) => withMode(a, 'final'));
  const session = keys.find(isSession);
  if (session === undefined) return step({ grouping: keys, aggregates: last, results, requiredClustering: keys }, partial, false, planning);
  const others = keys.filter((k) => k !== session);
  const merging: PhysicalPlan = { op: 'MergingSessions', keys: others, session, child: partial, output: partial.output };
  return step({ grouping: [...others, session], aggregates: last, results, requiredClustering: others }, merging, false, planning);
}

/** A column of `session_window`, by the mark that it carries. */
function isSession(a: AttributeReference): boolean {
  return a.metadata?.['spark.sessionWindow'] === true;
}

/** The distinct calls share their arguments: those become further keys, by which the first two steps group. */
function planDistinct(parts: AggregationParts, distinct: readonly PhysicalAggregate[], child: PhysicalPlan, planning: Planning): PhysicalPlan {
  const { grouping, results } = parts;
  const { numbers } = planning;
  const plain = parts.aggregates.filter((a) => !a.call.distinct);
  const values: NamedExpression[] = [];
  for (const e of distinctArguments(distinct)) {
    if (e.kind === 'attribute' && normalizedKey(e) === e) values.push(e);
    else values.push({ kind: 'alias', child: e, name: e.kind === 'attribute' ? e.name : expressionText(e), exprId: numbers.exprId(), type: e.type, nullable: e.nullable });
  }
  const keys = grouping.map(toAttribute);
  const allKeys = [...grouping, ...values];
  const allAttributes = allKeys.map(toAttribute);
  const one = step({ grouping: allKeys.map(normalizedGrouping), aggregates: plain.map((a) => withMode(a, 'partial')) }, child, true, planning);
  const merged = plain.map((a) => withMode(a, 'partialMerge'));
  const two = step({ grouping: allAttributes, aggregates: merged, requiredClustering: allAttributes }, one, false, planning);
  const overUnique = distinct.map((a) => {
    const args = a.call.args.map((e) => toUnique(e, values));
    const orderWithinGroup = a.call.orderWithinGroup?.map((o) => ({ ...o, child: toUnique(o.child, values) }));
    return { ...a, call: { ...a.call, distinct: false, args, ...(orderWithinGroup === undefined ? {} : { orderWithinGroup }) } };
  });
  const three = step(
    { grouping: keys, aggregates: [...merged, ...overUnique.map((a) => withMode(a, 'partial'))] },
    two,
    false,
    planning,
  );
  const last = [...plain, ...overUnique].map((a) => withMode(a, 'final'));
  return step({ grouping: keys, aggregates: last, results, requiredClustering: keys }, three, false, planning);
}

/** The arguments by which rows must differ: constants do not tell rows apart, but without any other, the first one counts. */
export function distinctArguments(calls: readonly Pick<PhysicalAggregate, 'call'>[]): ResolvedExpression[] {
  const out: ResolvedExpression[] = [];
  for (const { call } of calls) {
    // The sort keys of WITHIN GROUP are the values themselves, perhaps of another type.
    for (const e of [...call.args, ...(call.orderWithinGroup ?? []).map((o) => o.child)]) {
      if (e.kind !== 'literal' && !out.some((x) => semanticEquals(x, e))) out.push(e);
    }
  }
  return out.length > 0 ? out : calls.slice(0, 1).flatMap((c) => c.call.args.slice(0, 1));
}

function toUnique(e: ResolvedExpression, values: readonly NamedExpression[]): ResolvedExpression {
  const value = values.find((v) => semanticEquals(v, e));
  return value === undefined ? e : toAttribute(value);
}
