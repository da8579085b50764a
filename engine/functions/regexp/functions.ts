/** Functions of regular expressions: replacing, extracting, counting, splitting. */
import { arrayType, BooleanType, IntegerType, StringType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction } from '../define.ts';
import { codePointsBefore, lengthOf, unitOffset } from '../string/code-points.ts';
import { constant, defaultInt, int, text, typed } from '../typed.ts';
import { outOfRange } from '../typing.ts';
import { checkGroup, invalidReplacement, patternOf } from './errors.ts';
import { groupOf } from './java-pattern.ts';
import type { JavaPattern } from './java-pattern.ts';
import { matchesOf, withoutHalves } from './matches.ts';
import { replaceAll } from './replacement.ts';
import { splitOf } from './split.ts';

const family = 'regexp';

function firstMatch(pattern: JavaPattern, s: string): RegExpExecArray | null {
  pattern.regexp.lastIndex = 0;
  return pattern.regexp.exec(s);
}

function checkPosition(args: readonly ArgumentInfo[]): void {
  const position = args[3] as ArgumentInfo;
  if (typeof position.literal !== 'number' || position.literal > 0) return;
  throw outOfRange('regexp_replace', args, 'position', '(0, 2147483647]', String(position.literal));
}

/** The position counts characters: where it lies behind the text, nothing is replaced. */
function regexpReplaceOf(s: string, pattern: string, replacement: string, position: number): string {
  const compiled = patternOf(pattern, 'regexp_replace');
  if (position > 1 && position > lengthOf(s)) return s;
  const skip = unitOffset(s, position - 1, 0);
  const replaced = replaceAll(skip === 0 ? s : s.slice(skip), compiled, replacement);
  if (replaced === null) throw invalidReplacement(s, pattern, replacement, position);
  return s.slice(0, skip) + replaced;
}

const regexpReplace = typed({
  name: 'regexp_replace',
  family,
  since: '1.5.0',
  params: ['str', 'regexp', 'rep', 'position?'],
  takes: [text, text, text, constant(int, 'position', '"INT"')],
  returns: StringType,
  defaults: [defaultInt(1)],
  check: checkPosition,
  doc: 'The text with every match of a regular expression, from a position on, replaced; $1 in the replacement stands for the first group.',
  examples: [
    ["regexp_replace('100-200', '([0-9]+)', 'num')", 'num-num'],
    ["regexp_replace('2024-01', '([0-9]+)-([0-9]+)', '$2/$1')", '01/2024'],
  ],
  row: ([s, pattern, replacement, position]) => regexpReplaceOf(s as string, pattern as string, replacement as string, position as number),
});

const regexpExtract = typed({
  name: 'regexp_extract',
  family,
  since: '1.5.0',
  params: ['str', 'regexp', 'idx?'],
  takes: [text, text, int],
  returns: StringType,
  defaults: [defaultInt(1)],
  doc: 'What a group of a regular expression took in its first match, group 0 being all of it; the empty text where nothing matches.',
  examples: [
    ["regexp_extract('100-200', '([0-9]+)-([0-9]+)', 1)", '100'],
    ["regexp_extract('abc', 'x', 0)", ''],
  ],
  row: ([s, pattern, index]) => {
    const compiled = patternOf(pattern as string, 'regexp_extract');
    const match = firstMatch(compiled, s as string);
    if (match === null) return '';
    checkGroup(compiled, index as number, 'regexp_extract');
    return groupOf(compiled, match, index as number);
  },
});

const regexpExtractAll = typed({
  name: 'regexp_extract_all',
  family,
  since: '3.1.0',
  params: ['str', 'regexp', 'idx?'],
  takes: [text, text, int],
  returns: arrayType(StringType, true),
  defaults: [defaultInt(1)],
  doc: 'What a group of a regular expression took in each of its matches.',
  examples: [["regexp_extract_all('100-200, 300-400', '([0-9]+)-([0-9]+)', 1)", '[100, 300]']],
  row: ([s, pattern, index]): Value => {
    const compiled = patternOf(pattern as string, 'regexp_extract_all');
    return Array.from(matchesOf(compiled, s as string), (match) => {
      checkGroup(compiled, index as number, 'regexp_extract_all');
      return withoutHalves(groupOf(compiled, match, index as number));
    });
  },
});

const regexpCount = typed({
  name: 'regexp_count',
  constancy: 'late',
  family,
  since: '3.4.0',
  params: ['str', 'regexp'],
  takes: [text],
  returns: IntegerType,
  doc: 'How many times a regular expression matches.',
  examples: [["regexp_count('Steven Jones and Stephen Smith', 'Ste(v|ph)en')", '2']],
  row: ([s, pattern]) => [...matchesOf(patternOf(pattern as string, 'regexp_extract_all'), s as string)].length,
});

const regexpInstr = typed({
  name: 'regexp_instr',
  family,
  since: '3.4.0',
  params: ['str', 'regexp', 'idx?'],
  takes: [text, text, int],
  returns: IntegerType,
  defaults: [defaultInt(0)],
  doc: 'Position from 1 of the first match of a regular expression; 0 where there is none. The group number is not used.',
  examples: [["regexp_instr('user@spark.apache.org', '@[^.]*')", '5']],
  row: ([s, pattern]) => {
    const match = firstMatch(patternOf(pattern as string, 'regexp_instr'), s as string);
    return match === null ? 0 : codePointsBefore(s as string, match.index) + 1;
  },
});

const regexpSubstr = typed({
  name: 'regexp_substr',
  constancy: 'late',
  family,
  since: '3.4.0',
  params: ['str', 'regexp'],
  takes: [text],
  returns: StringType,
  nullable: true,
  doc: 'The first match of a regular expression; NULL where there is none or it is empty.',
  examples: [["regexp_substr('Steven Jones and Stephen Smith', 'Ste(v|ph)en')", 'Steven']],
  row: ([s, pattern]) => firstMatch(patternOf(pattern as string, 'regexp_extract'), s as string)?.[0] || null,
});

function declareRlike(name: string, since: string): ScalarFunction {
  return typed({
    name,
    family,
    since,
    params: ['str', 'regexp'],
    takes: [text],
    shownAs: name.toUpperCase(),
    returns: BooleanType,
    sql: (args) => `${name.toUpperCase()}(${args.join(', ')})`,
    doc: 'Whether a regular expression matches somewhere in the text.',
    examples: [[`${name}('Spark SQL', 'S.*k')`, 'true']],
    row: ([s, pattern]) => firstMatch(patternOf(pattern as string, name), s as string) !== null,
  });
}

const split = typed({
  name: 'split',
  family,
  since: '1.5.0',
  params: ['str', 'regex', 'limit?'],
  takes: [text, text, int],
  returns: arrayType(StringType, false),
  defaults: [defaultInt(-1)],
  doc: 'The parts of a text between the matches of a regular expression; at most `limit` of them if that is above zero.',
  examples: [
    ["split('oneAtwoBthreeC', '[ABC]')", '[one, two, three, ]'],
    ["split('oneAtwoBthreeC', '[ABC]', 2)", '[one, twoBthreeC]'],
  ],
  row: ([s, pattern, limit]): Value => splitOf(s as string, pattern as string, limit as number),
});

export const regularExpressions: readonly ScalarFunction[] = [
  regexpReplace,
  regexpExtract,
  regexpExtractAll,
  regexpCount,
  regexpInstr,
  regexpSubstr,
  declareRlike('rlike', '1.0.0'),
  declareRlike('regexp', '3.2.0'),
  declareRlike('regexp_like', '3.2.0'),
  split,
];
