/** What a tuple sketch does with the numbers of a key that comes again. */
import type { Number_, Summary, TupleMode, TupleSketch } from './tuple-bytes.ts';

/** By kind, a tuple sketch of the key 1 with the number 10. */
export const TUPLE_EXAMPLES = { double: "X'01030901000ACC9315F97DCBBD86A105000000000000244000'", integer: "X'01030901000ACC9315F97DCBBD86A1050A00000000'" };

/** The number that stands for none, which a key of a theta sketch gets. */
const NOTHING: Readonly<Record<Number_, Readonly<Record<TupleMode, number>>>> = {
  double: { sum: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY, alwaysone: 1 },
  integer: { sum: 0, min: 0x7fffffff, max: -0x80000000, alwaysone: 1 },
};

export function summaryOf(value: number | null, mode: TupleMode, kind: Number_): Summary {
  return { value: value === null || mode === 'alwaysone' ? NOTHING[kind][mode] : value, mode };
}

function together(a: number, b: number, mode: TupleMode, kind: Number_): number {
  switch (mode) {
    case 'sum':
      return kind === 'double' ? a + b : (a + b) | 0;
    case 'min':
      return Math.min(a, b);
    case 'max':
      return Math.max(a, b);
    case 'alwaysone':
      return 1;
  }
}

export function combined(mode: TupleMode, kind: Number_): (a: Summary, b: Summary) => Summary {
  return (a, b) => ({ value: together(a.value, b.value, mode, kind), mode });
}

/** Of all entries; whole numbers do not overflow here, for their total is a long. */
export function totalled(sketch: TupleSketch, mode: TupleMode): number {
  if (mode === 'alwaysone') return sketch.entries.size;
  let total: number | null = null;
  for (const { value } of sketch.entries.values()) total = total === null ? value : together(total, value, mode, 'double');
  return total ?? 0;
}
