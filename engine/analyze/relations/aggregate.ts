/** GROUP BY in all its forms, and `groupBy(…).agg(…)`. */
import { analysisError, SparkError } from '../../core/index.ts';
import { childrenOf, expressionKey, referencesOf, semanticEquals, someExpression, stripAlias, toSql } from '../../plan/index.ts';
import type { Aggregate, AggregateNode, AttributeReference, Expression, ExprId, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import { confBoolean } from '../../physical/conf.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { aliasOf, named } from '../aliases.ts';
import { aliasUnderCasts } from '../cast-names.ts';
import { checkReferences } from '../checks.ts';
import { parsedText } from '../expressions/parsed-text.ts';
import { holdsAggregate, holdsGenerator, holdsWindow } from '../expressions/tests.ts';
import { contextOf } from '../origins.ts';
import { qualifiedSql } from '../qualified-text.ts';
import { plainItem, resolveItems, writtenItems } from '../select-items.ts';
import type { SelectItems } from '../select-items.ts';
import { windowedInput } from '../time-windows.ts';
import { buildAggregate, missingAggregation, refuseGroupOfAggregates } from './aggregate-build.ts';
import type { AggregateParts } from './aggregate-build.ts';
import { expandSets, overSets, placesOf, rememberSets } from './grouping-sets.ts';
import { isGroupable } from './distinct.ts';
import { filterList, filterWindows, resolveHaving } from './having.ts';
import { pivotAggregate } from './pivot.ts';
import { checkPipeItems, groupsByPosition } from './pipes.ts';
import { selectEnv, withUsedHidden } from './select.ts';
import { quotedSqlType } from '../../types/index.ts';
import { refuseStar } from '../misplaced-stars.ts';

type Written = readonly (Expression | NamedExpression)[];

export function aggregate(r: Aggregate, analysis: Analysis, scope: Scope): LogicalPlan {
  const below = analysis.relation(r.input, scope);
  if (r.groupType === 'pivot') return pivotAggregate(r, below, analysis, scope);
  let env = selectEnv(analysis, scope, below);
  const own = writtenItems(r.aggregateExpressions, env);
  const given = r.groupingExpressions.map((e) => plainItem(e, env));
  for (const g of given) refuseStar(g, 'Aggregate', contextOf(g.origin));
  const groups = r.pipe === 'AGGREGATE' && confBoolean(analysis.context.conf, 'spark.sql.groupByOrdinal', true) ? groupsByPosition(given, env) : given;
  const written: Written = r.isSql === true ? own : [...groups, ...own];
  const groupWords = r.isSql === true ? groupByAll(groups, written, env) : groups;
  let grouping = groupWords.map((g) => ('kind' in g ? g : resolveGroup(g, written, r, env)));
  const windowed = windowedInput(env, below, grouping);
  let input = below;
  if (windowed !== undefined) {
    grouping = grouping.map(windowed.replace);
    input = windowed.input;
    env = { ...selectEnv(analysis, scope, input), bound: env.bound };
  }
  const resolved = resolveItems(withGroupNames(written, groups, grouping, r, env), env, true);
  const items = windowed === undefined ? resolved.items : resolved.items.map((e) => (e.kind === 'generators' ? e : windowed.replace(e)));
  if (r.pipe !== undefined) checkPipeItems(r.pipe, own, resolved.items.slice(groups.length));
  refuseSpreadGroups(env, grouping);
  const node = built(env, r, withUsedHidden(input, [...items, ...grouping]), grouping, { items, lateral: resolved.lateral });
  checkReferences(node, env);
  return node;
}

/** Windows and functions of several rows as groups: Spark misses the columns in them among the groups. */
function refuseSpreadGroups(env: Env, grouping: readonly ResolvedExpression[]): void {
  for (const g of grouping) refuseGroupOfAggregates(env, g);
  const spread = grouping.find((g) => holdsWindow(stripAlias(g)) || holdsGenerator(stripAlias(g)));
  const [column] = spread === undefined ? [] : referencesOf(spread).values();
  if (column !== undefined) throw missingAggregation(env.analysis, column, false);
}

/** In the DataFrame API grouping expressions come first in the result: there they are the very same, not resolved again. */
function withGroupNames(written: Written, groups: Written, grouping: readonly ResolvedExpression[], r: Aggregate, env: Env): Written {
  if (r.isSql === true) return written;
  return written.map((e, i) => (i < groups.length ? groupColumn(env, groups[i] as Written[number], grouping[i] as ResolvedExpression) : e));
}

function groupColumn(env: Env, written: Written[number], value: ResolvedExpression): NamedExpression {
  const name = 'kind' in written ? undefined : aliasUnderCasts(written, env);
  return name === undefined ? named(env.analysis, value, true) : aliasOf(value, name, env.analysis.context.nextExprId());
}

function checkGroupable(grouping: readonly ResolvedExpression[]): void {
  const bad = grouping.find((g) => !isGroupable(g.type));
  if (bad === undefined) return;
  const sqlExpr = `"${toSql(stripAlias(bad))}"`;
  throw analysisError(
    'GROUP_EXPRESSION_TYPE_IS_NOT_ORDERABLE',
    '42822',
    { sqlExpr, dataType: quotedSqlType(bad.type) },
    `Rows cannot be grouped by ${sqlExpr}, because values of its type cannot be compared.`,
  );
}

function built(env: Env, r: Aggregate, input: LogicalPlan, grouping: readonly ResolvedExpression[], select: SelectItems): LogicalPlan {
  checkGroupable(grouping);
  const having = r.having === undefined ? {} : {
          having: (a: AggregateNode) => resolveHaving(env, r.having as Expression, a, r),
          havingOver: (a: AggregateNode, list: LogicalPlan) => filterList(env, r.having as Expression, a, list, r),
        };
  // One group of all rows, also of none.
  const one = grouping.length === 0 && (r.groupingSets ?? []).length < 2;
  if (r.groupType === 'groupby' || one) return placedHaving(r, () => buildAggregate(env, { input, grouping, ...select, ...having }));
  const distinct = distinctGroups(grouping);
  const sets = placesOf(r, grouping.length, (set, i) => placeOf(env, r, grouping, set, i)).map((set) => set.map((i) => distinct.place[i] as number));
  const expanded = expandSets(env, input, distinct.list, sets);
  rememberSets(expanded.input, expanded);
  const parts: AggregateParts = {
    input: expanded.input,
    grouping: [...expanded.keys.map((k) => k.column), expanded.id, ...(expanded.position === undefined ? [] : [expanded.position])],
    items: overSets(env, expanded, select.items),
    lateral: select.lateral,
    ...having,
    ...(r.having === undefined ? {} : { havingOverWindows: (a: AggregateNode, list: LogicalPlan) => filterWindows(env, r.having as Expression, a, list, r) }),
  };
  return buildAggregate(env, parts);
}

/** HAVING without GROUP BY makes the query one of a single group: what is missing is told of the whole query. */
function placedHaving<T>(r: Aggregate, build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (r.having === undefined || !(error instanceof SparkError) || error.condition !== 'MISSING_GROUP_BY') throw error;
    throw error.withContext(contextOf(r.origin));
  }
}

