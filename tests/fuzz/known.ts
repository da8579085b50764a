/** Differences that stay, each with its reason. Whoever mends one takes it off. */
import type { Answer, Difference } from './answer.ts';

export interface Known {
  readonly reason: string;
  readonly matches: (text: string, found: Difference, spark: Answer, engine: Answer) => boolean;
}

const NUMBER = /-?\d+(?:\.\d+)?(?:E-?\d+)?/g;

/** Equal but for how the same float or double is written. */
function sameButDigits(a: string, b: string): boolean {
  if (a.replaceAll(NUMBER, '#') !== b.replaceAll(NUMBER, '#')) return false;
  const [left, right] = [a, b].map((text) => (text.match(NUMBER) ?? []).map(Number)) as [number[], number[]];
  return left.every((x, i) => x === right[i] || Math.fround(x) === Math.fround(right[i] as number));
}

export const KNOWN: readonly Known[] = [
  {
    reason: 'Spark itself fails with an internal error',
    matches: (_text, _found, spark) => spark.error?.condition === 'INTERNAL_ERROR' || spark.error?.condition?.startsWith('PLAN_VALIDATION_FAILED') === true || (spark.error?.class === 'Py4JJavaError' && spark.error.condition === null),
  },
  {
    reason: 'Java 17 writes some floating numbers with a digit too many (JDK-4511638, mended in Java 19)',
    matches: (_text, found) => found.aspect === 'rows' && /"[^"]*\d\.\d/.test(found.spark) && sameButDigits(found.spark, found.engine),
  },
  {
    reason: 'a function or a feature that the engine does not have, and says so',
    matches: (_text, _found, _spark, engine) => engine.error?.condition === 'UNSUPPORTED_FEATURE',
  },
];
