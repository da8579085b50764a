/** PIVOT and UNPIVOT. */
import type { Expression, Relation } from '../plan/index.ts';
import { alias, attribute, call, intLiteral, textLiteral } from './build.ts';
import { namedExpression } from './expressions.ts';
import type { Parser } from './parser.ts';

/** `PIVOT (sum(a) AS s, max(b) FOR c IN ('x' AS xx, 'y'))`: grouped by all columns that it does not name. */
export function pivot(p: Parser, input: Relation): Relation {
  p.expect('PIVOT', '(');
  const aggregates = p.commaList(() => (p.is('FOR') ? p.fail() : aggregate(p)));
  p.expect('FOR');
  const col = pivotColumn(p);
  p.expect('IN');
  const values = p.parenthesized(() => p.commaList(() => namedExpression(p)));
  p.expect(')');
  return {
    type: 'Aggregate',
    input,
    groupType: 'pivot',
    groupingExpressions: [],
    aggregateExpressions: aggregates,
    isSql: true,
    pivot: { col, values },
  };
}

/** As a named expression, but FOR is no alias. */
function aggregate(p: Parser): Expression {
  const from = p.index;
  const e = p.grammar.expression(p);
  if (p.is('FOR')) return e;
  const hasName = p.accept('AS') || p.isIdentifier();
  return hasName ? alias(e, p.identifier(), p.originFrom(from)) : e;
}

function pivotColumn(p: Parser): Expression {
  const from = p.index;
  if (!p.is('(')) return attribute([p.identifier()], p.originFrom(from));
  const names = p.identifierList();
  const fields = names.flatMap((n) => [textLiteral(n), attribute([n])]);
  return call('named_struct', fields, p.originFrom(from));
}

/** One value of UNPIVOT's list: the columns that it reads, and what it is called. */
interface UnpivotItem {
  readonly columns: readonly (readonly string[])[];
  readonly name: string;
}

function unpivotItem(p: Parser): UnpivotItem {
  const columns = p.is('(')
    ? p.parenthesized(() => p.commaList(() => p.multipartIdentifier()))
    : [p.multipartIdentifier()];
  const plain = columns.map((c) => c.at(-1) as string).join('_');
  const named = p.accept('AS') || p.isIdentifier();
  return { columns, name: named ? p.identifier() : plain };
}

/** `UNPIVOT (v FOR n IN (a, b AS bb))`: a row for each of the columns; the other columns stay. */
export function unpivot(p: Parser, input: Relation): Relation {
  p.expect('UNPIVOT');
  const keepsNulls = p.accept('INCLUDE', 'NULLS');
  if (!keepsNulls) p.accept('EXCLUDE', 'NULLS');
  p.expect('(');
  const several = p.is('(');
  const valueNames = several ? p.identifierList() : [p.identifier()];
  p.expect('FOR');
  const variable = p.identifier();
  p.expect('IN');
  const items = p.parenthesized(() => p.commaList(() => unpivotItem(p)));
  p.expect(')');
  const result = several ? stacked(input, items, variable, valueNames) : single(input, items, variable, valueNames[0] as string);
  if (keepsNulls) return result;
  const present = valueNames.map((n): Expression => call('isNotNull', [attribute([n])]));
  return { type: 'Filter', input: result, condition: present.reduce((a, b) => call('or', [a, b])) };
}

function otherColumns(items: readonly UnpivotItem[]): Expression {
  return { type: 'UnresolvedStar', except: items.flatMap((item) => item.columns) };
}

function single(input: Relation, items: readonly UnpivotItem[], variable: string, value: string): Relation {
  const values = items.map(({ columns, name }): Expression => {
    const [column = []] = columns;
    const e = attribute(column);
    return column.at(-1) === name ? e : alias(e, name);
  });
  return { type: 'Unpivot', input, ids: [otherColumns(items)], values, variableColumnName: variable, valueColumnName: value };
}

/** Several value columns at once: the rows of stack(), beside the columns that stay. */
function stacked(
  input: Relation,
  items: readonly UnpivotItem[],
  variable: string,
  valueNames: readonly string[],
): Relation {
  const cells = items.flatMap((item) => [textLiteral(item.name), ...item.columns.map((c) => attribute(c))]);
  const generated: Relation = {
    type: 'Generate',
    input,
    generator: call('stack', [intLiteral(items.length), ...cells]),
    outer: false,
    generatorOutput: [variable, ...valueNames],
  };
  return { type: 'Project', input: generated, expressions: [otherColumns(items)] };
}