function distinctGroups(grouping: readonly ResolvedExpression[]): { readonly list: ResolvedExpression[]; readonly place: number[] } {
  const list: ResolvedExpression[] = [];
  const place = grouping.map((g) => {
    const known = list.findIndex((x) => semanticEquals(stripAlias(x), stripAlias(g)));
    return known >= 0 ? known : list.push(g) - 1;
  });
  return { list, place };
}

/** Where an expression of GROUPING SETS stands among the grouping expressions. */
function placeOf(env: Env, r: Aggregate, grouping: readonly ResolvedExpression[], set: number, i: number): number {
  const written = r.groupingSets?.[set]?.[i] as Expression;
  const key = expressionKey(stripAlias(resolveGroup(written, writtenItems(r.aggregateExpressions, env), r, env)));
  return Math.max(0, grouping.findIndex((g) => expressionKey(stripAlias(g)) === key));
}

/** A grouping expression: of the input, else an alias or a position of the select list. */
function resolveGroup(given: Expression, written: Written, r: Aggregate, env: Env): ResolvedExpression {
  const { conf } = env.analysis.context;
  const g = given.type === 'ExpressionString' ? parsedText(given, env) : given;
  const takesPositions = r.isSql === true || r.groupType === 'groupby';
  if (takesPositions && g.type === 'Literal' && g.dataType === 'integer' && confBoolean(conf, 'spark.sql.groupByOrdinal', true)) {
    return byPosition(Number(g.value), g, written, env);
  }
  const aliases = r.isSql === true && confBoolean(conf, 'spark.sql.groupByAliases', true);
  if (!aliases) return env.analysis.resolve(g, env);
  return env.analysis.resolve(g, {
    ...env,
    fallbacks: [...env.fallbacks, (parts) => (parts.length === 1 ? byAlias(parts[0] as string, written, env) : undefined)],
  });
}

