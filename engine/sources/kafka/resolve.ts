/** `format("kafka")`: its options are checked when the source is made, as in Spark. */
import { analysisError, SparkError } from '../../core/index.ts';
import type { Options } from '../../functions/json/index.ts';
import type { DataSourceScan, ReadDataSource } from '../../plan/index.ts';
import type { ResolveContext } from '../context.ts';
import { scanOf } from '../scan.ts';
import { kafkaSchema } from './schema.ts';

const STRATEGIES = ['assign', 'subscribe', 'subscribepattern'] as const;

function illegal(sentence: string): SparkError {
  return new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence });
}

/** Raises IllegalArgumentException where servers or topics are missing, and for a schema, which is fixed. */
export function resolveKafka(relation: ReadDataSource, options: Options, context: ResolveContext): DataSourceScan {
  if (relation.schema !== undefined) {
    throw analysisError('_LEGACY_ERROR_TEMP_1132', null, { className: 'kafka' }, 'The columns of Kafka records are fixed: leave out schema(), and parse the column value.');
  }
  const chosen = STRATEGIES.filter((s) => options.get(s) !== undefined);
  if (chosen.length === 0) throw illegal('One of the options assign, subscribe and subscribePattern must be given for the source kafka.');
  if (chosen.length > 1) throw illegal(`Only one of the options assign, subscribe and subscribePattern may be given for the source kafka, not ${chosen.join(' and ')}.`);
  if (options.get('kafka.bootstrap.servers') === undefined) throw illegal('The option kafka.bootstrap.servers must be given for the source kafka.');
  return scanOf('kafka', kafkaSchema(options.flag('includeHeaders', false)), relation, [], context, 0);
}

/** The topics that a source reads. */
export function kafkaTopics(options: Options, allTopics: readonly string[]): string[] {
  const subscribe = options.get('subscribe');
  if (subscribe !== undefined) return subscribe.split(',').map((t) => t.trim()).filter((t) => t !== '');
  const pattern = options.get('subscribePattern');
  if (pattern !== undefined) return allTopics.filter((t) => new RegExp(`^(?:${pattern})$`).test(t));
  return Object.keys(JSON.parse(options.get('assign') ?? '{}') as object);
}
