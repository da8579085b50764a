/**
 * The fast path of from_json for flat objects: one pass over the characters, which reads the fields that the schema
 * names straight into columns. It takes plain JSON only; a record with anything else in it (escapes, nesting, odd
 * numbers, values that do not fit) goes to the general parser whole, so that both always agree.
 */
import { gather } from '../../columnar/index.ts';
import type { StringVector, Vector } from '../../columnar/index.ts';
import { mapDictionary } from '../../columnar/index.ts';
import type { StructType, StructValue, Value } from '../../types/index.ts';
import type { JsonReader } from './from-json.ts';
import { FieldColumn, fieldKind } from './scan-fields.ts';

type General = (text: string) => Value;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const CLOSE = 0x7d;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
/** Digits that a double holds whatever they are. */
const SAFE_DIGITS_COUNT = 15;
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * The column of structs of a column of texts; undefined rows of `valid` are null. With `memoKey`, which names all that the
 * result depends on, the texts of a dictionary are read once though two expressions ask: a filter and a projection.
 */
export function scanColumn(v: StringVector, n: number, valid: Uint8Array | null, reader: JsonReader, general: General, memoKey?: string): Vector {
  const { type } = reader;
  if (type.kind !== 'struct' || reader.corrupt >= 0 || type.fields.length === 0 || !type.fields.every((f) => fieldKind(f.type) !== undefined)) {
    return mapDictionary(v, valid, type, general);
  }
  const known = memoKey === undefined ? undefined : recall(v, n, valid, memoKey);
  if (known !== undefined) return known;
  const { codes, dictionary } = v;
  if (dictionary.length * 2 > n) {
    const scanner = new Scanner(type, n, reader, general);
    for (let i = 0; i < n; i++) if (valid === null || valid[i] === 1) scanner.row(i, dictionary[codes[i] as number] as string);
    const structs = scanner.vector(n);
    if (memoKey !== undefined) remember(v, n, valid, memoKey, structs);
    return structs;
  }
  const places = new Int32Array(dictionary.length).fill(-1);
  const rows = new Int32Array(n).fill(-1);
  const scanner = new Scanner(type, dictionary.length, reader, general);
  let used = 0;
  for (let i = 0; i < n; i++) {
    if (valid !== null && valid[i] === 0) continue;
    const code = codes[i] as number;
    if ((places[code] as number) < 0) {
      scanner.row(used, dictionary[code] as string);
      places[code] = used++;
    }
    rows[i] = places[code] as number;
  }
  return gather(scanner.vector(dictionary.length), rows);
}

interface Scanned {
  readonly key: string;
  readonly structs: Vector;
  /** Where the struct of a dictionary entry stands; -1 where it was not read. */
  readonly places: Int32Array;
}

/** What was read last of a dictionary, for the next who asks; then it is forgotten, and another query reads anew. */
const SCANNED = new WeakMap<readonly string[], Scanned>();

function remember(v: StringVector, n: number, valid: Uint8Array | null, key: string, structs: Vector): void {
  const places = new Int32Array(v.dictionary.length).fill(-1);
  for (let i = 0; i < n; i++) if (valid === null || valid[i] === 1) places[v.codes[i] as number] = i;
  SCANNED.set(v.dictionary, { key, structs, places });
}

function recall(v: StringVector, n: number, valid: Uint8Array | null, key: string): Vector | undefined {
  const scanned = SCANNED.get(v.dictionary);
  if (scanned?.key !== key) return undefined;
  const { codes } = v;
  const { places, structs } = scanned;
  SCANNED.delete(v.dictionary);
  const rows = new Int32Array(n);
  let inPlace = n === structs.length;
  for (let i = 0; i < n; i++) {
    const place = valid !== null && valid[i] === 0 ? -1 : (places[codes[i] as number] as number);
    if (place < 0 && (valid === null || valid[i] === 1)) return undefined;
    if (place !== i) inPlace = false;
    rows[i] = place;
  }
  return inPlace ? structs : gather(structs, rows);
}

/** What a member of an object looked like: the characters in front of its value, and how that is read. */
interface Step {
  readonly before: Uint16Array;
  readonly column: FieldColumn | null;
  readonly quoted: boolean;
}

/** The shape of an object of which only the values change: most records of a source have the same. */
interface Layout {
  readonly steps: readonly Step[];
  readonly after: Uint16Array;
}

const MAX_LAYOUTS_COUNT = 4;

