/** `describe`, `summary`, `crosstab`, `freqItems`, `sampleBy`. */
import { SparkError } from '../../core/index.ts';
import { COLLECT_FREQUENT_ITEMS } from '../../functions/frequent-items/index.ts';
import { aggregateNode, filterNode, generateNode, literal, OPERATOR, projectNode, stringLiteral, stripAlias, toAttribute } from '../../plan/index.ts';
import type { AggregateCall, AttributeReference, LogicalPlan, NamedExpression, ResolvedExpression, StatCrosstab, StatFreqItems, StatSampleBy, StatSummary } from '../../plan/index.ts';
import { arrayType, DoubleType, IntegerType, isNumeric, isString, LongType, parseName, StringType } from '../../types/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';
import { lookUp } from '../expressions/attributes.ts';
import { castTo, tryCastTo } from '../expressions/casts.ts';
import { generatorColumns } from '../generators.ts';
import { unresolvedColumn } from '../suggestions.ts';
import { pivoted, valuesInData } from './pivot.ts';

const SUMMARY: readonly string[] = ['count', 'mean', 'stddev', 'min', '25%', '50%', '75%', 'max'];

function columnNamed(env: Env, name: string): AttributeReference {
  const parts = parseName(name);
  const found = lookUp(env, parts, env.columns);
  if (found?.kind !== 'attribute') throw unresolvedColumn(parts, env.columns);
  return found;
}

/** A row for each statistic, a column for each column of numbers or texts; all as texts. */
export function summary(r: StatSummary, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const env = envOf(analysis, scope, [input]);
  const statistics = r.statistics.length === 0 ? SUMMARY : r.statistics;
  for (const s of statistics) checkStatistic(s);
  const selected = r.cols.length === 0 ? input : projectNode(input, r.cols.map((c) => columnNamed(env, c)));
  const columns = selected.output.filter((a) => isNumeric(a.type) || isString(a.type));
  const maps = columns.map((a) => aliasOf(statisticsOf(env, a, statistics), a.name, analysis.context.nextExprId()));
  const aggregate = aggregateNode(selected, [], maps);
  const names = analysis.call(env, 'explode', [analysis.call(env, 'array', statistics.map(stringLiteral))]);
  if (names.kind !== 'generator') return aggregate;
  const [summaryColumn] = generatorColumns(analysis, names, ['summary']) as [AttributeReference];
  const named: AttributeReference = { ...summaryColumn, nullable: true };
  const generated = generateNode(aggregate, names, false, [named]);
  const cells = maps.map((m): NamedExpression => aliasOf(analysis.call(env, 'element_at', [toAttribute(m), named]), m.name, analysis.context.nextExprId()));
  return projectNode(generated, [aliasOf(named, 'summary', analysis.context.nextExprId()), ...cells]);
}

function checkStatistic(s: string): void {
  if (/^\d+(\.\d+)?%$/.test(s) && Number.parseFloat(s) > 100) {
    throw new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: `A percentile must lie between 0% and 100%, but is ${s}.` });
  }
  if (/^\d+(\.\d+)?%$/.test(s) || ['count', 'count_distinct', 'approx_count_distinct', 'mean', 'stddev', 'min', 'max'].includes(s)) return;
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'UNRECOGNIZED_STATISTIC',
    sqlState: '42704',
    parameters: { stats: `'${s}'` },
    sentence: `${s} is no statistic: take count, mean, stddev, min, max or a percentile such as 75%.`,
  });
}

/** A map from each statistic's name to its value as text. */
function statisticsOf(env: Env, a: AttributeReference, statistics: readonly string[]): ResolvedExpression {
  const { analysis } = env;
  const text = (e: ResolvedExpression): ResolvedExpression => castTo(analysis, e, StringType);
  const pairs = statistics.flatMap((s) => [stringLiteral(s), text(statisticOf(env, a, s))]);
  return analysis.call(env, 'map', pairs);
}

