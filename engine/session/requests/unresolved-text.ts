/** Expressions as they were written, before names are looked up: as the parsed plan of `explain(extended)` shows them. */
import { literalText } from '../../plan/index.ts';
import type { Expression, SortOrderExpr, SubqueryExpression, UnresolvedFunction } from '../../plan/index.ts';
import { parseExpression, parseMultipartIdentifier } from '../../sql/index.ts';
import type { ParseOptions } from '../../sql/index.ts';
import { catalogString, decodeWire, parseType, typeFromJson } from '../../types/index.ts';

/** What stands behind a name that is resolved already; undefined where that is not known. */
export interface KnownNames {
  /** A column bound to a DataFrame (`df["a"]`), with its id. */
  readonly bound: (planId: number, name: string) => string | undefined;
  /** The id that an alias has in the analyzed plan. */
  readonly alias: (name: string) => string | undefined;
  /** The id that a subquery has in the analyzed plan. */
  readonly subquery: (e: SubqueryExpression) => number | undefined;
  /** What texts are read with. */
  readonly settings: ParseOptions;
}

/** Thrown for what has no text here: then the analyzed plan is shown. */
export class NoText extends Error {}

const INFIX: Readonly<Record<string, string>> = { '==': '=', '<': '<', '<=': '<=', '>': '>', '>=': '>=', '<=>': '<=>', '+': '+', '-': '-', '*': '*', '/': '/', '%': '%', and: 'AND', or: 'OR' };
const PREFIX_NAMES: Readonly<Record<string, string>> = { isnull: 'isNull', isnotnull: 'isNotNull', '==': '=', not: '!' };

/** `isSql`: written in SQL, where operators have forms of their own; else in the DataFrame API, where they are functions. */
export function unresolvedText(e: Expression, isSql: boolean, names: KnownNames): string {
  const inner = (x: Expression): string => unresolvedText(x, isSql, names);
  switch (e.type) {
    case 'Literal':
      return literalText(decodeWire(typeOf(e.dataType), e.value), typeOf(e.dataType));
    case 'UnresolvedAttribute': {
      if (e.planId === undefined) return `'${parseMultipartIdentifier(e.unparsedIdentifier).join('.')}`;
      return known(names.bound(e.planId, e.unparsedIdentifier));
    }
    case 'UnresolvedStar':
      if (e.except !== undefined || e.planId !== undefined) throw new NoText();
      return e.unparsedTarget ?? '*';
    case 'UnresolvedFunction':
      return isSql ? sqlFunction(e, inner) : apiFunction(e, inner);
    case 'ExpressionString':
      return unresolvedText(parseExpression(e.expression, names.settings), true, names);
    case 'Alias':
      if (e.name.length !== 1) throw new NoText();
      return `${inner(e.expr)} AS ${e.name[0]}#${known(names.alias(e.name[0] as string))}`;
    case 'Cast':
      if (e.evalMode !== undefined) throw new NoText();
      return `cast(${inner(e.expr)} as ${catalogString(typeOf(e.toType))})`;
    case 'SortOrder':
      return orderText(e, inner);
    case 'Window': {
      if (e.windowName !== undefined || e.frameSpec !== undefined) throw new NoText();
      const spec = [...e.partitionSpec.map(inner), ...e.orderSpec.map((o) => orderText(o, inner)), 'unspecifiedframe$()'];
      return `${inner(e.windowFunction)} windowspecdefinition(${spec.join(', ')})`;
    }
    case 'SubqueryExpression': {
      const id = names.subquery(e);
      if (id === undefined) throw new NoText();
      if (e.subqueryType === 'in') return `${(e.inValues ?? []).map(inner).join(', ')} IN (list#${id} [])`;
      return `${e.subqueryType === 'exists' ? 'exists' : 'scalar-subquery'}#${id} []`;
    }
    default:
      throw new NoText();
  }
}

/** An item of a select list: what has no name yet is marked. */
export function itemText(e: Expression, isSql: boolean, names: KnownNames): string {
  const text = unresolvedText(e, isSql, names);
  const parsed = e.type === 'ExpressionString' ? parseExpression(e.expression, names.settings) : e;
  return parsed.type === 'Alias' || parsed.type === 'UnresolvedAttribute' || parsed.type === 'UnresolvedStar' ? text : `unresolvedalias(${text})`;
}

function known(text: string | undefined): string {
  if (text === undefined) throw new NoText();
  return text;
}

function typeOf(json: Parameters<typeof typeFromJson>[0]): ReturnType<typeof parseType> {
  return typeof json === 'string' && !json.startsWith('{') && !json.startsWith('"') ? parseType(json) : typeFromJson(json);
}

function orderText(o: SortOrderExpr, inner: (e: Expression) => string): string {
  return `${inner(o.child)} ${o.direction === 'ascending' ? 'ASC' : 'DESC'} NULLS ${o.nullOrdering === 'nullsFirst' ? 'FIRST' : 'LAST'}`;
}

function requirePlain(e: UnresolvedFunction): void {
  if (e.filter !== undefined || e.withinGroup !== undefined || e.ignoreNulls === true || e.isDistinct === true) throw new NoText();
}

function sqlFunction(e: UnresolvedFunction, inner: (e: Expression) => string): string {
  requirePlain(e);
  const args = e.arguments.map(inner);
  const [a, b] = args;
  const name = e.functionName.toLowerCase();
  const infix = INFIX[name];
  if (infix !== undefined && args.length === 2) return `(${a} ${infix} ${b})`;
  switch (name) {
    case 'not':
      return `NOT ${a}`;
    case '!=':
      return `NOT (${a} = ${b})`;
    case 'isnull':
    case 'isnotnull':
      return `${name}(${a})`;
    case 'in':
      return `${a} IN (${args.slice(1).join(',')})`;
    case 'when': {
      const pairs = Array.from({ length: Math.floor(args.length / 2) }, (_, i) => `WHEN ${args[i * 2]} THEN ${args[i * 2 + 1]}`);
      return `CASE ${pairs.join(' ')}${args.length % 2 === 1 ? ` ELSE ${args.at(-1)}` : ''} END`;
    }
    default:
      if (!/^\w+$/.test(name) || name === 'between') throw new NoText();
      return `'${e.functionName}(${args.join(', ')})`;
  }
}

function apiFunction(e: UnresolvedFunction, inner: (e: Expression) => string): string {
  requirePlain(e);
  const args = e.arguments.map(inner).join(', ');
  const name = PREFIX_NAMES[e.functionName.toLowerCase()] ?? e.functionName;
  if (name === '!=' || name === 'when' || name === 'in') throw new NoText();
  return /^\w+$/.test(name) ? `'${name}(${args})` : `'\`${name}\`(${args})`;
}
