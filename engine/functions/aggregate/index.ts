/** Aggregate functions. */
import type { FunctionDeclaration } from '../define.ts';
import { approxCountDistinct } from './approx-count.ts';
import { avg, mean, tryAvg } from './avg.ts';
import { bitmaps } from './bitmaps.ts';
import { bits, product } from './bits.ts';
import { booleans } from './booleans.ts';
import { byAggregates } from './by.ts';
import { collections } from './collect.ts';
import { count, countIf } from './count.ts';
import { covariances } from './covariance.ts';
import { max, min } from './extremes.ts';
import { anyValue, first, firstValue, last, lastValue } from './first-last.ts';
import { grouping, groupingId } from './grouping.ts';
import { histogramNumeric } from './histogram.ts';
import { listaggs } from './listagg.ts';
import { mode } from './mode.ts';
import { moments } from './moments.ts';
import { approximatePercentiles } from './percentile-approx.ts';
import { percentiles } from './percentile.ts';
import { sum, trySum } from './sum.ts';

export const aggregateFunctions: readonly FunctionDeclaration[] = [
  count,
  countIf,
  sum,
  trySum,
  avg,
  mean,
  tryAvg,
  min,
  max,
  first,
  firstValue,
  last,
  lastValue,
  anyValue,
  ...collections,
  ...moments,
  ...covariances,
  ...percentiles,
  ...approximatePercentiles,
  mode,
  approxCountDistinct,
  ...booleans,
  ...bits,
  ...bitmaps,
  product,
  ...byAggregates,
  histogramNumeric,
  ...listaggs,
  grouping,
  groupingId,
];
