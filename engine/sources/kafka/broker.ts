/** A Kafka broker in memory: topics with partitions, offsets, keys and timestamps. A script or a sink appends; sources read by offsets. */
import { invariant } from '../../core/index.ts';

export interface KafkaRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** Microseconds since the epoch. */
  readonly timestampMicros: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers?: readonly { readonly key: string; readonly value: Uint8Array | null }[];
}

export interface NewRecord {
  readonly topic: string;
  /** Absent: by the key's hash, or in turn without a key. */
  readonly partition?: number;
  readonly key?: Uint8Array | string | null;
  readonly value?: Uint8Array | string | null;
  /** Absent: the broker's clock. */
  readonly timestampMicros?: number;
  readonly headers?: KafkaRecord['headers'];
}

interface Topic {
  readonly partitions: KafkaRecord[][];
  /** Where the next record without a key goes. */
  turn: number;
}

const encoder = new TextEncoder();

function bytesOf(x: Uint8Array | string | null | undefined): Uint8Array | null {
  return typeof x === 'string' ? encoder.encode(x) : (x ?? null);
}

/** FNV-1a over the key's bytes: which partition a key goes to is the producer's choice and not part of any result. */
function keyHash(key: Uint8Array): number {
  let h = 0x811c9dc5;
  for (const b of key) h = Math.imul(h ^ b, 0x01000193) >>> 0;
  return h;
}

export class KafkaBroker {
  private readonly topics = new Map<string, Topic>();

  constructor(private readonly now: () => number) {}

  /** Makes a topic; more partitions than it has are added to one that exists. */
  createTopic(name: string, partitions = 1): void {
    const topic = this.topics.get(name) ?? { partitions: [], turn: 0 };
    while (topic.partitions.length < Math.max(1, partitions)) topic.partitions.push([]);
    this.topics.set(name, topic);
  }

  /** Forgets all topics: a new case begins. */
  clear(): void {
    this.topics.clear();
  }

  topicNames(): string[] {
    return [...this.topics.keys()].sort();
  }
  hasTopic(name: string): boolean {
    return this.topics.has(name);
  }
  partitionCount(name: string): number {
    return this.topics.get(name)?.partitions.length ?? 0;
  }

  /** Appends a record; a topic that does not exist is made, with one partition, as brokers do by default. */
  append(record: NewRecord): KafkaRecord {
    if (!this.topics.has(record.topic)) this.createTopic(record.topic);
    const topic = this.topics.get(record.topic) as Topic;
    const key = bytesOf(record.key);
    const partition = record.partition ?? (key === null ? topic.turn++ : keyHash(key)) % topic.partitions.length;
    const log = topic.partitions[partition];
    invariant(log !== undefined, `topic ${record.topic} has no partition ${partition}`);
    const stored: KafkaRecord = {
      topic: record.topic,
      partition,
      offset: log.length,
      timestampMicros: record.timestampMicros ?? this.now(),
      key,
      value: bytesOf(record.value),
      ...(record.headers === undefined ? {} : { headers: record.headers }),
    };
    log.push(stored);
    return stored;
  }

  /** The offset that the next record of each partition will get. */
  endOffsets(topic: string): number[] {
    return (this.topics.get(topic)?.partitions ?? []).map((log) => log.length);
  }

  /** Records of a partition with offsets in [from, to). */
  read(topic: string, partition: number, from: number, to: number): readonly KafkaRecord[] {
    return this.topics.get(topic)?.partitions[partition]?.slice(from, to) ?? [];
  }

  /** All records of a topic, partition after partition. */
  records(topic: string): readonly KafkaRecord[] {
    return this.topics.get(topic)?.partitions.flat() ?? [];
  }
}
