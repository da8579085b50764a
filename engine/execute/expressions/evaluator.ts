/** An expression bound to the columns of an input: made once, run for each batch. */
import type { Batch, Vector } from '../../columnar/index.ts';
import { invariant } from '../../core/index.ts';
import type { AttributeReference, ExprId, TaskContext } from '../../plan/index.ts';

/** The value of the expression in each row of the batch. Raises what the expression raises. */
export type Evaluator = (batch: Batch, task: TaskContext) => Vector;

const POSITIONS = new WeakMap<readonly AttributeReference[], Map<ExprId, number>>();

/** Where each column stands in an input, by id. */
export function positionsOf(input: readonly AttributeReference[]): ReadonlyMap<ExprId, number> {
  let positions = POSITIONS.get(input);
  if (positions === undefined) {
    positions = new Map();
    for (let i = input.length - 1; i >= 0; i--) positions.set((input[i] as AttributeReference).exprId, i);
    POSITIONS.set(input, positions);
  }
  return positions;
}

/** Where the column stands in the input; a missing one is a defect of the plan. */
export function positionOf(a: AttributeReference, input: readonly AttributeReference[]): number {
  const at = positionsOf(input).get(a.exprId);
  invariant(at !== undefined, `column ${a.name}#${a.exprId} is not among [${input.map((x) => `${x.name}#${x.exprId}`).join(', ')}]`);
  return at;
}
