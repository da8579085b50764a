/** The workloads in Node; prints timings as JSON on the last line. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { makeDataset } from './data.ts';
import { measure } from './measure.ts';
import { arquero } from './peers/arquero.ts';
import { ceiling } from './peers/ceiling.ts';
import { duckdbPeer } from './peers/duckdb.ts';
import type { Peer, WorkloadId } from './workloads.ts';

const require = createRequire(import.meta.url);
const versionOf = (name: string): string => (require(join(process.cwd(), 'node_modules', name, 'package.json')) as { version: string }).version;

/** What is used of the package's entry for Node, which comes without types. */
interface BlockingModule {
  readonly VoidLogger: new () => unknown;
  readonly NODE_RUNTIME: unknown;
  createDuckDB(bundles: unknown, logger: unknown, runtime: unknown): Promise<{ instantiate(progress: () => void): Promise<unknown>; connect(): Parameters<typeof duckdbPeer>[1] }>;
}

async function duckdb(data: ReturnType<typeof makeDataset>): Promise<Peer> {
  const entry = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const module = require(entry) as BlockingModule;
  const wasm = (kind: string) => ({ mainModule: join(dirname(entry), `duckdb-${kind}.wasm`), mainWorker: '' });
  const db = await module.createDuckDB({ mvp: wasm('mvp'), eh: wasm('eh') }, new module.VoidLogger(), module.NODE_RUNTIME);
  await db.instantiate(() => undefined);
  return duckdbPeer(data, db.connect(), versionOf('@duckdb/duckdb-wasm'));
}

const { rows = 1_000_000, rounds = 7, peers: names = ['ceiling', 'Sparring', 'DuckDB-WASM', 'arquero'], only } = JSON.parse(process.argv[2] ?? '{}') as {
  rows?: number;
  rounds?: number;
  peers?: string[];
  only?: WorkloadId[];
};
const data = makeDataset(rows, only);
const peers: Peer[] = [];
if (names.includes('ceiling')) peers.push(ceiling(data));
if (names.includes('Sparring')) peers.push((await import('./peers/sparring.ts')).sparring(data));
if (names.includes('DuckDB-WASM')) peers.push(await duckdb(data));
if (names.includes('arquero')) peers.push(arquero(data, versionOf('arquero')));
const timings = await measure(peers, { rounds, only, log: (line) => process.stderr.write(`${line}\n`) });
process.stdout.write(`${JSON.stringify({ place: `Node ${process.versions.node}`, rows, peers: peers.map((p) => ({ name: p.name, version: p.version })), timings })}\n`);
process.exit(0);
