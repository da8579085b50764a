/** Windows of time in an operator's expressions: made below it, a row for each window that a row falls into (`TimeWindowing`). */
import { analysisError } from '../core/index.ts';
import { SESSION_WINDOW, SESSION_WINDOW_AT, TIME_WINDOW_AT, WINDOW_LAST_MOMENT, windowStruct } from '../functions/time-window/index.ts';
import { collectExpressions, expandNode, expressionKey, filterNode, literal, OPERATOR, operatorCall, projectNode, stringLiteral, toAttribute } from '../plan/index.ts';
import type { AttributeReference, LogicalPlan, NamedExpression, ResolvedExpression, ScalarCall } from '../plan/index.ts';
import { mapChildren } from '../plan/index.ts';
import { LongType } from '../types/index.ts';
import type { Env } from './analysis.ts';
import { aliasOf, metadataOf, sqlOf } from './aliases.ts';
import { isTimeWindowCall } from './expressions/time-windows.ts';

/** Metadata that mark a column as a window, as Spark's do: streams merge sessions by it. */
export const TIME_WINDOW_KEY = 'spark.timeWindow';
export const SESSION_WINDOW_KEY = 'spark.sessionWindow';

export interface WindowedInput {
  readonly input: LogicalPlan;
  /** Replaces the window's call by its column. */
  readonly replace: <E extends ResolvedExpression>(e: E) => E;
}

/** The input with the windows that the expressions ask for; undefined where they ask for none. */
export function windowedInput(env: Env, input: LogicalPlan, list: readonly ResolvedExpression[]): WindowedInput | undefined {
  const calls = new Map<string, ScalarCall>();
  for (const e of list) for (const c of collectExpressions(e, isTimeWindowCall)) calls.set(expressionKey(c), c as ScalarCall);
  const [call, ...more] = [...calls.values()];
  if (call === undefined) return undefined;
  if (more.length > 0) {
    throw analysisError('_LEGACY_ERROR_TEMP_1039', null, {}, 'One operator can cut time into windows in one way only.');
  }
  const key = expressionKey(call);
  const cut = momentBelow(env, input, call);
  const { plan, column } = call.fn === SESSION_WINDOW ? withSessions(env, cut.input, cut.call) : withWindows(env, cut.input, cut.call);
  const replace = (e: ResolvedExpression): ResolvedExpression => {
    if (isTimeWindowCall(e) && expressionKey(e) === key) return column;
    // A window that nobody named is the column itself.
    if (e.kind === 'alias' && e.name === column.name && isTimeWindowCall(e.child) && e.metadata === undefined) return column;
    const over = mapChildren(e, replace);
    return over === e || over.kind !== 'alias' ? over : aliasOf(over.child, over.name, over.exprId, over.metadata ?? metadataOf(over.child));
  };
  return { input: plan, replace: replace as WindowedInput['replace'] };
}

/** The last moment of a window that is cut again is a column of its own. */
function momentBelow(env: Env, input: LogicalPlan, call: ScalarCall): { readonly input: LogicalPlan; readonly call: ScalarCall } {
  const [time, ...rest] = call.args as readonly [ResolvedExpression, ...ResolvedExpression[]];
  if (time.kind !== 'call' || time.fn !== WINDOW_LAST_MOMENT) return { input, call };
  const moment = aliasOf(time, sqlOf(env.analysis, time), env.analysis.context.nextExprId());
  return { input: projectNode(input, [moment, ...input.output]), call: { ...call, args: [toAttribute(moment), ...rest] } };
}

interface Made {
  readonly plan: LogicalPlan;
  readonly column: AttributeReference;
}

function windowColumn(env: Env, call: ScalarCall, nullable: boolean, marker: string): AttributeReference {
  const time = call.args[0] as ResolvedExpression;
  const inherited = time.kind === 'attribute' ? time.metadata : undefined;
  return {
    kind: 'attribute',
    name: call.fn.name,
    exprId: env.analysis.context.nextExprId(),
    qualifier: [],
    type: windowStruct(time.type),
    nullable,
    metadata: { ...inherited, [marker]: true },
  };
}

function present(env: Env, time: ResolvedExpression): ResolvedExpression {
  return operatorCall(env.analysis.context.registry, 'isNotNull', [time], { kind: 'boolean' }, false);
}

function windowAt(call: ScalarCall, index: bigint): ScalarCall {
  const type = windowStruct((call.args[0] as ResolvedExpression).type);
  // Spark's formula reads the moment several times, and so keeps it in a projection of its own: here it is named twice.
  return { kind: 'call', fn: TIME_WINDOW_AT, args: [...call.args, literal(index, LongType), call.args[0] as ResolvedExpression], type, nullable: false };
}

function withWindows(env: Env, input: LogicalPlan, call: ScalarCall): Made {
  const [time, duration, slide] = call.args as readonly [ResolvedExpression, ResolvedExpression, ResolvedExpression];
  const [length, step] = [duration, slide].map((x) => (x.kind === 'literal' ? (x.value as bigint) : 0n)) as [bigint, bigint];
  if (length === step) {
    const column = windowColumn(env, call, false, TIME_WINDOW_KEY);
    return { plan: columnBelow(env, input, column, windowAt(call, 0n), time), column };
  }
  const column = windowColumn(env, call, true, TIME_WINDOW_KEY);
  const overlapping = (length + step - 1n) / step;
  const projections = Array.from({ length: Number(overlapping) }, (_, i) => [windowAt(call, BigInt(i)), ...input.output]);
  const expanded = expandNode(input, projections, [column, ...input.output]);
  const condition = length % step === 0n ? present(env, time) : withinWindow(env, time, column);
  return { plan: filterNode(expanded, condition), column };
}

function withinWindow(env: Env, time: ResolvedExpression, column: AttributeReference): ResolvedExpression {
  const side = (name: string): ResolvedExpression => env.analysis.call(env, OPERATOR.getField, [column, stringLiteral(name)]);
  const call = (op: string, args: readonly ResolvedExpression[]): ResolvedExpression => env.analysis.call(env, op, args);
  return call('and', [call('>=', [time, side('start')]), call('<', [time, side('end')])]);
}

/** The window as a column before the input's own, rows without a time left out. */
function columnBelow(env: Env, input: LogicalPlan, column: AttributeReference, value: ResolvedExpression, time: ResolvedExpression): LogicalPlan {
  const alias: NamedExpression = aliasOf(value, column.name, column.exprId, column.metadata);
  return projectNode(filterNode(input, present(env, time)), [alias, ...input.output]);
}

/** Each row a session of its own; those that touch are made one by the aggregate above, which knows the column by its marker. */
function withSessions(env: Env, input: LogicalPlan, call: ScalarCall): Made {
  const column = windowColumn(env, call, false, SESSION_WINDOW_KEY);
  const [time] = call.args as readonly [ResolvedExpression];
  const value: ScalarCall = { kind: 'call', fn: SESSION_WINDOW_AT, args: [...call.args, time], type: column.type, nullable: false };
  const plan = columnBelow(env, input, column, value, time);
  if (call.args[1]?.kind === 'literal') return { plan, column };
  // A gap that is not positive makes no session.
  const side = (name: string): ResolvedExpression => env.analysis.call(env, OPERATOR.getField, [column, stringLiteral(name)]);
  return { plan: filterNode(plan, env.analysis.call(env, OPERATOR.greater, [side('end'), side('start')])), column };
}
