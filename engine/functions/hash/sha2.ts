/** SHA-224 to SHA-512 (FIPS 180-4). The constants are the first bits of roots of primes and are computed. */

function firstPrimes(count: number): bigint[] {
  const out: bigint[] = [];
  for (let n = 2n; out.length < count; n++) if (out.every((p) => n % p !== 0n)) out.push(n);
  return out;
}

/** The integer n-th root, by bisection. */
function integerRoot(value: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** The first bits behind the point of the primes' roots. */
function fractions(primes: readonly bigint[], degree: bigint, bits: bigint): bigint[] {
  return primes.map((p) => BigInt.asUintN(Number(bits), integerRoot(p << (bits * degree), degree)));
}

const PRIMES = firstPrimes(80);
const K256 = Int32Array.from(fractions(PRIMES.slice(0, 64), 3n, 32n), (x) => Number(BigInt.asIntN(32, x)));
const K512 = BigUint64Array.from(fractions(PRIMES, 3n, 64n));
const H256 = fractions(PRIMES.slice(0, 8), 2n, 32n).map((x) => Number(BigInt.asIntN(32, x)));
const H384 = fractions(PRIMES.slice(8, 16), 2n, 64n);
const H224 = H384.map((x) => Number(BigInt.asIntN(32, x)));
const H512 = fractions(PRIMES.slice(0, 8), 2n, 64n);

/** The message with a one bit, zeros and its length in bits behind it, filling whole blocks. */
export function padded(message: Uint8Array, blockBytes: number, lengthBytes: number, littleEndian = false): DataView {
  const blocks = Math.ceil((message.length + 1 + lengthBytes) / blockBytes);
  const out = new Uint8Array(blocks * blockBytes);
  out.set(message);
  out[message.length] = 0x80;
  const view = new DataView(out.buffer);
  view.setBigUint64(out.length - 8, BigInt(message.length) * 8n, littleEndian);
  return view;
}

function rotated(x: number, by: number): number {
  return (x >>> by) | (x << (32 - by));
}

function schedule256(view: DataView, at: number, w: Int32Array): void {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const [x, y] = [w[i - 15] as number, w[i - 2] as number];
    const s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
    const s1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1;
  }
}

function digest256(message: Uint8Array, start: readonly number[]): Uint8Array {
  const view = padded(message, 64, 8);
  const state = Int32Array.from(start);
  const w = new Int32Array(64);
  for (let at = 0; at < view.byteLength; at += 64) {
    schedule256(view, at, w);
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K256[i] as number) + (w[i] as number)) | 0;
      const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    for (const [i, x] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] as number) + x;
  }
  const out = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 8; i++) out.setInt32(i * 4, state[i] as number);
  return new Uint8Array(out.buffer);
}

const MASK = (1n << 64n) - 1n;

function rotated64(x: bigint, by: bigint): bigint {
  return ((x >> by) | (x << (64n - by))) & MASK;
}

function schedule512(view: DataView, at: number): bigint[] {
  const w: bigint[] = [];
  for (let i = 0; i < 16; i++) w.push(view.getBigUint64(at + i * 8));
  for (let i = 16; i < 80; i++) {
    const [x, y] = [w[i - 15] as bigint, w[i - 2] as bigint];
    const s0 = rotated64(x, 1n) ^ rotated64(x, 8n) ^ (x >> 7n);
    const s1 = rotated64(y, 19n) ^ rotated64(y, 61n) ^ (y >> 6n);
    w.push(((w[i - 16] as bigint) + s0 + (w[i - 7] as bigint) + s1) & MASK);
  }
  return w;
}

function digest512(message: Uint8Array, start: readonly bigint[]): Uint8Array {
  const view = padded(message, 128, 16);
  const state = [...start];
  for (let at = 0; at < view.byteLength; at += 128) {
    const w = schedule512(view, at);
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let i = 0; i < 80; i++) {
      const s1 = rotated64(e, 14n) ^ rotated64(e, 18n) ^ rotated64(e, 41n);
      const t1 = h + s1 + ((e & f) ^ (~e & MASK & g)) + (K512[i] as bigint) + (w[i] as bigint);
      const s0 = rotated64(a, 28n) ^ rotated64(a, 34n) ^ rotated64(a, 39n);
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK];
    }
    for (const [i, x] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] as bigint) + x) & MASK;
  }
  const out = new DataView(new ArrayBuffer(64));
  for (let i = 0; i < 8; i++) out.setBigUint64(i * 8, state[i] as bigint);
  return new Uint8Array(out.buffer);
}

export function sha224(message: Uint8Array): Uint8Array {
  return digest256(message, H224).subarray(0, 28);
}
export function sha256(message: Uint8Array): Uint8Array {
  return digest256(message, H256);
}
export function sha384(message: Uint8Array): Uint8Array {
  return digest512(message, H384).subarray(0, 48);
}
export function sha512(message: Uint8Array): Uint8Array {
  return digest512(message, H512);
}
