/** What a micro-batch reads from (`SparkDataStream`). */
import type { Batch } from '../../columnar/index.ts';
import type { Offset } from '../offsets.ts';

export interface StreamSource {
  /** As in `lastProgress`: `KafkaV2[Subscribe[events]]`. */
  readonly description: string;
  /** Where a new query begins. */
  initialOffset(): Offset;
  /** How far the next batch may read from `start`; `start` itself where nothing has come. Without `limited`, everything. */
  latestOffset(start: Offset, limited: boolean): Offset;
  /** The rows in (start, end], with all columns of the source's schema, by partition. */
  rows(start: Offset, end: Offset): readonly Batch[];
  /** When the next rows come by themselves, in microseconds; undefined for sources that wait for others. */
  nextArrival?(start: Offset): number | undefined;
}
