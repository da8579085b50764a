/** Datetime patterns read into elements, and refused as Spark refuses them (`DateTimeFormatterHelper`). */
import { SparkError, unsupported } from '../../core/index.ts';
import { StringType, valueToSql } from '../../types/index.ts';

/** A run of one letter, literal text, or a part in square brackets that may be absent. */
export type Element =
  | { readonly kind: 'field'; readonly letter: string; readonly count: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'optional'; readonly elements: readonly Element[] };

/** Why Java's or Spark's rules forbid a pattern. */
type Problem = 'malformed' | { readonly condition: string; readonly parameters: Readonly<Record<string, string>> };

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super('refused');
  }
}

/** Largest count of each letter. */
const COUNTS: Readonly<Record<string, number>> = {
  G: 4, y: 6, D: 3, M: 4, L: 4, d: 2, Q: 4, q: 4, E: 4, F: 1, a: 1, h: 2, H: 2, k: 2, K: 2, m: 2, s: 2, S: 9, z: 4, X: 5, x: 5, Z: 5, V: 2, O: 4, g: 19, v: 4,
};
/** Letters of which Spark names five in a row as too many. */
const NAMED_LENGTHS = 'GMLEQq';
const WEEK_BASED = 'YWwuec';
const UNSUPPORTED = 'ABnNp';
const UNSUPPORTED_WHEN_PARSING = 'EFqQ';
/** Letters of `java.text.SimpleDateFormat`, which Spark asks whether an older version took the pattern. */
const LEGACY = 'GyYMLwWDdFEuaHkKhmsSzZX';
const LEGACY_OFFSET = 3;
const HELP = 'https://spark.apache.org/docs/latest';

/** Pieces of the pattern: runs of a letter, quoted text, single other characters. */
function pieces(pattern: string): readonly string[] {
  const found: readonly string[] = pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']|'/g) ?? [];
  if (found.includes("'")) throw new Refused('malformed');
  return found;
}

/** What Spark itself forbids: it looks through all of a piece between quotes for one thing after the other, before Java reads it. */
function checkLetters(pattern: string, parsing: boolean): void {
  for (const part of pattern.split("'").filter((_, i) => i % 2 === 0)) {
    const week = [...part].find((c) => WEEK_BASED.includes(c));
    if (week !== undefined) throw new Refused({ condition: 'INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_WEEK_BASED_PATTERN', parameters: { c: week } });
    const unsupported = [...part].find((c) => UNSUPPORTED.includes(c) || (parsing && UNSUPPORTED_WHEN_PARSING.includes(c)));
    if (unsupported !== undefined) throw new Refused({ condition: 'INVALID_DATETIME_PATTERN.ILLEGAL_CHARACTER', parameters: { c: unsupported, pattern } });
    const long = [...NAMED_LENGTHS].map((c) => c.repeat(5)).find((run) => part.includes(run));
    if (long !== undefined) throw new Refused({ condition: 'INVALID_DATETIME_PATTERN.LENGTH', parameters: { pattern: long } });
  }
}

function checkField(letter: string, count: number): void {
  const most = COUNTS[letter];
  if (most === undefined) throw new Refused('malformed');
  if (count > most || (letter === 'V' && count !== 2) || ('Ov'.includes(letter) && count !== 1 && count !== 4)) throw new Refused('malformed');
  if (letter === 'v') throw unsupported('The letter v in a datetime pattern');
}

function parse(pattern: string, parsing: boolean): readonly Element[] {
  checkLetters(pattern, parsing);
  const stack: Element[][] = [[]];
  for (const piece of pieces(pattern)) {
    const target = stack.at(-1) as Element[];
    const first = piece.charAt(0);
    if (/[A-Za-z]/.test(first)) {
      checkField(first, piece.length);
      target.push({ kind: 'field', letter: first, count: piece.length });
    } else if (first === "'") target.push({ kind: 'text', text: piece === "''" ? "'" : piece.slice(1, -1).replaceAll("''", "'") });
    else if (first === '[') stack.push([]);
    else if (first === ']') {
      if (stack.length === 1) throw new Refused('malformed');
      stack.pop();
      (stack.at(-1) as Element[]).push({ kind: 'optional', elements: target });
    } else if ('{}#'.includes(first)) throw new Refused('malformed');
    else target.push({ kind: 'text', text: piece });
  }
  while (stack.length > 1) {
    const inner = stack.pop() as Element[];
    (stack.at(-1) as Element[]).push({ kind: 'optional', elements: inner });
  }
  return stack[0] as Element[];
}

function legacyTakes(pattern: string): boolean {
  try {
    return pieces(pattern).every((p) => !/^[A-Za-z]/.test(p) || (LEGACY.includes(p.charAt(0)) && (!p.startsWith('X') || p.length <= LEGACY_OFFSET)));
  } catch {
    return false;
  }
}

function refusal(pattern: string, problem: Problem, local: boolean): SparkError {
  const quoted = valueToSql(pattern, StringType);
  if (!local && legacyTakes(pattern)) {
    return new SparkError({
      errorClass: 'SparkUpgradeException',
      condition: 'INCONSISTENT_BEHAVIOR_CROSS_VERSION.DATETIME_PATTERN_RECOGNITION',
      sqlState: '42K0B',
      parameters: { pattern: quoted, config: '"spark.sql.legacy.timeParserPolicy"', docroot: HELP },
      sentence: `The pattern ${quoted} has letters that Spark takes no more. Use those of its datetime patterns, such as yyyy-MM-dd HH:mm:ss.`,
    });
  }
  if (local || problem === 'malformed') {
    return new SparkError({
      errorClass: 'SparkRuntimeException',
      condition: 'INVALID_DATETIME_PATTERN.WITH_SUGGESTION',
      sqlState: '22007',
      parameters: { pattern: quoted, docroot: HELP },
      sentence: `${quoted} is not a datetime pattern. Use letters such as yyyy-MM-dd HH:mm:ss, and quote other text.`,
    });
  }
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: problem.condition,
    sqlState: problem.condition.startsWith('INVALID') ? '22007' : '42K0B',
    parameters: problem.parameters,
    sentence: `The pattern ${quoted} has a letter, or so many of it, that stands for nothing here.`,
  });
}

/**
 * The elements of a pattern, for formatting or for parsing. Raises Spark's errors for a pattern that is none; `local`: of
 * timestamps without a zone, of which older versions had none, so that Spark asks no further why.
 */
export function elementsOf(pattern: string, parsing: boolean, local = false): readonly Element[] {
  try {
    return parse(pattern, parsing);
  } catch (error) {
    if (error instanceof Refused) throw refusal(pattern, error.problem, local);
    throw error;
  }
}
