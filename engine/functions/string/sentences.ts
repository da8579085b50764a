/** `sentences`: a text as sentences of words, as Java's break iterators part them. */
import { unsupported } from '../../core/index.ts';
import { arrayType, StringType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import { defaultText, text, typed } from '../typed.ts';
import { sentencePieces, wordPieces } from './break-iterator.ts';

/** A piece counts by its first unit of UTF-16: words of letters beyond U+FFFF do not. */
const WORD = /^[\p{L}\p{Nd}]/u;

function isWord(piece: string): boolean {
  return WORD.test(piece.charAt(0));
}

function sentencesOf(s: string): string[][] {
  return sentencePieces(s).map((sentence) => wordPieces(sentence).filter(isWord));
}

/** Java parts Thai by a dictionary where that is the language. */
const THAI = /\p{Script=Thai}/u;

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
  row: ([s, language]): Value => {
    if (s === null) return null;
    if (language === 'th' && THAI.test(s as string)) throw unsupported('sentences of Thai words');
    return sentencesOf(s as string);
  },
});
