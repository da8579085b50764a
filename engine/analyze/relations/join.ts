/** Joins: conditions, USING and NATURAL, and a DataFrame with itself. */
import { analysisError } from '../../core/index.ts';
import { andAll, collectExpressions, expressionsOf, expressionText, isDeterministic, joinNode, OPERATOR, projectNode, somePlan, stripAlias, withNullability, withoutOuterMarks } from '../../plan/index.ts';
import type { AttributeReference, Expression, Join, JoinNode, LogicalPlan, NamedExpression, Origin, Relation, ResolvedExpression } from '../../plan/index.ts';
import { BooleanType, quotedSqlType, quoteIdentifier, quoteParts, sqlTypeName } from '../../types/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { aliasOf, quoted, sqlOf } from '../aliases.ts';
import { checkMissing } from '../checks.ts';
import { checkCorrelation, checkMixedAggregates } from '../correlation.ts';
import { deduplicateRight } from '../deduplicate-right.ts';
import { lookUp } from '../expressions/attributes.ts';
import { coerce } from '../expressions/casts.ts';
import { holdsWindow, plainAggregates } from '../expressions/tests.ts';
import { hiddenColumns, hideColumns, missingFrom, withColumns } from '../missing-columns.ts';
import { ambiguous, matchName } from '../names.ts';
import { at, contextOf } from '../origins.ts';
import { qualifiedSql } from '../qualified-text.ts';
import { referencesOf } from '../../plan/index.ts';
import { maxRows } from '../../physical/index.ts';
import { lateralJoin } from './lateral.ts';
import { selfJoinCondition } from './self-join.ts';
import type { Sides } from './self-join.ts';

export function join(r: Join, analysis: Analysis, scope: Scope): LogicalPlan {
  const left = analysis.relation(r.left, scope);
  if (r.lateral === true) return joinLateral(r, left, analysis, scope);
  const given = analysis.relation(r.right, scope);
  const right = deduplicateRight(left, given, analysis.context);
  const keys = usingKeys(r, left, right, analysis);
  if (keys !== undefined) return joinUsing(r, left, right, keys, envOf(analysis, scope, [left, right]));
  if (r.joinCondition === undefined) return joinNode(left, right, r.joinType);
  return joinOn(r, { left, right, given }, analysis, scope);
}

/** The right side sees the columns of the left one. */
function joinLateral(r: Join, left: LogicalPlan, analysis: Analysis, scope: Scope): LogicalPlan {
  const around = envOf(analysis, scope, [left]);
  const written = analysis.relation(r.right, { ...scope, outer: around, inlinesCtes: true });
  checkMixedAggregates(written);
  at(placeOfSubquery(r.right), () => checkCorrelation(analysis, written));
  const right = withoutOuterMarks(written);
  const env = envOf(analysis, scope, [left, right]);
  const condition = r.joinCondition === undefined ? undefined : coerce(analysis, stripAlias(analysis.resolve(r.joinCondition, env)), BooleanType);
  if (condition !== undefined) checkCondition(env, condition, r);
  if (condition !== undefined && !isDeterministic(condition)) throw changingCondition(condition);
  if (holdsRandomValues(right) && (maxRows(left) ?? 2) > 1) throw changingSubquery(r);
  return lateralJoin(env, r, left, right, condition);
}

/** Of the query itself, whatever name it has. */
function placeOfSubquery(r: Relation): Origin | undefined {
  return r.type === 'SubqueryAlias' ? placeOfSubquery(r.input) : r.origin;
}

/** Generators of the user's own are taken as they are. */
function holdsRandomValues(plan: LogicalPlan): boolean {
  return somePlan(plan, (p) => p.node !== 'Generate' && expressionsOf(p).some((e) => !isDeterministic(e)));
}

function changingSubquery(r: Join): Error {
  return analysisError(
    'UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY.NON_DETERMINISTIC_LATERAL_SUBQUERIES',
    '0A000',
    { treeNode: `LateralJoin lateral-subquery, ${r.joinType === 'left_outer' ? 'LeftOuter' : 'Inner'}` },
    'A LATERAL subquery that is read for several rows must give the same rows each time: it cannot hold random values.',
    contextOf(r.origin),
  );
}

function changingCondition(condition: ResolvedExpression): Error {
  return analysisError(
    'UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY.LATERAL_JOIN_CONDITION_NON_DETERMINISTIC',
    '0A000',
    { condition: qualifiedSql(condition) },
    'The condition of a join with a LATERAL subquery must give the same answer each time: it cannot hold random values.',
    contextOf(condition.origin),
  );
}

/** Names of the key columns; undefined for a join by condition. */
function usingKeys(r: Join, left: LogicalPlan, right: LogicalPlan, analysis: Analysis): readonly string[] | undefined {
  if (r.natural !== true) return r.usingColumns;
  return left.output.map((a) => a.name).filter((name) => right.output.some((b) => analysis.sameName(b.name, name)));
}

function joinOn(r: Join, sides: Sides, analysis: Analysis, scope: Scope): LogicalPlan {
  const { left, right } = sides;
  const hidden = (): readonly AttributeReference[] => [...hiddenColumns(left), ...hiddenColumns(right)];
  const env: Env = envOf(analysis, scope, [left, right], {
    hiddenColumns: hidden,
    missing: (id) => hidden().find((a) => a.exprId === id),
    fallbacks: [(parts, e) => (parts.length > 1 ? lookUp(env, parts, hidden().filter((a) => a.qualifier.length > 0), e) : undefined)],
  });
  const written = stripAlias(analysis.resolve(r.joinCondition as Expression, env));
  const { condition, bound } = scope.sql ? { condition: written, bound: env.bound } : selfJoinCondition(env, written, sides);
  checkCondition(env, condition, r);
  const wanted = [...referencesOf(condition).values()];
  const over = [left, right].map((p) => withColumns(p, missingFrom(p, hiddenColumns(p).filter((h) => wanted.some((w) => w.exprId === h.exprId))))) as [LogicalPlan, LogicalPlan];
  const node = joinNode(over[0], over[1], r.joinType, coerce(analysis, condition, BooleanType));
  // What may be ambiguous here was looked at with the condition.
  checkMissing(node, { ...env, bound: [...bound] });
  return over[0] === left && over[1] === right ? node : projectNode(node, joinNode(left, right, r.joinType).output);
}

