/** Arithmetic on sums of two doubles, a head and a tail below half of its last digit: about 106 bits. */
export type Pair = readonly [head: number, tail: number];

/** 2^27 + 1: splits a double into two halves whose products are exact. */
const SPLITTER = 134_217_729;

/** The exact sum. */
export function twoSum(a: number, b: number): Pair {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}

/** The exact sum, where a is not smaller in size than b. */
export function quickSum(a: number, b: number): Pair {
  const sum = a + b;
  return [sum, b - (sum - a)];
}

/** The exact product, of numbers below 2^990. */
export function twoProduct(a: number, b: number): Pair {
  const product = a * b;
  const x = SPLITTER * a;
  const aHead = x - (x - a);
  const aTail = a - aHead;
  const y = SPLITTER * b;
  const bHead = y - (y - b);
  const bTail = b - bHead;
  return [product, aHead * bHead - product + aHead * bTail + aTail * bHead + aTail * bTail];
}

export function add(a: Pair, b: Pair): Pair {
  const [sum, rest] = twoSum(a[0], b[0]);
  return quickSum(sum, rest + (a[1] + b[1]));
}

export function multiply(a: Pair, b: Pair): Pair {
  const [product, rest] = twoProduct(a[0], b[0]);
  return quickSum(product, rest + (a[0] * b[1] + a[1] * b[0]));
}

export function divide(a: Pair, b: Pair): Pair {
  const first = a[0] / b[0];
  const [product, rest] = twoProduct(first, b[0]);
  return quickSum(first, (a[0] - product - rest + a[1] - first * b[1]) / b[0]);
}
