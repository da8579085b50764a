/** The AES block cipher (FIPS 197). Its tables are computed from arithmetic in GF(2^8). */

const BLOCK_BYTES = 16;
const POLYNOMIAL = 0x11b;
const AFFINE_CONSTANT = 0x63;

function double(x: number): number {
  const d = x << 1;
  return d & 0x100 ? d ^ POLYNOMIAL : d;
}

function multiply(a: number, b: number): number {
  let out = 0;
  for (let x = a, y = b; y > 0; y >>= 1, x = double(x)) if (y & 1) out ^= x;
  return out;
}

function rotated(x: number, bits: number): number {
  return ((x << bits) | (x >> (8 - bits))) & 0xff;
}

/** The substitution box and its inverse: the multiplicative inverse, then an affine map. */
function boxes(): { readonly forward: Uint8Array; readonly inverse: Uint8Array } {
  const forward = new Uint8Array(256);
  const inverse = new Uint8Array(256);
  for (let x = 0; x < 256; x++) {
    let reciprocal = 0;
    for (let y = 1; x > 0 && y < 256 && reciprocal === 0; y++) if (multiply(x, y) === 1) reciprocal = y;
    const r = reciprocal;
    const s = r ^ rotated(r, 1) ^ rotated(r, 2) ^ rotated(r, 3) ^ rotated(r, 4) ^ AFFINE_CONSTANT;
    forward[x] = s;
    inverse[s] = x;
  }
  return { forward, inverse };
}

interface Tables {
  readonly box: Uint8Array;
  readonly unbox: Uint8Array;
  /** Products with the factors of MixColumns and its inverse. */
  readonly times: Readonly<Record<2 | 3 | 9 | 11 | 13 | 14, Uint8Array>>;
}

let made: Tables | undefined;

function tables(): Tables {
  if (made === undefined) {
    const { forward, inverse } = boxes();
    const times = (factor: number) => Uint8Array.from({ length: 256 }, (_, x) => multiply(x, factor));
    made = { box: forward, unbox: inverse, times: { 2: times(2), 3: times(3), 9: times(9), 11: times(11), 13: times(13), 14: times(14) } };
  }
  return made;
}

function expandKey(key: Uint8Array): Uint8Array {
  const { box } = tables();
  const keyWords = key.length / 4;
  const rounds = keyWords + 6;
  const out = new Uint8Array(BLOCK_BYTES * (rounds + 1));
  out.set(key);
  let constant = 1;
  for (let i = keyWords; i < 4 * (rounds + 1); i++) {
    let word = [...out.subarray(4 * i - 4, 4 * i)];
    if (i % keyWords === 0) {
      word = [1, 2, 3, 0].map((k) => box[word[k] as number] as number);
      word[0] = (word[0] as number) ^ constant;
      constant = double(constant);
    } else if (keyWords > 6 && i % keyWords === 4) {
      word = word.map((b) => box[b] as number);
    }
    for (let k = 0; k < 4; k++) out[4 * i + k] = (out[4 * (i - keyWords) + k] as number) ^ (word[k] as number);
  }
  return out;
}

export class Aes {
  private readonly keys: Uint8Array;
  private readonly rounds: number;

  /** A key of 16, 24 or 32 bytes. */
  constructor(key: Uint8Array) {
    this.keys = expandKey(key);
    this.rounds = key.length / 4 + 6;
  }

  /** One block of 16 bytes. */
  encrypt(block: Uint8Array): Uint8Array {
    const { box, times } = tables();
    let s = this.withKey(block, 0);
    for (let round = 1; round <= this.rounds; round++) {
      // Row r of the state (bytes r, r+4, r+8, r+12) moves r places to the left.
      const t = Uint8Array.from(s, (_, i) => box[s[(i + 4 * (i % 4)) % BLOCK_BYTES] as number] as number);
      s = this.withKey(round === this.rounds ? t : mixed(t, [times[2], times[3], null, null]), round);
    }
    return s;
  }

  decrypt(block: Uint8Array): Uint8Array {
    const { unbox, times } = tables();
    let s = this.withKey(block, this.rounds);
    for (let round = this.rounds - 1; round >= 0; round--) {
      const t = Uint8Array.from(s, (_, i) => unbox[s[(i + 12 * (i % 4)) % BLOCK_BYTES] as number] as number);
      const keyed = this.withKey(t, round);
      s = round === 0 ? keyed : mixed(keyed, [times[14], times[11], times[13], times[9]]);
    }
    return s;
  }

  private withKey(block: Uint8Array, round: number): Uint8Array {
    return block.map((b, i) => b ^ (this.keys[BLOCK_BYTES * round + i] as number));
  }
}

/** Each column times a matrix whose first row are the factors (null: 1), each other row the one above moved to the right. */
function mixed(s: Uint8Array, factors: readonly (Uint8Array | null)[]): Uint8Array {
  const out = new Uint8Array(BLOCK_BYTES);
  for (let i = 0; i < BLOCK_BYTES; i++) {
    const column = i - (i % 4);
    for (let k = 0; k < 4; k++) {
      const x = s[column + k] as number;
      const factor = factors[(k - (i % 4) + 4) % 4];
      out[i] = (out[i] as number) ^ (factor ? (factor[x] as number) : x);
    }
  }
  return out;
}
