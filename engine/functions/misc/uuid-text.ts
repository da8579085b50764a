/** UUIDs as texts of 36 characters. */
import { MersenneTwister } from '../collection/mersenne-twister.ts';

/** Version 4 of 128 random bits. */
export function uuidText(most: bigint, least: bigint): string {
  const high = (most & ~0xf000n) | 0x4000n;
  const low = (least & ~(3n << 62n)) | (2n << 62n);
  return textOf(high, low);
}

function textOf(most: bigint, least: bigint): string {
  const hex = BigInt.asUintN(64, most).toString(16).padStart(16, '0') + BigInt.asUintN(64, least).toString(16).padStart(16, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function randomUuid(seed: number): string {
  const twister = new MersenneTwister(BigInt(seed));
  return uuidText(twister.nextLong(), twister.nextLong());
}

/** The UUID that a text names, as Java writes it; undefined where it names none. */
export function uuidOf(text: string): string | undefined {
  const parts = text.split('-');
  if (text.length > 36 || parts.length !== 5 || !parts.every((p) => /^[0-9a-f]{1,16}$/i.test(p))) return undefined;
  const [a, b, c, d, e] = parts.map((p) => BigInt(`0x${p}`)) as [bigint, bigint, bigint, bigint, bigint];
  const low = (x: bigint, bits: number): bigint => BigInt.asUintN(bits, x);
  return textOf((low(a, 32) << 32n) | (low(b, 16) << 16n) | low(c, 16), (low(d, 16) << 48n) | low(e, 48));
}
