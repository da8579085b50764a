/** By what rules an answer is compared with what is expected. */

export interface NumberTolerance {
  /** Of the larger magnitude. */
  readonly relative: number;
  readonly absolute: number;
}

export const DEFAULT_TOLERANCE: NumberTolerance = { relative: 1e-9, absolute: 1e-9 };
/** Single precision holds about seven digits. */
export const FLOAT_TOLERANCE: NumberTolerance = { relative: 1e-6, absolute: 1e-6 };

export interface OrderKey {
  readonly column: string;
  readonly ascending: boolean;
  /** Default: as Spark sorts, first when ascending and last when descending. */
  readonly nulls?: 'first' | 'last';
}

export interface ComparisonSpec {
  /** Columns that tell rows apart, by which rows are aligned for the diff. */
  readonly key: readonly string[];
  /** Sort keys that must be monotone, ties free. Absent: row order is ignored. */
  readonly order?: readonly OrderKey[];
  /** `free`: another order of columns passes with a note. Default free. */
  readonly columnOrder?: 'free' | 'exact';
  /** `practice`: the same family passes with a note; `strict`: exact, nested types and decimal precision too. Default practice. */
  readonly types?: 'practice' | 'strict';
  /** By column; default 1e-9 relative and absolute. */
  readonly tolerance?: Readonly<Record<string, NumberTolerance>>;
  /** Array columns whose order of elements does not matter. */
  readonly sets?: readonly string[];
}

/** One rule let go, to find out which one an answer breaks. */
export type Relaxation =
  | 'order'
  | 'column_order'
  | 'names'
  | 'extra_columns'
  | 'types'
  | 'duplicates'
  | 'nulls'
  | 'tolerance'
  | 'strings'
  | 'shift'
  | 'off_by_one';

/** In this order they are tried. */
export const RELAXATIONS: readonly Relaxation[] = [
  'order',
  'column_order',
  'names',
  'extra_columns',
  'types',
  'duplicates',
  'nulls',
  'tolerance',
  'strings',
  'shift',
  'off_by_one',
];
