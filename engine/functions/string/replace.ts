/** Replacing parts of texts, character by character or by position. */
import { BinaryType, isString, StringType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature } from '../define.ts';
import { defaultText, int, text, textOrBytes, typed } from '../typed.ts';
import { differentTypes, scalarFunction } from '../typing.ts';
import { lengthOf } from './code-points.ts';
import { INT_MAX, substringOf } from './substring.ts';

const family = 'string';

const replace = typed({
  name: 'replace',
  family,
  since: '2.3.0',
  params: ['str', 'search', 'replace?'],
  takes: [text, text, text],
  returns: StringType,
  defaults: [defaultText('')],
  doc: 'The text with each occurrence of another replaced, or taken away if nothing is given for it.',
  examples: [["replace('ABCabc', 'abc', 'DEF')", 'ABCDEF']],
  row: ([s, search, by]) => (search === '' ? (s as string) : (s as string).split(search as string).join(by as string)),
});

/** The characters that `matching` maps; to '' where `by` is too short. The first of a repeated character counts. */
function translation(matching: string, by: string): ReadonlyMap<string, string> {
  const to = [...by];
  const map = new Map<string, string>();
  let k = 0;
  for (const c of matching) {
    if (!map.has(c)) map.set(c, to[k] ?? '');
    k++;
  }
  return map;
}

const translate = typed({
  name: 'translate',
  family,
  since: '1.5.0',
  params: ['input', 'from', 'to'],
  takes: [text],
  returns: StringType,
  doc: 'Each character that is in `from` replaced by the one at its place in `to`, or taken away where `to` is shorter.',
  examples: [["translate('AaBbCc', 'abc', '123')", 'A1B2C3']],
  row: ([s, from, to]) => {
    const map = translation(from as string, to as string);
    let out = '';
    for (const c of s as string) out += map.get(c) ?? c;
    return out;
  },
});

/** The part before the position, the replacement, and what follows, each as `substring` finds it. */
function overlaid(v: Value, by: Value, position: number, length: number): Value {
  const size = length >= 0 ? length : typeof by === 'string' ? lengthOf(by) : (by as Uint8Array).length;
  const head = substringOf(v, 1, position - 1);
  // All of the text, as far before its beginning as this may be.
  const tail = substringOf(v, Math.max(position + size, -INT_MAX), INT_MAX);
  if (typeof by === 'string') return `${head as string}${by}${tail as string}`;
  return Uint8Array.from([...(head as Uint8Array), ...(by as Uint8Array), ...(tail as Uint8Array)]);
}

function overlaySignature(given: readonly ArgumentInfo[]): Signature {
  const args = given.length > 3 ? given : [...given, { type: { kind: 'integer' }, nullable: false, foldable: true, literal: -1, sql: '-1' } as ArgumentInfo];
  const kinds = [textOrBytes('overlay', args, 0), textOrBytes('overlay', args, 1)] as [DataType, DataType];
  if (kinds[0].kind !== kinds[1].kind) throw differentTypes('overlay', args, kinds);
  const positions = [int('overlay', args, 2), int('overlay', args, 3)];
  return { argTypes: [...kinds, ...positions].slice(0, given.length), returns: isString(kinds[0]) ? StringType : BinaryType };
}

const overlay = scalarFunction({
  name: 'overlay',
  family,
  since: '3.0.0',
  params: [
    { name: 'input', accepts: ['string', 'binary'] },
    { name: 'replace', accepts: ['string', 'binary'] },
    { name: 'pos', accepts: ['integer'] },
    { name: 'len', accepts: ['integer'], optional: true },
  ],
  signature: overlaySignature,
  sql: (args) => `overlay(${args.join(', ')}${args.length === 3 ? ', -1' : ''})`,
  doc: 'The text with another laid over it from a position on, in place of as many characters as told or as it has.',
  examples: [
    ["overlay('Spark SQL', '_', 6)", 'Spark_SQL'],
    ["overlay('Spark SQL', 'ANSI ', 7, 0)", 'Spark ANSI SQL'],
  ],
  row: ([v, by, position, length]): Value => overlaid(v as Value, by as Value, position as number, (length ?? -1) as number),
});

export const replacements: readonly ScalarFunction[] = [replace, translate, overlay];
