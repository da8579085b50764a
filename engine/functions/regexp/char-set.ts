/** Sets of characters, as ranges of code points and JavaScript property escapes, for Java's character classes. */

export type Range = readonly [number, number];

export interface CharSet {
  /** Sorted, apart from one another. */
  readonly ranges: readonly Range[];
  /** What ranges do not hold: `\p{L}`, and bracketed sets that need the `v` flag. */
  readonly extra: readonly string[];
}

const LAST = 0x10ffff;

export function ranges(...list: readonly Range[]): CharSet {
  return { ranges: normal(list), extra: [] };
}

function normal(list: readonly Range[]): Range[] {
  const out: [number, number][] = [];
  for (const [low, high] of [...list].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else out.push([low, high]);
  }
  return out;
}

export function property(escape: string): CharSet {
  return { ranges: [], extra: [escape] };
}

export function union(a: CharSet, b: CharSet): CharSet {
  return { ranges: normal([...a.ranges, ...b.ranges]), extra: [...a.extra, ...b.extra] };
}

export function complement(s: CharSet): CharSet {
  const [only] = s.extra;
  if (s.ranges.length === 0 && s.extra.length === 1 && only !== undefined && /^\\[pP]\{/.test(only)) {
    return property(`\\${only[1] === 'p' ? 'P' : 'p'}${only.slice(2)}`);
  }
  if (only !== undefined) return { ranges: [], extra: [`[^${body(s)}]`] };
  const out: Range[] = [];
  let next = 0;
  for (const [low, high] of s.ranges) {
    if (low > next) out.push([next, low - 1]);
    next = high + 1;
  }
  if (next <= LAST) out.push([next, LAST]);
  return { ranges: out, extra: [] };
}

export function intersection(a: CharSet, b: CharSet): CharSet {
  if (a.extra.length > 0 || b.extra.length > 0) return { ranges: [], extra: [`[[${body(a)}]&&[${body(b)}]]`] };
  const out: Range[] = [];
  for (const [x, y] of a.ranges) {
    for (const [u, v] of b.ranges) if (Math.max(x, u) <= Math.min(y, v)) out.push([Math.max(x, u), Math.min(y, v)]);
  }
  return ranges(...out);
}

function codeText(code: number): string {
  const c = String.fromCodePoint(code);
  return /[A-Za-z0-9]/.test(c) ? c : `\\u{${code.toString(16)}}`;
}

function body(s: CharSet): string {
  return s.ranges.map(([a, b]) => (a === b ? codeText(a) : `${codeText(a)}-${codeText(b)}`)).join('') + s.extra.join('');
}

/** JavaScript's text of the set, a single atom; what no character can match where it is empty. */
export function setSource(s: CharSet): string {
  if (s.ranges.length === 0 && s.extra.length === 0) return '(?!)';
  const [only] = s.extra;
  if (s.ranges.length === 0 && s.extra.length === 1 && only !== undefined) return only;
  return `[${body(s)}]`;
}

/** Whether the text needs the `v` flag: a set within a set. */
export function needsSets(source: string): boolean {
  return /\[[^\]]*\[/.test(source);
}

const CASE_GAP = 32;

/** With the other case of its ASCII letters (Java's CASE_INSENSITIVE), or of all its letters if `unicode`. */
export function anyCase(s: CharSet, unicode: boolean): CharSet {
  const more: Range[] = [];
  for (const [low, high] of s.ranges) {
    const [u, v] = [Math.max(low, 65), Math.min(high, 90)];
    if (u <= v) more.push([u + CASE_GAP, v + CASE_GAP]);
    const [x, y] = [Math.max(low, 97), Math.min(high, 122)];
    if (x <= y) more.push([x - CASE_GAP, y - CASE_GAP]);
    if (unicode && high > 127 && high - low < 2000) more.push(...otherCases(Math.max(low, 128), high));
  }
  return union(s, ranges(...more));
}

function otherCases(low: number, high: number): Range[] {
  const out: Range[] = [];
  for (let c = low; c <= high; c++) {
    const text = String.fromCodePoint(c);
    for (const other of [text.toLowerCase(), text.toUpperCase()]) {
      const code = other.codePointAt(0) as number;
      if (other.length === String.fromCodePoint(code).length) out.push([code, code]);
    }
  }
  return out;
}
