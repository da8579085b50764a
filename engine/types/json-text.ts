/** Texts as JSON, as Jackson writes them. */

const SPECIAL = /["\\\u0000-\u001f]/;
const EACH_SPECIAL = /["\\\u0000-\u001f]/g;
const NAMED: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(c: string): string {
  return NAMED[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The string in quotes. */
export function quoteJson(text: string): string {
  return SPECIAL.test(text) ? `"${text.replace(EACH_SPECIAL, escaped)}"` : `"${text}"`;
}

const NOT_BYTES = /["\\\u0000-\u001f\ud800-\udfff]/;
const EACH_NOT_BYTES = /["\\\u0000-\u001f\ud800-\udfff]/g;

/** The string in quotes as Jackson writes it to bytes: both halves of a character beyond U+FFFF are escaped. */
export function quoteJsonBytes(text: string): string {
  return NOT_BYTES.test(text) ? `"${text.replace(EACH_NOT_BYTES, escaped)}"` : `"${text}"`;
}

const NOT_ASCII = /["\\\u0000-\u001f\u0080-\uffff]/g;

/** The string in quotes, nothing but ASCII in it. */
export function quoteJsonAscii(text: string): string {
  return `"${text.replace(NOT_ASCII, escaped)}"`;
}
