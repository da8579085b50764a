/** Kafka without a stream: `spark.read.format("kafka")` reads what the topics hold now, `df.write` appends to one. */
import type { Batch } from '../columnar/index.ts';
import { SparkError } from '../core/index.ts';
import { Options } from '../functions/json/index.ts';
import type { AttributeReference, DataSourceScan } from '../plan/index.ts';
import type { KafkaBroker } from '../sources/index.ts';
import type { StructType } from '../types/index.ts';
import type { Offset } from './offsets.ts';
import { kafkaSink } from './sinks/kafka.ts';
import { KafkaSource } from './sources/kafka.ts';

const LATEST = -1;

function illegal(sentence: string): SparkError {
  return new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence });
}

/** Records by partition of the topics, from `startingOffsets` (earliest) to `endingOffsets` (latest); all columns of the source. */
export function readKafka(scan: DataSourceScan, broker: KafkaBroker): readonly Batch[] {
  const options = new Options(Object.entries(scan.options));
  const starting = options.get('startingOffsets') ?? 'earliest';
  if (starting === 'latest') throw illegal('A batch that starts at the latest offsets has nothing to read: startingOffsets is earliest, or JSON.');
  const kept = Object.entries(scan.options).filter(([key]) => !/^(starting|ending)offsets$/i.test(key));
  const source = new KafkaSource({ ...scan, options: { ...Object.fromEntries(kept), startingOffsets: starting } }, broker);
  const start = source.initialOffset();
  return source.rows(start, endOf(options.get('endingOffsets') ?? 'latest', source.latestOffset(start, false)));
}

type TopicOffsets = Readonly<Record<string, Readonly<Record<string, number>>>>;

function endOf(text: string, ends: Offset): Offset {
  if (text === 'latest') return ends;
  if (text === 'earliest') throw illegal('A batch cannot end at the earliest offsets: endingOffsets is latest, or JSON.');
  const given = JSON.parse(text) as TopicOffsets;
  const topics = Object.entries(ends as TopicOffsets).map(([topic, partitions]) => {
    const parts = Object.entries(partitions).map(([p, end]) => {
      const asked = given[topic]?.[p];
      if (asked === undefined) throw illegal(`endingOffsets must name every partition that is read; ${topic}-${p} is missing.`);
      return [p, asked === LATEST ? end : Math.min(asked, end)] as const;
    });
    return [topic, Object.fromEntries(parts)] as const;
  });
  return Object.fromEntries(topics) as Offset;
}

/** `df.write.format("kafka").save()`. */
export function writeKafka(
  broker: KafkaBroker,
  options: Readonly<Record<string, string>>,
  schema: StructType,
  output: readonly AttributeReference[],
  rows: () => Batch,
): void {
  const sink = kafkaSink({ broker }, { options }, schema);
  sink.addBatch({ batchId: 0, mode: 'append', schema, rows: rows(), output });
}
