/** The rate source: a timestamp and a counter, so many rows a second. Only for streams. */
import { analysisError } from '../../core/index.ts';
import type { Options } from '../../functions/json/index.ts';
import type { DataSourceScan, ReadDataSource } from '../../plan/index.ts';
import { LongType, TimestampType } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import type { ResolveContext } from '../context.ts';
import { scanOf } from '../scan.ts';

export const RATE_SCHEMA: StructType = {
  kind: 'struct',
  fields: [
    { name: 'timestamp', type: TimestampType, nullable: true },
    { name: 'value', type: LongType, nullable: true },
  ],
};

export function resolveRate(relation: ReadDataSource, _options: Options, context: ResolveContext): DataSourceScan {
  if (relation.isStreaming !== true) {
    throw analysisError('_LEGACY_ERROR_TEMP_1193', null, { format: relation.format }, `The source ${relation.format} can only be read as a stream: spark.readStream.format("${relation.format}").`);
  }
  return scanOf(relation.format.toLowerCase(), RATE_SCHEMA, relation, [], context, 0);
}
