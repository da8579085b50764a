/** The words and signs of types and schemas written as DDL. */

export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'symbol' | 'end';
  readonly text: string;
  /** A string as written, quotes included. */
  readonly written?: string;
  readonly at: number;
}

const TOKEN = /\s+|--[^\n]*|(\d+\.\d+|\d+(?:\.\d+)?[eE][+-]?\d+(?![\p{L}\d_])|\p{L}+:\/\/[\p{L}\d_/\-.?=&#%]+|[\p{L}\d_]+)|`((?:[^`]|``)*)`|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(.)/suy;

/** What is read as a number can be no name. */
export const NUMBER = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export function tokenize(ddl: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < ddl.length) {
    const at = TOKEN.lastIndex;
    const m = TOKEN.exec(ddl) as RegExpExecArray;
    if (m[1] !== undefined) tokens.push({ kind: 'word', text: m[1], at });
    else if (m[2] !== undefined) tokens.push({ kind: 'quoted', text: m[2].replaceAll('``', '`'), at });
    else if (m[3] !== undefined || m[4] !== undefined) {
      tokens.push({ kind: 'string', text: unescape((m[3] ?? m[4]) as string), written: m[0], at });
    } else if (m[5] !== undefined) tokens.push({ kind: 'symbol', text: m[5], at });
  }
  tokens.push({ kind: 'end', text: '', at: ddl.length });
  return tokens;
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0', b: '\b' };
  return text.replace(/\\(.)/gs, (_, c: string) => named[c] ?? c);
}

/** Letters beyond ASCII, or an address. */
export function isNoName(token: Token): boolean {
  return token.kind === 'word' && /\W/.test(token.text);
}
