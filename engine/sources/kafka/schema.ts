/** The columns of Kafka records, the same for every topic. */
import { arrayType, BinaryType, IntegerType, LongType, StringType, TimestampType } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';

/** `includeHeaders` adds the column of headers. */
export function kafkaSchema(includeHeaders: boolean): StructType {
  const field = (name: string, type: StructType['fields'][number]['type']): StructType['fields'][number] => ({ name, type, nullable: true });
  const fields = [
    field('key', BinaryType),
    field('value', BinaryType),
    field('topic', StringType),
    field('partition', IntegerType),
    field('offset', LongType),
    field('timestamp', TimestampType),
    field('timestampType', IntegerType),
  ];
  const header: StructType = { kind: 'struct', fields: [field('key', StringType), field('value', BinaryType)] };
  return { kind: 'struct', fields: includeHeaders ? [...fields, field('headers', arrayType(header))] : fields };
}
