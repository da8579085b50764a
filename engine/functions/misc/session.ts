/** What a query may ask of its session and task: partition, ids, user, database, version. */
import { IntegerType, LongType, StringType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { CallContext, ScalarFunction } from '../define.ts';
import { scalarFunction } from '../typing.ts';

const family = 'misc';
export const SPARK_VERSION = '4.3.0 98bc0212c94705434471627068f41e374ccab143';
const DEFAULT_DATABASE = 'default';
const CATALOG = 'spark_catalog';
const USER = 'spark';

/** The setting under which the session tells functions its current database. */
export const CURRENT_DATABASE_KEY = 'spark.sparring.currentDatabase';

interface FactInit {
  readonly name: string;
  readonly constancy?: ScalarFunction['constancy'];
  readonly shown?: string;
  readonly since: string;
  readonly returns: DataType;
  readonly of: (ctx: CallContext) => Value;
  readonly doc: string;
  readonly examples: ScalarFunction['examples'];
}

function fact({ shown, returns, of, ...rest }: FactInit): ScalarFunction {
  return scalarFunction({
    ...rest,
    family,
    params: [],
    signature: () => ({ argTypes: [], returns, nullable: false }),
    ...(shown === undefined ? {} : { sql: () => `${shown}()` }),
    row: (_args, ctx) => of(ctx),
  });
}

/** Rows of a partition have ids that count up from the partition's number times 2^33. */
const PARTITION_BITS = 33n;
const NEXT_IDS = new WeakMap<CallContext, bigint>();

function nextIds(ctx: CallContext, count: number): bigint {
  const first = NEXT_IDS.get(ctx) ?? BigInt(ctx.partitionIndex) << PARTITION_BITS;
  NEXT_IDS.set(ctx, first + BigInt(count));
  return first;
}

const monotonicId = scalarFunction({
  name: 'monotonically_increasing_id',
  family,
  since: '1.4.0',
  deterministic: false,
  pulledOut: true,
  params: [],
  signature: () => ({ argTypes: [], returns: LongType, nullable: false }),
  nulls: 'custom',
  doc: "A number that grows from row to row and is unique, but leaves gaps between partitions: the partition's number in the upper 31 bits, the row's in the lower 33.",
  examples: [['monotonically_increasing_id()', '0']],
  row: (_args, ctx) => nextIds(ctx, 1),
  batch: (_args, n, ctx) => {
    const first = Number(nextIds(ctx, n));
    const data = new Float64Array(n);
    for (let i = 0; i < n; i++) data[i] = first + i;
    return { layout: 'long', type: LongType, length: n, validity: null, data };
  },
});

const partitionId = scalarFunction({
  name: 'spark_partition_id',
  family,
  since: '1.4.0',
  deterministic: false,
  pulledOut: true,
  params: [],
  signature: () => ({ argTypes: [], returns: IntegerType, nullable: false }),
  sql: () => 'SPARK_PARTITION_ID()',
  nulls: 'custom',
  doc: "The number of the row's partition, counted from 0.",
  examples: [['spark_partition_id()', '0']],
  row: (_args, ctx) => ctx.partitionIndex,
  batch: (_args, n, ctx) => ({ layout: 'int', type: IntegerType, length: n, validity: null, data: new Int32Array(n).fill(ctx.partitionIndex) }),
});

function user(name: string, since: string): ScalarFunction {
  return fact({
    name,
    constancy: 'never',
    since,
    returns: StringType,
    of: () => USER,
    doc: 'The name of the user who runs the query.',
    examples: [[`${name}()`, USER]],
  });
}

function database(name: string, since: string): ScalarFunction {
  return fact({
    name,
    constancy: 'never',
    shown: 'current_schema',
    since,
    returns: StringType,
    of: (ctx) => ctx.conf(CURRENT_DATABASE_KEY) ?? DEFAULT_DATABASE,
    doc: 'The name of the current database.',
    examples: [[`${name}()`, DEFAULT_DATABASE]],
  });
}

export const sessionFacts: readonly ScalarFunction[] = [
  monotonicId,
  partitionId,
  user('current_user', '3.2.0'),
  user('user', '3.4.0'),
  user('session_user', '4.0.0'),
  database('current_database', '1.6.0'),
  database('current_schema', '3.4.0'),
  fact({
    name: 'current_catalog',
    constancy: 'never',
    since: '3.1.0',
    returns: StringType,
    of: () => CATALOG,
    doc: 'The name of the current catalog.',
    examples: [['current_catalog()', CATALOG]],
  }),
  fact({ name: 'version', constancy: 'never', since: '3.0.0', returns: StringType, of: () => SPARK_VERSION, doc: 'The version of Spark that the engine follows, and its revision.', examples: [['version()', SPARK_VERSION]] }),
  fact({ name: 'input_file_name', since: '1.5.0', returns: StringType, of: () => '', doc: "The name of the file that the row was read from; empty where it came from none.", examples: [['input_file_name()', '']] }),
  fact({ name: 'input_file_block_start', since: '2.2.0', returns: LongType, of: () => -1n, doc: "Where the read part of the row's file starts, in bytes; -1 where it came from none.", examples: [['input_file_block_start()', '-1']] }),
  fact({ name: 'input_file_block_length', since: '2.2.0', returns: LongType, of: () => -1n, doc: "The length of the read part of the row's file, in bytes; -1 where it came from none.", examples: [['input_file_block_length()', '-1']] }),
];
