/** Vectorised evaluation of resolved expressions. */
import { constantVector, decodeColumn, encodeColumn, withType } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { InternalError } from '../../core/index.ts';
import type { CallContext } from '../../functions/define.ts';
import { callUserFunction, interpretedTask, rethrowAt } from '../../plan/index.ts';
import type { AttributeReference, HigherOrderCall, Literal, PythonUdf, ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { compileCast } from './cast.ts';
import { compileControl } from './control.ts';
import type { Evaluator } from './evaluator.ts';
import { positionOf } from './evaluator.ts';
import { compileHigherOrder } from './higher-order.ts';
import { compileInOrder } from './in-order.ts';
import { lazyArgument } from './selection.ts';
import type { LazyArgument } from './selection.ts';
import { nothingShared, SharedEvaluators } from './shared.ts';
import type { Sharing } from './shared.ts';

export type { Evaluator } from './evaluator.ts';

/** All settings at their defaults. */
const NO_SETTINGS: CallContext['conf'] = () => undefined;

/**
 * Binds an expression to the columns of an input. The evaluator gives a vector of the expression's type and the batch's
 * length, and raises the expression's errors with their place in the user's program.
 */
export function compileExpression(e: ResolvedExpression, input: readonly AttributeReference[], conf: CallContext['conf'] = NO_SETTINGS): Evaluator {
  return bind(e, input, nothingShared(conf));
}

/** Several expressions over one input; what they have in common is evaluated once a batch. */
export function compileExpressions(list: readonly ResolvedExpression[], input: readonly AttributeReference[], conf: CallContext['conf'] = NO_SETTINGS): Evaluator[] {
  const shared = new SharedEvaluators(list, conf);
  return list.map((e) => bind(e, input, shared));
}

function bind(e: ResolvedExpression, input: readonly AttributeReference[], shared: Sharing): Evaluator {
  return shared.evaluator(e, () => bindNode(e, input, shared));
}

function bindNode(e: ResolvedExpression, input: readonly AttributeReference[], shared: Sharing): Evaluator {
  const compile = (x: ResolvedExpression): Evaluator => bind(x, input, shared);
  switch (e.kind) {
    case 'attribute': {
      const at = positionOf(e, input);
      return (batch) => batch.columns[at] as Vector;
    }
    case 'literal':
      return compileLiteral(e);
    case 'alias':
      return compile(e.child);
    case 'cast':
      return compileCast(e, compile(e.child));
    case 'call':
      return withoutCode(e, compileScalar(e, e.args.map((a) => lazyArgument(a, compile(a), input)), shared));
    case 'higherOrder':
      return withoutCode(e, compileHigherOrder(e, e.args.map((a) => (a.kind === 'lambda' ? undefined : compile(a))), input));
    case 'pythonUdf':
      return compileUserFunction(e, e.args.map(compile));
    default:
      throw new InternalError(`an expression of kind ${e.kind} cannot be evaluated over the rows of a batch`);
  }
}

/** As Spark works it out where it makes no code. */
export function interpreted(evaluate: Evaluator): Evaluator {
  return (batch, task) => evaluate(batch, interpretedTask(task));
}

/** Below what Spark makes no code for there is none either. */
function withoutCode(e: ScalarCall | HigherOrderCall, evaluate: Evaluator): Evaluator {
  return e.fn.interpreted === true ? interpreted(evaluate) : evaluate;
}

function compileScalar(e: ScalarCall, args: readonly LazyArgument[], shared: Sharing): Evaluator {
  return e.fn.control === undefined ? compileInOrder(e, args, shared) : compileControl(e, args, shared);
}

/** The same vector again for batches of the same length. */
function compileLiteral(e: Literal): Evaluator {
  let last: Vector | undefined;
  return (batch) => {
    if (last?.length !== batch.length) last = constantVector(e.type, e.value, batch.length);
    return last;
  };
}

/** The function sees whole columns of wire values and gives one back. */
function compileUserFunction(e: PythonUdf, args: readonly Evaluator[]): Evaluator {
  return (batch, task) => {
    const columns = args.map((f) => encodeColumn(f(batch, task)));
    try {
      const result = callUserFunction(task, e.functionId, columns as never, batch.length, e.args.map((a) => a.type));
      if (result.length !== batch.length) throw new InternalError(`${e.name} gave ${result.length} values for ${batch.length} rows`);
      return withType(decodeColumn(e.type, result), e.type);
    } catch (error) {
      return rethrowAt(error, e.origin);
    }
  };
}
