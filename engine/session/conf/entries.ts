/** The settings that the engine knows, with Spark 4.3's defaults. Others may be set and read too, as in Spark. */

export type ConfKind = 'boolean' | 'int' | 'long' | 'double' | 'bytes' | 'string' | 'zone';

export interface ConfEntry {
  /** Undefined: Spark has no default, and reading it without one fails. */
  readonly value: string | undefined;
  readonly kind: ConfKind;
  /** Cannot be changed while a session runs. */
  readonly isStatic?: true;
  /** Closed set of values, in upper case. */
  readonly options?: readonly string[];
  /** What the value must be beyond its kind. */
  readonly requirement?: { readonly holds: (value: number) => boolean; readonly text: string };
}

function positive(key: string): ConfEntry['requirement'] {
  return { holds: (v) => v > 0, text: `The value of ${key} must be positive` };
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  'spark.sql.adaptive.coalescePartitions.enabled': true,
  'spark.sql.adaptive.coalescePartitions.parallelismFirst': true,
  'spark.sql.adaptive.enabled': true,
  'spark.sql.adaptive.forceOptimizeSkewedJoin': false,
  'spark.sql.adaptive.localShuffleReader.enabled': true,
  'spark.sql.adaptive.optimizeSkewsInRebalancePartitions.enabled': true,
  'spark.sql.adaptive.skewJoin.enabled': true,
  'spark.sql.allowNamedFunctionArguments': true,
  'spark.sql.ansi.doubleQuotedIdentifiers': false,
  'spark.sql.ansi.enabled': true,
  'spark.sql.ansi.enforceReservedKeywords': false,
  'spark.sql.caseSensitive': false,
  'spark.sql.cbo.enabled': false,
  'spark.sql.cbo.joinReorder.enabled': false,
  'spark.sql.codegen.wholeStage': true,
  'spark.sql.constraintPropagation.enabled': true,
  'spark.sql.crossJoin.enabled': true,
  'spark.sql.csv.filterPushdown.enabled': true,
  'spark.sql.datetime.java8API.enabled': false,
  'spark.sql.exchange.reuse': true,
  'spark.sql.execution.arrow.enabled': true,
  'spark.sql.execution.arrow.fallback.enabled': true,
  'spark.sql.execution.arrow.pyspark.enabled': true,
  'spark.sql.execution.arrow.pyspark.fallback.enabled': true,
  'spark.sql.execution.pythonUDF.arrow.enabled': true,
  'spark.sql.files.ignoreCorruptFiles': false,
  'spark.sql.files.ignoreMissingFiles': false,
  'spark.sql.function.concatBinaryAsString': false,
  'spark.sql.groupByAliases': true,
  'spark.sql.groupByOrdinal': true,
  'spark.sql.inMemoryColumnarStorage.compressed': true,
  'spark.sql.join.preferSortMergeJoin': true,
  'spark.sql.json.filterPushdown.enabled': true,
  'spark.sql.jsonGenerator.ignoreNullFields': true,
  'spark.sql.legacy.createHiveTableByDefault': false,
  'spark.sql.legacy.sizeOfNull': true,
  'spark.sql.operatorPipeSyntaxEnabled': true,
  'spark.sql.optimizer.canChangeCachedPlanOutputPartitioning': false,
  'spark.sql.optimizer.dynamicPartitionPruning.enabled': true,
  'spark.sql.optimizer.runtime.bloomFilter.enabled': true,
  'spark.sql.orc.filterPushdown': true,
  'spark.sql.orderByOrdinal': true,
  'spark.sql.parquet.filterPushdown': true,
  'spark.sql.parquet.mergeSchema': false,
  'spark.sql.parser.quotedRegexColumnNames': false,
  'spark.sql.pyspark.inferNestedDictAsStruct.enabled': false,
  'spark.sql.repl.eagerEval.enabled': false,
  'spark.sql.scripting.enabled': true,
  'spark.sql.sources.bucketing.enabled': true,
  'spark.sql.sources.partitionColumnTypeInference.enabled': true,
  'spark.sql.streaming.forceDeleteTempCheckpointLocation': false,
  'spark.sql.streaming.metricsEnabled': false,
  'spark.sql.streaming.noDataMicroBatches.enabled': true,
  'spark.sql.streaming.schemaInference': false,
  'spark.sql.streaming.stopActiveRunOnRestart': true,
  'spark.sql.streaming.validateEventTimeWatermarkColumn': true,
  'spark.sql.timeType.enabled': false,
  'spark.sql.variable.substitute': true,
  'spark.sql.window.segmentTree.enabled': false,
  'spark.sql.legacy.viewSchemaBindingMode': true,
  'spark.sql.legacy.viewSchemaCompensation': true,
};

const INTEGERS: Readonly<Record<string, number | undefined>> = {
  'spark.default.parallelism': 2,
  'spark.sql.adaptive.coalescePartitions.initialPartitionNum': undefined,
  'spark.sql.adaptive.skewJoin.skewedPartitionFactor': 5,
  'spark.sql.broadcastTimeout': 300,
  'spark.sql.cbo.joinReorder.dp.threshold': 12,
  'spark.sql.debug.maxToStringFields': 25,
  'spark.sql.execution.arrow.maxRecordsPerBatch': 10_000,
  'spark.sql.files.maxRecordsPerFile': 0,
  'spark.sql.inMemoryColumnarStorage.batchSize': 10_000,
  'spark.sql.leafNodeDefaultParallelism': undefined,
  'spark.sql.maxMetadataStringLength': 100,
  'spark.sql.optimizer.inSetConversionThreshold': 10,
  'spark.sql.optimizer.maxIterations': 100,
  'spark.sql.pivotMaxValues': 10_000,
  'spark.sql.repl.eagerEval.maxNumRows': 20,
  'spark.sql.repl.eagerEval.truncate': 20,
  'spark.sql.shuffle.partitions': 200,
  'spark.sql.sources.parallelPartitionDiscovery.threshold': 32,
  'spark.sql.stackTracesInDataFrameContext': 1,
  'spark.sql.streaming.minBatchesToRetain': 100,
  'spark.sql.streaming.numRecentProgressUpdates': 100,
};

