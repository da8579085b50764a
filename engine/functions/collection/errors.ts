/** Errors of arrays and maps at run time. */
import { outOfMemory, SparkError } from '../../core/index.ts';

export function indexOfZero(): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'INVALID_INDEX_OF_ZERO',
    sqlState: '22003',
    parameters: {},
    sentence: 'There is no element 0: elements are counted from 1, from the end with negative numbers.',
  });
}

export function elementOutOfBounds(index: number, size: number): SparkError {
  return new SparkError({
    errorClass: 'ArrayIndexOutOfBoundsException',
    condition: 'INVALID_ARRAY_INDEX_IN_ELEMENT_AT',
    sqlState: '22003',
    parameters: { indexValue: String(index), arraySize: String(size) },
    sentence: `The array has ${size} elements, so there is no element ${index}. Use try_element_at to get NULL instead.`,
  });
}

export function invalidParameter(kind: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: `INVALID_PARAMETER_VALUE.${kind}`,
    sqlState: '22023',
    parameters,
    sentence,
  });
}

/** Of arrays that a call makes at once: what memory holds with ease. */
const MOST_ITEMS = 2 ** 25;

/** Raises OutOfMemoryError for arrays that Spark could not make either. */
export function checkRoom(name: string, count: number | bigint): void {
  if (count > MOST_ITEMS) throw outOfMemory(`${name} would make an array of ${count} elements. At most ${MOST_ITEMS} are possible.`);
}