function byAlias(name: string, written: Written, env: Env): ResolvedExpression | undefined {
  const found = written.find((e) => !('kind' in e) && e.type === 'Alias' && e.name.length === 1 && env.analysis.sameName(e.name[0] as string, name));
  if (found !== undefined && !('kind' in found)) return stripAlias(env.analysis.resolve(found, env));
  return byOwnName(name, written, env);
}

/** Items without an alias have a name too: a field's, or their text. */
function byOwnName(name: string, written: Written, env: Env): ResolvedExpression | undefined {
  for (const e of written) {
    if ('kind' in e || e.type === 'Alias') continue;
    const [item] = resolveItems([e], env, true).items;
    if (item?.kind === 'alias' && env.analysis.sameName(item.name, name)) return stripAlias(item);
  }
  return undefined;
}

function byPosition(position: number, g: Expression, written: Written, env: Env): ResolvedExpression {
  const context = contextOf(g.origin);
  const item = written[position - 1];
  if (item === undefined) {
    throw analysisError(
      'GROUP_BY_POS_OUT_OF_RANGE',
      '42805',
      { index: String(position), size: String(written.length) },
      `GROUP BY ${position} asks for a column that the select list has not: it has ${written.length}.`,
      context,
    );
  }
  const e = 'kind' in item ? item : env.analysis.resolve(item, env);
  if (holdsAggregate(e)) {
    const aliased = e.kind === 'alias' ? e : undefined;
    const name = aliased === undefined ? toName(e, env) : aliased.name;
    throw analysisError(
      'GROUP_BY_POS_AGGREGATE',
      '42903',
      { index: String(position), aggExpr: `${qualifiedSql(stripAlias(e))} AS ${quotedName(name)}` },
      `GROUP BY ${position} is an aggregate, and rows cannot be grouped by what comes of grouping them.`,
      context,
    );
  }
  return stripAlias(e);
}

function toName(e: ResolvedExpression, env: Env): string {
  const named = resolveItems([e as NamedExpression], env).items[0];
  return named !== undefined && named.kind === 'alias' ? named.name : qualifiedSql(e).replaceAll(/\b\w+\./g, '');
}
function quotedName(name: string): string {
  return /^\w+$/.test(name) ? name : `\`${name}\``;
}

/** `GROUP BY ALL`: by every item without an aggregate. Raises UNRESOLVED_ALL_IN_GROUP_BY where there is none, but columns outside of aggregates. */
function groupByAll(groups: Written, written: Written, env: Env): Written {
  const [only] = groups;
  if (groups.length !== 1 || only === undefined || 'kind' in only || !isWordAll(only, env)) return groups;
  const { items, lateral } = resolveItems(written, env, true);
  const usesAlias = (e: ResolvedExpression): boolean => someExpression(e, (x) => x.kind === 'attribute' && lateral.has(x.exprId));
  const values = items.flatMap((e) => (e.kind === 'generators' ? [] : [stripAlias(e)]));
  const keys = values.filter((e) => !holdsAggregate(e) && !usesAlias(e));
  if (keys.length === 0 && values.some((e) => columnsOutside(e, lateral).length > 0)) {
    throw analysisError('UNRESOLVED_ALL_IN_GROUP_BY', '42803', {}, 'GROUP BY ALL finds no groups: no item is without an aggregate, but some use columns outside of theirs. Name the groups.', contextOf(wholeClause(only.origin)));
  }
  const seen = new Set<string>();
  return keys.filter((k) => !seen.has(expressionKey(k)) && seen.add(expressionKey(k)) !== undefined) as unknown as NamedExpression[];
}

/** From GROUP on, where the place is that of the word behind GROUP BY. */
function wholeClause(word: Expression['origin']): Expression['origin'] {
  const { sqlText, start } = word ?? {};
  const clause = sqlText === undefined || start === undefined ? undefined : /group\s+by\s+$/i.exec(sqlText.slice(0, start));
  return clause === undefined || clause === null ? word : { ...word, start: clause.index };
}

function isWordAll(e: Expression, env: Env): boolean {
  if (e.type !== 'UnresolvedAttribute' || e.planId !== undefined || e.unparsedIdentifier.toLowerCase() !== 'all') return false;
  return !env.columns.some((a) => env.analysis.sameName(a.name, 'all'));
}

function columnsOutside(e: ResolvedExpression, lateral: ReadonlySet<ExprId>): AttributeReference[] {
  if (e.kind === 'aggregate') return [];
  if (e.kind === 'subquery') return [...e.outerReferences];
  if (e.kind === 'attribute') return lateral.has(e.exprId) ? [] : [e];
  return childrenOf(e).flatMap((c) => columnsOutside(c, lateral));
}
