import { expect, test } from 'vitest';
import { sentencePieces, wordPieces } from './break-iterator.ts';

test('nothing of a text is lost', () => {
  for (const text of ['', ' ', 'a. B', '-###.##', 'x\u0301\u200b.\u2029y', '😀😀. 𝒜', 'ー\u3099あ']) {
    expect(sentencePieces(text).join('')).toBe(text);
    expect(wordPieces(text).join('')).toBe(text);
  }
});

test('breaks as Java 17 has them', () => {
  expect(sentencePieces('-###.##')).toEqual(['-###', '.', '##']);
  expect(sentencePieces('Hi. "You" there?! (Yes.) no')).toEqual(['Hi. ', '"You" there?! ', '(Yes.) no']);
  expect(sentencePieces('a.#a')).toEqual(['a.', '#a']);
  expect(wordPieces('a"abc",7')).toEqual(['a"abc', '"', ',', '7']);
  expect(wordPieces("$1,000.5% don't")).toEqual(['$1,000.5%', ' ', "don't"]);
  expect(wordPieces('漢字カナかな')).toEqual(['漢字', 'カナ', 'かな']);
});
