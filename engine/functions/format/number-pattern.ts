/** The formats of `to_number` and `to_char`: `S$99,999.99`, `9G999D99MI`, `999PR`. */
import { analysisError, isJavaBlank, withoutJavaBlanks } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { Decimal, StringType, valueToSql } from '../../types/index.ts';

/** `exact`: so many digits (a run that begins with 0); else at most. */
export interface DigitRun {
  readonly count: number;
  readonly exact: boolean;
}
export type Token =
  | { readonly kind: 'digits'; readonly runs: readonly (DigitRun | ',')[] }
  | { readonly kind: '.' | '$' | 'S' | 'MI' | '<' | '>' };
type Raw = Token | { readonly kind: 'unknown'; readonly character: string };

export interface NumberPattern {
  readonly tokens: readonly Token[];
  /** Digits before and after the point. */
  readonly integerDigits: number;
  readonly fractionDigits: number;
}

const SYMBOL: Readonly<Record<string, Token['kind']>> = { '.': '.', D: '.', $: '$', S: 'S', MI: 'MI' };

function tokenize(format: string): Raw[] {
  const bracketed = format.endsWith('PR') ? format.slice(0, -2) : format;
  const tokens: Raw[] = [];
  for (const [piece] of bracketed.matchAll(/[09,G]+|MI|PR|./gsu)) {
    if (/^[09,G]+$/.test(piece)) {
      const runs = (piece.match(/[09]+|[,G]/g) as string[]).map((r) => (/[,G]/.test(r) ? ',' as const : { count: r.length, exact: r.startsWith('0') }));
      tokens.push({ kind: 'digits', runs });
    } else if (piece === 'PR') tokens.push({ kind: '>' });
    else {
      const kind = SYMBOL[piece];
      tokens.push(kind === undefined ? { kind: 'unknown', character: piece } : ({ kind } as Token));
    }
  }
  return bracketed === format ? tokens : [{ kind: '<' }, ...tokens, { kind: '>' }];
}

function invalid(kind: string, format: string, why: string, parameters: Readonly<Record<string, string>> = {}): SparkError {
  const quoted = valueToSql(format, StringType);
  return analysisError(`INVALID_FORMAT.${kind}`, '42601', { ...parameters, format: quoted }, `The number format ${quoted} ${why}.`);
}

/** [ MI | S ] [ $ ] digits [ . digits ] [ MI | S | PR ]: the first token that is out of order. */
function outOfOrder(tokens: readonly Raw[]): Raw | undefined {
  const order: readonly (readonly string[])[] = [['<'], ['S', 'MI'], ['$'], ['digits'], ['.'], ['digits'], ['$'], ['S', 'MI'], ['>']];
  let at = 0;
  for (const token of tokens) {
    const found = order.findIndex((kinds, i) => i >= at && kinds.includes(token.kind));
    if (found < 0) return token;
    at = found + 1;
  }
  return undefined;
}

const TOKEN_TEXT: Readonly<Record<string, string>> = { digits: 'digit sequence', '.': '. or D', $: '$', S: 'S', MI: 'MI', '<': 'PR', '>': 'PR' };

function check(format: string, tokens: readonly Raw[]): void {
  const indexOf = (kind: string): number => tokens.findIndex((t) => t.kind === kind);
  const digits = tokens.filter((t): t is Extract<Token, { kind: 'digits' }> => t.kind === 'digits');
  const hasDigit = digits.some((d) => d.runs.some((r) => r !== ','));
  const point = indexOf('.');
  const misplaced = (d: (typeof digits)[number]): Error =>
    point >= 0 && tokens.indexOf(d) > point
      ? invalid('THOUSANDS_SEPS_MUST_BEFORE_DEC', format, 'must have its thousands separators before the point')
      : invalid('CONT_THOUSANDS_SEPS', format, 'must have digits on both sides of each thousands separator');
  if (!hasDigit && digits.length > 0) throw misplaced(digits[0] as (typeof digits)[number]);
  if (!hasDigit) throw invalid('WRONG_NUM_DIGIT', format, 'needs at least one digit (0 or 9)');
  const [dollar, first] = [indexOf('$'), indexOf('digits')];
  if (dollar >= 0 && dollar > first && (point < 0 || dollar < point || first < point)) {
    const again = tokens.findIndex((t, i) => i > dollar && t.kind === '$');
    if (again < 0) throw invalid('CUR_MUST_BEFORE_DIGIT', format, 'must have its $ before the digits');
  }
  if (dollar >= 0 && point >= 0 && dollar > point) throw invalid('CUR_MUST_BEFORE_DEC', format, 'must have its $ before the point');
  for (const d of digits) {
    const isBehind = point >= 0 && tokens.indexOf(d) > point;
    const bad = d.runs.some((r, i) => r === ',' && (isBehind || i === 0 || i === d.runs.length - 1 || d.runs[i + 1] === ','));
    if (bad) throw misplaced(d);
  }
  for (const kind of ['.', '$', 'S', 'MI']) {
    if (tokens.filter((t) => t.kind === kind).length > 1) throw invalid('WRONG_NUM_TOKEN', format, `has ${TOKEN_TEXT[kind]} more than once`, { token: TOKEN_TEXT[kind] as string });
  }
  const unknown = tokens.find((t) => t.kind === 'unknown');
  const wrong = unknown ?? outOfOrder(tokens);
  if (wrong === undefined) return;
  const token = wrong.kind === 'unknown' ? `character '${wrong.character}''` : (TOKEN_TEXT[wrong.kind] as string);
  throw invalid('UNEXPECTED_TOKEN', format, `has a ${token} where none may be`, { token });
}

