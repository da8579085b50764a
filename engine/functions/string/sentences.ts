/** `sentences`: a text as sentences of words, by the rules of Java's break iterators for alphabets. */
import { unsupported } from '../../core/index.ts';
import { arrayType, StringType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import { defaultText, text, typed } from '../typed.ts';

/** What the rules below are known for. */
const KNOWN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\t\n\r -~‘’“”–—…]*$/u;

/**
 * Where a sentence ends: at ! and ? always; at a full stop if blanks follow it and then something that can begin one,
 * a capital or an opening bracket or quote. Closing brackets and quotes belong to the sentence before.
 */
const SENTENCE_END = /[.?!]*[?!][.?!]*["')\]}’”]*\s*|\.+["')\]}’”]*\s+(?=[\p{Lu}\p{Lt}\p{Lo}\p{Ps}"'‘“])/gu;

/** A word: letters, joined by single marks, and numbers; a number takes the mark in front and the percent or and sign behind. */
const WORD = /(?:[$#.]+(?=[0-9]))?(?:\p{L}[\p{L}\p{M}]*(?:[.'’_-]\p{L}[\p{L}\p{M}]*)*|[0-9]+(?:[.,][0-9]+)*)+(?:(?<=[0-9])[%&])?/gu;

function wordsOf(sentence: string): string[] {
  return (sentence.match(WORD) ?? []).filter((word) => /^[\p{L}0-9]/u.test(word));
}

function sentencesOf(s: string): string[][] {
  if (!KNOWN.test(s)) throw unsupported('sentences of a text with other letters than Latin, Greek and Cyrillic ones');
  const out: string[][] = [];
  let from = 0;
  for (const end of s.matchAll(SENTENCE_END)) {
    const to = end.index + end[0].length;
    out.push(wordsOf(s.slice(from, to)));
    from = to;
  }
  if (from < s.length) out.push(wordsOf(s.slice(from)));
  return out;
}

export const sentences = typed({
  name: 'sentences',
  family: 'string',
  since: '2.0.0',
  params: ['str', 'lang?', 'country?'],
  takes: [text],
  returns: arrayType(arrayType(StringType, false), false),
  nullable: true,
  nulls: 'custom',
  defaults: [defaultText(''), defaultText('')],
  doc: 'The sentences of a text, each an array of its words without marks. Language and country make no difference here.',
  examples: [["sentences('Hi there! Good morning.')", '[[Hi, there], [Good, morning]]']],
  row: ([s]): Value => (s === null ? null : sentencesOf(s as string)),
});
