/** Modes of operation of AES: ECB and CBC with PKCS padding (RFC 5652), GCM with 12 bytes of IV and a tag of 16 (SP 800-38D). */
import type { Aes } from './aes.ts';

export const BLOCK_BYTES = 16;
export const GCM_IV_BYTES = 12;

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((x, i) => x ^ (b[i] as number));
}

/** CBC, or ECB without an IV: each block for itself. */
export function encryptBlocks(aes: Aes, message: Uint8Array, iv: Uint8Array | null): Uint8Array {
  const fill = BLOCK_BYTES - (message.length % BLOCK_BYTES);
  const padded = joined(message, new Uint8Array(fill).fill(fill));
  const out = new Uint8Array(padded.length);
  let last = iv;
  for (let i = 0; i < padded.length; i += BLOCK_BYTES) {
    const block = padded.subarray(i, i + BLOCK_BYTES);
    const encrypted = aes.encrypt(last === null ? block : xor(block, last));
    out.set(encrypted, i);
    if (last !== null) last = encrypted;
  }
  return out;
}

/** Null where it is no message of this key. */
export function decryptBlocks(aes: Aes, message: Uint8Array, iv: Uint8Array | null): Uint8Array | null {
  if (message.length % BLOCK_BYTES !== 0) return null;
  if (message.length === 0) return message;
  const out = new Uint8Array(message.length);
  let last = iv;
  for (let i = 0; i < message.length; i += BLOCK_BYTES) {
    const block = message.subarray(i, i + BLOCK_BYTES);
    const decrypted = aes.decrypt(block);
    out.set(last === null ? decrypted : xor(decrypted, last), i);
    if (last !== null) last = block;
  }
  const fill = out[out.length - 1] as number;
  const isPadded = fill >= 1 && fill <= BLOCK_BYTES && out.subarray(out.length - fill).every((b) => b === fill);
  return isPadded ? out.subarray(0, out.length - fill) : null;
}

const REDUCTION = 0xe1n << 120n;

function toInteger(block: Uint8Array): bigint {
  let out = 0n;
  for (let i = 0; i < BLOCK_BYTES; i++) out = (out << 8n) | BigInt(block[i] ?? 0);
  return out;
}

function toBlock(x: bigint): Uint8Array {
  const out = new Uint8Array(BLOCK_BYTES);
  for (let i = BLOCK_BYTES - 1, rest = x; i >= 0; i--, rest >>= 8n) out[i] = Number(rest & 255n);
  return out;
}

/** Product in GF(2^128), whose bits count from the left. */
function multiply(x: bigint, y: bigint): bigint {
  let out = 0n;
  let v = y;
  for (let i = 127n; i >= 0n; i--) {
    if ((x >> i) & 1n) out ^= v;
    v = v & 1n ? (v >> 1n) ^ REDUCTION : v >> 1n;
  }
  return out;
}

function ghash(key: bigint, aad: Uint8Array, message: Uint8Array): bigint {
  let out = 0n;
  for (const part of [aad, message]) {
    for (let i = 0; i < part.length; i += BLOCK_BYTES) out = multiply(out ^ toInteger(part.subarray(i, i + BLOCK_BYTES)), key);
  }
  return multiply(out ^ ((BigInt(aad.length * 8) << 64n) | BigInt(message.length * 8)), key);
}

/** The message times the key stream that starts at counter 2; the same way back. */
function counted(aes: Aes, message: Uint8Array, iv: Uint8Array): Uint8Array {
  const out = new Uint8Array(message.length);
  for (let i = 0, counter = 2; i < message.length; i += BLOCK_BYTES, counter++) {
    const stream = aes.encrypt(counterBlock(iv, counter));
    for (let k = i; k < Math.min(i + BLOCK_BYTES, message.length); k++) out[k] = (message[k] as number) ^ (stream[k - i] as number);
  }
  return out;
}

function counterBlock(iv: Uint8Array, counter: number): Uint8Array {
  const block = joined(iv, new Uint8Array(4));
  new DataView(block.buffer).setUint32(GCM_IV_BYTES, counter);
  return block;
}

function tag(aes: Aes, encrypted: Uint8Array, iv: Uint8Array, aad: Uint8Array): Uint8Array {
  const key = toInteger(aes.encrypt(new Uint8Array(BLOCK_BYTES)));
  return xor(toBlock(ghash(key, aad, encrypted)), aes.encrypt(counterBlock(iv, 1)));
}

/** The encrypted message with its tag behind it. */
export function encryptGcm(aes: Aes, message: Uint8Array, iv: Uint8Array, aad: Uint8Array): Uint8Array {
  const encrypted = counted(aes, message, iv);
  return joined(encrypted, tag(aes, encrypted, iv, aad));
}

/** Null where the tag is not that of the message, the key and the additional data. */
export function decryptGcm(aes: Aes, message: Uint8Array, iv: Uint8Array, aad: Uint8Array): Uint8Array | null {
  if (message.length < BLOCK_BYTES) return null;
  const encrypted = message.subarray(0, message.length - BLOCK_BYTES);
  const given = message.subarray(message.length - BLOCK_BYTES);
  return tag(aes, encrypted, iv, aad).every((b, i) => b === given[i]) ? counted(aes, encrypted, iv) : null;
}
