/** The settings that `SET -v` tells of: those that Spark publishes and the engine knows, by the release that brought them. */
import { CONF_ENTRIES } from './entries.ts';
import type { ConfEntry } from './entries.ts';

/** Names without `spark.sql.`. */
const SINCE: Readonly<Record<string, readonly string[]>> = {
  '1.0.1': ['inMemoryColumnarStorage.compressed'],
  '1.1.0': ['autoBroadcastJoinThreshold', 'shuffle.partitions'],
  '1.1.1': ['inMemoryColumnarStorage.batchSize'],
  '1.2.0': ['columnNameOfCorruptRecord', 'parquet.filterPushdown'],
  '1.3.0': ['broadcastTimeout', 'sources.default'],
  '1.4.0': ['orc.filterPushdown'],
  '1.5.0': ['parquet.mergeSchema', 'sources.parallelPartitionDiscovery.threshold', 'sources.partitionColumnTypeInference.enabled', 'ui.retainedExecutions'],
  '1.6.0': ['adaptive.enabled', 'pivotMaxValues'],
  '2.0.0': ['files.maxPartitionBytes', 'groupByOrdinal', 'orderByOrdinal', 'sources.bucketing.enabled', 'streaming.checkpointLocation', 'variable.substitute', 'warehouse.dir'],
  '2.0.2': ['streaming.metricsEnabled'],
  '2.1.1': ['files.ignoreCorruptFiles', 'streaming.minBatchesToRetain', 'streaming.numRecentProgressUpdates'],
  '2.2.0': ['cbo.enabled', 'cbo.joinReorder.dp.threshold', 'cbo.joinReorder.enabled', 'extensions', 'files.maxRecordsPerFile', 'groupByAliases', 'session.timeZone'],
  '2.3.0': ['execution.arrow.enabled', 'execution.arrow.maxRecordsPerBatch', 'files.ignoreMissingFiles', 'function.concatBinaryAsString', 'parser.quotedRegexColumnNames', 'sources.partitionOverwriteMode'],
  '2.4.0': ['execution.arrow.fallback.enabled', 'optimizer.excludedRules', 'repl.eagerEval.enabled', 'repl.eagerEval.maxNumRows', 'repl.eagerEval.truncate', 'streaming.multipleWatermarkPolicy'],
  '2.4.1': ['streaming.noDataMicroBatches.enabled'],
  '3.0.0': ['adaptive.advisoryPartitionSizeInBytes', 'adaptive.coalescePartitions.enabled', 'adaptive.coalescePartitions.initialPartitionNum', 'adaptive.localShuffleReader.enabled', 'adaptive.skewJoin.enabled', 'adaptive.skewJoin.skewedPartitionFactor', 'adaptive.skewJoin.skewedPartitionThresholdInBytes', 'ansi.enabled', 'csv.filterPushdown.enabled', 'datetime.java8API.enabled', 'debug.maxToStringFields', 'defaultCatalog', 'execution.arrow.pyspark.enabled', 'execution.arrow.pyspark.fallback.enabled', 'jsonGenerator.ignoreNullFields', 'mapKeyDedupPolicy', 'optimizer.dynamicPartitionPruning.enabled', 'storeAssignmentPolicy', 'streaming.forceDeleteTempCheckpointLocation', 'streaming.stopActiveRunOnRestart', 'streaming.ui.enabled'],
  '3.1.0': ['json.filterPushdown.enabled', 'maxMetadataStringLength'],
  '3.2.0': ['adaptive.autoBroadcastJoinThreshold', 'adaptive.coalescePartitions.minPartitionSize', 'adaptive.coalescePartitions.parallelismFirst', 'adaptive.maxShuffledHashJoinLocalMapThreshold', 'adaptive.optimizeSkewsInRebalancePartitions.enabled', 'leafNodeDefaultParallelism'],
  '3.3.0': ['adaptive.forceOptimizeSkewedJoin', 'ansi.enforceReservedKeywords', 'optimizer.runtime.bloomFilter.enabled', 'pyspark.inferNestedDictAsStruct.enabled'],
  '3.4.0': ['ansi.doubleQuotedIdentifiers', 'execution.pythonUDF.arrow.enabled', 'timestampType'],
  '3.5.0': ['allowNamedFunctionArguments', 'execution.pandas.structHandlingMode'],
  '4.0.0': ['binaryOutputStyle', 'defaultCacheStorageLevel', 'operatorPipeSyntaxEnabled', 'scripting.enabled', 'stackTracesInDataFrameContext'],
  '4.1.0': ['maxBroadcastTableSize'],
  '4.2.0': ['streaming.validateEventTimeWatermarkColumn', 'window.segmentTree.enabled'],
};

/** Settings that have another's value until they have their own. */
const BORROWED: Readonly<Record<string, string>> = {
  'spark.sql.adaptive.advisoryPartitionSizeInBytes': 'spark.sql.adaptive.shuffle.targetPostShuffleInputSize',
  'spark.sql.execution.arrow.pyspark.enabled': 'spark.sql.execution.arrow.enabled',
  'spark.sql.execution.arrow.pyspark.fallback.enabled': 'spark.sql.execution.arrow.fallback.enabled',
};

export interface PublishedSetting {
  readonly key: string;
  readonly since: string;
  /** What its value is until it is set. */
  readonly value: string;
  /** What values it takes. */
  readonly meaning: string;
}

const KINDS: Readonly<Record<ConfEntry['kind'], string>> = {
  boolean: 'true or false.',
  int: 'A whole number.',
  long: 'A whole number.',
  double: 'A number.',
  bytes: 'A size in bytes, as 64MB.',
  string: 'A text.',
  zone: 'A time zone, as Europe/Paris or +01:00.',
};

function published(name: string, since: string): PublishedSetting {
  const key = `spark.sql.${name}`;
  const entry = CONF_ENTRIES.get(key);
  const borrowed = BORROWED[key];
  const value = borrowed === undefined ? entry?.value : `<value of ${borrowed}>`;
  const meaning = entry?.options === undefined ? KINDS[entry?.kind ?? 'string'] : `One of ${entry.options.join(', ')}.`;
  return { key, since, value: value === undefined || value === '' ? '<undefined>' : value, meaning: entry?.requirement === undefined ? meaning : `${meaning} ${entry.requirement.text}.` };
}

/** By key. */
export const PUBLISHED_SETTINGS: readonly PublishedSetting[] = Object.entries(SINCE)
  .flatMap(([since, names]) => names.map((name) => published(name, since)))
  .sort((a, b) => (a.key < b.key ? -1 : 1));
