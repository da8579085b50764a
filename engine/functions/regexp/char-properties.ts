/** What Java's `\d`, `\h`, `\p{Alpha}`, `\p{IsGreek}` and their kin stand for. */
import { JAVA_BLANKS } from '../../core/index.ts';
import { unsupported } from '../../core/index.ts';
import { complement, property, ranges, union } from './char-set.ts';
import type { CharSet } from './char-set.ts';

const DIGIT = ranges([48, 57]);
const LOWER = ranges([97, 122]);
const UPPER = ranges([65, 90]);
const ALPHA = union(LOWER, UPPER);
const ALNUM = union(ALPHA, DIGIT);
const SPACE = ranges([9, 13], [32, 32]);
const PUNCT = ranges([33, 47], [58, 64], [91, 96], [123, 126]);
const LINE_ENDS = ranges([10, 13], [0x85, 0x85], [0x2028, 0x2029]);

/** The escapes `\d \D \h \H \s \S \v \V \w \W`. */
export const ESCAPED: Readonly<Record<string, CharSet>> = {
  d: DIGIT,
  s: SPACE,
  w: union(ALNUM, ranges([95, 95])),
  h: ranges([9, 9], [32, 32], [0xa0, 0xa0], [0x1680, 0x1680], [0x180e, 0x180e], [0x2000, 0x200a], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000]),
  v: LINE_ENDS,
};

const POSIX: Readonly<Record<string, CharSet>> = {
  Lower: LOWER,
  Upper: UPPER,
  ASCII: ranges([0, 127]),
  Alpha: ALPHA,
  Digit: DIGIT,
  Alnum: ALNUM,
  Punct: PUNCT,
  Graph: union(ALNUM, PUNCT),
  Print: ranges([32, 126]),
  Blank: ranges([9, 9], [32, 32]),
  Cntrl: ranges([0, 31], [127, 127]),
  XDigit: ranges([48, 57], [65, 70], [97, 102]),
  Space: SPACE,
  L1: ranges([0, 255]),
  LD: union(property('\\p{L}'), property('\\p{Nd}')),
  LC: union(union(property('\\p{Lu}'), property('\\p{Ll}')), property('\\p{Lt}')),
  all: ranges([0, 0x10ffff]),
  javaLowerCase: property('\\p{Lowercase}'),
  javaUpperCase: property('\\p{Uppercase}'),
  javaAlphabetic: property('\\p{Alphabetic}'),
  javaIdeographic: property('\\p{Ideographic}'),
  javaTitleCase: property('\\p{Lt}'),
  javaDigit: property('\\p{Nd}'),
  javaLetter: property('\\p{L}'),
  javaLetterOrDigit: union(property('\\p{L}'), property('\\p{Nd}')),
  javaDefined: property('\\P{Cn}'),
  javaISOControl: ranges([0, 31], [127, 159]),
  javaWhitespace: ranges(...JAVA_BLANKS),
  javaSpaceChar: union(union(property('\\p{Zs}'), property('\\p{Zl}')), property('\\p{Zp}')),
};

/** Binary properties under the names that Java takes after `Is`. */
const BINARY: Readonly<Record<string, CharSet>> = {
  ALPHABETIC: property('\\p{Alphabetic}'),
  LETTER: property('\\p{L}'),
  IDEOGRAPHIC: property('\\p{Ideographic}'),
  LOWERCASE: property('\\p{Lowercase}'),
  UPPERCASE: property('\\p{Uppercase}'),
  TITLECASE: property('\\p{Lt}'),
  WHITE_SPACE: property('\\p{White_Space}'),
  CONTROL: property('\\p{Cc}'),
  PUNCTUATION: property('\\p{P}'),
  HEX_DIGIT: union(property('\\p{Nd}'), ranges([65, 70], [97, 102], [0xff21, 0xff26], [0xff41, 0xff46])),
  ASSIGNED: property('\\P{Cn}'),
  NONCHARACTER_CODE_POINT: property('\\p{Noncharacter_Code_Point}'),
  DIGIT: property('\\p{Nd}'),
  ALNUM: union(property('\\p{Alphabetic}'), property('\\p{Nd}')),
  JOIN_CONTROL: property('\\p{Join_Control}'),
};

