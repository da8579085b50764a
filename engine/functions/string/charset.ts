/** Texts to bytes and back in the seven charsets that Spark admits. */
import { SparkError, unsupported } from '../../core/index.ts';
import { BinaryType, StringType, utf8Bytes, utf8Text } from '../../types/index.ts';
import type { CallContext, ScalarFunction } from '../define.ts';
import { bytes, text, typed } from '../typed.ts';

const family = 'string';
const CHARSETS = ['iso-8859-1', 'us-ascii', 'utf-16', 'utf-16be', 'utf-16le', 'utf-32', 'utf-8'] as const;
type Charset = (typeof CHARSETS)[number];

function charsetOf(name: string, functionName: string): Charset {
  const found = CHARSETS.find((c) => c === name.toLowerCase());
  if (found !== undefined) return found;
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'INVALID_PARAMETER_VALUE.CHARSET',
    sqlState: '22023',
    parameters: { functionName: `\`${functionName}\``, parameter: '`charset`', charset: name, charsets: CHARSETS.join(', ') },
    sentence: `${functionName} knows no charset "${name}"; it knows ${CHARSETS.join(', ')}.`,
  });
}

function malformed(functionName: string, charset: string): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'MALFORMED_CHARACTER_CODING',
    sqlState: '22000',
    parameters: { function: `\`${functionName}\``, charset },
    sentence: `${functionName} met something that ${charset} has no code for.`,
  });
}

/** Null where the charset lacks a character. */
function encoded(s: string, charset: Charset): Uint8Array | null {
  switch (charset) {
    case 'utf-8':
      return utf8Bytes(s);
    case 'utf-32': {
      const out: number[] = [];
      for (const c of s) {
        const code = c.codePointAt(0) as number;
        out.push(0, code >> 16, (code >> 8) & 255, code & 255);
      }
      return Uint8Array.from(out);
    }
    case 'iso-8859-1':
    case 'us-ascii': {
      const limit = charset === 'us-ascii' ? 0x80 : 0x100;
      const out = new Uint8Array(s.length);
      for (let i = 0; i < s.length; i++) {
        if (s.charCodeAt(i) >= limit) return null;
        out[i] = s.charCodeAt(i);
      }
      return out;
    }
    default: {
      const mark = charset === 'utf-16' && s !== '' ? '\ufeff' : '';
      const units = mark + s;
      const out = new Uint8Array(units.length * 2);
      const high = charset === 'utf-16le' ? 1 : 0;
      for (let i = 0; i < units.length; i++) {
        out[i * 2 + high] = units.charCodeAt(i) >> 8;
        out[i * 2 + 1 - high] = units.charCodeAt(i) & 255;
      }
      return out;
    }
  }
}

function decodedUtf16(v: Uint8Array, charset: Charset): string | null {
  if (v.length % 2 !== 0) return null;
  const marked = charset === 'utf-16' && v.length >= 2 ? ((v[0] as number) << 8) | (v[1] as number) : 0;
  const little = charset === 'utf-16le' || marked === 0xfffe;
  let out = '';
  for (let i = marked === 0xfffe || marked === 0xfeff ? 2 : 0; i < v.length; i += 2) {
    const [high, low] = little ? [v[i + 1], v[i]] : [v[i], v[i + 1]];
    out += String.fromCharCode(((high as number) << 8) | (low as number));
  }
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(out) ? null : out;
}

function decodedUtf32(v: Uint8Array): string | null {
  if (v.length % 4 !== 0) return null;
  const word = (i: number): number => ((v[i] as number) * 2 ** 24 + ((v[i + 1] as number) << 16) + ((v[i + 2] as number) << 8)) + (v[i + 3] as number);
  let out = '';
  for (let i = v.length >= 4 && word(0) === 0xfeff ? 4 : 0; i < v.length; i += 4) {
    const code = word(i);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    out += String.fromCodePoint(code);
  }
  return out;
}

/** Null where the bytes are none of the charset's. */
function decoded(v: Uint8Array, charset: Charset): string | null {
  switch (charset) {
    case 'utf-8':
      return isUtf8(v) ? utf8Text(v) : null;
    case 'utf-32':
      return decodedUtf32(v);
    case 'iso-8859-1':
      return String.fromCharCode(...v);
    case 'us-ascii':
      return v.some((b) => b >= 0x80) ? null : String.fromCharCode(...v);
    default:
      return decodedUtf16(v, charset);
  }
}

/** Whether the bytes are UTF-8: decoding and encoding give them back. */
export function isUtf8(v: Uint8Array): boolean {
  const again = utf8Bytes(utf8Text(v));
  return again.length === v.length && again.every((b, i) => b === v[i]);
}

/** Whether the session wants signs of replacement instead of errors, as Spark did once. */
function replacesMalformed(ctx: CallContext): boolean {
  return ctx.conf('spark.sql.legacy.codingErrorAction') === 'true';
}

/** With a sign of replacement for what the charset has not. */
function leniently(v: Uint8Array, charset: Charset): string {
  if (charset === 'utf-8') return utf8Text(v);
  if (charset === 'us-ascii') return Array.from(v, (b) => (b < 0x80 ? String.fromCharCode(b) : '\ufffd')).join('');
  throw unsupported(`spark.sql.legacy.codingErrorAction with ${charset}`);
}

export const encode = typed({
  name: 'encode',
  asks: { interpreted: { decidedBy: [] } },
  constancy: 'late',
  family,
  since: '1.5.0',
  params: ['str', 'charset'],
  takes: [text],
  returns: BinaryType,
  nullable: true,
  doc: 'The bytes of a text in a charset.',
  examples: [["encode('abc', 'utf-8')", 'abc']],
  row: ([s, charset], ctx) => {
    const chosen = charsetOf(charset as string, 'encode');
    const made = encoded(s as string, chosen);
    if (made !== null) return made;
    if (!replacesMalformed(ctx)) throw malformed('encode', charset as string);
    return encoded([...(s as string)].map((c) => (encoded(c, chosen) === null ? '?' : c)).join(''), chosen);
  },
});

/** `decode(bytes, charset)`. */
export const decodeCharset: ScalarFunction = typed({
  name: 'decode',
  family,
  since: '1.5.0',
  params: ['bin', 'charset'],
  takes: [bytes, text],
  returns: StringType,
  nullable: true,
  doc: 'The text that bytes stand for in a charset.',
  examples: [],
  row: ([v, charset], ctx) => {
    const chosen = charsetOf(charset as string, 'decode');
    const made = decoded(v as Uint8Array, chosen);
    if (made !== null) return made;
    if (!replacesMalformed(ctx)) throw malformed('decode', charset as string);
    return leniently(v as Uint8Array, chosen);
  },
});
