/** Bytes as text in `show()`, CSV and XML: `spark.sql.binaryOutputStyle`. */
import { decodeBase64, encodeBase64 } from './base64.ts';
import { utf8Bytes, utf8Text } from './bytes.ts';

/** The setting in upper case; what is none of the names stands for `HEX_DISCRETE`, as no setting does. */
export type BinaryStyle = string | undefined;

function hex(b: number): string {
  return b.toString(16).toUpperCase().padStart(2, '0');
}

export function binaryToText(bytes: Uint8Array, style: BinaryStyle): string {
  switch (style?.toUpperCase()) {
    case 'UTF-8':
      return utf8Text(bytes);
    case 'BASIC':
      return `[${Array.from(bytes, (b) => (b << 24) >> 24).join(', ')}]`;
    case 'BASE64':
      return encodeBase64(bytes).replace(/=+$/, '');
    case 'HEX':
      return Array.from(bytes, hex).join('');
    default:
      return `[${Array.from(bytes, hex).join(' ')}]`;
  }
}

/** Brackets around the text, where it has them, do not count. */
function parts(text: string, separator: string): readonly string[] {
  const body = text.replace(/^\[/, '').replace(/\]$/, '');
  return body.split(separator).map((s) => s.trim());
}

/** The bytes that a text in the style stands for; null where it is none. */
export function binaryFromText(text: string, style: BinaryStyle): Uint8Array | null {
  switch (style?.toUpperCase()) {
    case 'UTF-8':
      return utf8Bytes(text);
    case 'BASIC': {
      const numbers = parts(text, ',').map((s) => (/^[+-]?\d+$/.test(s) ? Number(s) : Number.NaN));
      return numbers.every((n) => n >= -128 && n <= 127) ? Uint8Array.from(numbers, (n) => n & 255) : null;
    }
    case 'BASE64':
      return decodeBase64(text);
    case 'HEX':
      return /^[0-9A-Fa-f]*$/.test(text) ? Uint8Array.from((text.length % 2 === 0 ? text : `0${text}`).match(/../g) ?? [], (p) => Number.parseInt(p, 16)) : null;
    default: {
      const pairs = parts(text, ' ').filter((s) => s !== '');
      return pairs.every((s) => /^[0-9A-Fa-f]{1,2}$/.test(s)) ? Uint8Array.from(pairs, (s) => Number.parseInt(s, 16)) : null;
    }
  }
}
