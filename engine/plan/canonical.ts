/** When two expressions mean the same: equal up to names, origins and the order of commuting operands. */
import { unreachable } from '../core/index.ts';
import { simpleString } from '../types/index.ts';
import { literalText } from './literal-text.ts';
import { OPERATOR } from './operators.ts';
import type { Lambda, ResolvedBound, ResolvedExpression, SortOrder } from './resolved.ts';

const COMMUTATIVE: ReadonlySet<string> = new Set([OPERATOR.and, OPERATOR.or, OPERATOR.equal, OPERATOR.nullSafeEqual, OPERATOR.add, OPERATOR.multiply, '&', '|', '^']);
const MIRRORED: Readonly<Record<string, string>> = { [OPERATOR.greater]: OPERATOR.less, [OPERATOR.greaterOrEqual]: OPERATOR.lessOrEqual };

const memo = new WeakMap<ResolvedExpression, string>();

/** Equal keys if and only if `semanticEquals`. */
export function expressionKey(e: ResolvedExpression): string {
  const known = memo.get(e);
  if (known !== undefined) return known;
  const key = computeKey(e);
  memo.set(e, key);
  return key;
}

export function semanticEquals(a: ResolvedExpression, b: ResolvedExpression): boolean {
  return a === b || expressionKey(a) === expressionKey(b);
}

function keys(list: readonly ResolvedExpression[]): string {
  return list.map(expressionKey).join(',');
}

function lambdaKey(l: Lambda): string {
  let body = expressionKey(l.body);
  l.params.forEach((p, i) => {
    body = body.replaceAll(`λ${p.exprId};`, `λ_${i};`);
  });
  return `(${l.params.length}→${body})`;
}

export function sortOrderKey(o: SortOrder): string {
  return `${expressionKey(o.child)}${o.ascending ? '↑' : '↓'}${o.nullsFirst ? 'f' : 'l'}`;
}

function boundKey(b: ResolvedBound): string {
  return b.kind === 'offset' ? expressionKey(b.offset) : b.kind;
}

function computeKey(e: ResolvedExpression): string {
  switch (e.kind) {
    case 'attribute':
      return `#${e.exprId};`;
    case 'lambdaVariable':
      return `λ${e.exprId};`;
    case 'literal':
      return `'${JSON.stringify(literalText(e.value, e.type))}:${simpleString(e.type)}'`;
    case 'alias':
      return expressionKey(e.child);
    case 'cast':
      return `cast(${expressionKey(e.child)} ${simpleString(e.type)} ${e.mode})`;
    case 'call': {
      const parts = e.args.map(expressionKey);
      const mirrored = MIRRORED[e.fn.name];
      if (mirrored !== undefined) return `${mirrored}(${parts.reverse().join(',')})`;
      if (COMMUTATIVE.has(e.fn.name)) parts.sort();
      return `${e.fn.name}${e.instance === undefined ? '' : `@${e.instance}`}(${parts.join(',')})`;
    }
    case 'higherOrder':
      return `${e.fn.name}(${e.args.map((a) => (a.kind === 'lambda' ? lambdaKey(a) : expressionKey(a))).join(',')})`;
    case 'aggregate': {
      const order = (e.orderWithinGroup ?? []).map(sortOrderKey).join(',');
      const filter = e.filter === undefined ? '' : ` where ${expressionKey(e.filter)}`;
      return `agg ${e.fn.name}(${e.distinct ? 'distinct ' : ''}${e.ignoreNulls ? 'ignore ' : ''}${keys(e.args)}|${order}${filter})`;
    }
    case 'windowFunction':
      return `win ${e.fn.name}(${e.ignoreNulls ? 'ignore ' : ''}${keys(e.args)})`;
    case 'window': {
      const frame = `${e.frame.frameType} ${boundKey(e.frame.lower)} ${boundKey(e.frame.upper)}`;
      return `${expressionKey(e.function)} over(${keys(e.partitionBy)}|${e.orderBy.map(sortOrderKey).join(',')}|${frame})`;
    }
    case 'generator':
      return `gen ${e.fn.name}(${keys(e.args)})`;
    case 'pythonUdf':
      return `udf${e.functionId}(${keys(e.args)})${e.deterministic ? '' : `@${uniqueNumber(e)}`}`;
    case 'subquery':
      return `subquery${uniqueNumber(e.plan)} ${e.subqueryType}(${keys(e.inValues ?? [])}|${keys(e.conditions ?? [])})`;
    default:
      return unreachable(e);
  }
}

const numbers = new WeakMap<object, number>();
let next = 0;

/** A number by which one object differs from all others. */
function uniqueNumber(o: object): number {
  let n = numbers.get(o);
  if (n === undefined) {
    n = next++;
    numbers.set(o, n);
  }
  return n;
}
