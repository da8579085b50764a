/** Expressions that occur several times in an operator are evaluated once a batch (Spark's subexpression elimination). */
import type { Batch, Vector } from '../../columnar/index.ts';
import type { CallContext } from '../../functions/define.ts';
import { childrenOf, expressionKey, isBranching, isDeterministic } from '../../plan/index.ts';
import type { ResolvedExpression, TaskContext } from '../../plan/index.ts';
import type { Evaluator } from './evaluator.ts';

export interface Sharing {
  /** Settings of the session. */
  readonly conf: CallContext['conf'];
  /** The evaluator of an expression that occurred before, or the one that `make` gives. */
  evaluator(e: ResolvedExpression, make: () => Evaluator): Evaluator;
  /** Raises what an expression raises that Spark works out once for each row, before all else and whether it is asked for or not. */
  raiseFirst(batch: Batch, task: TaskContext): void;
}

export function nothingShared(conf: CallContext['conf']): Sharing {
  return { conf, evaluator: (_, make) => make(), raiseFirst: () => undefined };
}

export class SharedEvaluators implements Sharing {
  private readonly repeated: Set<string>;
  /** Those of them that Spark finds too: it does not look into branches, which may not be taken. */
  private workedOutFirst: ReadonlySet<string> | undefined;
  private readonly known = new Map<string, Evaluator>();
  private raising = false;

  constructor(
    private readonly list: readonly ResolvedExpression[],
    readonly conf: CallContext['conf'],
  ) {
    this.repeated = repeatedIn(list, childrenOf);
    for (const e of list) if (!isDeterministic(e)) this.forget(e);
  }

  /** What draws random numbers draws its own each time. */
  private forget(e: ResolvedExpression): void {
    if (!isDeterministic(e)) this.repeated.delete(expressionKey(e));
    for (const c of childrenOf(e)) this.forget(c);
  }

  raiseFirst(batch: Batch, task: TaskContext): void {
    // One of them may be what is being worked out. Where Spark makes no code it works nothing out first.
    if (this.raising || this.repeated.size === 0 || task.interpreted === true) return;
    this.raising = true;
    this.workedOutFirst ??= repeatedIn(this.list, childrenAlwaysAsked);
    try {
      for (const key of this.workedOutFirst) this.known.get(key)?.(batch, task);
    } finally {
      this.raising = false;
    }
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

function childrenAlwaysAsked(e: ResolvedExpression): readonly ResolvedExpression[] {
  if (e.kind === 'higherOrder') return [];
  const children = childrenOf(e);
  return isBranching(e) ? children.slice(0, 1) : children;
}

/** Keys of the expressions that occur more than once. */
function repeatedIn(list: readonly ResolvedExpression[], children: (e: ResolvedExpression) => readonly ResolvedExpression[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const visit = (e: ResolvedExpression): void => {
    if (!mayShare(e)) {
      if (e.kind === 'alias') visit(e.child);
      return;
    }
    const key = expressionKey(e);
    if (seen.has(key)) repeated.add(key);
    else {
      seen.add(key);
      for (const c of children(e)) visit(c);
    }
  };
  for (const e of list) visit(e);
  return repeated;
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
