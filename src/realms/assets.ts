/** Fetches what user realms start from, with progress in bytes. The realms themselves have no network. */
import { REALM_FILES } from '../../workers/protocol/frame.ts';
import type { RealmFile } from '../../workers/protocol/frame.ts';
import { files } from 'virtual:realm';

export interface LoadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** What is under way, as it is stored: each file is used as soon as it is there. */
export type AssetsOnTheWay = ReadonlyMap<RealmFile, Promise<ArrayBuffer>>;

/**
 * Fetches everything at once, with `anew` past what the browser has kept. Its promises reject with a sentence for the user when
 * a file cannot be had.
 */
export function loadRealmAssets(onProgress: (progress: LoadProgress) => void, anew = false): AssetsOnTheWay {
  const loaded = new Map<RealmFile, number>();
  const totalBytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  const fetchFile = (name: RealmFile): Promise<ArrayBuffer> =>
    fetchCounted(files[name].url, anew ? 'reload' : 'default', (count) => {
      loaded.set(name, Math.min(count, files[name].bytes));
      onProgress({ loadedBytes: [...loaded.values()].reduce((a, b) => a + b, 0), totalBytes });
    });
  return new Map(REALM_FILES.map((name) => [name, fetchFile(name)]));
}

async function fetchCounted(url: string, cache: RequestCache, onBytes: (count: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(url, { cache }).catch(() => null);
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
  return whole.buffer;
}
