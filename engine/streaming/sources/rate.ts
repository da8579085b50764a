/** The rate source (`RateStreamMicroBatchStream`): so many rows a second since the query began, on the virtual clock. */
import { vectorOf } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { SparkError } from '../../core/index.ts';
import { Options } from '../../functions/json/index.ts';
import type { DataSourceScan } from '../../plan/index.ts';
import { LongType, TimestampType } from '../../types/index.ts';
import type { Offset } from '../offsets.ts';
import type { StreamSource } from './source.ts';

const MICROS = 1_000_000;

function positive(options: Options, name: string, fallback: number): number {
  const text = options.get(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: `The option ${name} of the rate source must be a positive whole number, not ${text}.` });
}

/** Offsets are whole seconds since the start. */
export class RateSource implements StreamSource {
  readonly description: string;
  private readonly rowsPerSecond: number;
  private readonly partitions: number;

  constructor(
    scan: DataSourceScan,
    private readonly now: () => number,
    private readonly startMicros: number,
    defaultPartitions: number,
  ) {
    const options = new Options(Object.entries(scan.options));
    this.rowsPerSecond = positive(options, 'rowsPerSecond', 1);
    this.partitions = positive(options, 'numPartitions', defaultPartitions);
    this.description = `RateStreamV2[rowsPerSecond=${this.rowsPerSecond}, rampUpTimeSeconds=0, numPartitions=${this.partitions}`;
  }

  initialOffset(): Offset {
    return 0;
  }
  latestOffset(start: Offset): Offset {
    return Math.max(start as number, Math.floor((this.now() - this.startMicros) / MICROS));
  }
  nextArrival(start: Offset): number {
    return this.startMicros + ((start as number) + 1) * MICROS;
  }

  /** Row n of a second comes n equal parts of it after its begin. */
  rows(start: Offset, end: Offset): readonly Batch[] {
    const [from, to] = [(start as number) * this.rowsPerSecond, (end as number) * this.rowsPerSecond];
    const perRow = MICROS / this.rowsPerSecond;
    const batches: Batch[] = [];
    for (let p = 0; p < this.partitions; p++) {
      const values: number[] = [];
      for (let v = from + p; v < to; v += this.partitions) values.push(v);
      if (values.length === 0) continue;
      const times = values.map((v) => BigInt(Math.floor(this.startMicros / 1000) * 1000 + Math.round(v * perRow)));
      batches.push({ length: values.length, columns: [vectorOf(TimestampType, times), vectorOf(LongType, values.map(BigInt))] });
    }
    return batches;
  }
}

/** `rate-micro-batch`: so many rows a batch, whatever the clock says. */
export class RatePerMicroBatchSource implements StreamSource {
  readonly description: string;
  private readonly rowsPerBatch: number;
  private readonly startMillis: number;
  private readonly advanceMillis: number;

  constructor(scan: DataSourceScan) {
    const options = new Options(Object.entries(scan.options));
    this.rowsPerBatch = positive(options, 'rowsPerBatch', 0);
    this.startMillis = Number(options.get('startTimestamp') ?? 0);
    this.advanceMillis = Number(options.get('advanceMillisPerBatch') ?? 1000);
    this.description = `RatePerMicroBatchStream[rowsPerBatch=${this.rowsPerBatch}, numPartitions=1, startTimestamp=${this.startMillis}, advanceMsPerBatch=${this.advanceMillis}]`;
  }
  initialOffset(): Offset {
    return { offset: 0, timestamp: this.startMillis };
  }
  latestOffset(start: Offset): Offset {
    const { offset, timestamp } = start as { offset: number; timestamp: number };
    return { offset: offset + this.rowsPerBatch, timestamp: timestamp + this.advanceMillis };
  }
  rows(start: Offset, end: Offset): readonly Batch[] {
    const from = start as { offset: number; timestamp: number };
    const n = (end as { offset: number }).offset - from.offset;
    const values = Array.from({ length: n }, (_, i) => BigInt(from.offset + i));
    const times = values.map(() => BigInt(from.timestamp) * 1000n);
    return [{ length: n, columns: [vectorOf(TimestampType, times), vectorOf(LongType, values)] }];
  }
}
