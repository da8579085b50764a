/** `format("kafka")`: rows become records of the broker in memory. */
import { valueAt } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { SparkError } from '../../core/index.ts';
import { Options } from '../../functions/json/index.ts';
import { isString, quotedSqlType } from '../../types/index.ts';
import type { StructField, StructType } from '../../types/index.ts';
import type { StreamingSession, StreamSpec } from '../session-contract.ts';
import type { StreamSink } from './sink.ts';

function illegal(sentence: string): SparkError {
  return new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence });
}

/** An AnalysisException without a condition, as the connector raises them. */
function refused(sentence: string): SparkError {
  return new SparkError({ errorClass: 'AnalysisException', condition: null, sentence });
}

function find(schema: StructType, name: string): StructField | undefined {
  return schema.fields.find((f) => f.name === name);
}

function requireText(field: StructField | undefined, name: string): void {
  if (field === undefined || isString(field.type) || field.type.kind === 'binary') return;
  throw refused(`The column ${name} written to Kafka must be STRING or BINARY, and is ${quotedSqlType(field.type)}. Use to_json(struct(*)) or a cast.`);
}

/** Checks what Spark checks before a query with this sink starts. */
export function kafkaSink(session: Pick<StreamingSession, 'broker'>, spec: Pick<StreamSpec, 'options'>, schema: StructType): StreamSink {
  const options = new Options(Object.entries(spec.options));
  if (options.get('kafka.bootstrap.servers') === undefined) throw illegal('The option kafka.bootstrap.servers must be given for the sink kafka.');
  const topic = options.get('topic');
  if (topic === undefined && find(schema, 'topic') === undefined) {
    throw refused('The sink kafka needs the option topic, or a column topic.');
  }
  const value = find(schema, 'value');
  if (value === undefined) throw refused('The sink kafka writes the column value, which the query does not give. Make it: selectExpr("to_json(struct(*)) AS value").');
  requireText(value, 'value');
  requireText(find(schema, 'key'), 'key');
  const place = (name: string): number => schema.fields.findIndex((f) => f.name === name);
  return {
    kind: 'kafka',
    description: 'org.apache.spark.sql.kafka010.KafkaSourceProvider$KafkaTable',
    addBatch: ({ rows }) => {
      const cell = (name: string, i: number): string | Uint8Array | null => {
        const column = rows.columns[place(name)] as Vector | undefined;
        return column === undefined ? null : (valueAt(column, i) as string | Uint8Array | null);
      };
      for (let i = 0; i < rows.length; i++) {
        const to = topic ?? (cell('topic', i) as string | null);
        if (to === null) throw illegal('A row without a topic reached the sink kafka. Give the option topic, or fill the column.');
        const partition = rows.columns[place('partition')];
        const number = partition === undefined ? null : (valueAt(partition, i) as number | null);
        session.broker.append({ topic: to, key: cell('key', i), value: cell('value', i), ...(number === null ? {} : { partition: number }) });
      }
      return -1;
    },
  };
}
