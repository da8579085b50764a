/** LIKE and ILIKE. */
import { analysisError } from '../../core/index.ts';
import { BooleanType, isString, quotedSqlType, StringType, valueToSql } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature } from '../define.ts';
import { goesAsText, ordinal, scalarFunction } from '../typing.ts';

type Test = (s: string) => boolean;

function invalidFormat(kind: string, parameters: Readonly<Record<string, string>>, sentence: string): Error {
  return analysisError(`INVALID_FORMAT.${kind}`, '42601', parameters, sentence);
}

/** The pattern's pieces: literal text, `_` and `%`. */
function pieces(pattern: string, escape: string): (string | { readonly wild: '_' | '%' })[] {
  const out: (string | { wild: '_' | '%' })[] = [];
  const points = [...pattern];
  let literal = '';
  for (let i = 0; i < points.length; i++) {
    const c = points[i] as string;
    if (c === escape) {
      const next = points[++i];
      const format = valueToSql(pattern, StringType);
      if (next === undefined) throw invalidFormat('ESC_AT_THE_END', { format }, `The pattern ${format} ends with its escape character.`);
      if (next !== '_' && next !== '%' && next !== escape) {
        const char = valueToSql(next, StringType);
        throw invalidFormat('ESC_IN_THE_MIDDLE', { format, char }, `In the pattern ${format} the escape character stands before ${char}, which needs none.`);
      }
      literal += next;
    } else if (c === '_' || c === '%') {
      if (literal !== '') out.push(literal);
      literal = '';
      out.push({ wild: c });
    } else literal += c;
  }
  if (literal !== '') out.push(literal);
  return out;
}

function compile(pattern: string, escape: string): Test {
  const parts = pieces(pattern, escape);
  const [a, b, c] = parts;
  const any = (x: typeof a): boolean => typeof x === 'object' && x.wild === '%';
  if (parts.length === 0) return (s) => s === '';
  if (parts.length === 1 && typeof a === 'string') return (s) => s === a;
  if (parts.length === 2 && typeof a === 'string' && any(b)) return (s) => s.startsWith(a);
  if (parts.length === 2 && any(a) && typeof b === 'string') return (s) => s.endsWith(b);
  if (parts.length === 3 && any(a) && typeof b === 'string' && any(c)) return (s) => s.includes(b);
  const source = parts.map((p) => (typeof p === 'object' ? (p.wild === '%' ? '[^]*' : '[^]') : p.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))).join('');
  const regexp = new RegExp(`^${source}$`, 'u');
  return (s) => regexp.test(s);
}

const CACHE_PATTERNS = 200;
const CACHE = new Map<string, Test>();

/** Whether a text has the form of a pattern; compiled once for each. */
export function testOf(pattern: string, escape: string): Test {
  const key = escape + pattern;
  let test = CACHE.get(key);
  if (test === undefined) {
    test = compile(pattern, escape);
    if (CACHE.size >= CACHE_PATTERNS) CACHE.clear();
    CACHE.set(key, test);
  }
  return test;
}

function checkEscape(escape: ArgumentInfo | undefined): void {
  if (escape === undefined) return;
  const { literal } = escape;
  if (escape.foldable && isString(escape.type) && typeof literal === 'string' && [...literal].length === 1) return;
  throw analysisError(
    'INVALID_ESCAPE_CHAR',
    '42604',
    { sqlExpr: `"${escape.sql}"` },
    `ESCAPE takes a constant text of one character, not ${escape.sql}.`,
  );
}

function notText(name: string, a: ArgumentInfo, index: number, call: string): Error {
  return analysisError(
    'DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE',
    '42K09',
    { sqlExpr: `"${call}"`, paramIndex: ordinal(index), inputSql: `"${a.sql}"`, inputType: quotedSqlType(a.type), requiredType: '"STRING"' },
    `${name} compares texts, but ${a.sql} is ${quotedSqlType(a.type).replaceAll('"', '')}.`,
  );
}

function declare(name: string, since: string, ignoreCase: boolean, sql: (args: readonly string[]) => string): ScalarFunction {
  const signature = (args: readonly ArgumentInfo[]): Signature => {
    checkEscape(args[2]);
    for (const [i, a] of args.slice(0, 2).entries()) {
      if (!goesAsText(a)) throw notText(name, a, i, sql(args.map((x) => x.sql)));
    }
    return { argTypes: args.map(() => StringType), returns: BooleanType };
  };
  return scalarFunction({
    name,
    ...(ignoreCase ? { constancy: 'late' } : {}),
    family: 'regexp',
    since,
    params: [
      { name: 'str', accepts: ['string'] },
      { name: 'pattern', accepts: ['string'] },
      { name: 'escape', accepts: ['string'], optional: true, literal: true },
    ],
    signature,
    sql,
    doc: `Whether all of the text has the form of the pattern${ignoreCase ? ', without regard to case' : ''}: _ stands for one character, % for any number; a backslash, or the given character, in front takes that away.`,
    examples: ignoreCase ? [["ilike('Spark', '_Park')", 'true']] : [["like('Spark', '_park')", 'true'], ["'100%' LIKE '100/%' ESCAPE '/'", 'true']],
    row: ([s, pattern, escape]) => {
      const test = testOf(ignoreCase ? (pattern as string).toLowerCase() : (pattern as string), (escape ?? '\\') as string);
      return test(ignoreCase ? (s as string).toLowerCase() : (s as string));
    },
  });
}

const like = declare('like', '1.0.0', false, ([s, pattern, escape]) => `${s} LIKE ${pattern}${escape === undefined ? '' : ` ESCAPE '${escape}'`}`);
const ilike = declare('ilike', '3.3.0', true, ([s, pattern]) => `ilike(${s}, ${pattern})`);

export const likes: readonly ScalarFunction[] = [like, ilike];
