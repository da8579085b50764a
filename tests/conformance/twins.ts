/** TypeScript twins of the oracle's cases: the same query by the TypeScript API, held against the same recording. */
import type { DataFrame, SparkSession } from '../../engine/index.ts';

export interface Twins<Names> {
  readonly family: string;
  /** What the family's cases share, made anew for each of them. */
  readonly preamble: (spark: SparkSession) => Names;
  readonly cases: Readonly<Record<string, (names: Names & Given) => DataFrame>>;
}

/** What every case has besides. */
export interface Given {
  readonly spark: SparkSession;
  /** The folder of the case's files. */
  readonly data_dir: string;
}

export function twins<Names>(family: string, preamble: Twins<Names>['preamble'], cases: Twins<Names>['cases']): Twins<Names> {
  return { family, preamble, cases };
}
