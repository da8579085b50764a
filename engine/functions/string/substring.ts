/** Parts of texts by position. */
import { IntegerType, StringType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import { constantPlace } from '../access/item-nullable.ts';
import { indexOfZero } from '../collection/errors.ts';
import type { ArgumentInfo, ScalarFunction } from '../define.ts';
import { defaultInt, int, text, textOrBytes, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { lengthOf, sliceOf } from './code-points.ts';
import { textKernel } from './kernels.ts';

const family = 'string';
export const INT_MAX = 2_147_483_647;

/** Positions count from 1, or from the end if negative; what lies outside is left out. */
export function substringOf(v: Value, position: number, length: number): Value {
  const count = typeof v === 'string' ? (position < 0 ? lengthOf(v) : 0) : (v as Uint8Array).length;
  const start = position > 0 ? position - 1 : position < 0 ? count + position : 0;
  const end = start + length;
  if (typeof v === 'string') return sliceOf(v, start, end);
  return (v as Uint8Array).slice(Math.max(0, start), Math.max(0, end));
}

function declareSubstring(name: string): ScalarFunction {
  return typed({
    name,
    family,
    since: '1.5.0',
    params: ['str', 'pos', 'len?'],
    takes: [textOrBytes, int, int],
    returns: ([type]) => type as typeof StringType,
    defaults: [defaultInt(INT_MAX)],
    doc: 'The part of a text or binary that starts at a position (from 1, from the end if negative), as long as told.',
    examples: [
      [`${name}('Spark SQL', 5)`, 'k SQL'],
      [`${name}('Spark SQL', -3)`, 'SQL'],
      [`${name}('Spark SQL', 5, 1)`, 'k'],
    ],
    row: ([v, position, length]) => substringOf(v as Value, position as number, length as number),
    batch: textKernel(([v, position, length]) => substringOf(v as Value, position as number, (length ?? INT_MAX) as number)),
  });
}

const left = typed({
  name: 'left',
  constancy: 'late',
  family,
  since: '2.3.0',
  params: ['str', 'len'],
  takes: [textOrBytes, int],
  returns: ([type]) => type as typeof StringType,
  doc: 'The first characters of a text (bytes of a binary); none for a length of zero or less.',
  examples: [["left('Spark SQL', 3)", 'Spa']],
  replacement: () => ({ call: 'substring', args: [0, { type: IntegerType, value: 1 }, 1] }),
  row: ([v, length]) => substringOf(v as Value, 1, length as number),
});

/** `right` is a choice between texts in Spark, which takes whatever casts to one. */
const castText: Rule = (name, args, i) => text(name, args, i);

const right = typed({
  name: 'right',
  constancy: 'late',
  family,
  since: '2.3.0',
  params: ['str', 'len'],
  takes: [castText, int],
  returns: StringType,
  nullable: true,
  doc: 'The last characters of a text; none for a length of zero or less.',
  examples: [["right('Spark SQL', 3)", 'SQL']],
  row: ([s, length]) => ((length as number) <= 0 ? '' : substringOf(s as Value, -(length as number), length as number)),
});

/** The parts are an array to Spark, and which of them is wanted the place of an item. */
const partNum: Rule = (name, args, i) => {
  const type = int(name, args, i);
  constantPlace(args[i] as ArgumentInfo);
  return type;
};

const splitPart = typed({
  name: 'split_part',
  constancy: 'late',
  family,
  since: '3.3.0',
  params: ['str', 'delimiter', 'partNum'],
  takes: [text, text, partNum],
  returns: StringType,
  nullable: true,
  doc: 'One of the parts between delimiters, from 1, or from the end if negative; the empty text where there is none.',
  examples: [
    ["split_part('11.12.13', '.', 3)", '13'],
    ["split_part('11.12.13', '.', -5)", ''],
  ],
  row: ([s, delimiter, number]) => {
    const at = number as number;
    if (at === 0) throw indexOfZero();
    const parts = delimiter === '' ? [s as string] : (s as string).split(delimiter as string);
    return parts[at > 0 ? at - 1 : parts.length + at] ?? '';
  },
});

/** The unit offset of the n-th delimiter from the left, or from the right if n is negative; -1 if there are fewer. */
function nthDelimiter(s: string, delimiter: string, n: number): number {
  let at = n > 0 ? -1 : s.length;
  for (let k = 0; k < Math.abs(n); k++) {
    if (n > 0) at = s.indexOf(delimiter, at + 1);
    else at = at === 0 ? -1 : s.lastIndexOf(delimiter, at - 1);
    if (at < 0) return -1;
  }
  return at;
}

/** From the right a match must end before the end that the one before left over, as Spark searches. */
function substringIndexOf(s: string, delimiter: string, count: number): string {
  if (delimiter === '' || count === 0) return '';
  const at = nthDelimiter(s, delimiter, count);
  if (at < 0) return s;
  return count > 0 ? s.slice(0, at) : s.slice(at + delimiter.length);
}

const substringIndex = typed({
  name: 'substring_index',
  family,
  since: '1.5.0',
  params: ['str', 'delim', 'count'],
  takes: [text, text, int],
  returns: StringType,
  doc: 'What stands before the given occurrence of a delimiter, or after it, counted from the end, if negative.',
  examples: [
    ["substring_index('www.apache.org', '.', 2)", 'www.apache'],
    ["substring_index('www.apache.org', '.', -1)", 'org'],
  ],
  row: ([s, delimiter, count]) => substringIndexOf(s as string, delimiter as string, count as number),
});

export const substrings: readonly ScalarFunction[] = [
  declareSubstring('substring'),
  declareSubstring('substr'),
  left,
  right,
  splitPart,
  substringIndex,
];
