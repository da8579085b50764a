/** Accumulators of aggregate calls: the function's own kernel, or one lifted from its row form. */
import { cellReader, vectorOf } from '../columnar/index.ts';
import type { ObjectVector, Vector } from '../columnar/index.ts';
import type { Accumulator, AggregateFunction, CallContext } from '../functions/define.ts';
import { callContext, rethrowAt } from '../plan/index.ts';
import type { AggregateCall, ResolvedExpression, TaskContext } from '../plan/index.ts';
import { BinaryType } from '../types/index.ts';
import type { Value } from '../types/index.ts';

/** The arguments that the function sees: its own, then the keys of WITHIN GROUP. */
export function aggregateArguments(call: AggregateCall): readonly ResolvedExpression[] {
  return [...call.args, ...(call.orderWithinGroup ?? []).map((o) => o.child)];
}

export function aggregateContext(call: AggregateCall, task: TaskContext): CallContext {
  const { type, ignoreNulls, orderWithinGroup } = call;
  const site = { type, args: aggregateArguments(call), ...(ignoreNulls === undefined ? {} : { ignoreNulls }) };
  const context = callContext(task, site);
  if (orderWithinGroup === undefined) return context;
  return { ...context, withinGroup: orderWithinGroup.map(({ ascending, nullsFirst }) => ({ ascending, nullsFirst })) };
}

export function createAccumulator(call: AggregateCall, task: TaskContext): Accumulator {
  const context = aggregateContext(call, task);
  const inner = call.fn.accumulator?.(context) ?? new LiftedAccumulator(call.fn, context);
  return call.origin === undefined ? inner : new LocatedAccumulator(inner, call);
}

/** An accumulator made of `init`, `update`, `merge` and `finish`, a state object for each group. */
class LiftedAccumulator implements Accumulator {
  private readonly states: unknown[] = [];
  constructor(
    private readonly fn: AggregateFunction<unknown>,
    private readonly context: CallContext,
  ) {}
  grow(count: number): void {
    while (this.states.length < count) this.states.push(this.fn.init(this.context));
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    const { states, fn, context } = this;
    const readers = args.map(cellReader);
    for (let i = 0; i < n; i++) {
      const g = groups[i] as number;
      const values: Value[] = readers.map((read) => read(i));
      states[g] = fn.update(states[g], values, context);
    }
  }
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    const { states, fn, context } = this;
    const { data } = state[0] as ObjectVector;
    for (let i = 0; i < n; i++) {
      const g = groups[i] as number;
      states[g] = fn.merge(states[g], data[i], context);
    }
  }
  state(): readonly Vector[] {
    return [{ layout: 'object', type: BinaryType, length: this.states.length, validity: null, data: this.states.slice() }];
  }
  finish(): Vector {
    return vectorOf(this.context.returnType, this.states.map((s) => this.fn.finish(s, this.context)));
  }
}

/** Tells errors where in the user's program the aggregate stands. */
class LocatedAccumulator implements Accumulator {
  constructor(
    private readonly inner: Accumulator,
    private readonly call: AggregateCall,
  ) {}
  private at<T>(f: () => T): T {
    try {
      return f();
    } catch (error) {
      return rethrowAt(error, this.call.origin);
    }
  }
  grow(count: number): void {
    this.inner.grow(count);
  }
  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    this.at(() => this.inner.update(groups, args, n));
  }
  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    this.at(() => this.inner.merge(groups, state, n));
  }
  state(): readonly Vector[] {
    return this.at(() => this.inner.state());
  }
  finish(): Vector {
    return this.at(() => this.inner.finish());
  }
}
