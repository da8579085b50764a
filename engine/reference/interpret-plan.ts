/**
 * The meaning of resolved logical plans, a row at a time: an oracle for tests. It follows the plan as it stands, without
 * optimizer, partitions or columns; what depends on partitions (samples, `spark_partition_id`) has no meaning here.
 */
import { valueAt, vectorOf } from '../columnar/index.ts';
import type { Batch } from '../columnar/index.ts';
import { InternalError, unreachable } from '../core/index.ts';
import { callContext, loopRows, withoutCtes } from '../plan/index.ts';
import type { GenerateNode, LogicalPlan, RangeNode, ResolvedExpression, RowLookup, SetOpNode, SortNode } from '../plan/index.ts';
import type { Value } from '../types/index.ts';
import { interpretAggregate } from './aggregate.ts';
import { evaluate, lookupIn, NO_OUTER, rowKey } from './context.ts';
import type { ReferenceContext, Row, Scope } from './context.ts';
import { interpretJoin } from './join.ts';
import { compareKeys } from './order.ts';
import { interpretGroupLimit, interpretWindow } from './window.ts';

/** The rows of a plan. Their order means something only where the plan sorts. */
export function interpretPlan(plan: LogicalPlan, context: ReferenceContext): readonly Row[] {
  const run = (p: LogicalPlan, outer: RowLookup): readonly Row[] => rowsOf(p, { ...context, outer, run });
  let free = -1;
  return run(withoutCtes(plan, () => free--), NO_OUTER);
}

function rowsOf(p: LogicalPlan, scope: Scope): readonly Row[] {
  const input = (x: LogicalPlan): readonly Row[] => scope.run(x, scope.outer);
  switch (p.node) {
    case 'LocalData':
      return batchRows(p.batch);
    case 'Range':
      return rangeRows(p);
    case 'DataSourceScan':
      if (scope.readSource === undefined) throw new InternalError('the interpreter was given no reader of sources');
      return scope.readSource(p).flatMap((part) => part.flatMap(batchRows));
    case 'InMemoryRelation':
      return input(p.child);
    case 'Project':
      return mapRows(p.input, p.expressions, input(p.input), scope);
    case 'Filter': {
      const lookup = lookupIn(p.input.output, scope.outer);
      return input(p.input).filter((row) => evaluate(p.condition, lookup(row), scope, true) === true);
    }
    case 'Join':
      return interpretJoin(p, input(p.left), input(p.right), scope);
    case 'Aggregate':
      return interpretAggregate(p, input(p.input), scope);
    case 'Expand': {
      const lists = p.projections.map((list) => mapRows(p.input, list, input(p.input), scope));
      return input(p.input).flatMap((_, i) => lists.map((list) => list[i] as Row));
    }
    case 'Window':
      return interpretWindow(p, input(p.input), scope);
    case 'WindowGroupLimit':
      return interpretGroupLimit(p, input(p.input), scope);
    case 'Sort':
      return sorted(p, input(p.input), scope);
    case 'Limit':
      return input(p.input).slice(0, p.limit);
    case 'Offset':
      return input(p.input).slice(p.offset);
    case 'Tail':
      return p.limit === 0 ? [] : input(p.input).slice(-p.limit);
    case 'Union':
      return p.inputs.flatMap(input);
    case 'SetOp':
      return setOperation(p, input(p.left), input(p.right));
    case 'Distinct':
      return firstOfEach(input(p.input), (row) => rowKey(p.output, row));
    case 'Deduplicate': {
      const lookup = lookupIn(p.input.output, scope.outer);
      return firstOfEach(input(p.input), (row) => rowKey(p.keys, p.keys.map((k) => evaluate(k, lookup(row), scope))));
    }
    case 'Generate':
      return generated(p, input(p.input), scope);
    case 'Sample':
      throw new InternalError('a sample depends on partitions, which the interpreter has not');
    case 'UnionLoop': {
      const levels = loopRows(p, { levels: -1, rows: -1 }, (x) => rowsBatch(x, input(x)));
      return [...levels].flatMap(batchRows);
    }
    case 'WithCTE':
    case 'CTERelationRef':
      throw new InternalError('the interpreter takes plans without WITH');
    case 'UnionLoopRef':
      throw new InternalError('the rows of a recursive query are read outside of it');
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'SubqueryAlias':
    case 'ResolvedHint':
    case 'CollectMetrics':
    case 'EventTimeWatermark':
      return input(p.input);
    default:
      return unreachable(p);
  }
}

function batchRows(batch: Batch): Row[] {
  return Array.from({ length: batch.length }, (_, i) => batch.columns.map((c) => valueAt(c, i)));
}

function rowsBatch(p: LogicalPlan, rows: readonly Row[]): Batch {
  return { length: rows.length, columns: p.output.map((a, i) => vectorOf(a.type, rows.map((row) => row[i] as Value))) };
}

function rangeRows(p: RangeNode): Row[] {
  const out: Row[] = [];
  for (let x = p.start; p.step > 0n ? x < p.end : x > p.end; x += p.step) out.push(p.output.length === 0 ? [] : [x]);
  return out;
}

function mapRows(from: LogicalPlan, expressions: readonly ResolvedExpression[], rows: readonly Row[], scope: Scope): Row[] {
  const lookup = lookupIn(from.output, scope.outer);
  return rows.map((row) => {
    const at = lookup(row);
    return expressions.map((e) => evaluate(e, at, scope));
  });
}

function sorted(p: SortNode, rows: readonly Row[], scope: Scope): Row[] {
  const lookup = lookupIn(p.input.output, scope.outer);
  const keyed = rows.map((row) => {
    const at = lookup(row);
    return { row, key: p.order.map((o) => evaluate(o.child, at, scope)) };
  });
  keyed.sort((a, b) => compareKeys(p.order, a.key, b.key));
  return keyed.map((k) => k.row);
}

function firstOfEach(rows: readonly Row[], key: (row: Row) => string): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const text = key(row);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** With ALL each row of the right takes away, or admits, one equal row of the left; without, rows are distinct. */
function setOperation(p: SetOpNode, left: readonly Row[], right: readonly Row[]): Row[] {
  const counts = new Map<string, number>();
  for (const row of right) counts.set(rowKey(p.output, row), (counts.get(rowKey(p.output, row)) ?? 0) + 1);
  const kept = left.filter((row) => {
    const key = rowKey(p.output, row);
    const left = counts.get(key) ?? 0;
    if (p.all && left > 0) counts.set(key, left - 1);
    return p.op === 'intersect' ? left > 0 : left === 0;
  });
  return p.all ? kept : firstOfEach(kept, (row) => rowKey(p.output, row));
}

function generated(p: GenerateNode, rows: readonly Row[], scope: Scope): Row[] {
  const lookup = lookupIn(p.input.output, scope.outer);
  const context = callContext(scope.task, p.generator);
  const nulls: Value[] = p.generatorOutput.map(() => null);
  const kept = p.required?.map((a) => p.input.output.findIndex((x) => x.exprId === a.exprId));
  return rows.flatMap((whole): Row[] => {
    const at = lookup(whole);
    const row = kept === undefined ? whole : kept.map((i) => whole[i] ?? null);
    const made = p.generator.fn.rows(p.generator.args.map((a) => evaluate(a, at, scope)), context);
    if (made.length === 0) return p.outer || p.generator.fn.outer === true ? [[...row, ...nulls]] : [];
    return made.map((values) => [...row, ...nulls.map((_, i) => values[i] ?? null)]);
  });
}
