/**
 * `input_file_name()` becomes a column of the scan that its operator reads, directly or through projections and filters.
 * Spark's function tells the file that the task reads at that moment, which after a shuffle is none and between joins
 * depends on how rows are fetched: there it is refused.
 */
import { unsupported } from '../../core/index.ts';
import { expressionsOf, INPUT_FILE_COLUMN, inputsOf, mapExpressions, projectNode, someExpression, somePlan, transformPlanUp, transformUp, withInputs } from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import { StringType } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';

const NAME = 'input_file_name';
const OTHERS: ReadonlySet<string> = new Set(['input_file_block_start', 'input_file_block_length']);

function callsOf(e: ResolvedExpression, test: (name: string) => boolean): boolean {
  return someExpression(e, (x) => x.kind === 'call' && test(x.fn.name));
}

export const inputFiles: Rule = {
  name: 'ResolveInputFiles',
  required: true,
  apply: (plan, context) =>
    transformPlanUp(plan, (p) => {
      const asks = expressionsOf(p).filter((e) => callsOf(e, (name) => name === NAME || OTHERS.has(name)));
      if (asks.length === 0 || !somePlan(p, (x) => x.node === 'DataSourceScan')) return p;
      if (asks.some((e) => callsOf(e, (name) => OTHERS.has(name)))) throw unsupported('The place of a row in its file');
      return named(p, context);
    }),
};

/** The operator with the calls replaced by the column; its output stays as it was. */
function named(p: LogicalPlan, context: RuleContext): LogicalPlan {
  const inputs = inputsOf(p);
  const found = inputs.length === 1 ? withFile(inputs[0] as LogicalPlan, context) : undefined;
  if (found === undefined) throw unsupported('The name of the input file elsewhere than directly above a scan of files', 'Add it as a column right behind the reading.');
  const { plan, column } = found;
  const above = mapExpressions(withInputs(p, [plan]), (e) => transformUp(e, (x) => (x.kind === 'call' && x.fn.name === NAME ? column : x)));
  return above.output.length === p.output.length ? above : projectNode(above, p.output);
}

/** The plan with the scan's column of files among its output; undefined where other operators are in between. */
function withFile(p: LogicalPlan, context: RuleContext): { readonly plan: LogicalPlan; readonly column: AttributeReference } | undefined {
  if (p.node === 'DataSourceScan') {
    if (p.isStreaming) return undefined;
    const there = p.output.find((a) => a.name === INPUT_FILE_COLUMN);
    const column: AttributeReference = there ?? { kind: 'attribute', name: INPUT_FILE_COLUMN, type: StringType, nullable: false, exprId: context.nextExprId(), qualifier: [] };
    return { plan: there === undefined ? { ...p, output: [...p.output, column] } : p, column };
  }
  if (p.node !== 'Project' && p.node !== 'Filter' && p.node !== 'SubqueryAlias') return undefined;
  const below = withFile(p.input, context);
  if (below === undefined) return undefined;
  const { plan, column } = below;
  if (p.node !== 'Project') return { plan: withInputs(p, [plan]), column };
  const shown = p.expressions.some((e) => e.exprId === column.exprId);
  return { plan: projectNode(plan, shown ? p.expressions : [...p.expressions, column]), column };
}
