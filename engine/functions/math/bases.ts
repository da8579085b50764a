/** conv, bin, hex, unhex: numbers in other bases. */
import { BinaryType, IntegerType, isNumeric, LongType, StringType, utf8Bytes } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction } from '../define.ts';
import { expectType, goesAsText, scalarFunction, unexpectedInput } from '../typing.ts';
import { arithmeticOverflow } from '../operator/errors.ts';
import { family } from './declare.ts';

const MIN_BASE = 2;
const MAX_BASE = 36;
const MAX_UNSIGNED = 2n ** 64n - 1n;

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 122 ? lower - 87 : MAX_BASE;
}

/** The digits up to the first that is none, as an unsigned 64-bit number; more than fit: an error in ANSI mode, else the largest. */
function readDigits(text: string, base: number, ansi: boolean): bigint {
  let value = 0n;
  for (let i = 0; i < text.length; i++) {
    const digit = digitOf(text.charCodeAt(i));
    if (digit >= base) break;
    value = value * BigInt(base) + BigInt(digit);
    if (value <= MAX_UNSIGNED) continue;
    if (ansi) throw arithmeticOverflow(undefined, 'Overflow in function conv()');
    return MAX_UNSIGNED;
  }
  return value;
}

function convert(text: string, from: number, to: number, ctx: CallContext): string | null {
  const target = Math.abs(to);
  if (from < MIN_BASE || from > MAX_BASE || target < MIN_BASE || target > MAX_BASE) return null;
  const digits = text.replace(/^ +| +$/g, '');
  if (digits === '') return null;
  const negative = digits.startsWith('-');
  let value = readDigits(negative ? digits.slice(1) : digits, from, ctx.ansi);
  if (negative && to > 0) value = BigInt.asIntN(64, value) < 0n ? MAX_UNSIGNED : BigInt.asUintN(64, -value);
  const signed = to < 0 && BigInt.asIntN(64, value) < 0n;
  const shown = signed ? -BigInt.asIntN(64, value) : value;
  return `${(negative && to < 0) || signed ? '-' : ''}${shown.toString(target).toUpperCase()}`;
}

const conv = scalarFunction({
  name: 'conv',
  family,
  since: '1.5.0',
  params: [
    { name: 'num', pythonName: 'col', accepts: ['string'] },
    { name: 'from_base', pythonName: 'fromBase', accepts: ['integer'], pythonLiteral: true },
    { name: 'to_base', pythonName: 'toBase', accepts: ['integer'], pythonLiteral: true },
  ],
  signature: (args) => ({
    argTypes: [expectType('conv', args, 0, StringType), expectType('conv', args, 1, IntegerType), expectType('conv', args, 2, IntegerType)],
    returns: StringType,
    nullable: true,
  }),
  doc: 'A number written in one base (2 to 36) rewritten in another. It counts as unsigned with 64 bits, or as signed if the second base is negative.',
  examples: [
    ["conv('100', 2, 10)", '4'],
    ['conv(-10, 16, -10)', '-16'],
  ],
  row: ([text, from, to], ctx) => convert(text as string, from as number, to as number, ctx),
});

const bin = scalarFunction({
  name: 'bin',
  family,
  since: '1.5.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['long'] }],
  signature: (args) => ({ argTypes: [expectType('bin', args, 0, LongType)], returns: StringType }),
  doc: 'A whole number in binary digits; a negative one as its 64 bits.',
  examples: [
    ['bin(13)', '1101'],
    ['bin(-1)', '1'.repeat(64)],
  ],
  row: ([x]) => BigInt.asUintN(64, x as bigint).toString(2),
});

function hexOf(bytes: Uint8Array): string {
  let out = '';
  for (const b of bytes) out += (b < 16 ? '0' : '') + b.toString(16);
  return out.toUpperCase();
}

const hex = scalarFunction({
  name: 'hex',
  family,
  since: '1.5.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['long', 'binary', 'string'] }],
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    if (isNumeric(type) || type.kind === 'null') return { argTypes: [LongType], returns: StringType };
    if (type.kind === 'binary') return { argTypes: [type], returns: StringType };
    if (!goesAsText(args[0] as ArgumentInfo)) throw unexpectedInput('hex', args, 0, '("BIGINT" or "BINARY" or "STRING")');
    return { argTypes: [StringType], returns: StringType };
  },
  doc: 'A whole number, bytes, or the bytes of a text, in hexadecimal digits.',
  examples: [
    ['hex(17)', '11'],
    ["hex('Spark SQL')", '537061726B2053514C'],
  ],
  row: ([x]) => {
    if (typeof x === 'bigint') return BigInt.asUintN(64, x).toString(16).toUpperCase();
    return hexOf(typeof x === 'string' ? utf8Bytes(x) : (x as Uint8Array));
  },
});

/** The bytes of hexadecimal digits, the first alone if their number is odd; null if one is no such digit. */
export function bytesOfHex(text: string): Uint8Array | null {
  if (!/^[0-9a-fA-F]*$/.test(text)) return null;
  const digits = text.length % 2 === 0 ? text : `0${text}`;
  const out = new Uint8Array(digits.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16);
  return out;
}

const unhex = scalarFunction({
  name: 'unhex',
  family,
  since: '1.5.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['string'] }],
  signature: (args) => ({ argTypes: [expectType('unhex', args, 0, StringType)], returns: BinaryType, nullable: true }),
  doc: 'The bytes that hexadecimal digits stand for; NULL if the text holds anything else.',
  examples: [
    ["decode(unhex('537061726B2053514C'), 'UTF-8')", 'Spark SQL'],
    ["unhex('zz')", null],
  ],
  row: ([text]): Value => bytesOfHex(text as string),
});

export const bases: readonly ScalarFunction[] = [conv, bin, hex, unhex];

