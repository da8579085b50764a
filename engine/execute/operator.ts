/**
 * Operators at run time. A query is cut into stages at its exchanges: before a stage runs, the exchanges below it are
 * complete, and so the number of its partitions is known. Within a stage operators pull batches from their inputs.
 */
import type { Batch } from '../columnar/index.ts';
import { sliceBatch } from '../columnar/index.ts';
import { DEFAULT_BATCH_ROWS } from '../core/index.ts';
import type { PhysicalPlan } from '../physical/index.ts';
import { literal, mapChildren } from '../plan/index.ts';
import type { ResolvedExpression, SubqueryCall, TaskContext } from '../plan/index.ts';
import type { Value } from '../types/index.ts';
import type { ExecutionContext } from './context.ts';
import { counted, newMetrics } from './metrics.ts';
import type { OperatorMetrics } from './metrics.ts';

export interface Operator {
  readonly node: PhysicalPlan;
  /** Inputs of the same stage, and exchanges on which the stage rests. */
  readonly inputs: readonly Operator[];
  readonly metrics: OperatorMetrics;
  /** Number of partitions; known once the exchanges below are complete. */
  partitions(): number;
  /** The rows of a partition. Each call computes them anew. */
  run(partition: number): Iterable<Batch>;
}

/** What all operators of a run share. */
export class Runtime {
  readonly batchRows: number;
  private readonly subqueryValues = new Map<SubqueryCall['plan'], Value>();

  constructor(readonly context: ExecutionContext) {
    this.batchRows = Math.max(1, context.batchRows ?? DEFAULT_BATCH_ROWS);
  }

  task(partitionIndex: number): TaskContext {
    const { conf, environment, ansi, sessionTimeZone, callFunction, callTableFunction } = this.context;
    return { partitionIndex, ansi, sessionTimeZone, environment, conf, ...(callFunction === undefined ? {} : { callFunction }), ...(callTableFunction === undefined ? {} : { callTableFunction }) };
  }

  /** A large batch in pieces of the configured size. */
  *pieces(batch: Batch): Generator<Batch, void, undefined> {
    if (batch.length === 0) return;
    if (batch.length <= this.batchRows) {
      yield batch;
      return;
    }
    for (let start = 0; start < batch.length; start += this.batchRows) {
      yield sliceBatch(batch, start, Math.min(batch.length, start + this.batchRows));
    }
  }

  setSubqueryValue(call: SubqueryCall, value: Value): void {
    this.subqueryValues.set(call.plan, value);
  }

  /** The expression with the values of its subqueries, which have been run, in their place. */
  bind<T extends ResolvedExpression>(e: T): T {
    if (this.subqueryValues.size === 0) return e;
    const replace = (x: ResolvedExpression): ResolvedExpression => {
      if (x.kind !== 'subquery') return mapChildren(x, replace);
      const value = this.subqueryValues.get(x.plan);
      return value === undefined ? x : literal(value, x.type);
    };
    return replace(e) as T;
  }
}

/** Base of operators: counts what `rows` gives. */
export abstract class BaseOperator implements Operator {
  readonly metrics = newMetrics();

  constructor(
    readonly node: PhysicalPlan,
    readonly inputs: readonly Operator[],
    protected readonly runtime: Runtime,
  ) {}

  /** By default those of the first input. */
  partitions(): number {
    return (this.inputs[0] as Operator).partitions();
  }

  run(partition: number): Iterable<Batch> {
    return counted(this.rows(partition), this.metrics, this.runtime.context.environment);
  }

  protected abstract rows(partition: number): Iterable<Batch>;

  protected get input(): Operator {
    return this.inputs[0] as Operator;
  }
}
