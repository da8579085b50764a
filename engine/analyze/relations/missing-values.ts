/** `df.na`: fill, drop and replace missing values. */
import { AT_LEAST_N_NON_NULLS } from '../../functions/missing-values/index.ts';
import { filterNode, literal, OPERATOR, projectNode, stripAlias } from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan, NADrop, NAFill, NamedExpression, NAReplace, ResolvedExpression } from '../../plan/index.ts';
import { BooleanType, DoubleType, IntegerType, isNumeric, isString, parseName, quoteParts } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';
import { castTo } from '../expressions/casts.ts';
import { constantValue } from '../expressions/constants.ts';
import { ambiguous, matchName } from '../names.ts';
import { unresolvedName } from '../suggestions.ts';

/** The columns of these names; of none all. Raises UNRESOLVED_COLUMN. */
function columnsNamed(env: Env, input: LogicalPlan, names: readonly string[]): readonly AttributeReference[] {
  if (names.length === 0) return input.output;
  return names.map((name) => {
    const parts = parseName(name);
    const { candidates } = matchName(parts, input.output, env.analysis.caseSensitive);
    if (candidates.length > 1) throw ambiguous(parts, candidates);
    const [found] = candidates;
    if (found === undefined) throw unresolvedName(parts, input.output.map((a) => quoteParts([a.name])));
    return found;
  });
}

/** The family of values that a column takes: numbers fill numbers, texts texts, booleans booleans. */
function familyOf(t: DataType): 'number' | 'string' | 'boolean' | 'other' {
  if (isNumeric(t)) return 'number';
  if (isString(t)) return 'string';
  return t.kind === 'boolean' ? 'boolean' : 'other';
}

/** Numbers go through double, as in Spark. */
function asDouble(analysis: Analysis, value: ResolvedExpression): ResolvedExpression {
  if (!isNumeric(value.type)) return value;
  return literal(constantValue(analysis, castTo(analysis, value, DoubleType)), DoubleType);
}

export function fill(r: NAFill, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const env = envOf(analysis, scope, [input]);
  const columns = columnsNamed(env, input, r.cols);
  const values = r.values.map((v) => stripAlias(analysis.resolve(v, env)));
  const byColumn = r.byColumn === true || values.length > 1;
  const wanted = new Map<number, ResolvedExpression>();
  columns.forEach((a, i) => {
    const value = (byColumn ? values[i] : values[0]) as ResolvedExpression;
    if (byColumn) wanted.set(a.exprId, value);
    else if (familyOf(a.type) === familyOf(value.type)) wanted.set(a.exprId, asDouble(analysis, value));
  });
  return projectNode(
    input,
    input.output.map((a): NamedExpression => {
      const value = wanted.get(a.exprId);
      return value === undefined ? a : aliasOf(filled(env, a, value), a.name, analysis.context.nextExprId());
    }),
  );
}

function filled(env: Env, a: AttributeReference, value: ResolvedExpression): ResolvedExpression {
  const { analysis } = env;
  const isFloating = a.type.kind === 'double' || a.type.kind === 'float';
  const present = isFloating ? analysis.call(env, 'nanvl', [a, literal(null, a.type)]) : a;
  return analysis.call(env, OPERATOR.coalesce, [present, castTo(analysis, value, a.type)]);
}

export function drop(r: NADrop, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  // All columns are meant by their names: two of one name are ambiguous, as in Spark.
  const names = r.cols.length > 0 ? r.cols : input.output.map((a) => quoteParts([a.name]));
  const columns = columnsNamed(envOf(analysis, scope, [input]), input, names);
  const n = literal(r.minNonNulls ?? columns.length, IntegerType);
  return filterNode(input, { kind: 'call', fn: AT_LEAST_N_NON_NULLS, args: [n, ...columns], type: BooleanType, nullable: false });
}

export function replace(r: NAReplace, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const env = envOf(analysis, scope, [input]);
  const chosen = new Set(columnsNamed(env, input, r.cols).map((a) => a.exprId));
  const pairs = r.replacements.map((p): readonly [ResolvedExpression, ResolvedExpression] => [
    asDouble(analysis, stripAlias(analysis.resolve(p.oldValue, env))),
    asDouble(analysis, stripAlias(analysis.resolve(p.newValue, env))),
  ]);
  const target = pairs.map(([old]) => familyOf(old.type)).find((f) => f !== 'other');
  return projectNode(
    input,
    input.output.map((a): NamedExpression => {
      if (!chosen.has(a.exprId) || familyOf(a.type) !== target) return a;
      return aliasOf(replaced(env, a, pairs), a.name, analysis.context.nextExprId());
    }),
  );
}

function replaced(env: Env, a: AttributeReference, pairs: readonly (readonly [ResolvedExpression, ResolvedExpression])[]): ResolvedExpression {
  const { analysis } = env;
  const branches = pairs.flatMap(([old, now]) => {
    const test = old.kind === 'literal' && old.value === null ? analysis.call(env, OPERATOR.isNull, [a]) : analysis.call(env, OPERATOR.equal, [a, old]);
    return [test, castTo(analysis, now, a.type)];
  });
  return analysis.call(env, OPERATOR.when, [...branches, a]);
}

