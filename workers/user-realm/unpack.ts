/** Files are stored compressed, since hosts rarely compress them; a server may have unpacked them on the way. */
const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** The file's own bytes. Rejects with a sentence for the user when what was compressed is damaged. */
export async function unpack(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first !== GZIP_MAGIC[0] || second !== GZIP_MAGIC[1]) return bytes;
  try {
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  } catch {
    throw new Error('The language runtime could not be unpacked, a file of it is damaged. The next run loads it anew.');
  }
}
