/** What holds for an operator once its expressions are resolved; raises what Spark's analyzer raises where it does not. */
import { analysisError } from '../core/index.ts';
import { aggregatesOuter, childrenOf, collectPlans, expressionsOf, expressionText, inputsOf, referencesOf, sortOrderText } from '../plan/index.ts';
import type { AttributeReference, ExprId, LogicalPlan, Origin, ResolvedExpression } from '../plan/index.ts';
import { quotedSqlType, sqlTypeName } from '../types/index.ts';
import type { Analysis, BoundReference, Env } from './analysis.ts';
import { quoted, sqlOf } from './aliases.ts';
import { holdsGenerator, holdsWindow, plainAggregates } from './expressions/tests.ts';
import { contextOf } from './origins.ts';
import { qualifiedSql } from './qualified-text.ts';

/** An operator as plans print it, in one line. */
export function operatorLine(p: LogicalPlan): string {
  const list = (es: readonly ResolvedExpression[]): string => `[${es.map(expressionText).join(', ')}]`;
  switch (p.node) {
    case 'Project':
      return `Project ${list(p.expressions)}`;
    case 'Filter':
      return `Filter ${expressionText(p.condition)}`;
    case 'Aggregate':
      return `Aggregate ${list(p.grouping)}, ${list(p.aggregates)}`;
    case 'Sort':
      return `Sort [${p.order.map(sortOrderText).join(', ')}], ${p.global}`;
    case 'Join':
      return `Join${p.condition === undefined ? '' : ` ${expressionText(p.condition)}`}`;
    default:
      return p.node;
  }
}

/** Columns bound to DataFrames must be in the operator's input, and must be the ones meant. */
export function checkReferences(node: LogicalPlan, env: Env): void {
  if (env.bound.length === 0) return;
  checkSelfJoin(env, inputsOf(node).length > 0 ? env.inputs : []);
  checkMissing(node, env);
}

function outerIds(env: Env): Set<ExprId> {
  const ids = new Set<ExprId>();
  for (let outer = env.scope.outer; outer !== undefined; outer = outer.scope.outer) for (const a of outer.columns) ids.add(a.exprId);
  return ids;
}

/** MISSING_ATTRIBUTES, where a bound column is in none of the operators' inputs. */
export function checkMissing(node: LogicalPlan, env: Env): void {
  const outer = outerIds(env);
  const bound = new Set(env.bound.map((b) => b.attribute.exprId));
  const walk = (p: LogicalPlan): void => {
    if (env.inputs.includes(p)) return;
    const inputs = inputsOf(p);
    if (inputs.length === 0) return;
    const has = new Set(inputs.flatMap((x) => x.output.map((a) => a.exprId)));
    const missing = [...referencesOf(...expressionsOf(p)).values()].filter((a) => bound.has(a.exprId) && !has.has(a.exprId) && !outer.has(a.exprId));
    if (missing.length > 0) throw missingAttributes(p, missing);
    inputs.forEach(walk);
  };
  walk(node);
}

function missingAttributes(p: LogicalPlan, missing: readonly AttributeReference[]): Error {
  const shown = (list: readonly AttributeReference[]): string => list.map((a) => `"${a.name}"`).join(', ');
  const input = inputsOf(p).flatMap((x) => x.output);
  const hidden = missing.filter((m) => input.some((a) => a.name === m.name));
  const base = { missingAttributes: shown(missing), input: shown(input), operator: `!${operatorLine(p)}` };
  const names = missing.map((m) => m.name).join(', ');
  if (hidden.length > 0) {
    return analysisError(
      'MISSING_ATTRIBUTES.RESOLVED_ATTRIBUTE_APPEAR_IN_OPERATION',
      'XX000',
      { ...base, operation: shown(hidden) },
      `The column ${names} of the other DataFrame is not in the input, where a different column has its name. Refer to it by name alone.`,
    );
  }
  return analysisError(
    'MISSING_ATTRIBUTES.RESOLVED_ATTRIBUTE_MISSING_FROM_INPUT',
    'XX000',
    base,
    `The column ${names} belongs to a DataFrame that is no part of this one. Join the two first.`,
  );
}

