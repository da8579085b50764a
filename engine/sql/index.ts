/** Spark SQL's text to wire plans: the door of the parser. */
import type { Expression, Relation } from '../plan/index.ts';
import { emptyStatement, SyntaxFailure, syntaxError } from './errors.ts';
import { expression, namedExpression, valueExpression } from './expressions.ts';
import { Parser } from './parser.ts';
import type { Grammar, ParseOptions } from './parser.ts';
import { tooManyParts } from './identifier-clause.ts';
import { query, queryPrimary, resultClauses } from './queries.ts';
import type { Statement } from './statement.ts';
import { statement } from './statements.ts';
import { sortItem, sortItems, windowSpec } from './windows.ts';

export { parseSettings } from './parser.ts';
export type { ParseOptions, TextConstant } from './parser.ts';
export type { AlterAction, AnalyzeScope, CatalogStatement, ColumnChange, PartitionSpec, SchemaMode, WrittenQuery } from './catalog-statement.ts';
export { CURRENT_DEFAULT, EXISTS_DEFAULT, REFUSED_KEY } from './column-definitions.ts';
export { parameterKinds } from './execute-immediate.ts';
export type { Compound, HandledCondition, Handler, Piece, ScriptStatement } from './script.ts';
export { placeOfName } from './names.ts';
export type { CreateSqlFunction, CreateTable, CreateView, DefaultValue, ExecuteImmediate, Insert, Name, PartitionValue, Statement } from './statement.ts';

const GRAMMAR: Grammar = { expression, valueExpression, query, queryPrimary, resultClauses, windowSpec, sortItems };

function parse<T>(sql: string, options: ParseOptions | undefined, rule: (p: Parser) => T): T {
  if (sql.trim() === '') throw emptyStatement();
  const parser = new Parser(sql, GRAMMAR, options);
  try {
    const result = rule(parser);
    parser.finish();
    for (const check of parser.afterwards) check();
    return result;
  } catch (error) {
    if (error instanceof SyntaxFailure) throw tooManyParts(sql, error.token) ?? syntaxError(sql, error.token, error.hint);
    throw error;
  }
}

/** The plan of a query. Raises ParseException PARSE_SYNTAX_ERROR, and the conditions of ill-formed literals. */
export function parseQuery(sql: string, options?: ParseOptions): Relation {
  return parse(sql, options, query);
}

/** A query or a command. */
export function parseStatement(sql: string, options?: ParseOptions): Statement {
  return parse(sql, options, statement);
}

/** One expression with its alias, if it has one: what `expr()`, `selectExpr()` and string filters hold. */
export function parseExpression(sql: string, options?: ParseOptions): Expression {
  return parse(sql, options, namedExpression);
}

/** One sort key, `a DESC NULLS LAST`; without a direction just the expression's own. */
export function parseSortItem(sql: string): Expression {
  return parse(sql, undefined, sortItem);
}

/** The parts of a table's or view's name: `` a.`b c` `` → ['a', 'b c']. */
export function parseMultipartIdentifier(text: string): string[] {
  return parse(text, undefined, (p) => p.multipartIdentifier());
}
