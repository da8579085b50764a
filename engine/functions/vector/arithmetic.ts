/** Arithmetic of vectors: arrays of float. Sums over the elements are double until the end. */
import { SparkError } from '../../core/index.ts';
import type { Value } from '../../types/index.ts';

/** An element that is null makes the vector no vector. */
export function asVector(x: Value): readonly number[] | null {
  const items = x as readonly (number | null)[];
  return items.includes(null) ? null : (items as readonly number[]);
}

export function checkDimensions(name: string, left: readonly number[], right: readonly number[]): void {
  if (left.length === right.length) return;
  throw new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'VECTOR_DIMENSION_MISMATCH',
    sqlState: '22000',
    parameters: { functionName: `\`${name}\``, leftDim: String(left.length), rightDim: String(right.length) },
    sentence: `${name} needs vectors of one length, not of ${left.length} and ${right.length}.`,
  });
}

export function total(n: number, term: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += term(i);
  return sum;
}

export function innerProduct(a: readonly number[], b: readonly number[]): number {
  return total(a.length, (i) => (a[i] as number) * (b[i] as number));
}

/** The norm of degree 1, 2 or infinity. */
export function norm(name: string, vector: readonly number[], degree: number): number {
  switch (degree) {
    case 1:
      return Math.fround(total(vector.length, (i) => Math.abs(vector[i] as number)));
    case 2:
      return Math.fround(Math.sqrt(innerProduct(vector, vector)));
    case Number.POSITIVE_INFINITY:
      return vector.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    default:
      throw new SparkError({
        errorClass: 'SparkRuntimeException',
        condition: 'INVALID_VECTOR_NORM_DEGREE',
        sqlState: '22023',
        parameters: { functionName: `\`${name}\``, degree: Number.isInteger(degree) ? `${degree}.0` : String(degree) },
        sentence: `The degree of a norm is 1.0, 2.0 or infinity, not ${degree}.`,
      });
  }
}
