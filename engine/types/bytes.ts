/** Bytes of strings and big integers. */

/** UTF-8 bytes of a string; a lone surrogate becomes `?`, as Java encodes it. */
export function utf8Bytes(text: string): Uint8Array {
  const n = text.length;
  let ascii = true;
  for (let i = 0; i < n && ascii; i++) ascii = text.charCodeAt(i) < 0x80;
  if (ascii) {
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) out[i] = text.charCodeAt(i);
    return out;
  }
  const out = new Uint8Array(n * 3);
  let at = 0;
  for (let i = 0; i < n; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = i + 1 < n ? text.charCodeAt(i + 1) : 0;
      const paired = code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff;
      code = paired ? 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00) : 0x3f;
      if (paired) i += 1;
    }
    if (code < 0x80) out[at++] = code;
    else if (code < 0x800) {
      out[at++] = 0xc0 | (code >> 6);
      out[at++] = 0x80 | (code & 63);
    } else if (code < 0x10000) {
      out[at++] = 0xe0 | (code >> 12);
      out[at++] = 0x80 | ((code >> 6) & 63);
      out[at++] = 0x80 | (code & 63);
    } else {
      out[at++] = 0xf0 | (code >> 18);
      out[at++] = 0x80 | ((code >> 12) & 63);
      out[at++] = 0x80 | ((code >> 6) & 63);
      out[at++] = 0x80 | (code & 63);
    }
  }
  return out.subarray(0, at);
}

/** Big-endian two's complement in as few bytes as hold the sign (`BigInteger.toByteArray`). */
export function bigIntBytes(value: bigint): Uint8Array {
  let length = 1;
  while (BigInt.asIntN(length * 8, value) !== value) length += 1;
  const out = new Uint8Array(length);
  let rest = value;
  for (let i = length - 1; i >= 0; i--) {
    out[i] = Number(rest & 255n);
    rest >>= 8n;
  }
  return out;
}

/** The string of UTF-8 bytes; what is not UTF-8 becomes U+FFFD, as a JVM shows it. */
export function utf8Text(bytes: Uint8Array): string {
  let out = '';
  let i = 0;
  const n = bytes.length;
  while (i < n) {
    const lead = bytes[i] as number;
    const size = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (size === 1) {
      out += String.fromCharCode(lead);
      i += 1;
      continue;
    }
    const taken = size === 0 ? 0 : continuationCount(bytes, i, size);
    if (size !== 0 && taken === size - 1) {
      out += String.fromCodePoint(codePointAt(bytes, i, size));
      i += size;
    } else {
      out += '\ufffd';
      i += 1 + taken;
    }
  }
  return out;
}

/** How many of the wanted continuation bytes are there and allowed after the lead byte. */
function continuationCount(bytes: Uint8Array, at: number, size: number): number {
  const lead = bytes[at] as number;
  let k = 1;
  while (k < size) {
    const next = bytes[at + k];
    if (next === undefined || (next & 0xc0) !== 0x80) break;
    if (k === 1) {
      const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (next < low || next > high) break;
    }
    k += 1;
  }
  return k - 1;
}

function codePointAt(bytes: Uint8Array, at: number, size: number): number {
  let code = (bytes[at] as number) & (size === 2 ? 0x1f : size === 3 ? 0x0f : 0x07);
  for (let k = 1; k < size; k++) code = (code << 6) | ((bytes[at + k] as number) & 0x3f);
  return code;
}
