/** The Kafka source over the broker in memory (`KafkaMicroBatchStream`): offsets by topic and partition. */
import { vectorOf } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { SparkError } from '../../core/index.ts';
import { Options } from '../../functions/json/index.ts';
import type { DataSourceScan } from '../../plan/index.ts';
import { kafkaTopics } from '../../sources/index.ts';
import type { KafkaBroker, KafkaRecord } from '../../sources/index.ts';
import { StructValue } from '../../types/index.ts';
import type { StructType, Value } from '../../types/index.ts';
import type { Offset } from '../offsets.ts';
import type { StreamSource } from './source.ts';

type TopicOffsets = { readonly [topic: string]: { readonly [partition: string]: number } };

/** In JSON of startingOffsets: from the oldest, from the end. */
const EARLIEST = -2;
const CREATE_TIME = 0;

export class KafkaSource implements StreamSource {
  readonly description: string;
  private readonly options: Options;

  constructor(
    private readonly scan: DataSourceScan,
    private readonly broker: KafkaBroker,
  ) {
    this.options = new Options(Object.entries(scan.options));
    this.description = `KafkaV2[${this.strategy()}]`;
    if (this.options.get('endingOffsets') !== undefined) throw illegal('A stream has no end: leave out the option endingOffsets.');
  }

  private strategy(): string {
    const pattern = this.options.get('subscribePattern');
    if (pattern !== undefined) return `SubscribePattern[${pattern}]`;
    return `${this.options.get('subscribe') === undefined ? 'Assign' : 'Subscribe'}[${this.topics().join(', ')}]`;
  }

  private topics(): string[] {
    return kafkaTopics(this.options, this.broker.topicNames());
  }

  private ends(): TopicOffsets {
    const out: Record<string, Record<string, number>> = {};
    for (const topic of this.topics()) {
      if (!this.broker.hasTopic(topic)) this.broker.createTopic(topic);
      out[topic] = Object.fromEntries(this.broker.endOffsets(topic).map((end, p) => [String(p), end]));
    }
    return out;
  }

  /** By default only what comes after the start is read, as from a real broker. */
  initialOffset(): Offset {
    const ends = this.ends();
    const wanted = this.options.get('startingOffsets') ?? 'latest';
    if (wanted === 'latest') return ends;
    if (wanted === 'earliest') return mapOffsets(ends, () => 0);
    const given = parseOffsets(wanted);
    return mapOffsets(ends, (end, topic, partition) => {
      const asked = given[topic]?.[partition];
      if (asked === undefined) throw illegal(`startingOffsets must name every partition that is read; ${topic}-${partition} is missing.`);
      return asked === EARLIEST ? 0 : asked < 0 ? end : asked;
    });
  }

  latestOffset(start: Offset, limited: boolean): Offset {
    const from = start as TopicOffsets;
    const ends = this.ends();
    const limit = limited ? Number(this.options.get('maxOffsetsPerTrigger') ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    const waiting = sumOf(ends, (end, topic, p) => end - (from[topic]?.[p] ?? 0));
    if (waiting <= limit) return ends;
    // Each partition gets its share of the limit, as Spark's rate limit gives it.
    return mapOffsets(ends, (end, topic, p) => {
      const begin = from[topic]?.[p] ?? 0;
      const share = ((end - begin) / waiting) * limit;
      return Math.min(end, begin + (share < 1 ? Math.ceil(share) : Math.floor(share)));
    });
  }

  rows(start: Offset, end: Offset): readonly Batch[] {
    const [from, to] = [start as TopicOffsets, end as TopicOffsets];
    return Object.entries(to).flatMap(([topic, partitions]) =>
      Object.entries(partitions).flatMap(([p, stop]) => {
        const records = this.broker.read(topic, Number(p), from[topic]?.[p] ?? 0, stop);
        return records.length === 0 ? [] : [recordsBatch(records, this.scan.schema)];
      }),
    );
  }
}

function illegal(sentence: string): SparkError {
  return new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence });
}

function parseOffsets(text: string): TopicOffsets {
  try {
    return JSON.parse(text) as TopicOffsets;
  } catch {
    throw illegal(`startingOffsets is earliest, latest, or JSON such as {"topic":{"0":23,"1":-2}}, not ${text}.`);
  }
}

type PartitionValue = (end: number, topic: string, partition: string) => number;

function mapOffsets(offsets: TopicOffsets, f: PartitionValue): TopicOffsets {
  const parts = (topic: string, p: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(p).map(([k, end]) => [k, f(end, topic, k)]));
  return Object.fromEntries(Object.entries(offsets).map(([topic, p]) => [topic, parts(topic, p)]));
}

function sumOf(offsets: TopicOffsets, f: PartitionValue): number {
  let sum = 0;
  for (const [topic, p] of Object.entries(offsets)) for (const [k, end] of Object.entries(p)) sum += f(end, topic, k);
  return sum;
}

/** Records as columns of the Kafka schema. */
export function recordsBatch(records: readonly KafkaRecord[], schema: StructType): Batch {
  const cell: Readonly<Record<string, (r: KafkaRecord) => Value>> = {
    key: (r) => r.key,
    value: (r) => r.value,
    topic: (r) => r.topic,
    partition: (r) => r.partition,
    offset: (r) => BigInt(r.offset),
    timestamp: (r) => BigInt(r.timestampMicros),
    timestampType: () => CREATE_TIME,
    headers: (r) => r.headers?.map((h) => new StructValue([h.key, h.value])) ?? null,
  };
  const columns = schema.fields.map((f) => vectorOf(f.type, records.map((r) => (cell[f.name] as (r: KafkaRecord) => Value)(r))));
  return { length: records.length, columns };
}