function checkCondition(env: Env, condition: ResolvedExpression, r: Join): void {
  const context = r.origin?.sqlText === undefined ? undefined : contextOf(r.origin);
  const bad = [...plainAggregates(condition), ...collectExpressions(condition, (x) => x.kind === 'window' || x.kind === 'generator')];
  if (bad.length > 0 || holdsWindow(condition)) {
    const invalidExprSqls = bad.map((e) => quoted(env.analysis, e)).join(', ');
    throw analysisError('UNSUPPORTED_EXPR_FOR_OPERATOR', '42K0E', { operator: 'Join', invalidExprSqls }, `A join condition cannot hold ${invalidExprSqls}.`, context);
  }
  const correlated = collectExpressions(condition, (x) => x.kind === 'subquery' && x.subqueryType === 'scalar' && x.outerReferences.length > 0);
  if (correlated.length > 0) {
    throw analysisError(
      'UNSUPPORTED_SUBQUERY_EXPRESSION_CATEGORY.UNSUPPORTED_CORRELATED_SCALAR_SUBQUERY',
      '0A000',
      { treeNode: `Join ${expressionText(condition)}` },
      'The condition of a join cannot ask for a value for each row: make the subquery a column of one side first.',
      context,
    );
  }
  if (condition.type.kind === 'boolean') return;
  throw analysisError(
    'JOIN_CONDITION_IS_NOT_BOOLEAN_TYPE',
    '42K0E',
    { joinCondition: quoted(env.analysis, condition), conditionType: quotedSqlType(condition.type) },
    `A join takes a condition, and ${sqlOf(env.analysis, condition)} is ${sqlTypeName(condition.type)}.`,
    context,
  );
}

/** The column of this name on one side. Raises UNRESOLVED_USING_COLUMN_FOR_JOIN. */
function keyOf(name: string, side: 'left' | 'right', p: LogicalPlan, env: Env): AttributeReference {
  const { candidates } = matchName([name], p.output, env.analysis.caseSensitive);
  if (candidates.length > 1) throw ambiguous([name], candidates);
  const [found] = candidates;
  if (found !== undefined) return { ...found, name: p.output.find((a) => a.exprId === found.exprId)?.name ?? name };
  const suggestion = p.output.map((a) => a.name).sort().map(quoteIdentifier).join(', ');
  throw analysisError(
    'UNRESOLVED_USING_COLUMN_FOR_JOIN',
    '42703',
    { colName: quoteParts([name]), side, suggestion },
    `The join is by the column ${name}, which the ${side} side has not. It has ${suggestion}.`,
  );
}

/** One column for each key, then the rest of the left side, then that of the right. */
function joinUsing(r: Join, left: LogicalPlan, right: LogicalPlan, names: readonly string[], env: Env): LogicalPlan {
  const { analysis } = env;
  const pairs = names.map((n) => [keyOf(n, 'left', left, env), keyOf(n, 'right', right, env)] as const);
  const equal = pairs.map(([a, b]) => analysis.call(env, OPERATOR.equal, [a, b]));
  const type = r.joinType === 'cross' ? 'inner' : r.joinType;
  const node = joinNode(left, right, type, andAll(analysis.context.registry, equal));
  const [leftKeys, rightKeys] = [new Set(pairs.map(([a]) => a.exprId)), new Set(pairs.map(([, b]) => b.exprId))];
  const nullable = (list: readonly AttributeReference[]): AttributeReference[] => list.map((a) => withNullability(a, true));
  const restLeft = left.output.filter((a) => !leftKeys.has(a.exprId));
  const restRight = right.output.filter((a) => !rightKeys.has(a.exprId));
  const [ls, rs] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  switch (type) {
    case 'left_semi':
    case 'left_anti':
      return usingProject(node, [...ls, ...restLeft], []);
    case 'left_outer':
      return usingProject(node, [...ls, ...restLeft, ...nullable(restRight)], nullable(rs));
    case 'right_outer':
      return usingProject(node, [...rs, ...nullable(restLeft), ...restRight], nullable(ls));
    case 'full_outer': {
      const merged = pairs.map(([a, b]) => aliasOf(coalesced(env, a, b), a.name, analysis.context.nextExprId()));
      return usingProject(node, [...merged, ...nullable(restLeft), ...nullable(restRight)], nullable([...ls, ...rs]));
    }
    default:
      return usingProject(node, [...ls, ...restLeft, ...restRight], rs);
  }
}

function coalesced(env: Env, a: AttributeReference, b: AttributeReference): ResolvedExpression {
  return env.analysis.call(env, OPERATOR.coalesce, [withNullability(a, true), withNullability(b, true)]);
}

/** Spark marks columns that are there for their qualified name only. */
const HIDDEN_KEY = '__metadata_col';

function usingProject(node: JoinNode, list: readonly NamedExpression[], hidden: readonly AttributeReference[]): LogicalPlan {
  const marked = hidden.map((a) => ({ ...a, metadata: { ...a.metadata, [HIDDEN_KEY]: a.name } }));
  return hideColumns(projectNode(node, list), [...marked, ...hiddenColumns(node)]);
}
