/** Counts of actions in windows of event time, from Kafka: as they change to the console, once each when final to a topic. */
import type { Case, Challenge, Random, StreamEvent, StreamPart, StreamScript } from '../../grading/index.ts';
import { event, raw, RESULT_TOPIC, script, TOPIC } from './script.ts';
import type { Happening } from './script.ts';

function make(id: string, title: string, kind: Case['kind'], stream: StreamScript): Case {
  return { id, title, kind, inputs: [], stream };
}

const on = (...list: readonly (readonly [at: number | null, action: string | null, user?: string | null])[]): StreamEvent[] =>
  list.map(([at, action, user]) => event({ at, action, ...(user === undefined ? {} : { user }) } satisfies Happening));

const CASES: readonly Case[] = [
  make('example', 'the example: three windows, one event late but in time, one too late', 'visible', script([
    [2, on([0.5, 'click', 'u1'], [1, 'view', 'u2'], [1.5, 'click', 'u3'])],
    [5, on([5.5, 'click', 'u1'], [6, 'view', 'u1'], [3, 'click', 'u4'])],
    [10, on([16, 'view', 'u2'])],
    [1, on([4, 'click', 'u5'], [12, 'click', 'u2'])],
    [20, on([36, 'click', 'u1'])],
    [30, on([70, 'view', 'u3'])],
  ])),
  make('boundaries', 'events at the very start and end of windows', 'edge', script([
    [1, on([0, 'click'], [4.99, 'click'], [5, 'click'], [9.99, 'click'], [10, 'click'])],
    [1, on([25, 'click'])],
    [1, on([4.9, 'click'], [15, 'click'], [14.99, 'click'])],
    [1, on([60, 'view'])],
  ])),
  make('late-kept', 'an event later than 5 minutes but not than 10 still counts', 'edge', script([
    [1, on([1, 'click'], [14, 'click'])],
    [1, on([4.5, 'click'], [6, 'view'])],
    [1, on([22, 'view'])],
    [1, on([45, 'view'])],
  ])),
  make('too-late', 'events behind the watermark are dropped', 'edge', script([
    [1, on([1, 'click'], [20, 'click'])],
    [1, on([2, 'click'], [3, 'view'], [9, 'click'])],
    [1, on([21, 'click'], [1, 'view'])],
    [1, on([50, 'click'])],
  ])),
  make('nulls', 'null actions are a group; events without a time belong to no window', 'edge', script([
    [1, on([1, null], [2, 'click'], [null, 'click'], [3, null, null])],
    [1, on([17, null])],
    [1, on([40, 'click'])],
  ])),
  make('malformed', 'values that are no JSON', 'edge', script([
    [1, [...on([1, 'click']), raw('not json'), raw(null), raw('{"action": "view"}'), raw('{"user_id": "u9", "action": "view", "timestamp": 1767225720, "more": 1}')]],
    [1, on([30, 'click'])],
    [1, on([60, 'click'])],
  ])),
  make('repeated', 'the same event twice counts twice', 'edge', script([
    [1, on([1, 'click', 'u1'], [1, 'click', 'u1'], [1, 'click', 'u1'])],
    [1, on([1, 'click', 'u1'], [30, 'view'])],
    [1, on([60, 'view'])],
  ])),
  make('quiet', 'steps in which nothing arrives', 'edge', script([
    [1, []],
    [5, on([3, 'click'])],
    [30, []],
    [1, on([44, 'click'])],
    [1, []],
  ])),
  make('one-event', 'a single event: its window stays open', 'edge', script([[1, on([2, 'click'])]])),
];

function randomScript(random: Random, steps: number, perStep: number): StreamScript {
  let now = 0;
  const made = Array.from({ length: steps }, (): readonly [number, readonly StreamEvent[]] => {
    const minutes = random.int(1, 7);
    now += minutes;
    const events = Array.from({ length: random.int(0, perStep) }, () => {
      const late = random.chance(0.15) ? random.int(6, 25) : random.next() * 4;
      const at = Math.max(0, Math.round((now - late) * 4) / 4);
      return event({ at: random.chance(0.03) ? null : at, action: random.pick(['click', 'view', 'buy', 'view']), user: `u${random.int(1, 9)}` });
    });
    return [minutes, events];
  });
  return script([...made, [1, [event({ at: now + 60, action: 'click' })]]]);
}

function seeded(random: Random): Case[] {
  return [
    make('random-dense', 'random events, some of them late', 'seeded', randomScript(random, 10, 12)),
    make('random-sparse', 'random events over a longer time', 'seeded', randomScript(random, 16, 4)),
  ];
}

const SCHEMA = 'window STRUCT<start: TIMESTAMP, end: TIMESTAMP>, action STRING, action_count BIGINT';
const FIELDS = 'user_id STRING, action STRING, timestamp BIGINT';
const parse = (time: string): string =>
  `SELECT data.user_id, data.action, ${time} AS timestamp FROM (SELECT timestamp AS arrived, from_json(CAST(value AS STRING), '${FIELDS}') AS data FROM source)`;