function characters(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

class Scanner {
  private readonly layouts: Layout[] = [];
  /** Start and end of each value of the row that is being read, and its field; a layout is made of them. */
  private readonly marks: { start: number; end: number; column: FieldColumn | null; quoted: boolean }[] = [];
  private readonly columns: readonly FieldColumn[];
  private readonly byName: ReadonlyMap<string, FieldColumn>;
  /** For each place in an object, the field that stood there last. */
  private readonly hints: FieldColumn[] = [];
  private readonly objects: Uint8Array;
  /** Where the last read value ended. */
  private at = 0;

  constructor(
    private readonly type: StructType,
    rows: number,
    private readonly reader: JsonReader,
    private readonly general: General,
  ) {
    this.columns = type.fields.map((f) => new FieldColumn(f, rows));
    this.byName = new Map(this.columns.map((c) => [c.name, c]));
    this.objects = new Uint8Array(rows);
  }

  row(row: number, text: string): void {
    if (this.known(row, text) || this.scan(row, text)) {
      this.objects[row] = 1;
      return;
    }
    const value = this.general(text) as StructValue | null;
    this.objects[row] = value === null ? 0 : 1;
    for (let k = 0; k < this.columns.length; k++) (this.columns[k] as FieldColumn).put(row, value === null ? null : (value.values[k] as Value));
  }

  vector(n: number): Vector {
    const validity = this.objects.includes(0) ? this.objects : null;
    return { layout: 'struct', type: this.type, length: n, validity, children: this.columns.map((c) => c.vector(n)) };
  }

  /** Reads the object if it has one of the known shapes. */
  private known(row: number, text: string): boolean {
    const { layouts } = this;
    if (layouts.length === 0 || text.indexOf('\\') >= 0) return false;
    for (let i = 0; i < layouts.length; i++) if (this.follow(row, text, layouts[i] as Layout)) return true;
    return false;
  }

  private follow(row: number, text: string, layout: Layout): boolean {
    const { steps, after } = layout;
    let p = 0;
    for (let s = 0; s < steps.length; s++) {
      const { before, column, quoted } = steps[s] as Step;
      const n = before.length;
      for (let k = 0; k < n; k++) if (text.charCodeAt(p + k) !== before[k]) return false;
      p += n;
      if (!quoted) {
        if (column === null ? !this.skipNumber(text, p) : !this.numberValue(row, column, text, p)) return false;
      } else if (column === null ? !this.skipString(text, p) : !this.quotedValue(row, column, text, p)) return false;
      if (column !== null) column.present[row] = 1;
      p = quoted ? this.at - 1 : this.at;
    }
    for (let k = 0; k < after.length; k++) if (text.charCodeAt(p + k) !== after[k]) return false;
    return true;
  }

  /** Remembers the shape of an object of strings and numbers that was just read up to `end`. */
  private remember(text: string, end: number): void {
    const { marks, layouts } = this;
    if (layouts.length >= MAX_LAYOUTS_COUNT || new Set(marks.map((m) => m.column)).size < marks.filter((m) => m.column !== null).length) return;
    let from = 0;
    const steps = marks.map((m) => {
      const before = characters(text.slice(from, m.start));
      from = m.end;
      return { before, column: m.column, quoted: m.quoted };
    });
    layouts.push({ steps, after: characters(text.slice(from, end)) });
  }

  /** Reads the object of a row; false if it holds anything that the general parser must see. */
  private scan(row: number, text: string): boolean {
    const { marks } = this;
    marks.length = 0;
    let plain = true;
    let p = skipSpace(text, 0);
    if (text.charCodeAt(p) !== 0x7b) return false;
    p = skipSpace(text, p + 1);
    if (text.charCodeAt(p) === CLOSE) return true;
    for (let place = 0; ; place++) {
      if (text.charCodeAt(p) !== QUOTE) return false;
      const column = this.field(text, p + 1, place);
      if (column === undefined) return false;
      p = skipSpace(text, this.at);
      if (text.charCodeAt(p) !== 0x3a) return false;
      p = skipSpace(text, p + 1);
      if (!(column === null ? this.skipValue(text, p) : this.value(row, column, text, p))) return false;
      const first = text.charCodeAt(p);
      const quoted = first === QUOTE;
      if (!quoted && first !== MINUS && !isDigit(first)) plain = false;
      marks.push({ start: quoted ? p + 1 : p, end: quoted ? this.at - 1 : this.at, column, quoted });
      p = skipSpace(text, this.at);
      const c = text.charCodeAt(p);
      if (c === CLOSE) {
        if (plain) this.remember(text, p + 1);
        return true;
      }
      if (c !== COMMA) return false;
      p = skipSpace(text, p + 1);
    }
  }

  /** The field whose name starts at p, null if the schema lacks it; `at` moves behind its quote. */
  private field(text: string, p: number, place: number): FieldColumn | null | undefined {
    const hint = this.hints[place];
    if (hint !== undefined) {
      const { name } = hint;
      const n = name.length;
      if (text.charCodeAt(p + n) === QUOTE) {
        let k = 0;
        while (k < n && text.charCodeAt(p + k) === name.charCodeAt(k)) k++;
        if (k === n) {
          this.at = p + n + 1;
          return hint;
        }
      }
    }
    let end = p;
    for (;;) {
      const c = text.charCodeAt(end);
      if (c === QUOTE) break;
      if (!(c >= 0x20) || c === BACKSLASH) return undefined;
      end++;
    }
    this.at = end + 1;
    const column = this.byName.get(text.slice(p, end));
    if (column === undefined) return null;
    this.hints[place] = column;
    return column;
  }

  private value(row: number, column: FieldColumn, text: string, p: number): boolean {
    const c = text.charCodeAt(p);
    if (c === 0x6e) {
      column.present[row] = 0;
      return this.literal(text, p, 'null');
    }
    column.present[row] = 1;
    switch (column.kind) {
      case 'string':
      case 'text':
        return c === QUOTE && this.quotedValue(row, column, text, p + 1);
      case 'boolean':
        column.numbers[row] = c === 0x74 ? 1 : 0;
        return c === 0x74 ? this.literal(text, p, 'true') : this.literal(text, p, 'false');
      default:
        return this.numberValue(row, column, text, p);
    }
  }

  private quotedValue(row: number, column: FieldColumn, text: string, p: number): boolean {
    if (column.kind === 'string') return this.stringValue(row, column, text, p);
    return column.kind === 'text' && this.convertedValue(row, column, text, p);
  }

  private stringValue(row: number, column: FieldColumn, text: string, p: number): boolean {
    let end = p;
    let hash = 0;
    for (;;) {
      const c = text.charCodeAt(end);
      if (c === QUOTE) break;
      if (!(c >= 0x20) || c === BACKSLASH || (c >= 0xd800 && c <= 0xdfff)) return false;
      hash = (Math.imul(hash, 31) + c) | 0;
      end++;
    }
    this.at = end + 1;
    column.strings?.put(row, text, p, end, hash);
    return true;
  }

  private convertedValue(row: number, column: FieldColumn, text: string, p: number): boolean {
    if (!this.skipString(text, p)) return false;
    const value = this.reader.fields.get(column.name)?.(text.slice(p, this.at - 1)) ?? null;
    if (value === null) return false;
    column.put(row, value);
    return true;
  }

  /** Plain numbers of few digits; integers where the field wants them. */
  private numberValue(row: number, column: FieldColumn, text: string, p: number): boolean {
    let at = p;
    const negative = text.charCodeAt(at) === MINUS;
    if (negative) at++;
    const first = at;
    let value = 0;
    let c = text.charCodeAt(at);
    while (c >= ZERO && c <= 0x39) {
      value = value * 10 + (c - ZERO);
      c = text.charCodeAt(++at);
    }
    let digits = at - first;
    if (digits === 0 || (digits > 1 && text.charCodeAt(first) === ZERO)) return false;
    if (c === POINT) {
      if (column.kind !== 'double') return false;
      const point = at;
      c = text.charCodeAt(++at);
      while (c >= ZERO && c <= 0x39) {
        value = value * 10 + (c - ZERO);
        c = text.charCodeAt(++at);
      }
      const decimals = at - point - 1;
      digits += decimals;
      if (decimals === 0 || digits > SAFE_DIGITS_COUNT) return false;
      value /= POWERS_OF_TEN[decimals] as number;
    }
    if (digits > SAFE_DIGITS_COUNT || !endsValue(c)) return false;
    if (column.kind === 'integer' && value > 2_147_483_647) return false;
    this.at = at;
    column.numbers[row] = negative ? -value : value;
    if (value === 0 && negative && column.kind !== 'double') column.numbers[row] = 0;
    return true;
  }

  private literal(text: string, p: number, word: string): boolean {
    this.at = p + word.length;
    return text.startsWith(word, p) && endsValue(text.charCodeAt(this.at));
  }

  /** Skips a string of plain characters; `at` moves behind its quote. */
  private skipString(text: string, p: number): boolean {
    let end = p;
    for (;;) {
      const c = text.charCodeAt(end);
      if (c === QUOTE) break;
      if (!(c >= 0x20) || c === BACKSLASH) return false;
      end++;
    }
    this.at = end + 1;
    return true;
  }

  /** Skips a value of a field that the schema lacks: a plain string, number or word. */
  private skipValue(text: string, p: number): boolean {
    const c = text.charCodeAt(p);
    if (c === QUOTE) return this.skipString(text, p + 1);
    if (c === 0x74) return this.literal(text, p, 'true');
    if (c === 0x66) return this.literal(text, p, 'false');
    if (c === 0x6e) return this.literal(text, p, 'null');
    return this.skipNumber(text, p);
  }

  private skipNumber(text: string, p: number): boolean {
    let at = text.charCodeAt(p) === MINUS ? p + 1 : p;
    const first = at;
    while (isDigit(text.charCodeAt(at))) at++;
    if (at === first || (at - first > 1 && text.charCodeAt(first) === ZERO)) return false;
    if (text.charCodeAt(at) === POINT) {
      const point = at++;
      while (isDigit(text.charCodeAt(at))) at++;
      if (at === point + 1) return false;
    }
    this.at = at;
    return endsValue(text.charCodeAt(at));
  }
}

function isDigit(c: number): boolean {
  return c >= ZERO && c <= 0x39;
}

/** Whether a number or word may end before this character. */
function endsValue(c: number): boolean {
  return c === COMMA || c === CLOSE || c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;
}

function skipSpace(text: string, from: number): number {
  let p = from;
  for (;;) {
    const c = text.charCodeAt(p);
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return p;
    p++;
  }
}
