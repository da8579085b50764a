/** MurmurHash3 with 128 bits for 64-bit machines, by which sketches spread their values. */

const MASK = 0xffffffffffffffffn;
const C1 = 0x87c37b91114253d5n;
const C2 = 0x4cf5ad432745937fn;
const BLOCK_BYTES = 16;

/** The seed of all sketches: those with different seeds cannot be merged. */
export const SKETCH_SEED = 9001n;

function rotate(x: bigint, bits: bigint): bigint {
  return ((x << bits) | (x >> (64n - bits))) & MASK;
}

function finish(h: bigint): bigint {
  let x = h ^ (h >> 33n);
  x = (x * 0xff51afd7ed558ccdn) & MASK;
  x ^= x >> 33n;
  x = (x * 0xc4ceb9fe1a85ec53n) & MASK;
  return x ^ (x >> 33n);
}

function mixFirst(k: bigint): bigint {
  return (rotate((k * C1) & MASK, 31n) * C2) & MASK;
}

function mixSecond(k: bigint): bigint {
  return (rotate((k * C2) & MASK, 33n) * C1) & MASK;
}

function littleEndian(bytes: Uint8Array, from: number, to: number): bigint {
  let out = 0n;
  for (let i = Math.min(to, bytes.length) - 1; i >= from; i--) out = (out << 8n) | BigInt(bytes[i] as number);
  return out;
}

/** Both halves of the hash, unsigned. */
export function murmur3(bytes: Uint8Array, seed = SKETCH_SEED): readonly [bigint, bigint] {
  let h1 = seed;
  let h2 = seed;
  const whole = bytes.length - (bytes.length % BLOCK_BYTES);
  for (let i = 0; i < whole; i += BLOCK_BYTES) {
    h1 = rotate(h1 ^ mixFirst(littleEndian(bytes, i, i + 8)), 27n);
    h1 = ((h1 + h2) * 5n + 0x52dce729n) & MASK;
    h2 = rotate(h2 ^ mixSecond(littleEndian(bytes, i + 8, i + BLOCK_BYTES)), 31n);
    h2 = ((h2 + h1) * 5n + 0x38495ab5n) & MASK;
  }
  h2 ^= mixSecond(littleEndian(bytes, whole + 8, whole + BLOCK_BYTES));
  h1 ^= mixFirst(littleEndian(bytes, whole, whole + 8));
  const length = BigInt(bytes.length);
  h1 ^= length;
  h2 ^= length;
  h1 = (h1 + h2) & MASK;
  h2 = (h2 + h1) & MASK;
  h1 = finish(h1);
  h2 = finish(h2);
  h1 = (h1 + h2) & MASK;
  return [h1, (h2 + h1) & MASK];
}

/** Of one long, as its eight bytes. */
export function murmur3Long(value: bigint): readonly [bigint, bigint] {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, value, true);
  return murmur3(bytes);
}

/** Two bytes by which a serialised sketch tells its seed. */
export const SEED_HASH = seedHash();

function seedHash(): number {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, SKETCH_SEED, true);
  return Number(murmur3(bytes, 0n)[0] & 0xffffn);
}
