/** The engine's only door: everything outside of this folder imports from here. */
export { fixedEnvironment, InternalError, SparkError, unsupported } from './core/index.ts';
export type { Environment, ErrorClass, QueryContext, SparkErrorJson } from './core/index.ts';
export * from './types/index.ts';
export { cellReader, concatBatches, createBuilder, decodeColumn, encodeColumn, gatherBatch, isNullAt, sliceBatch, toValues, valueAt, vectorOf } from './columnar/index.ts';
export type { Batch, Vector } from './columnar/index.ts';
export { registry } from './functions/registry.ts';
export type { FunctionDeclaration, FunctionRegistry, ParameterSpec } from './functions/define.ts';
export { collectPlans, expressionText, inputsOf, plainTask, referencesOf, somePlan } from './plan/index.ts';
export type { AttributeReference, Expression, LogicalPlan, Relation, ResolvedExpression, SortOrder, TableFunctionAnalysis, TableFunctionRows, TypeJson, WireValue } from './plan/index.ts';
export { explain, physicalInputs, planTree, somePhysical, statisticsOf } from './physical/index.ts';
export type * from './physical/index.ts';
export type { Execution, OperatorMetrics, Partitions } from './execute/index.ts';
export { interpretPlan } from './reference/index.ts';
export { KafkaBroker, VirtualFileSystem } from './sources/index.ts';
export type { KafkaRecord, NewRecord } from './sources/index.ts';
export { createSparkSession, dataFrameOf, DEFAULT_SESSION_ID, Engine, functions, planOf, schemaOf, showString, tableJson, types, VirtualClock, Window } from './session/index.ts';
export type {
  ApiHooks,
  Column,
  DataFrame,
  EngineClient,
  EngineEvent,
  EngineHost,
  EngineOptions,
  EngineRequest,
  EngineResponse,
  LocalTable,
  PlanNodeJson,
  QueryResult,
  Row,
  SparkSession,
  StreamMethod,
  StreamSpec,
  TableJson,
  WriteSpec,
} from './session/index.ts';
