/** A folder as a stream (`FileStreamSource`): every file that appears is read once, the oldest first. */
import type { Batch } from '../../columnar/index.ts';
import { Options } from '../../functions/json/index.ts';
import type { DataSourceScan } from '../../plan/index.ts';
import { readScan } from '../../sources/index.ts';
import type { ReadContext, VirtualFile } from '../../sources/index.ts';
import type { Offset } from '../offsets.ts';
import type { StreamSource } from './source.ts';

interface FileOffset {
  readonly [key: string]: Offset;
  /** Number of files taken, less one: -1 for none. */
  readonly logOffset: number;
}

export class FileSource implements StreamSource {
  readonly description: string;
  /** Files in the order in which they were taken; the offset counts them. */
  private readonly taken: string[] = [];
  private readonly maxFiles: number;
  private readonly latestFirst: boolean;

  constructor(
    private readonly scan: DataSourceScan,
    private readonly context: ReadContext,
  ) {
    const options = new Options(Object.entries(scan.options));
    this.maxFiles = Number(options.get('maxFilesPerTrigger') ?? Number.POSITIVE_INFINITY);
    this.latestFirst = options.flag('latestFirst', false);
    this.description = `FileStreamSource[${scan.paths.map((p) => `file:${p}`).join(', ')}]`;
  }

  initialOffset(): Offset {
    return { logOffset: -1 };
  }

  private unseen(): VirtualFile[] {
    const { files } = this.context;
    const seen = new Set(this.taken);
    const all = this.scan.paths.flatMap((p) => files.glob(p)).flatMap((p) => files.filesUnder(p));
    const fresh = all.filter((f) => !seen.has(f.path) && !/\/[._][^/]*$/.test(f.path));
    const sign = this.latestFirst ? -1 : 1;
    return fresh.sort((a, b) => sign * (a.modified - b.modified || (a.path < b.path ? -1 : 1)));
  }

  latestOffset(start: Offset, limited: boolean): Offset {
    const { logOffset } = start as FileOffset;
    // Files taken for a batch that did not end are read again by it.
    if (this.taken.length - 1 > logOffset) return { logOffset: this.taken.length - 1 };
    const fresh = this.unseen().slice(0, limited ? this.maxFiles : undefined);
    this.taken.push(...fresh.map((f) => f.path));
    return { logOffset: this.taken.length - 1 };
  }

  rows(start: Offset, end: Offset): readonly Batch[] {
    const paths = this.taken.slice((start as FileOffset).logOffset + 1, (end as FileOffset).logOffset + 1);
    if (paths.length === 0) return [];
    const output = this.scan.schema.fields.map((f, i) => ({ ...(this.scan.output[i] as DataSourceScan['output'][number]), name: f.name, type: f.type }));
    const whole: DataSourceScan = { ...this.scan, output, paths, isStreaming: false };
    return readScan(whole, this.context).flat();
  }

  /** Takes over what a run before has read: a restart from a checkpoint. */
  restore(paths: readonly string[]): void {
    this.taken.push(...paths);
  }
  /** What has been read, for the checkpoint. */
  get history(): readonly string[] {
    return this.taken;
  }
}
