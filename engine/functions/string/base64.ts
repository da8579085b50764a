/** MIME base64 and base32, as `java.util.Base64` and Spark read and write them. */
import { SparkError } from '../../core/index.ts';
import { BinaryType, encodeBase64, StringType } from '../../types/index.ts';
import type { ScalarFunction } from '../define.ts';
import { bytes, text, typed } from '../typed.ts';

const family = 'string';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const LINE_CHARS = 76;

function malformed(sentence: string): SparkError {
  return new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence });
}

/** Lines of 76 characters, parted by CR LF. */
export function encodeMime(v: Uint8Array): string {
  const whole = encodeBase64(v);
  if (whole.length <= LINE_CHARS) return whole;
  return (whole.match(/.{1,76}/g) as string[]).join('\r\n');
}

/** Characters outside the alphabet are skipped; null where the groups do not come out even. */
export function decodeMime(s: string): Uint8Array | string {
  const out: number[] = [];
  let word = 0;
  let held = 0;
  let i = 0;
  for (; i < s.length; i++) {
    const c = s.charAt(i);
    if (c === '=') break;
    const code = ALPHABET.indexOf(c);
    if (code < 0) continue;
    word = (word << 6) | code;
    if (++held < 4) continue;
    out.push((word >> 16) & 255, (word >> 8) & 255, word & 255);
    word = 0;
    held = 0;
  }
  let end = i;
  if (i < s.length) {
    if (held < 2 || (held === 2 && s.charAt(i + 1) !== '=')) return 'Padding stands where base64 has none.';
    end = i + (held === 2 ? 2 : 1);
  } else if (held === 1) return 'The last group of the base64 text has too few characters.';
  for (let k = end; k < s.length; k++) if (ALPHABET.includes(s.charAt(k))) return `Something follows the padding of the base64 text, at ${k}.`;
  if (held === 2) out.push((word >> 4) & 255);
  if (held === 3) out.push((word >> 10) & 255, (word >> 2) & 255);
  return Uint8Array.from(out);
}

const base64 = typed({
  name: 'base64',
  family,
  since: '1.5.0',
  params: ['bin'],
  takes: [bytes],
  returns: StringType,
  doc: 'The bytes in base64, in lines of 76 characters.',
  examples: [["base64('Spark SQL')", 'U3BhcmsgU1FM']],
  row: ([v]) => encodeMime(v as Uint8Array),
});

const unbase64 = typed({
  name: 'unbase64',
  family,
  since: '1.5.0',
  params: ['str'],
  takes: [text],
  returns: BinaryType,
  doc: 'The bytes that a base64 text stands for; characters that base64 does not use are skipped.',
  examples: [["unbase64('U3BhcmsgU1FM')", 'Spark SQL']],
  row: ([s]) => {
    const decoded = decodeMime(s as string);
    if (typeof decoded === 'string') throw malformed(decoded);
    return decoded;
  },
});

const ALPHABET_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function encodeBase32(v: Uint8Array): string {
  let out = '';
  let word = 0;
  let bits = 0;
  for (const b of v) {
    word = ((word << 8) | b) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET_32.charAt((word >> bits) & 31);
    }
  }
  if (bits > 0) out += ALPHABET_32.charAt((word << (5 - bits)) & 31);
  return out.padEnd(Math.ceil(out.length / 8) * 8, '=');
}

/**
 * Reads up to the padding; other characters are skipped, and bits that make no byte dropped. But the five bits of a
 * single last character are read with the three before them, and the last two dropped.
 */
function decodeBase32(s: string): Uint8Array {
  const out: number[] = [];
  let word = 0;
  let bits = 0;
  let count = 0;
  for (const c of s) {
    if (c === '=') break;
    const code = ALPHABET_32.indexOf(c >= 'a' && c <= 'z' ? c.toUpperCase() : c);
    if (code < 0) continue;
    count += 1;
    word = ((word << 5) | code) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.push((word >> bits) & 255);
    }
  }
  if (count % 8 === 1) out.push((word >> 2) & 255);
  return Uint8Array.from(out);
}

const toBase32 = typed({
  name: 'to_base32',
  family,
  since: '4.3.0',
  params: ['bin'],
  takes: [bytes],
  returns: StringType,
  doc: 'The bytes in base32.',
  examples: [["to_base32('abc')", 'MFRGG===']],
  row: ([v]) => encodeBase32(v as Uint8Array),
});

const fromBase32 = typed({
  name: 'from_base32',
  family,
  since: '4.3.0',
  params: ['str'],
  takes: [text],
  returns: BinaryType,
  doc: 'The bytes that a base32 text stands for.',
  examples: [["from_base32('MFRGG===')", 'abc']],
  row: ([s]) => decodeBase32(s as string),
});

export const bases: readonly ScalarFunction[] = [base64, unbase64, toBase32, fromBase32];
