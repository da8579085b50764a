/** MD5, SHA-1, CRC-32 and HMAC of bytes. */
import { padded } from './sha2.ts';

function rotatedLeft(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

const MD5_ADD = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);
/** Of each of the four rounds: by how many bits its steps turn, in a circle; and in what order words are read. */
const MD5_TURNS: readonly (readonly number[])[] = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const MD5_ORDER: readonly (readonly [factor: number, start: number])[] = [
  [1, 0],
  [5, 1],
  [3, 5],
  [7, 0],
];
const MD5_START: readonly number[] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];

function md5Mix(round: number, b: number, c: number, d: number): number {
  switch (round) {
    case 0:
      return (b & c) | (~b & d);
    case 1:
      return (d & b) | (~d & c);
    case 2:
      return b ^ c ^ d;
    default:
      return c ^ (b | ~d);
  }
}

export function md5(message: Uint8Array): Uint8Array {
  const view = padded(message, 64, 8, true);
  const state = Int32Array.from(MD5_START);
  for (let at = 0; at < view.byteLength; at += 64) {
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const [factor, start] = MD5_ORDER[round] as readonly [number, number];
      const word = view.getInt32(at + ((i * factor + start) % 16) * 4, true);
      const sum = (a + md5Mix(round, b, c, d) + (MD5_ADD[i] as number) + word) | 0;
      [a, d, c, b] = [d, c, b, (b + rotatedLeft(sum, (MD5_TURNS[round] as readonly number[])[i % 4] as number)) | 0];
    }
    for (const [i, x] of [a, b, c, d].entries()) state[i] = (state[i] as number) + x;
  }
  const out = new DataView(new ArrayBuffer(16));
  for (let i = 0; i < 4; i++) out.setInt32(i * 4, state[i] as number, true);
  return new Uint8Array(out.buffer);
}

const SHA1_START: readonly number[] = [...MD5_START, 0xc3d2e1f0 | 0];
const SHA1_ADD: readonly number[] = [2, 3, 5, 10].map((n) => Math.floor(Math.sqrt(n) * 2 ** 30));

function sha1Mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  return round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}

export function sha1(message: Uint8Array): Uint8Array {
  const view = padded(message, 64, 8);
  const state = Int32Array.from(SHA1_START);
  const w = new Int32Array(80);
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 80; i++) w[i] = rotatedLeft((w[i - 3] as number) ^ (w[i - 8] as number) ^ (w[i - 14] as number) ^ (w[i - 16] as number), 1);
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const round = Math.floor(i / 20);
      const next = (rotatedLeft(a, 5) + sha1Mix(round, b, c, d) + e + (SHA1_ADD[round] as number) + (w[i] as number)) | 0;
      [e, d, c, b, a] = [d, c, rotatedLeft(b, 30), a, next];
    }
    for (const [i, x] of [a, b, c, d, e].entries()) state[i] = (state[i] as number) + x;
  }
  const out = new DataView(new ArrayBuffer(20));
  for (let i = 0; i < 5; i++) out.setInt32(i * 4, state[i] as number);
  return new Uint8Array(out.buffer);
}

const CRC_POLYNOMIAL = 0xedb88320;
const CRC_TABLE = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) === 1 ? (c >>> 1) ^ CRC_POLYNOMIAL : c >>> 1;
  return c;
});

/** The checksum as an unsigned number. */
export function crc32(message: Uint8Array): number {
  let c = -1;
  for (const byte of message) c = (CRC_TABLE[(c ^ byte) & 255] as number) ^ (c >>> 8);
  return (c ^ -1) >>> 0;
}

/** A keyed digest (RFC 2104); `blockBytes` is the digest's own block size. */
export function hmac(key: Uint8Array, message: Uint8Array, digest: (m: Uint8Array) => Uint8Array, blockBytes: number): Uint8Array {
  const block = new Uint8Array(blockBytes);
  block.set(key.length > blockBytes ? digest(key) : key);
  const inner = new Uint8Array(blockBytes + message.length);
  inner.set(block.map((b) => b ^ 0x36));
  inner.set(message, blockBytes);
  const inside = digest(inner);
  const outer = new Uint8Array(blockBytes + inside.length);
  outer.set(block.map((b) => b ^ 0x5c));
  outer.set(inside, blockBytes);
  return digest(outer);
}
