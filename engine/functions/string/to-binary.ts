/** `to_binary`: hexadecimal digits, UTF-8 or base64 to bytes. */
import { SparkError, withoutJavaBlanks } from '../../core/index.ts';
import { BinaryType, isNested, isString, StringType, utf8Bytes, valueToSql, valueToString } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature } from '../define.ts';
import { text } from '../typed.ts';
import { expectFoldable, mismatch, scalarFunction } from '../typing.ts';
import { decodeMime } from './base64.ts';

const FORMATS: readonly string[] = ['hex', 'utf-8', 'utf8', 'base64'];

function badFormat(name: string, args: readonly ArgumentInfo[], inputValue: string): SparkError {
  return mismatch(
    'INVALID_ARG_VALUE',
    name,
    args,
    { inputName: 'fmt', requireType: 'case-insensitive "STRING"', validValues: "'hex', 'utf-8', 'utf8', or 'base64'", inputValue },
    `${name} reads 'hex', 'utf-8' or 'base64', not ${inputValue}.`,
  );
}

function invalidInput(s: string, format: string): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'CONVERSION_INVALID_INPUT',
    sqlState: '22018',
    parameters: { str: valueToSql(s, StringType), fmt: valueToSql(format.toUpperCase(), StringType), targetType: '"BINARY"', suggestion: '`try_to_binary`' },
    sentence: `'${s}' is not ${format}. Use try_to_binary to get NULL for it.`,
  });
}

/** Two digits a byte; an odd first one stands alone. */
function fromHex(s: string): Uint8Array | null {
  if (!/^[0-9a-fA-F]*$/.test(s)) return null;
  const even = s.length % 2 === 0 ? s : `0${s}`;
  return Uint8Array.from(even.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Strict: nothing outside the alphabet but blanks, groups complete or padded, nothing behind the padding. */
function fromBase64(s: string): Uint8Array | null {
  const compact = withoutJavaBlanks(s);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return null;
  if (compact.includes('=') && compact.length % 4 !== 0) return null;
  // Blanks between the two signs of the padding are none of the blanks that are passed over.
  const decoded = decodeMime(s);
  return typeof decoded === 'string' ? null : decoded;
}

function convert(s: string, format: string): Uint8Array | null {
  switch (format) {
    case 'hex':
      return fromHex(s);
    case 'base64':
      return fromBase64(s);
    default:
      return utf8Bytes(s);
  }
}

/** A constant of another type is shown as the text that it would be cast to. */
function shownFormat({ literal, sql, type }: ArgumentInfo): string {
  return isNested(type) || literal === undefined || literal === null ? sql.toUpperCase() : valueToSql((valueToString(literal, type) ?? '').toLowerCase(), StringType);
}

function signatureOf(name: string, args: readonly ArgumentInfo[], lenient: boolean): Signature {
  const format = args[1];
  if (format !== undefined) expectFoldable('to_binary', args, 1, 'fmt', '"STRING"');
  const source = text('to_binary', args, 0);
  if (format === undefined) return { argTypes: [source], returns: BinaryType, nullable: true };
  // The lenient one takes any constant: what is no text becomes one, which is no format.
  if (!isString(format.type) && format.type.kind !== 'null' && !(lenient && !isNested(format.type))) throw badFormat(name, args, shownFormat(format));
  const { literal } = format;
  const known = typeof literal === 'string' && FORMATS.includes(literal.toLowerCase());
  if (typeof literal === 'string' && !known && !lenient) throw badFormat(name, args, valueToSql(literal.toLowerCase(), StringType));
  const nullable = lenient || literal === null || (typeof literal === 'string' && literal.toLowerCase() !== 'base64');
  return { argTypes: [source, StringType], returns: BinaryType, ...(nullable ? { nullable: true } : {}) };
}

function declare(name: string, lenient: boolean): ScalarFunction {
  return scalarFunction({
    name,
    asks: { places: [1, 0] },
    constancy: 'late',
    family: 'string',
    since: '3.3.0',
    params: [
      { name: 'str', accepts: ['string'] },
      { name: 'fmt', accepts: ['string'], optional: true, literal: true },
    ],
    signature: (args) => signatureOf(name, args, lenient),
    doc: `The bytes of a text that is hexadecimal (as if nothing is told), UTF-8 or base64; ${lenient ? 'NULL' : 'an error'} where it is not.`,
    examples: [[`${name}('abc', 'utf-8')`, 'abc']],
    ...(lenient ? { control: 'try' } : {}),
    row: ([s, format]): Value => {
      const chosen = String(format ?? 'hex').toLowerCase();
      if (!FORMATS.includes(chosen)) return null;
      const made = convert(s as string, chosen);
      if (made === null && !lenient) throw invalidInput(s as string, chosen);
      return made;
    },
  });
}

export const toBinary: readonly ScalarFunction[] = [declare('to_binary', false), declare('try_to_binary', true)];
