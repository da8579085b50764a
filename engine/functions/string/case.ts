/** Upper and lower case. */
import { StringType } from '../../types/index.ts';
import type { ScalarFunction } from '../define.ts';
import { text, typed } from '../typed.ts';
import { textKernel } from './kernels.ts';

const family = 'string';

function declareUpper(name: string, since: string): ScalarFunction {
  return typed({
    name,
    family,
    since,
    params: ['str'],
    takes: [text],
    returns: StringType,
    doc: 'The text in upper case.',
    examples: [[`${name}('SparkSql')`, 'SPARKSQL']],
    row: ([s]) => (s as string).toUpperCase(),
    batch: textKernel(([s]) => (s as string).toUpperCase()),
  });
}

function declareLower(name: string, since: string): ScalarFunction {
  return typed({
    name,
    family,
    since,
    params: ['str'],
    takes: [text],
    returns: StringType,
    doc: 'The text in lower case.',
    examples: [[`${name}('SparkSql')`, 'sparksql']],
    row: ([s]) => (s as string).toLowerCase(),
    batch: textKernel(([s]) => (s as string).toLowerCase()),
  });
}

/** Letters made of two, which have a title case of their own. */
const DIGRAPHS: Readonly<Record<string, string>> = { 'ǆ': 'ǅ', 'ǉ': 'ǈ', 'ǌ': 'ǋ', 'ǳ': 'ǲ', 'ᾳ': 'ᾼ', 'ῃ': 'ῌ', 'ῳ': 'ῼ', 'ŉ': 'ʼN' };

/** The title case of one lower-case character: `ß` gives `Ss`, `ǆ` gives `ǅ`. */
function titleCase(character: string): string {
  const special = DIGRAPHS[character];
  if (special !== undefined) return special;
  const code = character.charCodeAt(0);
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCharCode(code | 8);
  const [first = '', ...rest] = character.toUpperCase();
  return first + rest.join('').toLowerCase();
}

/** The lower case of `İ`, of which the upper case would be another text. */
const DOTTED_I = 'i\u0307';

function titled(s: string): string {
  return s
    .split(' ')
    .map((word) => {
      const lower = word.toLowerCase();
      const first = String.fromCodePoint(lower.codePointAt(0) ?? 0);
      if (word.startsWith('İ')) return word[0] + lower.slice(DOTTED_I.length);
      return lower === '' ? '' : titleCase(first) + lower.slice(first.length);
    })
    .join(' ');
}

const initcap = typed({
  name: 'initcap',
  family,
  since: '1.5.0',
  params: ['str'],
  takes: [text],
  returns: StringType,
  doc: 'Each word with its first letter in title case and the rest in lower case; only spaces part words.',
  examples: [["initcap('sPark sql')", 'Spark Sql']],
  row: ([s]) => titled(s as string),
  batch: textKernel(([s]) => titled(s as string)),
});

export const cases: readonly ScalarFunction[] = [
  declareUpper('upper', '1.0.1'),
  declareUpper('ucase', '1.0.1'),
  declareLower('lower', '1.0.1'),
  declareLower('lcase', '1.0.1'),
  initcap,
];