function countDigits(tokens: readonly Token[]): number {
  let n = 0;
  for (const t of tokens) if (t.kind === 'digits') for (const r of t.runs) n += r === ',' ? 0 : r.count;
  return n;
}

/** The pattern read and checked; throws INVALID_FORMAT.* for one that is none. */
export function numberPattern(text: string): NumberPattern {
  const format = text.toUpperCase();
  if (format === '') throw invalid('EMPTY', format, 'must not be empty');
  const raw = tokenize(format);
  check(format, raw);
  const tokens = raw as Token[];
  const point = tokens.findIndex((t) => t.kind === '.');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point);
  return { tokens, integerDigits: countDigits(before), fractionDigits: countDigits(after) };
}

/** Groups of digits between commas from `at` on, blanks left out; and where they end. */
function digitGroups(input: string, at: number): { readonly groups: readonly string[]; readonly end: number } {
  const groups = [''];
  let end = at;
  for (; end < input.length; end++) {
    const c = input.charAt(end);
    if (c === ',') groups.push('');
    else if (/[0-9]/.test(c)) groups[groups.length - 1] += c;
    else if (!isJavaBlank(c)) break;
  }
  return { groups, end };
}

function groupsFit(groups: readonly string[], runs: readonly (DigitRun | ',')[]): boolean {
  const expected = runs.filter((r): r is DigitRun => r !== ',');
  if (groups.length > expected.length) return false;
  return expected.every((run, i) => {
    const size = (groups[groups.length - expected.length + i] ?? '').length;
    return run.exact ? size === run.count : size <= run.count;
  });
}

/** The number of a text in the pattern; null where it does not fit. */
export function parseNumber(input: string, pattern: NumberPattern): Decimal | null {
  let at = 0;
  let negative = false;
  let fraction = false;
  let [integer, decimals] = ['', ''];
  for (const token of pattern.tokens) {
    while (at < input.length && isJavaBlank(input.charAt(at))) at++;
    const c = input.charAt(at);
    if (token.kind === 'digits') {
      const { groups, end } = digitGroups(input, at);
      // Behind the point digits may be missing, whatever the pattern has there.
      if (fraction ? groups.length > 1 || (groups[0] ?? '').length > pattern.fractionDigits : !groupsFit(groups, token.runs)) return null;
      if (fraction) decimals += groups.join('');
      else integer += groups.join('');
      at = end;
    } else if (token.kind === '.') {
      fraction = true;
      if (c === '.') at++;
    } else if (token.kind === '$') {
      if (c !== '$') return null;
      at++;
    } else if (token.kind === 'S' || token.kind === 'MI') {
      if (c === '-') negative = !negative;
      if (c === '-' || (c === '+' && token.kind === 'S')) at++;
    } else if (c === token.kind) {
      if (c === '<') negative = !negative;
      at++;
    }
  }
  if (withoutJavaBlanks(input.slice(at)) !== '' || integer + decimals === '') return null;
  const unscaled = BigInt(integer + decimals.padEnd(pattern.fractionDigits, '0'));
  return new Decimal(negative ? -unscaled : unscaled, pattern.fractionDigits);
}
