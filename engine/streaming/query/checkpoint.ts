/**
 * What a query leaves behind to go on from: the offset log, written before a batch runs, the commit log, written after
 * it, and the state. The logs are files of the virtual file system, in Spark's layout; the state stays in memory, as long
 * as the file system does.
 */
import type { VirtualFileSystem } from '../../sources/index.ts';
import { joinPath } from '../../sources/index.ts';
import type { Offset } from '../offsets.ts';
import { StateStores } from '../stateful/store.ts';

const VERSION = 'v1';

export interface OffsetEntry {
  readonly batchWatermarkMs: number;
  readonly batchTimestampMs: number;
  readonly offsets: readonly Offset[];
}

/** State and source histories by checkpoint location. */
export interface KeptState {
  readonly stores: StateStores;
  /** What file sources have read, by source. */
  readonly fileHistories: Map<number, readonly string[]>;
  readonly startMicros: number;
}

export class CheckpointRegistry {
  private readonly kept = new Map<string, KeptState>();

  get(location: string | undefined, startMicros: number): KeptState {
    const known = location === undefined ? undefined : this.kept.get(location);
    if (known !== undefined) return known;
    const fresh: KeptState = { stores: new StateStores(), fileHistories: new Map(), startMicros };
    if (location !== undefined) this.kept.set(location, fresh);
    return fresh;
  }
}

export class Checkpoint {
  constructor(
    private readonly files: VirtualFileSystem,
    readonly location: string,
  ) {}

  /** The query's identity, the same after a restart. */
  idOr(fresh: string): string {
    const known = this.read('metadata');
    if (known !== undefined) return (JSON.parse(known) as { id: string }).id;
    this.write('metadata', JSON.stringify({ id: fresh }));
    return fresh;
  }

  writeOffsets(batchId: number, entry: OffsetEntry): void {
    const { offsets, ...metadata } = entry;
    this.write(`offsets/${batchId}`, [VERSION, JSON.stringify(metadata), ...offsets.map((o) => JSON.stringify(o))].join('\n'));
  }
  readOffsets(batchId: number): OffsetEntry | undefined {
    const text = this.read(`offsets/${batchId}`);
    if (text === undefined) return undefined;
    const [, metadata = '{}', ...offsets] = text.split('\n');
    return { ...(JSON.parse(metadata) as Omit<OffsetEntry, 'offsets'>), offsets: offsets.map((o) => JSON.parse(o) as Offset) };
  }

  writeCommit(batchId: number, nextBatchWatermarkMs: number): void {
    this.write(`commits/${batchId}`, `${VERSION}\n${JSON.stringify({ nextBatchWatermarkMs })}`);
  }
  readCommit(batchId: number): number | undefined {
    const text = this.read(`commits/${batchId}`);
    return text === undefined ? undefined : (JSON.parse(text.split('\n')[1] ?? '{}') as { nextBatchWatermarkMs: number }).nextBatchWatermarkMs;
  }

  /** The last batch of a log; undefined where there is none. */
  latest(log: 'offsets' | 'commits'): number | undefined {
    const ids = this.files.list(joinPath(this.location, log)).map(Number).filter(Number.isInteger);
    return ids.length === 0 ? undefined : Math.max(...ids);
  }

  private read(name: string): string | undefined {
    const content = this.files.get(joinPath(this.location, name))?.content;
    return content?.kind === 'text' ? content.text : undefined;
  }
  private write(name: string, text: string): void {
    this.files.writeText(joinPath(this.location, name), text);
  }
}
