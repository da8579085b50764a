/**
 * Session windows over rows that are all there: sessions of one group that touch become one. Spark has an operator for it
 * (`MergingSessions`); here windows over the group's rows do the same. Streams keep sessions in their state instead.
 */
import { literal, OPERATOR, projectNode, somePlan, stringLiteral, toAttribute } from '../../plan/index.ts';
import type { AggregateCall, AttributeReference, LogicalPlan, NamedExpression, ResolvedExpression, ResolvedFrame, WindowCall } from '../../plan/index.ts';
import { IntegerType } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';
import { projectWithWindows } from '../extract-windows.ts';

const UNTIL_BEFORE: ResolvedFrame = { frameType: 'row', lower: { kind: 'unboundedPreceding' }, upper: { kind: 'offset', offset: literal(-1, IntegerType) } };
const UNTIL_NOW: ResolvedFrame = { frameType: 'row', lower: { kind: 'unboundedPreceding' }, upper: { kind: 'currentRow' } };
const WHOLE: ResolvedFrame = { frameType: 'row', lower: { kind: 'unboundedPreceding' }, upper: { kind: 'unboundedFollowing' } };

export function readsStream(plan: LogicalPlan): boolean {
  return somePlan(plan, (p) => p.node === 'DataSourceScan' && p.isStreaming);
}

/** The plan with each row's session in `column` widened to the whole session of its group (`keys`). */
export function mergeSessions(env: Env, plan: LogicalPlan, column: AttributeReference, keys: readonly ResolvedExpression[]): LogicalPlan {
  const { analysis } = env;
  const { nextExprId } = analysis.context;
  const call = (name: string, ...args: readonly ResolvedExpression[]): ResolvedExpression => analysis.call(env, name, args);
  const side = (name: string): ResolvedExpression => call(OPERATOR.getField, column, stringLiteral(name));
  const [start, end] = [side('start'), side('end')];
  const over = (name: string, arg: ResolvedExpression, partitionBy: readonly ResolvedExpression[], frame: ResolvedFrame): WindowCall => {
    const fn = call(name, arg) as AggregateCall;
    const orderBy = frame === WHOLE ? [] : [{ child: start, ascending: true, nullsFirst: true }];
    return { kind: 'window', function: fn, partitionBy, orderBy, frame, type: fn.type, nullable: fn.nullable };
  };
  const add = (input: LogicalPlan, name: string, e: ResolvedExpression): { readonly plan: LogicalPlan; readonly made: AttributeReference } => {
    const alias = aliasOf(e, name, nextExprId());
    return { plan: projectWithWindows(analysis, input, [...input.output, alias]), made: toAttribute(alias) };
  };
  const before = add(plan, '_session_before', over('max', end, keys, UNTIL_BEFORE));
  const begins = call(OPERATOR.if, call('<=', start, before.made), literal(0, IntegerType), literal(1, IntegerType));
  const first = add(before.plan, '_session_first', begins);
  const number = add(first.plan, '_session_number', over('sum', first.made, keys, UNTIL_NOW));
  const group = [...keys, number.made];
  const from = add(number.plan, '_session_start', over('min', start, group, WHOLE));
  const to = add(from.plan, '_session_end', over('max', end, group, WHOLE));
  const whole = call(OPERATOR.struct, stringLiteral('start'), from.made, stringLiteral('end'), to.made);
  const merged: NamedExpression = aliasOf({ ...whole, type: column.type }, column.name, column.exprId, column.metadata);
  return projectNode(to.plan, plan.output.map((a) => (a.exprId === column.exprId ? merged : a)));
}
