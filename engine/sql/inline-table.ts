/** `VALUES (1, 'a'), (2, 'b')`. */
import type { Expression, Relation } from '../plan/index.ts';
import { parseError } from './errors.ts';
import { tableAlias } from './clauses.ts';
import type { Parser } from './parser.ts';

/** One row: a row constructor's values, or a single value. */
function row(p: Parser): Expression[] {
  const e = p.grammar.expression(p);
  if (e.type !== 'UnresolvedFunction') return [e];
  if (e.functionName === 'named_struct' && p.sql[e.origin?.start ?? 0] === '(') return e.arguments.filter((_, i) => i % 2 === 1);
  return e.functionName === 'struct' ? [...e.arguments] : [e];
}

/** VALUES and the alias behind it. Raises INVALID_INLINE_TABLE.NUM_COLUMNS_MISMATCH. */
export function inlineTable(p: Parser): Relation {
  const from = p.index;
  p.expect('VALUES');
  const rows = p.commaList(() => row(p));
  const alias = tableAlias(p);
  const origin = p.originFrom(from);
  const expected = alias?.columns?.length ?? rows[0]?.length ?? 0;
  const wrong = rows.findIndex((r) => r.length !== expected);
  if (wrong >= 0) {
    const actual = rows[wrong]?.length ?? 0;
    throw parseError(
      'INVALID_INLINE_TABLE.NUM_COLUMNS_MISMATCH',
      '42000',
      { expectedNumCols: String(expected), actualNumCols: String(actual), rowIndex: String(wrong) },
      `Row ${wrong} of VALUES has ${actual} values where ${expected} are expected.`,
      { contextType: 'SQL', sqlText: p.sql, start: origin.start ?? 0, stop: origin.stop ?? 0 },
    );
  }
  const table: Relation = { type: 'InlineTable', rows, ...(alias?.columns === undefined ? {} : { names: alias.columns }), origin };
  if (alias === undefined) return table;
  const { name, columns } = alias;
  return { type: 'SubqueryAlias', input: table, alias: name, ...(columns === undefined ? {} : { columnAliases: columns }) };
}
