/** The parser's state: a cursor over tokens, readings that can be taken back, lambda variables and parameters in scope. */
import type { Expression, Origin, Relation, SortOrderExpr } from '../plan/index.ts';
import { invalidIdentifier, sessionTimestampType } from '../types/index.ts';
import type { AtomicType, TypedValue } from '../types/index.ts';
import { SyntaxFailure, tokenDisplay } from './errors.ts';
import { nameInText, withLiteralNames } from './identifier-clause.ts';
import { isStrictWord } from './keywords.ts';
import { tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';

/** `late`: known once the analyzer has put other expressions for parts of it. */
export type TextConstant = TypedValue & { readonly late?: boolean };

/** What a text is parsed with: values for its parameters and the zone of its timestamp literals. */
export interface ParseOptions {
  readonly namedArguments?: Readonly<Record<string, Expression>>;
  readonly posArguments?: readonly Expression[];
  /** Of `TIMESTAMP '…'` without a zone of its own. Default UTC. */
  readonly timeZone?: string;
  /** What SET TIME ZONE LOCAL means. Default UTC. */
  readonly localTimeZone?: string;
  /** The value of an expression that no row changes, where a text may have one in a constant's place; undefined where it is none. */
  readonly constant?: (e: Expression) => TextConstant | undefined;
  /** What TIMESTAMP means. Default: a moment. */
  readonly timestampType?: AtomicType;
  /** Double quotes are round names, not strings. */
  readonly doubleQuotedIdentifiers?: boolean;
  /** A doubled quote ends a string and begins the next, which follows at once. */
  readonly consecutiveStringLiterals?: boolean;
  /** Names in back-quotes within select lists are regular expressions over the names of columns. */
  readonly quotedRegexColumnNames?: boolean;
  /** `!` stands for NOT everywhere, not only in front of conditions. */
  readonly bangEqualsNot?: boolean;
}

/** What the settings of a session say of how SQL is read. */
export function parseSettings(conf: (key: string) => string | undefined): ParseOptions {
  const on = (key: string, name: keyof ParseOptions): ParseOptions => (conf(key)?.toLowerCase() === 'true' ? { [name]: true } : {});
  return {
    ...(conf('spark.sql.ansi.enabled')?.toLowerCase() === 'false' ? {} : on('spark.sql.ansi.doubleQuotedIdentifiers', 'doubleQuotedIdentifiers')),
    ...on('spark.sql.legacy.consecutiveStringLiterals.enabled', 'consecutiveStringLiterals'),
    ...on('spark.sql.legacy.bangEqualsNot', 'bangEqualsNot'),
    ...on('spark.sql.parser.quotedRegexColumnNames', 'quotedRegexColumnNames'),
    timestampType: sessionTimestampType(conf),
  };
}

/** The grammar's rules that call each other across files; wired in `index.ts`. */
export interface Grammar {
  readonly expression: (p: Parser) => Expression;
  /** Without AND, OR, NOT and predicates. */
  readonly valueExpression: (p: Parser) => Expression;
  readonly query: (p: Parser) => Relation;
  /** One operand of a set operation. */
  readonly queryPrimary: (p: Parser) => Relation;
  /** ORDER BY … LIMIT behind a query. */
  readonly resultClauses: (p: Parser, body: Relation, upTo?: 'all' | 'one') => Relation;
  readonly windowSpec: (p: Parser, windowFunction: Expression) => Expression;
  readonly sortItems: (p: Parser) => SortOrderExpr[];
}

/** The text that a parameter has. */
function textArgument(given: ParseOptions['namedArguments'], name: string): string | undefined {
  const value = given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined;
  return value?.type === 'Literal' && typeof value.value === 'string' && value.dataType === 'string' ? value.value : undefined;
}

export class Parser {
  readonly tokens: readonly Token[];
  readonly timeZone: string;
  index = 0;
  /** A word that ends the query being read, and is no alias in it. */
  stopWord: string | undefined;
  /** How many select items are being read, one within the other. */
  selectItems = 0;
  /** Names of the lambda variables in scope, innermost last, in lower case. */
  readonly lambdaScopes: string[][] = [];
  /** Checks of meaning, to be made once the whole text has been read. */
  readonly afterwards: (() => void)[] = [];
  private positional = 0;

  constructor(
    readonly sql: string,
    readonly grammar: Grammar,
    readonly options: ParseOptions = {},
  ) {
    this.tokens = withLiteralNames(tokenize(sql, options), (text) => nameInText(text, () => new Parser(text, grammar)), (name) => textArgument(options.namedArguments, name));
    this.timeZone = options.timeZone ?? 'UTC';
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)] as Token;
  }
  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.index += 1;
    return token;
  }
  /** Whether the tokens ahead are these words or symbols. */
  is(...words: readonly string[]): boolean {
    return words.every((w, i) => this.peek(i).upper === w);
  }
  isAny(words: readonly string[], ahead = 0): boolean {
    const { upper } = this.peek(ahead);
    return upper !== '' && words.includes(upper);
  }
  accept(...words: readonly string[]): boolean {
    if (!this.is(...words)) return false;
    this.index += words.length;
    return true;
  }
  acceptAny(words: readonly string[]): string | undefined {
    return this.isAny(words) ? this.next().upper : undefined;
  }
  /** Takes the words or symbols in order, or fails at the first that is not there. */
  expect(...words: readonly string[]): void {
    for (const word of words) if (!this.accept(word)) this.failExpecting(word);
  }
  /** As `expect` for a closing bracket or a word without which the rest would still make sense. */
  expectInsertable(word: string): void {
    if (this.accept(word)) return;
    if (this.peek(1).upper === word) this.failExpecting(word);
    this.fail(this.peek(), `: missing '${word}'`);
  }
  fail(token: Token = this.peek(), hint = ''): never {
    throw new SyntaxFailure(token, this.tokens.indexOf(token), hint);
  }
  private failExpecting(word: string): never {
    const extra = this.peek(1).upper === word && this.peek().kind !== 'end';
    this.fail(this.peek(), extra ? `: extra input ${tokenDisplay(this.peek())}` : '');
  }

  /** Nothing may follow but semicolons. */
  finish(): void {
    let ended = false;
    while (this.accept(';')) ended = true;
    const token = this.peek();
    if (token.kind === 'end') return;
    this.fail(token, ended || this.peek(1).kind === 'end' ? `: extra input ${tokenDisplay(token)}` : '');
  }

  /** Takes the first reading that succeeds. When all fail, the one that came furthest tells why. */
  attempt<T>(...readings: readonly (() => T)[]): T {
    const start = this.index;
    const scopes = this.lambdaScopes.length;
    const checks = this.afterwards.length;
    const { positional } = this;
    let furthest: SyntaxFailure | undefined;
    for (const reading of readings) {
      try {
        return reading();
      } catch (error) {
        if (!(error instanceof SyntaxFailure)) throw error;
        if (furthest === undefined || error.index >= furthest.index) furthest = error;
        this.index = start;
        this.lambdaScopes.length = scopes;
        this.afterwards.length = checks;
        this.positional = positional;
      }
    }
    throw furthest as SyntaxFailure;
  }

  /** One or more, separated by commas. */
  commaList<T>(item: () => T): T[] {
    const items = [item()];
    while (this.accept(',')) items.push(item());
    return items;
  }
  parenthesized<T>(body: () => T): T {
    this.expect('(');
    const result = body();
    this.expect(')');
    return result;
  }

  isIdentifier(ahead = 0): boolean {
    const { kind } = this.peek(ahead);
    return kind === 'word' || kind === 'quoted';
  }
  /** Any word or back-quoted name: no keyword is reserved. */
  identifier(): string {
    if (!this.isIdentifier()) this.fail();
    const { kind, value } = this.next();
    if (kind === 'word' && /\W/.test(value)) throw invalidIdentifier(value);
    return value;
  }
  /** As `identifier`; a hyphen makes it none. Raises INVALID_IDENTIFIER. */
  plainIdentifier(): string {
    const from = this.index;
    const name = this.identifier();
    if (!this.is('-') || !this.isIdentifier(1)) return name;
    while (this.is('-') && this.isIdentifier(1)) this.index += 2;
    const { start, stop } = this.originFrom(from);
    const ident = this.sql.slice(start, stop).replaceAll(/\s/g, '');
    throw invalidIdentifier(ident);
  }
  /** As `identifier`, but not a word that joins or combines relations. */
  strictIdentifier(): string {
    if (isStrictWord(this.peek())) this.fail();
    return this.identifier();
  }
  /** `a.b.c`; in names of tables no hyphen may stand. */
  multipartIdentifier(ofTable = false): string[] {
    const part = (): string => (ofTable ? this.plainIdentifier() : this.identifier());
    const parts = [part()];
    while (this.is('.') && this.isIdentifier(1)) {
      this.next();
      parts.push(part());
    }
    return parts;
  }
  /** `(a, b, c)`. */
  identifierList(): string[] {
    return this.parenthesized(() => this.commaList(() => this.identifier()));
  }

  string(): string {
    if (this.peek().kind !== 'string') this.fail();
    return this.next().value;
  }
  integer(): number {
    const token = this.peek();
    if (token.kind !== 'number' || !/^\d+$/.test(token.text)) this.fail();
    return Number(this.next().text);
  }

  /** Whether the token could begin an expression. */
  startsExpression(ahead = 0): boolean {
    const token = this.peek(ahead);
    if (token.kind === 'end') return false;
    return token.kind !== 'symbol' || ['(', '-', '+', '~', '!', '*', '?', ':'].includes(token.upper);
  }
  /** Whether the token could begin a relation. */
  startsRelation(ahead = 0): boolean {
    return this.isIdentifier(ahead) || this.peek(ahead).upper === '(';
  }
  /** Whether a query begins here, behind any number of opening brackets. */
  startsQuery(ahead = 0): boolean {
    let at = ahead;
    while (this.peek(at).upper === '(') at += 1;
    switch (this.peek(at).upper) {
      case 'SELECT':
        return this.startsExpression(at + 1) || ['/*+'].includes(this.peek(at + 1).upper);
      case 'VALUES':
        return this.startsExpression(at + 1);
      case 'WITH':
      case 'FROM':
      case 'TABLE':
        return this.isIdentifier(at + 1);
      default:
        return false;
    }
  }

  /** The origin of what was read since the token at `from`. */
  originFrom(from: number): Origin {
    const start = (this.tokens[from] as Token).start;
    const last = this.tokens[Math.max(from, this.index - 1)] as Token;
    return { sqlText: this.sql, start, stop: last.stop };
  }

  /** The number of the next `?`, from 0. */
  nextPositional(): number {
    return this.positional++;
  }
}
