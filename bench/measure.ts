/** Timing: peers take turns, so that what else the machine does falls on all of them alike. */
import { checksum, WORKLOADS } from './workloads.ts';
import type { Peer, WorkloadId } from './workloads.ts';

export interface Timing {
  readonly peer: string;
  readonly workload: WorkloadId;
  /** Milliseconds; the first run of the peer in this process, and the median, least and greatest of the following ones. */
  readonly coldMs: number;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  readonly checksum: string;
  /** What went wrong instead. */
  readonly error?: string;
}

export interface MeasureOptions {
  readonly rounds: number;
  readonly only?: readonly WorkloadId[] | undefined;
  readonly log?: (line: string) => void;
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const mid = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[mid] as number) : ((sorted[mid - 1] as number) + (sorted[mid] as number)) / 2;
}

async function once(peer: Peer, id: WorkloadId): Promise<{ ms: number; sum: () => string }> {
  const start = performance.now();
  const result = await peer.run(id);
  const ms = performance.now() - start;
  return { ms, sum: () => checksum(result) };
}

function failure(peer: Peer, workload: WorkloadId, error: unknown): Timing {
  const message = error instanceof Error ? error.message : String(error);
  return { peer: peer.name, workload, coldMs: Number.NaN, medianMs: Number.NaN, minMs: Number.NaN, maxMs: Number.NaN, checksum: '', error: message };
}

export async function measure(peers: readonly Peer[], options: MeasureOptions): Promise<Timing[]> {
  const out: Timing[] = [];
  for (const { id } of WORKLOADS) {
    if (options.only !== undefined && !options.only.includes(id)) continue;
    const state = new Map<Peer, { cold: number; sum: string; times: number[] }>();
    for (const peer of peers) {
      try {
        const first = await once(peer, id);
        state.set(peer, { cold: first.ms, sum: first.sum(), times: [] });
        await once(peer, id);
      } catch (error) {
        out.push(failure(peer, id, error));
      }
    }
    for (let round = 0; round < options.rounds; round++) {
      for (const [peer, s] of state) s.times.push((await once(peer, id)).ms);
    }
    for (const [peer, { cold, sum, times }] of state) {
      out.push({ peer: peer.name, workload: id, coldMs: cold, medianMs: median(times), minMs: Math.min(...times), maxMs: Math.max(...times), checksum: sum });
    }
    options.log?.(`${id}: ${[...state].map(([peer, s]) => `${peer.name} ${median(s.times).toFixed(1)} ms`).join(', ')}`);
  }
  return out;
}
