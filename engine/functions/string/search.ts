/** Where a text occurs in another. */
import { SparkError } from '../../core/index.ts';
import { BooleanType, compareBytes, IntegerType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature } from '../define.ts';
import { defaultInt, int, text, typed } from '../typed.ts';
import { scalarFunction } from '../typing.ts';
import { codePointsBefore, hasSurrogates, unitOffset } from './code-points.ts';

const family = 'string';

/** Position from 1 of the first occurrence at or after a code point (from 0); 0 where there is none. */
function positionOf(part: string, s: string, from: number): number {
  const unit = from === 0 ? 0 : hasSurrogates(s) ? unitOffset(s, from, 0) : from;
  const at = s.indexOf(part, unit);
  return at < 0 ? 0 : codePointsBefore(s, at) + 1;
}

/** Position from 1 of the n-th occurrence that starts at or after a character, or, if `start` is negative, at or before one counted from the end. Occurrences may overlap. */
function instrOf(s: string, part: string, start: number, occurrence: number): number {
  if (part === '') return 1;
  if (start === 0) return 0;
  if (start === 1 && occurrence === 1) return positionOf(part, s, 0);
  const points = [...s];
  const wanted = [...part];
  const step = start > 0 ? 1 : -1;
  let left = occurrence;
  for (let at = start > 0 ? start - 1 : points.length + start; at >= 0 && at < points.length; at += step) {
    if (wanted.every((c, k) => points[at + k] === c) && --left === 0) return at + 1;
  }
  return 0;
}

function badOccurrence(actual: number): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'INVALID_PARAMETER_VALUE.OCCURRENCE',
    sqlState: '22023',
    parameters: { functionName: '`instr`', parameter: '`occurrence`', actual: String(actual) },
    sentence: `instr counts occurrences from 1, so there is no occurrence ${actual}.`,
  });
}

/** The occurrence of a call with a start alone, as names and errors show it. */
const FIRST: ArgumentInfo = { type: IntegerType, nullable: false, literal: 1, foldable: true, sql: '1' };

const occurrenceOf = typed({
  name: 'instr',
  family,
  since: '1.5.0',
  params: ['str', 'substr', 'start?', 'occurrence?'],
  takes: [text, text, int, int],
  returns: IntegerType,
  sql: (args) => `instr(${args.length === 3 ? [...args, '1'].join(', ') : args.join(', ')})`,
  doc: 'Position from 1 of an occurrence of a text in another, 0 where there is none; a negative start searches backwards from the end.',
  examples: [
    ["instr('SparkSQL', 'SQL')", '6'],
    ["instr('banana', 'an', 1, 2)", '4'],
  ],
  row: ([s, part, start, occurrence]) => {
    const nth = (occurrence ?? 1) as number;
    if (nth < 1) throw badOccurrence(nth);
    return instrOf(s as string, part as string, (start ?? 1) as number, nth);
  },
});

const instr: ScalarFunction = {
  ...occurrenceOf,
  signature: (args, ctx) => {
    const { argTypes, ...rest } = occurrenceOf.signature(args.length === 3 ? [...args, FIRST] : args, ctx);
    return { ...rest, argTypes: argTypes.slice(0, args.length) };
  },
};

/** A null start gives 0, other nulls null. */
function locateOf(part: Value, s: Value, start: Value): Value {
  if (start === null) return 0;
  if (part === null || s === null) return null;
  const from = start as number;
  if (from < 1) return 0;
  return part === '' ? 1 : positionOf(part as string, s as string, from - 1);
}

function declareLocate(name: string, since: string): ScalarFunction {
  return typed({
    name,
    asks: { places: [2, 0, 1], decidedBy: [0, 1, 2] },
    family,
    since,
    params: ['substr', 'str', 'pos?'],
    takes: [text, text, int],
    returns: IntegerType,
    defaults: [defaultInt(1)],
    nulls: 'custom',
    nullableBy: 2,
    doc: 'Position from 1 of the first occurrence of a text in another at or after a position; 0 where there is none.',
    examples: [
      [`${name}('bar', 'foobarbar')`, '4'],
      [`${name}('bar', 'foobarbar', 5)`, '7'],
    ],
    row: ([part, s, start]) => locateOf(part as Value, s as Value, start as Value),
  });
}

type Test = (s: Value, part: Value) => boolean;

function sameBytes(v: Uint8Array, part: Uint8Array, at: number): boolean {
  if (at < 0 || at + part.length > v.length) return false;
  return compareBytes(v.subarray(at, at + part.length), part) === 0;
}

function bytesContain(v: Uint8Array, part: Uint8Array): boolean {
  for (let at = 0; at + part.length <= v.length; at++) if (sameBytes(v, part, at)) return true;
  return false;
}

/** Two binaries are compared as such; anything else as texts. */
function partSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  if (args.every((a) => a.type.kind === 'binary')) {
    return { argTypes: args.map((a) => a.type), returns: BooleanType, nullable: true };
  }
  return { argTypes: args.map((_, i) => text(name, args, i)), returns: BooleanType };
}

/** As plans print these: `StartsWith(s, a)`. */
const PLAN_NAMES: Readonly<Record<string, string>> = { contains: 'Contains', startswith: 'StartsWith', endswith: 'EndsWith' };

function declareTest(name: string, second: string, doc: string, example: readonly [string, string], test: Test): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '3.3.0',
    params: [
      { name: 'left', accepts: ['string', 'binary'] },
      { name: second, accepts: ['string', 'binary'] },
    ],
    signature: (args) => partSignature(name, args),
    planText: (args) => `${PLAN_NAMES[name] ?? name}(${args.join(', ')})`,
    doc,
    examples: [example, [`${name}('Spark SQL', NULL)`, null]],
    row: ([s, part]) => test(s as Value, part as Value),
  });
}

const tests: readonly ScalarFunction[] = [
  declareTest('contains', 'right', 'Whether the text (or binary) holds another.', ["contains('Spark SQL', 'park')", 'true'], (s, part) =>
    typeof s === 'string' ? s.includes(part as string) : bytesContain(s as Uint8Array, part as Uint8Array),
  ),
  declareTest('startswith', 'right', 'Whether the text (or binary) begins with another.', ["startswith('Spark SQL', 'Spark')", 'true'], (s, part) =>
    typeof s === 'string' ? s.startsWith(part as string) : sameBytes(s as Uint8Array, part as Uint8Array, 0),
  ),
  declareTest('endswith', 'right', 'Whether the text (or binary) ends with another.', ["endswith('Spark SQL', 'SQL')", 'true'], (s, part) =>
    typeof s === 'string'
      ? s.endsWith(part as string)
      : sameBytes(s as Uint8Array, part as Uint8Array, (s as Uint8Array).length - (part as Uint8Array).length),
  ),
];

const findInSet = typed({
  name: 'find_in_set',
  family,
  since: '1.5.0',
  params: ['str', 'str_array'],
  takes: [text, text],
  returns: IntegerType,
  doc: 'Which of the texts between commas equals the given one, from 1; 0 if none does or if it holds a comma.',
  examples: [["find_in_set('ab', 'abc,b,ab,c,def')", '3']],
  row: ([s, list]) => ((s as string).includes(',') ? 0 : (list as string).split(',').indexOf(s as string) + 1),
});

export const searches: readonly ScalarFunction[] = [
  instr,
  declareLocate('locate', '1.5.0'),
  declareLocate('position', '2.3.0'),
  ...tests,
  findInSet,
];
