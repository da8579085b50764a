/** How alike texts are, and how they sound. */
import { DoubleType, IntegerType, StringType } from '../../types/index.ts';
import type { ScalarFunction } from '../define.ts';
import { exactText, int, text, typed } from '../typed.ts';

const family = 'string';

/** Number of single-character edits between two texts. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (before[j] as number) + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(change, (before[j + 1] as number) + 1, (row[j] as number) + 1));
    }
    before = row;
  }
  return before[b.length] as number;
}

const levenshtein = typed({
  name: 'levenshtein',
  family,
  since: '1.5.0',
  params: ['str1', 'str2', 'threshold?'],
  takes: [text, text, int],
  returns: IntegerType,
  doc: 'Edit distance between two texts; -1 if it is above the threshold, where one is given.',
  examples: [
    ["levenshtein('kitten', 'sitting')", '3'],
    ["levenshtein('kitten', 'sitting', 2)", '-1'],
  ],
  row: ([a, b, threshold]) => {
    const distance = editDistance([...(a as string)], [...(b as string)]);
    return threshold === undefined || distance <= (threshold as number) ? distance : -1;
  },
});

/** Codes of the letters A to Z; 0 parts equal codes, 7 does not. */
const SOUNDS = '01230127022455012623017202';

/** The American Soundex code; a text that does not begin with a letter is given back. */
function soundexOf(s: string): string {
  const upper = s.replace(/[a-z]/g, (c) => c.toUpperCase());
  if (!/^[A-Z]/.test(upper)) return s;
  const codeAt = (i: number): string => SOUNDS[upper.charCodeAt(i) - 65] ?? '0';
  let code = upper.charAt(0);
  let last = codeAt(0);
  for (let i = 1; i < upper.length && code.length < 4; i++) {
    if (!/[A-Z]/.test(upper.charAt(i))) {
      last = '0';
      continue;
    }
    const sound = codeAt(i);
    if (sound === '7') continue;
    if (sound !== '0' && sound !== last) code += sound;
    last = sound;
  }
  return code.padEnd(4, '0');
}

const soundex = typed({
  name: 'soundex',
  family,
  since: '1.5.0',
  params: ['str'],
  takes: [exactText],
  returns: StringType,
  doc: 'The Soundex code of a text: its first letter and three digits for how it goes on.',
  examples: [["soundex('Miller')", 'M460']],
  row: ([s]) => soundexOf(s as string),
});

/** Characters of `a` and `b` that match within the window, in order of each. */
function matchesOf(a: readonly string[], b: readonly string[]): readonly [string[], string[]] {
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const left: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + window + 1);
    for (let j = Math.max(0, i - window); j < end; j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      left.push(a[i] as string);
      break;
    }
  }
  return [left, b.filter((_, j) => taken[j])];
}

function jaroWinkler(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  const [left, right] = matchesOf(a, b);
  const m = left.length;
  if (m === 0) return 0;
  const transpositions = left.filter((c, i) => c !== right[i]).length / 2;
  const jaro = (m / a.length + m / b.length + (m - transpositions) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && prefix < b.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const jaroWinklerSimilarity = typed({
  name: 'jaro_winkler_similarity',
  asks: { interpreted: { decidedBy: [] } },
  constancy: 'late',
  family,
  since: '4.3.0',
  params: ['str1', 'str2'],
  takes: [text, text],
  returns: DoubleType,
  nullable: true,
  doc: 'Jaro-Winkler similarity of two texts, from 0 (nothing in common) to 1 (equal).',
  examples: [["jaro_winkler_similarity('MARTHA', 'MARHTA')", '0.9611111111111111']],
  // By units of UTF-16, as Java counts characters.
  row: ([a, b]) => jaroWinkler((a as string).split(''), (b as string).split('')),
});

export const distances: readonly ScalarFunction[] = [levenshtein, soundex, jaroWinklerSimilarity];
