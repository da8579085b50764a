import { expect, test } from 'vitest';
import { inspect } from './console.ts';

test.each([
  ['text', 'text'],
  [['a', 1, null], '["a", 1, null]'],
  [{ a: { b: { c: { d: { e: 1 } } } } }, '{ a: { b: { c: { d: {…} } } } }'],
  [new Map([['k', 1n]]), 'Map { "k" => 1n }'],
  [new Set(), 'Set {}'],
  [new TypeError('no'), 'TypeError: no'],
  [Array.from({ length: 102 }, () => 0), `[${'0, '.repeat(100)}… 2 more]`],
  [{ toString: (): string => 'own text' }, 'own text'],
])('%o', (value, text) => expect(inspect(value)).toBe(text));
