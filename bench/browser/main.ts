/** The workloads in a browser: the runner calls `runBench` and reads what it gives. */
import * as duckdbModule from '@duckdb/duckdb-wasm';
import duckdbWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import duckdbWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { makeDataset } from '../data.ts';
import { measure } from '../measure.ts';
import type { Timing } from '../measure.ts';
import { arquero } from '../peers/arquero.ts';
import { ceiling } from '../peers/ceiling.ts';
import { duckdbInBrowser } from '../peers/duckdb.ts';
import { sparring } from '../peers/sparring.ts';
import type { Peer, WorkloadId } from '../workloads.ts';

export interface BenchRequest {
  readonly rows: number;
  readonly rounds: number;
  readonly peers: readonly string[];
  readonly only?: readonly WorkloadId[];
  readonly versions: Readonly<Record<string, string>>;
}

async function runBench(request: BenchRequest): Promise<{ peers: { name: string; version: string }[]; timings: Timing[] }> {
  const { rows, rounds, peers: names, versions } = request;
  const data = makeDataset(rows, request.only);
  const peers: Peer[] = [];
  if (names.includes('ceiling')) peers.push(ceiling(data));
  if (names.includes('Sparring')) peers.push(sparring(data));
  if (names.includes('DuckDB-WASM')) peers.push(await duckdbInBrowser(duckdbModule, data, new URL(duckdbWasm, location.href).href, new URL(duckdbWorker, location.href).href));
  if (names.includes('arquero')) peers.push(arquero(data, versions['arquero'] ?? ''));
  if (names.includes('danfojs')) {
    const [danfojs, { danfo }] = await Promise.all([import('danfojs'), import('../peers/danfo.ts')]);
    peers.push(danfo(danfojs, data, versions['danfojs'] ?? ''));
  }
  const log = document.querySelector('#log') as HTMLPreElement;
  const timings = await measure(peers, { rounds, only: request.only, log: (line) => log.append(`${line}\n`) });
  return { peers: peers.map((p) => ({ name: p.name, version: p.version })), timings };
}

Object.assign(globalThis, { runBench });
