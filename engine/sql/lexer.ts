/** Cuts SQL text into tokens by Spark's lexical rules (`SqlBaseLexer`, ANSI keywords not reserved). */
import { parseError } from './errors.ts';

export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /** Words in upper case, symbols as they are, else empty: what keywords are compared with. */
  readonly upper: string;
  /** Strings unescaped and names without quotes. */
  readonly value: string;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly stop: number;
}

const SPACE = /(?:\s|--(?:\\\n|[^\n])*(?:\n|$))+/uy;
/** Letters of every script and addresses are read as names, so that the error can say that they are none. */
const WORD = /\p{L}+:\/\/[\p{L}\d_/\-.?=&#%]+|[\p{L}\d_]+/uy;
/** A number not followed by what would make it a name: `1L`, `1.5`, `.5`, `1e3`, `2BD`. */
const NUMBER = /(?:\d+[LSY]|(?:\d+\.\d*|\.\d+|\d+)(?:E[+-]?\d+)?(?:BD|[DF])?)(?![\p{L}\d_])/iuy;
const STRING = /'((?:[^'\\]|\\[\s\S]|'')*)'|"((?:[^"\\]|\\[\s\S]|"")*)"/uy;
/** Where a doubled quote is no quote within the string. */
const PLAIN_STRING = /'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"/uy;
const DOUBLE_QUOTED = /"((?:[^"]|"")*)"/uy;
const RAW_STRING = /r(?:'([^']*)'|"([^"]*)")/iuy;
const QUOTED = /`((?:[^`]|``)*)`/uy;
const SYMBOL = /<=>|>>>|<>|!=|==|<=|!>|>=|!<|<<|>>|\|\||\|>|->|=>|::|[\s\S]/uy;

function matchAt(pattern: RegExp, sql: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(sql);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\x1A',
  '%': '\\%',
  _: '\\_',
};
const ESCAPE = /\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\([01][0-7][0-7])|\\([\s\S])/gu;

/** Reads backslash escapes and doubled quotes. */
function unescape(body: string, quote: string): string {
  const undoubled = body.replaceAll(`${quote}${quote}`, quote);
  if (!undoubled.includes('\\')) return undoubled;
  return undoubled.replace(ESCAPE, (_, u4?: string, u8?: string, octal?: string, other?: string) => {
    if (u4 !== undefined) return String.fromCharCode(Number.parseInt(u4, 16));
    if (u8 !== undefined) return codePoint(Number.parseInt(u8, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    const c = other as string;
    return ESCAPES[c] ?? c;
  });
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '?';
}

/** The end of a `/* … *\/` comment, which may nest. Raises UNCLOSED_BRACKETED_COMMENT. */
function commentEnd(sql: string, at: number): number {
  let depth = 0;
  let i = at;
  while (i < sql.length) {
    if (sql.startsWith('/*', i) && sql[i + 2] !== '+') {
      depth += 1;
      i += 2;
    } else if (sql.startsWith('*/', i)) {
      depth -= 1;
      i += 2;
      if (depth === 0) return i;
    } else i += 1;
  }
  throw parseError('UNCLOSED_BRACKETED_COMMENT', '42601', {}, 'A comment that /* began is not closed by */.');
}

/** How quotes are read; see `ParseOptions`. */
interface QuoteSettings {
  readonly doubleQuotedIdentifiers?: boolean;
  readonly consecutiveStringLiterals?: boolean;
}

class Lexer {
  readonly tokens: Token[] = [];
  private at = 0;
  private inHint = false;

  constructor(
    private readonly sql: string,
    private readonly settings: QuoteSettings,
  ) {}

  run(): Token[] {
    while (this.at < this.sql.length) this.step();
    this.push('end', '', '', this.sql.length);
    return this.tokens;
  }

  private step(): void {
    const { sql, at } = this;
    const space = matchAt(SPACE, sql, at);
    if (space !== null) {
      this.at += space[0].length;
      return;
    }
    if (sql.startsWith('/*', at)) {
      if (sql[at + 2] !== '+') {
        this.at = commentEnd(sql, at);
        return;
      }
      this.inHint = true;
      this.push('symbol', '/*+', '/*+', at + 3);
      return;
    }
    if (this.inHint && sql.startsWith('*/', at)) {
      this.inHint = false;
      this.push('symbol', '*/', '*/', at + 2);
      return;
    }
    this.word();
  }

  /** Everything but spaces and comments; the longest reading wins. */
  private word(): void {
    const { sql, at } = this;
    const { doubleQuotedIdentifiers = false, consecutiveStringLiterals = false } = this.settings;
    const named = doubleQuotedIdentifiers ? matchAt(DOUBLE_QUOTED, sql, at) : null;
    if (named !== null) return this.push('quoted', '', (named[1] as string).replaceAll('""', '"'), at + named[0].length);
    const raw = matchAt(RAW_STRING, sql, at);
    if (raw !== null) return this.push('string', '', raw[1] ?? raw[2] ?? '', at + raw[0].length);
    const number = matchAt(NUMBER, sql, at);
    const word = matchAt(WORD, sql, at);
    if (number !== null && number[0].length >= (word?.[0].length ?? 0)) {
      return this.push('number', '', number[0], at + number[0].length);
    }
    if (word !== null) return this.push('word', word[0].toUpperCase(), word[0], at + word[0].length);
    const string = matchAt(consecutiveStringLiterals ? PLAIN_STRING : STRING, sql, at);
    if (string !== null) {
      const single = string[1] !== undefined;
      const body = (single ? string[1] : string[2]) as string;
      const value = unescape(body, single ? "'" : '"');
      return this.push('string', '', value, at + string[0].length);
    }
    const quoted = matchAt(QUOTED, sql, at);
    if (quoted !== null) {
      return this.push('quoted', '', (quoted[1] as string).replaceAll('``', '`'), at + quoted[0].length);
    }
    const symbol = matchAt(SYMBOL, sql, at) as RegExpExecArray;
    this.push('symbol', symbol[0], symbol[0], at + symbol[0].length);
  }

  private push(kind: TokenKind, upper: string, value: string, stop: number): void {
    const start = this.at;
    this.tokens.push({ kind, text: this.sql.slice(start, stop), upper, value, start, stop });
    this.at = stop;
  }
}

/** The tokens of a text, ended by one of kind `end`. */
export function tokenize(sql: string, settings: QuoteSettings = {}): readonly Token[] {
  return new Lexer(sql, settings).run();
}