const BLOCKS: Readonly<Record<string, readonly [number, number]>> = {
  basiclatin: [0, 0x7f],
  latin1supplement: [0x80, 0xff],
  latinextendeda: [0x100, 0x17f],
  latinextendedb: [0x180, 0x24f],
  greek: [0x370, 0x3ff],
  greekandcoptic: [0x370, 0x3ff],
  cyrillic: [0x400, 0x4ff],
  hebrew: [0x590, 0x5ff],
  arabic: [0x600, 0x6ff],
  devanagari: [0x900, 0x97f],
  thai: [0xe00, 0xe7f],
  generalpunctuation: [0x2000, 0x206f],
  currencysymbols: [0x20a0, 0x20cf],
  arrows: [0x2190, 0x21ff],
  mathematicaloperators: [0x2200, 0x22ff],
  boxdrawing: [0x2500, 0x257f],
  cjksymbolsandpunctuation: [0x3000, 0x303f],
  hiragana: [0x3040, 0x309f],
  katakana: [0x30a0, 0x30ff],
  cjkunifiedideographs: [0x4e00, 0x9fff],
  hangulsyllables: [0xac00, 0xd7af],
  emoticons: [0x1f600, 0x1f64f],
};

/** The property escape if JavaScript knows it. */
function known(escape: string): CharSet | undefined {
  try {
    new RegExp(escape, 'u');
    return property(escape);
  } catch {
    return undefined;
  }
}

function script(name: string): CharSet | undefined {
  const spelled = name.toLowerCase().replace(/(^|_)[a-z]/g, (c) => c.toUpperCase());
  return known(`\\p{Script=${spelled}}`);
}

function category(name: string): CharSet | undefined {
  return /^[A-Z][a-z]?$/.test(name) ? known(`\\p{${name}}`) : undefined;
}

function block(name: string): CharSet {
  const found = BLOCKS[name.toLowerCase().replace(/[\s_-]/g, '')];
  if (found === undefined) throw unsupported(`The Unicode block ${name} in a regular expression`);
  return ranges(found);
}

function named(name: string): CharSet | undefined {
  const [key, value] = name.split('=') as [string, string?];
  if (value !== undefined) {
    switch (key.toLowerCase()) {
      case 'sc':
      case 'script':
        return script(value);
      case 'gc':
      case 'general_category':
        return category(value) ?? POSIX[value];
      case 'blk':
      case 'block':
        return block(value);
      default:
        return undefined;
    }
  }
  if (name.startsWith('In')) return block(name.slice(2));
  if (name.startsWith('Is')) return BINARY[name.slice(2).toUpperCase()] ?? category(name.slice(2)) ?? script(name.slice(2));
  return POSIX[name] ?? category(name);
}

const EITHER_CASE: ReadonlySet<string> = new Set(['Lu', 'Ll', 'Lt', 'IsLu', 'IsLl', 'IsLt', 'gc=Lu', 'gc=Ll', 'gc=Lt']);
const EITHER_ALPHA: ReadonlySet<string> = new Set(['Lower', 'Upper']);
const EITHER_PROPERTY: ReadonlySet<string> = new Set(['javaLowerCase', 'javaUpperCase', 'javaTitleCase', 'IsLowercase', 'IsUppercase', 'IsTitlecase']);

/** `\p{name}`; undefined where Java knows no such property. */
export function propertyNamed(name: string, ignoreCase: boolean): CharSet | undefined {
  if (ignoreCase && EITHER_CASE.has(name)) return POSIX.LC;
  if (ignoreCase && EITHER_ALPHA.has(name)) return ALPHA;
  if (ignoreCase && EITHER_PROPERTY.has(name)) return union(union(property('\\p{Lowercase}'), property('\\p{Uppercase}')), property('\\p{Lt}'));
  return named(name);
}

/** What `.` matches without DOTALL. */
export const NOT_LINE_END: CharSet = complement(ranges([10, 10], [13, 13], [0x85, 0x85], [0x2028, 0x2029]));
export const ANY: CharSet = ranges([0, 0x10ffff]);
