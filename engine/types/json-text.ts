/** Texts as JSON, as Jackson writes them. */

const SPECIAL = /["\\\u0000-\u001f]/;
const EACH_SPECIAL = /["\\\u0000-\u001f]/g;
const NAMED: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The string in quotes. */
export function quoteJson(text: string): string {
  if (!SPECIAL.test(text)) return `"${text}"`;
  return `"${text.replace(EACH_SPECIAL, (c) => NAMED[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`;
}