function statisticOf(env: Env, a: AttributeReference, s: string): ResolvedExpression {
  const call = (name: string, ...args: readonly ResolvedExpression[]): ResolvedExpression => env.analysis.call(env, name, args);
  const asNumber = isNumeric(a.type) ? a : tryCastTo(a, DoubleType);
  switch (s) {
    case 'count':
      return call('count', a);
    case 'count_distinct': {
      const counted = call('count', a);
      return counted.kind === 'aggregate' ? { ...counted, distinct: true } : counted;
    }
    case 'approx_count_distinct':
      return call('approx_count_distinct', a);
    case 'mean':
      return call('avg', asNumber);
    case 'stddev':
      return call('stddev', asNumber);
    case 'min':
    case 'max':
      return call(s, a);
    default:
      return call('percentile_approx', asNumber, literal(Number(s.slice(0, -1)) / 100, DoubleType));
  }
}

/** How often each pair of values occurs: a row for each value of one column, a column for each of the other. */
export function crosstab(r: StatCrosstab, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const env = envOf(analysis, scope, [input]);
  const [a, b] = [columnNamed(env, r.col1), columnNamed(env, r.col2)];
  const { nextExprId } = analysis.context;
  const call = (name: string, args: readonly ResolvedExpression[]): ResolvedExpression => analysis.call(env, name, args);
  const shown = (e: ResolvedExpression, text: ResolvedExpression): ResolvedExpression => call(OPERATOR.when, [call(OPERATOR.isNull, [e]), stringLiteral('null'), text]);
  const rows = aliasOf(shown(a, castTo(analysis, a, StringType)), `${r.col1}_${r.col2}`, nextExprId());
  const text = call('replace', [castTo(analysis, b, StringType), stringLiteral('`'), stringLiteral('')]);
  const column = shown(b, text);
  const counted = aliasOf(call('count', [literal(1, IntegerType)]), 'count', nextExprId());
  const table = pivoted(env, input, { groups: [rows], column, aggregates: [counted], values: valuesInData(env, input, column) });
  const [first, ...rest] = table.output as readonly [AttributeReference, ...AttributeReference[]];
  const cells = rest.map((c) => aliasOf(call(OPERATOR.coalesce, [c, literal(0n, LongType)]), c.name, nextExprId()));
  return projectNode(table, [first, ...cells]);
}

export function freqItems(r: StatFreqItems, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const env = envOf(analysis, scope, [input]);
  const size = Math.floor(1 / r.support);
  const items = r.cols.map((name) => {
    const a = columnNamed(env, name);
    const call: AggregateCall = {
      kind: 'aggregate',
      fn: COLLECT_FREQUENT_ITEMS,
      args: [a, literal(size, IntegerType)],
      distinct: false,
      type: arrayType(a.type, a.nullable),
      nullable: false,
    };
    return aliasOf(call, `${name}_freqItems`, analysis.context.nextExprId());
  });
  return aggregateNode(input, [], items);
}

/** Keeps a share of the rows of each stratum; rows of other strata are dropped. */
export function sampleBy(r: StatSampleBy, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const env = envOf(analysis, scope, [input]);
  const column = stripAlias(analysis.resolve(r.col, env));
  const call = (name: string, args: readonly ResolvedExpression[]): ResolvedExpression => analysis.call(env, name, args);
  const branches = r.fractions.flatMap(({ stratum, fraction }) => [
    call(OPERATOR.nullSafeEqual, [column, stripAlias(analysis.resolve(stratum, env))]),
    literal(fraction, DoubleType),
  ]);
  const share = branches.length === 0 ? literal(0, DoubleType) : call(OPERATOR.when, [...branches, literal(0, DoubleType)]);
  const seed = BigInt(r.seed ?? analysis.context.environment.seed());
  return filterNode(input, call(OPERATOR.less, [call('rand', [literal(seed, LongType)]), share]));
}
