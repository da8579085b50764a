/** Differences that stay, each with its reason. Whoever mends one takes it off. */
import type { Answer, Difference } from './answer.ts';

export interface Known {
  readonly reason: string;
  readonly matches: (text: string, found: Difference, spark: Answer, engine: Answer) => boolean;
}

/** Numbers in the digits that tell floats apart. */
function shortNumbers(text: string): string {
  return text.replace(/-?\d+\.\d+(?:E-?\d+)?/g, (n) => String(Number(n).toPrecision(8)));
}

export const KNOWN: readonly Known[] = [
  {
    reason: 'Spark itself fails with an internal error',
    matches: (_text, _found, spark) => spark.error?.condition === 'INTERNAL_ERROR' || (spark.error?.class === 'Py4JJavaError' && spark.error.condition === null),
  },
  {
    reason: 'Java 17 writes some floating numbers with a digit too many (JDK-4511638, mended in Java 19)',
    matches: (_text, found) => found.aspect === 'rows' && /\dE-?\d|\d{7}\.\d|\.\d{6}/.test(found.spark) && shortNumbers(found.spark) === shortNumbers(found.engine),
  },
  {
    reason: 'a function or a feature that the engine does not have, and says so',
    matches: (_text, _found, _spark, engine) => engine.error?.condition === 'UNSUPPORTED_FEATURE',
  },
];
