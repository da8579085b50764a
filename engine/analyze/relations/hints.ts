/** Hints: how to join, and into how many partitions to spread. */
import { analysisError } from '../../core/index.ts';
import { adaptiveEnabled } from '../../physical/conf.ts';
import { parseMultipartIdentifier } from '../../sql/index.ts';
import { parseName, quoteIfNeeded } from '../../types/index.ts';
import { hintNode, repartitionByExpressionNode, repartitionNode, inputsOf, stripAlias, withInputs } from '../../plan/index.ts';
import type { Expression, Hint, JoinStrategyHint, LogicalPlan } from '../../plan/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { sqlOf } from '../aliases.ts';
import { checkPartitions, spreadByKeys } from './sort.ts';

const STRATEGIES: Readonly<Record<string, JoinStrategyHint>> = {
  broadcast: 'broadcast',
  broadcastjoin: 'broadcast',
  mapjoin: 'broadcast',
  merge: 'merge',
  shuffle_merge: 'merge',
  mergejoin: 'merge',
  shuffle_hash: 'shuffle_hash',
  shuffle_replicate_nl: 'shuffle_replicate_nl',
};

/** A hint that Spark does not know changes nothing. */
export function hint(r: Hint, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const name = r.name.toLowerCase();
  const strategy = Object.hasOwn(STRATEGIES, name) ? STRATEGIES[name] : undefined;
  if (strategy !== undefined) {
    const names = r.parameters.map((e) => relationName(e, envOf(analysis, scope, [input])));
    return names.length === 0 ? hintNode(input, strategy) : hintRelations(input, names, strategy, analysis);
  }
  return spread(r, input, analysis, scope) ?? { ...input };
}

function relationName(e: Expression, env: Env): string {
  if (e.type === 'UnresolvedAttribute') return parseName(e.unparsedIdentifier).at(-1) as string;
  if (isText(e)) return e.value;
  const parameters = { unsupported: `"${writtenText(e, env)}"`, class: `class org.apache.spark.sql.catalyst.${CLASSES[e.type] ?? `expressions.${e.type}`}` };
  throw analysisError('_LEGACY_ERROR_TEMP_1046', null, parameters, `A hint of how to join takes names of relations, not ${parameters.unsupported}.`);
}

/** Spark's classes of what is not resolved yet. */
const CLASSES: Readonly<Record<string, string>> = { UnresolvedFunction: 'analysis.UnresolvedFunction', UnresolvedStar: 'analysis.UnresolvedStar', UnresolvedExtractValue: 'analysis.UnresolvedExtractValue' };

/** `broadcast(t)`: on the relation of that name below, wherever it stands in the query. */
function hintRelations(plan: LogicalPlan, names: readonly string[], strategy: JoinStrategyHint, analysis: Analysis): LogicalPlan {
  const mark = (p: LogicalPlan): LogicalPlan => {
    if (p.node === 'SubqueryAlias') return names.some((n) => analysis.sameName(n, p.alias)) ? hintNode(p, strategy) : p;
    return withInputs(p, inputsOf(p).map(mark));
  };
  return mark(plan);
}

function spread(r: Hint, input: LogicalPlan, analysis: Analysis, scope: Scope): LogicalPlan | undefined {
  const { parameters } = r;
  const name = r.name.toUpperCase();
  const env = envOf(analysis, scope, [input]);
  const numPartitions = countIn(parameters);
  const given = numPartitions === undefined ? parameters : parameters.slice(1);
  const keyless = given.length === 0;
  const keys = (): Expression[] => keysOf(name, given, env);
  switch (name) {
    case 'COALESCE':
      if (numPartitions === undefined || !keyless) {
        throw analysisError('_LEGACY_ERROR_TEMP_1048', null, { hintName: name }, `The hint ${name} takes one number of partitions, as in COALESCE(2).`);
      }
      checkPartitions(numPartitions);
      return repartitionNode(input, numPartitions, false);
    case 'REPARTITION':
      if (numPartitions === undefined || !keyless) return spreadByKeys(input, { partitionExprs: keys(), numPartitions }, analysis, scope);
      checkPartitions(numPartitions);
      return repartitionNode(input, numPartitions, true);
    case 'REPARTITION_BY_RANGE':
      return spreadByKeys(input, { partitionExprs: keys(), byRange: !keyless, numPartitions }, analysis, scope);
    case 'REBALANCE': {
      // Without adaptive execution nothing would even the partitions out.
      if (!adaptiveEnabled(analysis.context.conf)) return undefined;
      const resolved = keys().map((e) => stripAlias(analysis.resolve(e, env)));
      checkPartitions(numPartitions);
      return repartitionByExpressionNode(input, resolved, { numPartitions, rebalance: true });
    }
    default:
      return undefined;
  }
}

const isText = (e: Expression): e is Extract<Expression, { type: 'Literal' }> & { value: string } => e.type === 'Literal' && e.dataType === 'string' && typeof e.value === 'string';

/** How many partitions a hint asks for, which is told first and as an INT. */
function countIn([first]: readonly Expression[]): number | undefined {
  return first?.type === 'Literal' && first.dataType === 'integer' && typeof first.value === 'number' ? first.value : undefined;
}

/** The columns behind the number of partitions. Texts are names as well. */
function keysOf(hintName: string, keys: readonly Expression[], env: Env): Expression[] {
  const names = keys.map((e): Expression => (isText(e) ? { type: 'UnresolvedAttribute', unparsedIdentifier: joinParts(parseMultipartIdentifier(e.value)) } : e));
  const sorted = names.filter((e) => e.type === 'SortOrder');
  if (sorted.length > 0 && hintName === 'REPARTITION') {
    const sortOrders = `List(${sorted.map((e) => `'${writtenText(e, env)}`).join(', ')})`;
    throw analysisError('_LEGACY_ERROR_TEMP_1127', null, { sortOrders }, `REPARTITION takes columns without a direction, not ${sortOrders}. Use REPARTITION_BY_RANGE.`);
  }
  const invalid = names.filter((e) => e.type !== 'UnresolvedAttribute');
  if (invalid.length > 0) {
    const invalidParams = invalid.map((e) => `"${writtenText(e, env)}"`).join(', ');
    throw analysisError('_LEGACY_ERROR_TEMP_1047', null, { hintName, invalidParams }, `The hint ${hintName} takes a number of partitions first and columns behind it, not ${invalidParams}.`);
  }
  return names;
}

const joinParts = (parts: readonly string[]): string => parts.map(quoteIfNeeded).join('.');

/** A parameter as it was written, as far as Spark's errors tell it. */
function writtenText(e: Expression, env: Env): string {
  switch (e.type) {
    case 'UnresolvedAttribute':
      return e.unparsedIdentifier;
    case 'UnresolvedStar':
      return 'unresolvedstar()';
    case 'UnresolvedFunction':
      return `${quoteIfNeeded(e.functionName)}(${e.arguments.map((a) => writtenText(a, env)).join(', ')})`;
    case 'SortOrder':
      return `${writtenText(e.child, env)} ${e.direction === 'ascending' ? 'ASC' : 'DESC'} NULLS ${e.nullOrdering === 'nullsFirst' ? 'FIRST' : 'LAST'}`;
    default:
      return sqlOf(env.analysis, env.analysis.resolve(e, env));
  }
}
