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

/** More than this no array of Spark's holds. */
const MAX_LENGTH = 2_147_483_632;
/** Of arrays that a call makes at once: what memory holds with ease. */
const MOST_ITEMS = 2 ** 25;

/** Raises for arrays that Spark could not make either: COLLECTION_SIZE_LIMIT_EXCEEDED, or OutOfMemoryError. `parameter` is what asks for so many. */
export function checkRoom(name: string, count: number | bigint, parameter?: string): void {
  if (count > MAX_LENGTH) throw tooManyElements(name, count, parameter);
  if (count > MOST_ITEMS) throw outOfMemory(`${name} would make an array of ${count} elements. At most ${MOST_ITEMS} are possible.`);
}

function tooManyElements(name: string, count: number | bigint, parameter: string | undefined): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: `COLLECTION_SIZE_LIMIT_EXCEEDED.${parameter === undefined ? 'FUNCTION' : 'PARAMETER'}`,
    sqlState: '54000',
    parameters: {
      numberOfElements: String(count),
      maxRoundedArrayLength: String(MAX_LENGTH),
      functionName: `\`${name}\``,
      ...(parameter === undefined ? {} : { parameter: `\`${parameter}\`` }),
    },
    sentence: `${name} would make an array of ${count} elements, more than an array holds.`,
  });
}

/** The same as Spark's generated code has it. */
export function checkRoomCompiled(name: string, count: number): void {
  if (count <= MAX_LENGTH) return;
  throw new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: '_LEGACY_ERROR_TEMP_2176',
    parameters: { numElements: String(count), maxRoundedArrayLength: String(MAX_LENGTH), additionalErrorMessage: ` ${name} failed.` },
    sentence: `${name} would make an array of ${count} elements, more than an array holds.`,
  });
}
