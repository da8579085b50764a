/** Runs a twin in a session of its own and describes the outcome as the recorder does (tests/oracle/README.md). */
import { createSparkSession, Engine, fixedEnvironment, planOf, showString, SparkError, toValues, typeToJson } from '../../engine/index.ts';
import type { DataType, Decimal, MapValue, Relation, StructType, StructValue, Value } from '../../engine/index.ts';
import { decimalToPlainString, formatDate, formatLocalTimestamp } from '../../engine/index.ts';
import type { OracleCase, Recording } from '../oracle/format.ts';
import type { Outcome } from '../oracle/compare.ts';
import type { Twins } from './twins.ts';

const SHOWN_ROWS = 1000;
const DATA_DIR = '/data/case';

/** The outcome; of the plan's operators nothing is said, for they are those of the same plan in Python. */
export function runTwin<Names>(family: Twins<Names>, name: string, oracleCase: OracleCase, recording: Recording): Outcome {
  const conf = { 'spark.sql.session.timeZone': 'UTC', ...oracleCase.conf };
  const engine = new Engine({ environment: fixedEnvironment(), conf, cacheAnalysis: true });
  for (const [path, text] of Object.entries(oracleCase.files)) engine.files.writeText(`${DATA_DIR}/${path}`, text);
  const spark = createSparkSession(engine.client(undefined, { print: () => undefined }));
  let stage = 'analysis';
  try {
    const df = family.cases[name]?.({ ...family.preamble(spark), spark, data_dir: DATA_DIR });
    const plan = planOf(df);
    if (plan === null) throw new TypeError('the twin gives no DataFrame');
    stage = 'execution';
    return { table: describeTable(engine, plan, recording) };
  } catch (error) {
    if (!(error instanceof SparkError)) throw error;
    return { error: describeError(error, stage) };
  }
}

type Table = NonNullable<Outcome['table']>;

function describeTable(engine: Engine, plan: Relation, recording: Recording): Table {
  const { schema, batch } = engine.run(plan);
  const columns = batch.columns.map((c, j) => toValues(c).map((v) => cell(v, (schema.fields[j] as StructType['fields'][number]).type)));
  const rows = Array.from({ length: batch.length }, (_, i) => columns.map((c) => c[i]));
  const show = showString(schema, batch, { numRows: SHOWN_ROWS, truncate: 20, vertical: false, timeZone: 'UTC' }).split('\n');
  const body = show.slice(3, -2);
  return {
    schema: (typeToJson(schema) as unknown as { fields: Table['schema'] }).fields,
    rows,
    show: recording.ordered ? show : [...show.slice(0, 3), ...body.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)), ...show.slice(-2)],
    operators: recording.table?.operators ?? [],
    ...(recording.table?.explain === undefined ? {} : { explain: recording.table.explain }),
  };
}

function describeError(error: SparkError, stage: string): NonNullable<Outcome['error']> {
  const parameters = Object.entries(error.parameters).map(([k, v]) => [k, v.replace(/(?<=\w)#\d+L?\b/g, '#').replaceAll(DATA_DIR, '<data_dir>')] as const);
  return {
    stage,
    class: error.errorClass,
    text: error.message,
    condition: error.condition,
    sqlState: error.sqlState,
    parameters: Object.fromEntries(parameters.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function integer(value: number | bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}
function floating(value: number): number | string {
  return Number.isFinite(value) ? (Object.is(value, -0) ? '-0.0' : value) : String(value);
}
function iso(micros: bigint): string {
  const text = formatLocalTimestamp(micros).replace(' ', 'T');
  const [whole, fraction] = text.split('.');
  return fraction === undefined ? (whole as string) : `${whole}.${fraction.padEnd(6, '0')}`;
}

/** A cell in the recorder's form. */
function cell(value: Value, type: DataType): unknown {
  if (value === null) return null;
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
    case 'daytime_interval':
      return integer(value as number | bigint);
    case 'float':
    case 'double':
      return floating(value as number);
    case 'decimal':
      return decimalToPlainString(value as Decimal);
    case 'binary':
      return [...(value as Uint8Array)].map((b) => b.toString(16).padStart(2, '0')).join('');
    case 'date':
      return formatDate(value as number);
    case 'timestamp':
      return `${iso(value as bigint)}Z`;
    case 'timestamp_ntz':
      return iso(value as bigint);
    case 'array':
      return (value as readonly Value[]).map((v) => cell(v, type.element));
    case 'map':
      return (value as MapValue).entries.map(([k, v]) => [cell(k, type.key), cell(v, type.value)]);
    case 'struct':
      return type.fields.map((f, i) => cell((value as StructValue).values[i] ?? null, f.type));
    default:
      return value;
  }
}
