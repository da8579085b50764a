/** Shorthands in terms of what they mean (Spark's `ReplaceExpressions`). */
import type { ArgumentInfo, FunctionRegistry, ScalarFunction, Template } from '../../functions/define.ts';
import { isDeterministic, isOperator, literal, operatorCall } from '../../plan/index.ts';
import type { AggregateCall, ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { BooleanType, castIsNullable, sameType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { expressionRule } from '../support/expressions.ts';

export const replaceExpressions = expressionRule('ReplaceExpressions', (e, { registry, ansi }) => {
  if ((e.kind !== 'call' && e.kind !== 'aggregate') || e.fn.sharesFirst === true) return e;
  return e.kind === 'call' ? replaceCall(e, { registry, ansi }) : replaceAggregate(e, { registry, ansi });
}, true);

export function replaceCall(e: ScalarCall, { registry, ansi }: Setting): ResolvedExpression {
  const { args, origin } = e;
  const at = origin === undefined ? {} : { origin };
  const template = e.fn.replacement?.(args.map((a) => a.type), e.type, args.map((a) => (a.kind === 'literal' ? a.value : undefined)));
  if (args.some((a, i) => !isDeterministic(a) && (template === undefined || uses(template, i) > 1))) return e;
  const built = template === undefined ? undefined : build(template, args, { registry, ansi });
  if (built !== undefined) return { ...built, type: e.type, nullable: e.nullable, ...at };
  const call = (name: Parameters<typeof operatorCall>[1], list: readonly ResolvedExpression[]): ResolvedExpression => ({
    ...operatorCall(registry, name, list, BooleanType),
    ...at,
  });
  if (isOperator(e, 'notEqual')) return call('not', [call('equal', args)]);
  const [x, low, high] = args as readonly [ResolvedExpression, ResolvedExpression, ResolvedExpression];
  if (isOperator(e, 'between')) return call('and', [call('greaterOrEqual', [x, low]), call('lessOrEqual', [x, high])]);
  return e;
}

/** The other aggregate in its place (Spark's `RuntimeReplaceableAggregate`). */
export function replaceAggregate(e: AggregateCall, setting: Setting): AggregateCall {
  const { orderWithinGroup = [], ...call } = e;
  const template = e.fn.replacement?.(e.args.map((a) => a.type), e.type, orderWithinGroup);
  const fn = template === undefined ? undefined : setting.registry.get(template.call);
  if (template === undefined || fn?.kind !== 'aggregate') return e;
  const given = [...e.args, ...orderWithinGroup.map((o) => o.child)];
  const args = template.args.map((a) => build(a, given, setting));
  if (args.includes(undefined)) return e;
  return { ...call, fn, args: args as ResolvedExpression[], ...(template.ordered === true ? { orderWithinGroup } : {}) };
}

/** How often the call's argument at the place stands in the template. */
function uses(template: Template, place: number): number {
  if (typeof template === 'number') return template === place ? 1 : 0;
  if ('value' in template) return 0;
  return 'cast' in template ? uses(template.of, place) : template.args.reduce<number>((n, a) => n + uses(a, place), 0);
}

interface Setting {
  readonly registry: FunctionRegistry;
  readonly ansi: boolean;
}

/** The template over the call's arguments; undefined where a function in it is unknown. */
function build(template: Template, given: readonly ResolvedExpression[], setting: Setting): ResolvedExpression | undefined {
  if (typeof template === 'number') return given[template];
  if ('value' in template) return literal(template.value, template.type);
  if ('cast' in template) {
    const child = build(template.of, given, setting);
    return child === undefined || sameType(child.type, template.cast) ? child : castTo(child, template.cast, setting.ansi);
  }
  const fn = setting.registry.get(template.call);
  const args = template.args.map((a) => build(a, given, setting));
  if (fn?.kind !== 'scalar' || args.includes(undefined)) return undefined;
  return typedCall(fn, args as ResolvedExpression[], setting.ansi);
}

function castTo(child: ResolvedExpression, type: DataType, ansi: boolean): ResolvedExpression {
  const mode = ansi ? 'ansi' : 'legacy';
  return { kind: 'cast', child, type, nullable: castIsNullable(child.type, type, child.nullable, mode), mode, explicit: false };
}

function typedCall(fn: ScalarFunction, args: readonly ResolvedExpression[], ansi: boolean): ResolvedExpression | undefined {
  const infos = args.map((a): ArgumentInfo => ({ type: a.type, nullable: a.nullable, foldable: a.kind === 'literal', sql: '', ...(a.kind === 'literal' ? { literal: a.value } : {}) }));
  const { argTypes, returns, nullable } = fn.signature(infos, { ansi });
  const whole = args.map((a, i): ResolvedExpression => {
    const type = argTypes[i] as DataType;
    if (sameType(a.type, type, true)) return a;
    return a.kind === 'literal' && a.value === null ? literal(null, type) : castTo(a, type, ansi);
  });
  return { kind: 'call', fn, args: whole, type: returns, nullable: nullable ?? (fn.nulls === 'propagate' ? whole.some((a) => a.nullable) : true) };
}
