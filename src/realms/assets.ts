/** Fetches what user realms start from, with progress in bytes. The realms themselves have no network. */
import type { PythonAssets, RealmAssets } from '../../workers/protocol/frame.ts';
import { files } from 'virtual:realm';

export interface LoadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** What is under way: each part is used as soon as it is there. */
export interface AssetsOnTheWay {
  /** `pyodide.asm.wasm`. */
  readonly wasm: Promise<ArrayBuffer>;
  readonly rest: Promise<RealmAssets>;
}

/** Fetches everything at once. Its promises reject with a sentence for the user when a file cannot be had. */
export function loadRealmAssets(onProgress: (progress: LoadProgress) => void): AssetsOnTheWay {
  const loaded = new Map<string, number>();
  const totalBytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  const fetchFile = async (name: keyof typeof files): Promise<ArrayBuffer> => {
    const bytes = await fetchCounted(files[name].url, (count) => {
      loaded.set(name, Math.min(count, files[name].bytes));
      onProgress({ loadedBytes: [...loaded.values()].reduce((a, b) => a + b, 0), totalBytes });
    });
    return unpack(bytes);
  };
  const wasm = fetchFile('python');
  const rest = Promise.all([fetchFile('stdlib'), fetchFile('snapshot'), fetchFile('facade'), fetchFile('worker')]).then(
    ([stdlib, snapshot, facade, worker]): RealmAssets => {
      const text = new TextDecoder();
      const python: PythonAssets = { stdlib, snapshot, facade: JSON.parse(text.decode(facade)) as PythonAssets['facade'] };
      return { workerSource: text.decode(worker), python };
    },
  );
  wasm.catch(() => undefined);
  return { wasm, rest };
}

async function fetchCounted(url: string, onBytes: (count: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch(() => null);
  if (response === null) throw new Error('The Python runtime could not be downloaded: is the network there?');
  if (!response.ok || response.body === null) throw new Error(`The Python runtime could not be downloaded: ${url} answered ${response.status}.`);
  const pieces: Uint8Array[] = [];
  let count = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    count += piece.value.length;
    onBytes(count);
  }
  const whole = new Uint8Array(count);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** Files are stored compressed, since hosts rarely compress them; a server may have unpacked them on the way. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  if (bytes[0] !== GZIP_MAGIC[0] || bytes[1] !== GZIP_MAGIC[1]) return bytes.buffer;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
