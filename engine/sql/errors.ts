/** What the parser raises: Spark's ParseException with its condition and parameters, and the place in the text. */
import { SparkError } from '../core/index.ts';
import type { QueryContext } from '../core/index.ts';
import type { Origin } from '../plan/index.ts';
import type { Token } from './lexer.ts';

/** Line from 1 and column from 0 of an offset, as Spark counts them. */
export function positionOf(sql: string, offset: number): { readonly line: number; readonly column: number } {
  const before = sql.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak - 1 };
}

/** How a token is named in an error: in single quotes, or `end of input`. */
export function tokenDisplay(token: Token): string {
  return token.kind === 'end' ? 'end of input' : `'${token.text}'`;
}

/** A syntax error that another reading of the same text may still avoid; carries how far the parser came. */
export class SyntaxFailure extends Error {
  constructor(
    readonly token: Token,
    readonly index: number,
    readonly hint: string,
  ) {
    super('syntax');
  }
}

/** PARSE_SYNTAX_ERROR (42601) at a token. `hint` is `: extra input 'x'`, `: missing ')'` or empty. */
export function syntaxError(sql: string, token: Token, hint: string): SparkError {
  const { line, column } = positionOf(sql, token.start);
  const shown = tokenDisplay(token);
  return new SparkError({
    errorClass: 'ParseException',
    condition: 'PARSE_SYNTAX_ERROR',
    sqlState: '42601',
    parameters: { error: shown, hint },
    sentence: `The SQL stops making sense at or near ${shown}${hint} (line ${line}, pos ${column}).\n${pointer(sql, line, column)}\n`,
  });
}

/** The line at fault with a mark below the place. */
function pointer(sql: string, line: number, column: number): string {
  const text = sql.split('\n')[line - 1] ?? '';
  return `\n${text}\n${'-'.repeat(column)}^^^`;
}

/** PARSE_EMPTY_STATEMENT (42617). */
export function emptyStatement(): SparkError {
  return new SparkError({
    errorClass: 'ParseException',
    condition: 'PARSE_EMPTY_STATEMENT',
    sqlState: '42617',
    sentence: 'There is no statement in this SQL text.',
  });
}

/** The error at a piece of the text. */
export function placed(error: SparkError, origin: Origin): SparkError {
  const { sqlText, start, stop } = origin;
  return sqlText === undefined ? error : error.withContext({ contextType: 'SQL', sqlText, start: start ?? 0, stop: stop ?? 0 });
}

/** A ParseException with another condition, at a fragment of the text. */
export function parseError(
  condition: string,
  sqlState: string | null,
  parameters: Readonly<Record<string, string>>,
  sentence: string,
  context?: QueryContext,
): SparkError {
  return new SparkError({
    errorClass: 'ParseException',
    condition,
    sqlState,
    parameters,
    sentence,
    ...(context === undefined ? {} : { context: [context] }),
  });
}
