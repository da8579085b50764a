/** Expressions that occur several times in an operator are evaluated once a batch (Spark's subexpression elimination). */
import type { Batch, Vector } from '../../columnar/index.ts';
import { childrenOf, expressionKey, isDeterministic } from '../../plan/index.ts';
import type { ResolvedExpression, TaskContext } from '../../plan/index.ts';
import type { Evaluator } from './evaluator.ts';

export interface Sharing {
  /** The evaluator of an expression that occurred before, or the one that `make` gives. */
  evaluator(e: ResolvedExpression, make: () => Evaluator): Evaluator;
}

export const NOTHING_SHARED: Sharing = { evaluator: (_, make) => make() };

export class SharedEvaluators implements Sharing {
  private readonly repeated = new Set<string>();
  private readonly known = new Map<string, Evaluator>();

  constructor(list: readonly ResolvedExpression[]) {
    const seen = new Set<string>();
    const visit = (e: ResolvedExpression): void => {
      if (!mayShare(e)) {
        if (e.kind === 'alias') visit(e.child);
        return;
      }
      const key = expressionKey(e);
      if (seen.has(key)) this.repeated.add(key);
      else {
        seen.add(key);
        for (const c of childrenOf(e)) visit(c);
      }
    };
    for (const e of list) visit(e);
    for (const e of list) if (!isDeterministic(e)) this.forget(e);
  }

  /** What draws random numbers draws its own each time. */
  private forget(e: ResolvedExpression): void {
    if (!isDeterministic(e)) this.repeated.delete(expressionKey(e));
    for (const c of childrenOf(e)) this.forget(c);
  }

  evaluator(e: ResolvedExpression, make: () => Evaluator): Evaluator {
    if (this.repeated.size === 0 || !mayShare(e)) return make();
    const key = expressionKey(e);
    if (!this.repeated.has(key)) return make();
    let found = this.known.get(key);
    if (found === undefined) {
      found = remembering(make());
      this.known.set(key, found);
    }
    return found;
  }
}

/** Worth remembering: not a column, a constant, or what only names one. */
function mayShare(e: ResolvedExpression): boolean {
  return e.kind === 'call' || e.kind === 'cast' || e.kind === 'higherOrder' || e.kind === 'pythonUdf';
}

/** The result for the last batch is kept: a narrowed batch of a lazy argument is another batch. */
function remembering(evaluate: Evaluator): Evaluator {
  let lastBatch: Batch | undefined;
  let lastTask: TaskContext | undefined;
  let last: Vector | undefined;
  return (batch, task) => {
    if (last === undefined || lastBatch !== batch || lastTask !== task) {
      last = evaluate(batch, task);
      lastBatch = batch;
      lastTask = task;
    }
    return last;
  };
}
