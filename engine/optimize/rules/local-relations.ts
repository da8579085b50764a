/** Projections, filters and limits over rows in the plan are worked out at once (Spark's `ConvertToLocalRelation`). */
import { cellReader, gatherBatch, sliceBatch, vectorOf } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { interpret, someExpression, toAttribute, transformPlanUp } from '../../plan/index.ts';
import type { AttributeReference, LocalData, LogicalPlan, ResolvedExpression, TaskContext } from '../../plan/index.ts';
import type { Value } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { withConstants } from './constant-folding.ts';

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
  return !someExpression(e, (x) => x.kind === 'subquery' || x.kind === 'pythonUdf' || x.kind === 'generator' || x.kind === 'window' || x.kind === 'aggregate');
}

/** Undefined where nothing is to be done. Raises what a value raises, be it needed in the end or not, as Spark does. */
function convert(p: LogicalPlan, context: RuleContext): LogicalPlan | undefined {
  if (p.node !== 'Project' && p.node !== 'Filter' && p.node !== 'Limit') return undefined;
  const from = local(p.input);
  if (from === undefined) return undefined;
  switch (p.node) {
    case 'Project': {
      if (!p.expressions.every(isKnown)) return undefined;
      const columns = valuesOf(p.expressions, from, context, context.task).map((values, i) => vectorOf((p.expressions[i] as ResolvedExpression).type, values));
      return relation(from, { length: from.batch.length, columns }, p.expressions.map(toAttribute));
    }
    case 'Filter': {
      if (!isKnown(p.condition)) return undefined;
      // Code is made for the condition, other than for values.
      const [kept] = valuesOf([p.condition], from, context, { ...context.task, interpreted: undefined }) as [Value[]];
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

/** Column by column, worked out row by row, in a task of its own: what counts rows or draws numbers begins anew. */
function valuesOf(expressions: readonly ResolvedExpression[], from: LocalData, context: RuleContext, like: TaskContext): Value[][] {
  const readers = new Map(from.output.map((a, i) => [a.exprId, cellReader(from.batch.columns[i] as Batch['columns'][number])]));
  const task = { ...like };
  const columns: Value[][] = expressions.map(() => []);
  const folded = expressions.map((e) => withConstants(e, context));
  for (let row = 0; row < from.batch.length; row++) {
    folded.forEach((e, i) => columns[i]?.push(interpret(e, (id) => readers.get(id)?.(row) ?? null, task)));
  }
  return columns;
}
