/** Expressions as plans print them (`Expression.toString`): ids shown, `cast(x#1 as bigint)`, `isnotnull(a#0)`. */
import { unreachable } from '../core/index.ts';
import { catalogString, simpleString } from '../types/index.ts';
import { argumentText } from './argument-text.ts';
import { literalText } from './literal-text.ts';
import { isOperator } from './operators.ts';
import type { OperatorName } from './operators.ts';
import type {
  AggregateCall,
  AttributeReference,
  HigherOrderCall,
  ResolvedBound,
  ResolvedExpression,
  ResolvedFrame,
  ScalarCall,
  SortOrder,
  SubqueryCall,
  WindowCall,
} from './resolved.ts';

function idSuffix(type: AttributeReference['type']): string {
  return type.kind === 'long' ? 'L' : '';
}

/** `name#12`, with `L` behind the id of a bigint. */
export function attributeText(a: AttributeReference): string {
  const delay = a.metadata?.['spark.watermarkDelayMs'];
  const watermark = delay === undefined ? '' : `-T${String(delay)}ms`;
  return `${a.name}#${a.exprId}${watermark}${idSuffix(a.type)}`;
}

export function expressionText(e: ResolvedExpression): string {
  switch (e.kind) {
    case 'attribute':
      return e.outer === true ? `outer(${attributeText(e)})` : attributeText(e);
    case 'literal':
      return literalText(e.value, e.type);
    case 'alias': {
      const delay = e.metadata?.['spark.watermarkDelayMs'];
      return `${expressionText(e.child)} AS ${e.name}#${e.exprId}${delay === undefined ? '' : `-T${String(delay)}ms`}${idSuffix(e.type)}`;
    }
    case 'lambdaVariable':
      return `lambda ${e.name}#${e.exprId}${idSuffix(e.type)}`;
    case 'cast':
      return `${e.mode === 'try' ? 'try_cast' : 'cast'}(${expressionText(e.child)} as ${catalogString(e.type)})`;
    case 'call':
      return callText(e);
    case 'higherOrder':
      return higherOrderText(e);
    case 'aggregate':
      return aggregateText(e);
    case 'windowFunction':
      return `${e.fn.name}(${e.args.map(expressionText).join(', ')})`;
    case 'generator': {
      const { userTable } = e.fn;
      const args = e.args.map((a, i) => argumentText(userTable?.argNames[i], expressionText(a)));
      return `${e.fn.name}(${args.join(', ')})${userTable === undefined ? '' : `#${userTable.resultId}`}`;
    }
    case 'window':
      return windowText(e);
    case 'pythonUdf':
      return `${e.name}(${e.args.map((a, i) => argumentText(e.argNames?.[i], expressionText(a))).join(', ')})#${e.functionId}${idSuffix(e.type)}`;
    case 'subquery':
      return subqueryText(e);
    default:
      return unreachable(e);
  }
}

/** Operators print as in SQL, with a few in function form; other functions by name. */
function callText(e: ScalarCall): string {
  const args = e.args.map(expressionText);
  const is = (name: OperatorName): boolean => isOperator(e, name);
  if (is('isNull')) return `isnull(${args[0]})`;
  if (is('isNotNull')) return `isnotnull(${args[0]})`;
  if (is('not')) return `NOT ${args[0]}`;
  if (e.inSet === true) return `${args[0]} INSET ${args.slice(1).sort().join(', ')}`;
  if (is('in')) return `${args[0]} IN (${args.slice(1).join(',')})`;
  if (is('if')) return `if (${args[0]}) ${args[1]} else ${args[2]}`;
  if (e.fn.planText !== undefined) return e.fn.planText(args);
  return e.fn.sql === undefined ? `${e.fn.name}(${args.join(', ')})` : e.fn.sql(args, false);
}

function higherOrderText(e: HigherOrderCall): string {
  const args = e.args.map((a) => {
    if (a.kind !== 'lambda') return expressionText(a);
    const parts = [expressionText(a.body), ...a.params.map(expressionText)];
    return `lambdafunction(${parts.join(', ')}, false)`;
  });
  return `${e.fn.name}(${args.join(', ')})`;
}

function aggregateText(e: AggregateCall): string {
  const text = `${e.fn.name}(${e.distinct ? 'distinct ' : ''}${aggregateArguments(e).join(', ')})`;
  return e.filter === undefined ? text : `${text} FILTER (WHERE ${expressionText(e.filter)})`;
}

function aggregateArguments(e: AggregateCall): readonly string[] {
  const args = e.args.map(expressionText);
  if (e.fn.planArguments === undefined) return args;
  const keys = (e.orderWithinGroup ?? []).map((o) => ({ text: sortOrderText(o), value: expressionText(o.child), ascending: o.ascending }));
  return e.fn.planArguments(args, { keys, ...(e.ignoreNulls === undefined ? {} : { ignoreNulls: e.ignoreNulls }) });
}

/** `a#1 ASC NULLS FIRST`. */
export function sortOrderText(o: SortOrder): string {
  return `${expressionText(o.child)} ${o.ascending ? 'ASC' : 'DESC'} NULLS ${o.nullsFirst ? 'FIRST' : 'LAST'}`;
}

function boundText(b: ResolvedBound): string {
  switch (b.kind) {
    case 'currentRow':
      return 'currentrow$()';
    case 'unboundedPreceding':
      return 'unboundedpreceding$()';
    case 'unboundedFollowing':
      return 'unboundedfollowing$()';
    case 'offset':
      return expressionText(b.offset);
  }
}

/** `specifiedwindowframe(RowFrame, unboundedpreceding$(), currentrow$())`. */
export function frameText(frame: ResolvedFrame): string {
  const type = frame.frameType === 'row' ? 'RowFrame' : 'RangeFrame';
  return `specifiedwindowframe(${type}, ${boundText(frame.lower)}, ${boundText(frame.upper)})`;
}

function windowText(e: WindowCall): string {
  const spec = [...e.partitionBy.map(expressionText), ...e.orderBy.map(sortOrderText), frameText(e.frame)];
  return `${expressionText(e.function)} windowspecdefinition(${spec.join(', ')})`;
}

function subqueryText({ subqueryType, inValues, outerReferences, exprId, dynamicPruning }: SubqueryCall): string {
  if (dynamicPruning !== undefined) return `dynamicpruning#${exprId} [${(inValues ?? []).map(expressionText).join(', ')}]`;
  const name = { scalar: 'scalar-subquery', exists: 'exists', in: 'list' }[subqueryType];
  const text = `${name}${exprId === undefined ? '' : `#${exprId}`} [${outerReferences.map(attributeText).join(', ')}]`;
  return subqueryType === 'in' ? `${(inValues ?? []).map(expressionText).join(', ')} IN (${text})` : text;
}

/** A type as plans print it. */
export const typeText = simpleString;