const counted = (window: string, count = 'count(*)', where = ''): string =>
  `SELECT window, action, ${count} AS action_count FROM parsed ${where} GROUP BY window(timestamp, ${window}), action`;
const watermark = (delay: string) => ({ column: 'timestamp', delay });
const RIGHT = counted("'5 minutes'");

const PART: StreamPart = {
  kind: 'stream',
  functionName: 'streaming_window_aggregation',
  defaults: {},
  topic: TOPIC,
  parse: parse('CAST(data.timestamp AS TIMESTAMP)'),
  reference: { sql: RIGHT, watermark: watermark('10 minutes') },
  outputs: [
    { id: 'console', title: 'the console', format: 'console', outputMode: 'update', schema: SCHEMA, comparison: { key: ['window', 'action'] } },
    { id: 'topic', title: `the topic ${RESULT_TOPIC}`, format: 'kafka', outputMode: 'append', topic: RESULT_TOPIC, schema: SCHEMA, comparison: { key: ['window', 'action'] } },
  ],
  mistakes: [
    { id: 'short_watermark', sentence: 'Windows are closed too early: the watermark is 5 minutes, 10 are asked for.', query: { sql: RIGHT, watermark: watermark('5 minutes') } },
    { id: 'no_delay', sentence: 'Late events are dropped at once: the watermark allows no delay, 10 minutes are asked for.', query: { sql: RIGHT, watermark: watermark('0 minutes') } },
    { id: 'long_watermark', sentence: 'Windows stay open too long: the watermark is longer than the 10 minutes asked for.', query: { sql: RIGHT, watermark: watermark('20 minutes') } },
    { id: 'long_windows', sentence: 'The windows are 10 minutes long: 5 are asked for.', query: { sql: counted("'10 minutes'"), watermark: watermark('10 minutes') } },
    { id: 'short_windows', sentence: 'The windows are 1 minute long: 5 are asked for.', query: { sql: counted("'1 minute'"), watermark: watermark('10 minutes') } },
    { id: 'sliding_windows', sentence: 'The windows overlap: a third argument of `window` makes them slide, tumbling ones are asked for.', query: { sql: counted("'5 minutes', '1 minute'"), watermark: watermark('10 minutes') } },
    { id: 'milliseconds', sentence: 'The windows lie in 1970: `timestamp` counts seconds, not milliseconds, so do not divide it.', query: { sql: RIGHT, watermark: watermark('10 minutes'), parse: parse('CAST(data.timestamp / 1000 AS TIMESTAMP)') } },
    { id: 'arrival_time', sentence: "The windows are those of arrival at Kafka: use the event's own `timestamp`, from the JSON.", query: { sql: RIGHT, watermark: watermark('10 minutes'), parse: parse('arrived') } },
    { id: 'counts_users', sentence: 'Events without a user are not counted: count rows with `count("*")`.', query: { sql: counted("'5 minutes'", 'count(user_id)'), watermark: watermark('10 minutes') } },
    { id: 'counts_actions', sentence: 'Events without an action are counted as none: count rows with `count("*")`.', query: { sql: counted("'5 minutes'", 'count(action)'), watermark: watermark('10 minutes') } },
    { id: 'drops_null_action', sentence: 'Events without an action are left out: a null action is a group like any other.', query: { sql: counted("'5 minutes'", 'count(*)', 'WHERE action IS NOT NULL'), watermark: watermark('10 minutes') } },
  ],
};

export const streamingWindow: Challenge = {
  id: 'streaming-window',
  number: 5,
  title: 'Streaming counts in event-time windows',
  difficulty: 'hard',
  topics: ['Structured Streaming', 'Kafka', 'watermark', 'window', 'output modes'],
  minutes: 30,
  conf: {},
  idColumns: [],
  cases: CASES,
  seeded,
  criteria: [],
  parts: [PART],
  advice: [
    {
      id: 'event_time_type',
      condition: 'EVENT_TIME_IS_NOT_ON_TIMESTAMP_TYPE',
      sentence: 'The watermark needs a TIMESTAMP, and `timestamp` was parsed as a number of seconds: cast it first, `withColumn("timestamp", col("timestamp").cast("timestamp"))`.',
    },
    {
      id: 'checkpoint_location',
      condition: '_LEGACY_ERROR_TEMP_1298',
      sentence: 'A query that writes to Kafka keeps its progress in a checkpoint: give it `.option("checkpointLocation", "/tmp/checkpoints/aggregated")`.',
    },
    {
      id: 'append_needs_watermark',
      condition: 'STREAMING_OUTPUT_MODE.UNSUPPORTED_OPERATION',
      sentence: 'In append mode a window is written once, when it is final; without a watermark on the event time none ever is. Call `withWatermark` before `groupBy`.',
    },
  ],
};
