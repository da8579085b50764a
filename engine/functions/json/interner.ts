/** Collects strings that are parts of longer ones into a dictionary, without making a string for each part. */
import type { Validity, Vector } from '../../columnar/index.ts';
import { StringType } from '../../types/index.ts';

const FIRST_SLOTS_COUNT = 1024;
/** After so many parts it shows whether they repeat. */
const SAMPLE_PARTS_COUNT = 16_384;

export class Interner {
  readonly codes: Int32Array;
  private readonly dictionary: string[] = [];
  private hashes = new Int32Array(FIRST_SLOTS_COUNT);
  private slots = new Int32Array(FIRST_SLOTS_COUNT);
  /** The characters of all entries, one behind the other, and where each starts: quicker to compare than strings. */
  private pool = new Uint16Array(FIRST_SLOTS_COUNT * 8);
  private starts = new Int32Array(FIRST_SLOTS_COUNT + 1);
  private seen = 0;
  /** False once parts turned out not to repeat: then each gets an entry of its own. */
  private distinct = true;

  constructor(rows: number) {
    this.codes = new Int32Array(rows);
  }

  /** Stores text[start, end) as the string of a row; `hash` is that of its character codes. */
  put(row: number, text: string, start: number, end: number, hash: number): void {
    if (!this.distinct) {
      this.codes[row] = this.dictionary.push(text.slice(start, end)) - 1;
      return;
    }
    this.seen += 1;
    if (this.seen === SAMPLE_PARTS_COUNT && this.dictionary.length * 2 > SAMPLE_PARTS_COUNT) this.distinct = false;
    const { slots, hashes, pool, starts } = this;
    const mask = slots.length - 1;
    const length = end - start;
    let at = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = (slots[at] as number) - 1;
      if (entry < 0) break;
      if (hashes[entry] === hash) {
        const from = starts[entry] as number;
        if ((starts[entry + 1] as number) - from === length) {
          let k = 0;
          while (k < length && pool[from + k] === text.charCodeAt(start + k)) k++;
          if (k === length) {
            this.codes[row] = entry;
            return;
          }
        }
      }
      at = (at + 1) & mask;
    }
    const code = this.add(text, start, end, hash);
    this.codes[row] = code;
    slots[at] = code + 1;
    if (code * 2 > slots.length) this.rehash();
  }

  private add(text: string, start: number, end: number, hash: number): number {
    const code = this.dictionary.push(text.slice(start, end)) - 1;
    const from = this.starts[code] as number;
    const length = end - start;
    if (code + 2 > this.starts.length) this.starts = grown(this.starts);
    if (code >= this.hashes.length) this.hashes = grown(this.hashes);
    while (from + length > this.pool.length) {
      const larger = new Uint16Array(this.pool.length * 2);
      larger.set(this.pool);
      this.pool = larger;
    }
    for (let k = 0; k < length; k++) this.pool[from + k] = text.charCodeAt(start + k);
    this.starts[code + 1] = from + length;
    this.hashes[code] = hash;
    return code;
  }

  /** Stores a whole string. */
  putText(row: number, text: string): void {
    this.put(row, text, 0, text.length, hashOf(text));
  }

  vector(n: number, validity: Validity): Vector {
    if (this.dictionary.length === 0) this.dictionary.push('');
    return { layout: 'string', type: StringType, length: n, validity, codes: this.codes, dictionary: this.dictionary, distinct: this.distinct };
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let code = 0; code < this.dictionary.length; code++) {
      const hash = this.hashes[code] as number;
      let at = (hash ^ (hash >>> 15)) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = code + 1;
    }
    this.slots = slots;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** The hash that the scanner computes as it goes. */
export function hashOf(text: string): number {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0;
  return h;
}