/** References to DataFrames that occur several times in the inputs, under different ids (`DetectAmbiguousSelfJoin`). */
export function ambiguousReferences(env: Env, inputs: readonly LogicalPlan[]): BoundReference[] {
  const visible = new Set(inputs.flatMap((p) => p.output.map((a) => a.exprId)));
  const plans = inputs.flatMap((p) => collectPlans(p, (x) => x.planIds !== undefined));
  return env.bound.filter((ref) =>
    plans.some((p) => {
      if (p.planIds?.includes(ref.planId) !== true) return false;
      const actual = p.output[ref.position];
      return actual !== undefined && actual.exprId !== ref.attribute.exprId && visible.has(actual.exprId);
    }),
  );
}

export function ambiguousSelfJoin(refs: readonly BoundReference[]): Error {
  const ambiguousAttrs = refs.map((r) => `${r.attribute.name}#${r.attribute.exprId}`).join(', ');
  const names = [...new Set(refs.map((r) => r.attribute.name))].join(', ');
  return analysisError(
    '_LEGACY_ERROR_TEMP_1182',
    null,
    { ambiguousAttrs, config: 'spark.sql.analyzer.failAmbiguousSelfJoin' },
    `The DataFrame of ${names} is joined with itself, so it is open which side is meant. Give each side an alias (df.alias("a")) and use its name: col("a.${refs[0]?.attribute.name ?? 'x'}").`,
  );
}

function checkSelfJoin(env: Env, inputs: readonly LogicalPlan[]): void {
  const seen = new Set<string>();
  const refs = ambiguousReferences(env, inputs).filter((r) => {
    const key = `${r.planId}/${r.position}/${r.attribute.exprId}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  if (refs.length > 0) throw ambiguousSelfJoin(refs);
}

/** What a WHERE must be: a condition without aggregates, windows and functions of several rows. */
export function checkCondition(env: Env, condition: ResolvedExpression, node: LogicalPlan, origin: Origin | undefined, clause: 'WHERE' | 'HAVING'): void {
  const context = origin?.sqlText === undefined ? undefined : contextOf(origin);
  if (holdsGenerator(condition)) throw generatorOutside(node);
  if (holdsWindow(condition)) {
    throw analysisError(
      'WINDOW_FUNCTION_NOT_ALLOWED_IN_CLAUSE',
      '42601',
      { clauseName: clause },
      `A window function cannot stand in ${clause}: make it a column first and filter by that, or use QUALIFY.`,
    );
  }
  const aggregates = plainAggregates(condition).filter((a) => env.scope.outer?.overGroups !== true || !aggregatesOuter(a));
  if (aggregates.length > 0) {
    throw analysisError(
      'INVALID_WHERE_CONDITION',
      '42903',
      { condition: quoted(env.analysis, condition), expressionList: aggregates.map(qualifiedSql).join(', ') },
      `The condition ${sqlOf(env.analysis, condition)} holds an aggregate. Rows are filtered before they are grouped: filter the grouped result (HAVING).`,
      context,
    );
  }
  if (condition.type.kind === 'boolean') return;
  throw analysisError(
    'DATATYPE_MISMATCH.FILTER_NOT_BOOLEAN',
    '42K09',
    { sqlExpr: quoted(env.analysis, condition), filter: quoted(env.analysis, condition), type: quotedSqlType(condition.type) },
    `A filter takes a condition, and ${sqlOf(env.analysis, condition)} is ${sqlTypeName(condition.type)}.`,
    context,
  );
}

export function generatorOutside(node: LogicalPlan, plan = operatorLine(node)): Error {
  return analysisError(
    'UNSUPPORTED_GENERATOR.OUTSIDE_SELECT',
    '42K0E',
    { plan },
    'A function that gives several rows stands in a select list only.',
  );
}

/** Raises WINDOW_FUNCTION_WITHOUT_OVER_CLAUSE. */
export function refuseWindowless(analysis: Analysis, e: ResolvedExpression): void {
  if (e.kind === 'windowFunction') {
    throw analysisError(
      'WINDOW_FUNCTION_WITHOUT_OVER_CLAUSE',
      '42601',
      { funcName: quoted(analysis, e) },
      `${sqlOf(analysis, e)} works over a window: say which with .over(…) (OVER).`,
    );
  }
  const operands = e.kind === 'window' ? [...childrenOf(e.function), ...childrenOf(e).slice(1)] : childrenOf(e);
  for (const c of operands) refuseWindowless(analysis, c);
}
