/** Projections, filters and limits over rows in the plan are worked out at once (Spark's `ConvertToLocalRelation`). */
import { cellReader, gatherBatch, sliceBatch, vectorOf } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { interpret, isDeterministic, someExpression, toAttribute, transformPlanUp } from '../../plan/index.ts';
import type { AttributeReference, LocalData, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import type { Value } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Larger relations are left to the operators, which work on columns. */
const LOCAL_ROWS = 10_000;

export const convertToLocalRelation: Rule = {
  name: 'ConvertToLocalRelation',
  apply: (plan, context) => transformPlanUp(plan, (p) => convert(p, context) ?? p),
};

function local(p: LogicalPlan): LocalData | undefined {
  return p.node === 'LocalData' && p.origin === 'local' && p.command === undefined && p.output.length > 0 && p.batch.length > 0 && p.batch.length <= LOCAL_ROWS ? p : undefined;
}

function isKnown(e: ResolvedExpression): boolean {
  return isDeterministic(e) && !someExpression(e, (x) => x.kind === 'subquery' || x.kind === 'pythonUdf' || x.kind === 'generator' || x.kind === 'window' || x.kind === 'aggregate');
}

/** Undefined where nothing is to be done, or where a value raises: that is for the run to do. */
function convert(p: LogicalPlan, context: RuleContext): LogicalPlan | undefined {
  if (p.node !== 'Project' && p.node !== 'Filter' && p.node !== 'Limit') return undefined;
  const from = local(p.input);
  if (from === undefined) return undefined;
  switch (p.node) {
    case 'Project': {
      if (!p.expressions.every(isKnown)) return undefined;
      const columns = p.expressions.map((e) => valuesOf(e, from, context));
      if (columns.includes(undefined)) return undefined;
      const vectors = p.expressions.map((e, i) => vectorOf(e.type, columns[i] as Value[]));
      return relation(from, { length: from.batch.length, columns: vectors }, p.expressions.map(toAttribute));
    }
    case 'Filter': {
      const kept = isKnown(p.condition) ? valuesOf(p.condition, from, context) : undefined;
      if (kept === undefined) return undefined;
      const rows = Int32Array.from(kept.flatMap((v, i) => (v === true ? [i] : [])));
      return relation(from, gatherBatch(from.batch, rows), p.output);
    }
    case 'Limit':
      return relation(from, sliceBatch(from.batch, 0, Math.min(p.limit, from.batch.length)), p.output);
  }
}

function relation(from: LocalData, batch: Batch, output: readonly AttributeReference[]): LocalData {
  const { numPartitions } = from;
  return { node: 'LocalData', batch, origin: 'local', output, ...(numPartitions === undefined ? {} : { numPartitions }), ...(batch.length === 0 ? { emptyRelation: true } : {}) };
}

function valuesOf(e: ResolvedExpression, from: LocalData, context: RuleContext): Value[] | undefined {
  const readers = new Map(from.output.map((a, i) => [a.exprId, cellReader(from.batch.columns[i] as Batch['columns'][number])]));
  const out: Value[] = [];
  try {
    for (let i = 0; i < from.batch.length; i++) out.push(interpret(e, (id) => readers.get(id)?.(i) ?? null, context.task));
  } catch {
    return undefined;
  }
  return out;
}
