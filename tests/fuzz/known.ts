/** Differences that stay, each with its reason. Whoever mends one takes it off. */
import type { Answer, Difference } from './answer.ts';

export interface Known {
  readonly reason: string;
  readonly matches: (text: string, found: Difference, spark: Answer, engine: Answer) => boolean;
}

export const KNOWN: readonly Known[] = [
  {
    reason: 'Spark itself fails with an internal error',
    matches: (_text, _found, spark) => spark.error?.condition === 'INTERNAL_ERROR' || spark.error?.condition?.startsWith('PLAN_VALIDATION_FAILED') === true || (spark.error?.class === 'Py4JJavaError' && spark.error.condition === null),
  },
  {
    reason: 'a function or a feature that the engine does not have, and says so',
    matches: (_text, _found, _spark, engine) => engine.error?.condition === 'UNSUPPORTED_FEATURE',
  },
  {
    reason: 'levenshtein() with a threshold that is null gives 0 or -1 inside of expressions, a fault of generated code',
    matches: (text, found) => found.aspect === 'rows' && /levenshtein\([^()]*,[^()]*,/.test(text),
  },
  {
    reason: 'a message in which Spark shows the address of an object',
    matches: (_text, found) => found.aspect === 'error' && /"key":"(\[B@|org\.apache\.)/.test(found.spark),
  },
  {
    reason: 'a constant that cannot be computed, over a limit of no rows: which rule of the optimizer comes first decides',
    matches: (text, _found, spark, engine) => /\.limit\(0\)/.test(text) && engine.rows?.length === 0 && spark.error?.stage === 'execution' && spark.error.condition === 'CAST_INVALID_INPUT',
  },
];