const BYTES: Readonly<Record<string, string | undefined>> = {
  'spark.sql.adaptive.advisoryPartitionSizeInBytes': '67108864b',
  'spark.sql.adaptive.autoBroadcastJoinThreshold': undefined,
  'spark.sql.adaptive.coalescePartitions.minPartitionSize': '1MB',
  'spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold': '0b',
  'spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes': '256MB',
  'spark.sql.autoBroadcastJoinThreshold': '10MB',
  'spark.sql.defaultSizeInBytes': '9223372036854775807b',
  'spark.sql.files.maxPartitionBytes': '128MB',
  'spark.sql.files.openCostInBytes': '4MB',
  'spark.sql.maxBroadcastTableSize': '8589934592b',
};

const STRINGS: Readonly<Record<string, string | undefined>> = {
  'spark.sql.columnNameOfCorruptRecord': '_corrupt_record',
  'spark.sql.defaultCatalog': 'spark_catalog',
  'spark.sql.execution.pandas.structHandlingMode': 'legacy',
  'spark.sql.optimizer.excludedRules': undefined,
  'spark.sql.sources.default': 'parquet',
  'spark.sql.streaming.checkpointLocation': undefined,
};

const CHOICES: Readonly<Record<string, readonly [value: string | undefined, options: readonly string[]]>> = {
  'spark.sql.binaryOutputStyle': [undefined, ['UTF-8', 'BASIC', 'BASE64', 'HEX', 'HEX_DISCRETE']],
  'spark.sql.defaultCacheStorageLevel': [
    'MEMORY_AND_DISK',
    ['NONE', 'DISK_ONLY', 'DISK_ONLY_2', 'DISK_ONLY_3', 'MEMORY_ONLY', 'MEMORY_ONLY_2', 'MEMORY_ONLY_SER', 'MEMORY_ONLY_SER_2', 'MEMORY_AND_DISK', 'MEMORY_AND_DISK_2', 'MEMORY_AND_DISK_SER', 'MEMORY_AND_DISK_SER_2', 'OFF_HEAP'],
  ],
  'spark.sql.mapKeyDedupPolicy': ['EXCEPTION', ['EXCEPTION', 'LAST_WIN']],
  'spark.sql.sources.partitionOverwriteMode': ['STATIC', ['STATIC', 'DYNAMIC']],
  'spark.sql.storeAssignmentPolicy': ['ANSI', ['ANSI', 'LEGACY', 'STRICT']],
  'spark.sql.streaming.multipleWatermarkPolicy': ['min', ['MAX', 'MIN']],
  'spark.sql.timestampType': ['TIMESTAMP_LTZ', ['TIMESTAMP_NTZ', 'TIMESTAMP_LTZ']],
  'spark.sql.legacy.timeParserPolicy': ['CORRECTED', ['EXCEPTION', 'LEGACY', 'CORRECTED']],
};

const STATIC: Readonly<Record<string, string>> = {
  'spark.sql.catalogImplementation': 'in-memory',
  'spark.sql.extensions': '',
  'spark.sql.globalTempDatabase': 'global_temp',
  'spark.sql.streaming.ui.enabled': 'true',
  'spark.sql.ui.retainedExecutions': '1000',
  'spark.sql.warehouse.dir': 'file:/spark-warehouse',
};

/** Entries by key. */
export const CONF_ENTRIES: ReadonlyMap<string, ConfEntry> = new Map<string, ConfEntry>([
  ...Object.entries(BOOLEANS).map(([k, v]) => [k, { kind: 'boolean', value: String(v) }] as const),
  ...Object.entries(INTEGERS).map(([k, v]) => [k, { kind: 'int', value: v === undefined ? undefined : String(v) }] as const),
  ...Object.entries(BYTES).map(([k, v]) => [k, { kind: 'bytes', value: v }] as const),
  ...Object.entries(STRINGS).map(([k, v]) => [k, { kind: 'string', value: v }] as const),
  ...Object.entries(CHOICES).map(([k, [value, options]]) => [k, { kind: 'string', value, options }] as const),
  ...Object.entries(STATIC).map(([k, value]) => [k, { kind: 'string', value, isStatic: true }] as const),
  ['spark.sql.adaptive.skewJoin.skewedPartitionFactor', { kind: 'double', value: '5.0' }],
  ['spark.sql.shuffle.partitions', { kind: 'int', value: '200', requirement: positive('spark.sql.shuffle.partitions') }],
  ['spark.sql.session.timeZone', { kind: 'zone', value: 'UTC' }],
]);

/** Of a local application with two threads: what `getAll` also shows. */
export const APPLICATION_CONF: Readonly<Record<string, string>> = {
  'spark.app.id': 'local-1',
  'spark.app.name': 'sparring',
  'spark.executor.id': 'driver',
  'spark.master': 'local[2]',
};
