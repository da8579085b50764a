/** Central moments, updated and merged by the formulas of Spark's `CentralMomentAgg`, so that doubles are the same. */
import type { Vector } from '../../columnar/index.ts';
import { DoubleType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { Accumulator, AggregateFunction } from '../define.ts';
import { expectType } from '../typing.ts';
import { aggregate, quotient } from './declare.ts';
import { asDoubles, continues, doublesOf, roomFor } from './slots.ts';

/** Count, mean and the sums of powers of deviations from it. */
export interface Moments {
  n: number;
  avg: number;
  m2: number;
  m3: number;
  m4: number;
}

export function emptyMoments(): Moments {
  return { n: 0, avg: 0, m2: 0, m3: 0, m4: 0 };
}

export function addMoment(s: Moments, x: number): void {
  const n = s.n + 1;
  const delta = x - s.avg;
  const deltaN = delta / n;
  const m2 = s.m2 + delta * (delta - deltaN);
  const delta2 = delta * delta;
  const deltaN2 = deltaN * deltaN;
  const m3 = s.m3 - 3 * deltaN * m2 + delta * (delta2 - deltaN2);
  s.m4 = s.m4 - 4 * deltaN * m3 - 6 * deltaN2 * m2 + delta * (delta * delta2 - deltaN * deltaN2);
  s.m3 = m3;
  s.m2 = m2;
  s.avg += deltaN;
  s.n = n;
}

/** An empty side adds nothing, also where the other's mean is infinite, no number, or so large that its square overflows. */
export function mergeMoments(a: Moments, b: Moments): void {
  const n1 = a.n;
  const n2 = b.n;
  const n = n1 + n2;
  const delta = n1 === 0 || n2 === 0 ? 0 : b.avg - a.avg;
  const deltaN = n === 0 ? 0 : delta / n;
  const m2 = a.m2 + b.m2 + delta * deltaN * n1 * n2;
  const m3 = a.m3 + b.m3 + deltaN * deltaN * delta * n1 * n2 * (n1 - n2) + 3 * deltaN * (n1 * b.m2 - n2 * a.m2);
  a.m4 =
    a.m4 +
    b.m4 +
    deltaN * deltaN * deltaN * delta * n1 * n2 * (n1 * n1 - n1 * n2 + n2 * n2) +
    6 * deltaN * deltaN * (n1 * n1 * b.m2 + n2 * n2 * a.m2) +
    4 * deltaN * (n1 * b.m3 - n2 * a.m3);
  a.m3 = m3;
  a.m2 = m2;
  a.avg = n1 === 0 ? b.avg : n2 === 0 ? a.avg : a.avg + deltaN * n2;
  a.n = n;
}

type Finish = (s: Moments, ansi: boolean) => number | null;

/** Order 2 suffices for variances; skewness and kurtosis need the third and fourth. */
type Order = 2 | 4;

class MomentAccumulator implements Accumulator {
  private n = new Float64Array(0);
  private avg = new Float64Array(0);
  private m2 = new Float64Array(0);
  private m3 = new Float64Array(0);
  private m4 = new Float64Array(0);
  private count = 0;
  private readonly scratch = emptyMoments();

  constructor(
    private readonly order: Order,
    private readonly result: Finish,
    private readonly ansi: boolean,
  ) {}

  grow(count: number): void {
    this.count = count;
    this.n = roomFor(this.n, count);
    this.avg = roomFor(this.avg, count);
    this.m2 = roomFor(this.m2, count);
    this.m3 = roomFor(this.m3, count);
    this.m4 = roomFor(this.m4, count);
  }

  update(groups: Int32Array, args: readonly Vector[], n: number): void {
    const v = args[0] as Vector;
    const data = asDoubles(v);
    if (data === null || v.layout === 'null') return;
    const mask = v.validity;
    if (this.order === 4) {
      for (let i = 0; i < n; i++) if (mask === null || mask[i] === 1) this.addFull(groups[i] as number, data[i] as number);
      return;
    }
    const { n: counts, avg, m2 } = this;
    for (let i = 0; i < n; i++) {
      if (mask !== null && mask[i] === 0) continue;
      const g = groups[i] as number;
      const count = (counts[g] as number) + 1;
      const delta = (data[i] as number) - (avg[g] as number);
      const deltaN = delta / count;
      m2[g] = (m2[g] as number) + delta * (delta - deltaN);
      avg[g] = (avg[g] as number) + deltaN;
      counts[g] = count;
    }
  }

  private addFull(g: number, x: number): void {
    const s = this.load(g);
    addMoment(s, x);
    this.store(g, s);
  }

  private load(g: number): Moments {
    const s = this.scratch;
    s.n = this.n[g] as number;
    s.avg = this.avg[g] as number;
    s.m2 = this.m2[g] as number;
    s.m3 = this.m3[g] as number;
    s.m4 = this.m4[g] as number;
    return s;
  }

  private store(g: number, s: Moments): void {
    this.n[g] = s.n;
    this.avg[g] = s.avg;
    this.m2[g] = s.m2;
    this.m3[g] = s.m3;
    this.m4[g] = s.m4;
  }

  merge(groups: Int32Array, state: readonly Vector[], n: number): void {
    const [counts, avg, m2, m3, m4] = state.map((v) => asDoubles(v) as Float64Array);
    for (let i = 0; i < n; i++) {
      const s = this.load(groups[i] as number);
      mergeMoments(s, {
        n: counts?.[i] as number,
        avg: avg?.[i] as number,
        m2: m2?.[i] as number,
        m3: m3?.[i] as number,
        m4: m4?.[i] as number,
      });
      this.store(groups[i] as number, s);
    }
  }

  state(): readonly Vector[] {
    return [this.n, this.avg, this.m2, this.m3, this.m4].map((a) => doublesOf(DoubleType, a, this.count));
  }

  finish(): Vector {
    const out = new Float64Array(this.count);
    const seen = new Uint8Array(this.count);
    for (let g = 0; g < this.count; g++) {
      const r = this.result(this.load(g), this.ansi);
      if (r === null) continue;
      out[g] = r;
      seen[g] = 1;
    }
    return doublesOf(DoubleType, out, this.count, seen);
  }
}

function momentFrames(v: Vector, lo: Int32Array, hi: Int32Array, n: number, result: Finish, ansi: boolean): Vector | undefined {
  const data = asDoubles(v);
  if (data === null) return undefined;
  const mask = v.validity;
  const out = new Float64Array(n);
  const seen = new Uint8Array(n);
  let s = emptyMoments();
  for (let i = 0; i < n; i++) {
    let k = lo[i] as number;
    if (continues(lo, hi, i)) k = hi[i - 1] as number;
    else s = emptyMoments();
    for (; k < (hi[i] as number); k++) if (mask === null || mask[k] === 1) addMoment(s, data[k] as number);
    const r = result(s, ansi);
    if (r === null) continue;
    out[i] = r;
    seen[i] = 1;
  }
  return doublesOf(DoubleType, out, n, seen);
}

function declareMoment(
  name: string,
  since: string,
  order: Order,
  result: Finish,
  doc: string,
  examples: AggregateFunction['examples'],
): AggregateFunction<Moments> {
  return aggregate<Moments>({
    name,
    since,
    params: [{ name: 'expr', pythonName: 'col', accepts: ['double'] }],
    signature: (args) => ({ argTypes: [expectType(name, args, 0, DoubleType)], returns: DoubleType, nullable: true }),
    doc,
    examples,
    init: emptyMoments,
    update: (s, [x]) => {
      if (x !== null) addMoment(s, x as number);
      return s;
    },
    merge: (a, b) => {
      mergeMoments(a, b);
      return a;
    },
    finish: (s, ctx): Value => result(s, ctx.ansi),
    accumulator: (ctx) => new MomentAccumulator(order, result, ctx.ansi),
    frames: ([v], lo, hi, n, ctx) => momentFrames(v as Vector, lo, hi, n, result, ctx.ansi),
  });
}

const stddevPopOf: Finish = (s) => (s.n === 0 ? null : Math.sqrt(s.m2 / s.n));
const stddevSampOf: Finish = (s) => (s.n <= 1 ? null : Math.sqrt(s.m2 / (s.n - 1)));
const varPopOf: Finish = (s) => (s.n === 0 ? null : s.m2 / s.n);
const varSampOf: Finish = (s) => (s.n <= 1 ? null : s.m2 / (s.n - 1));
const skewnessOf: Finish = (s, ansi) => (s.n === 0 || s.m2 === 0 ? null : quotient(Math.sqrt(s.n) * s.m3, Math.sqrt(s.m2 * s.m2 * s.m2), ansi));
const kurtosisOf: Finish = (s, ansi) => {
  const ratio = s.n === 0 || s.m2 === 0 ? null : quotient(s.n * s.m4, s.m2 * s.m2, ansi);
  return ratio === null ? null : ratio - 3;
};

const SAMPLE = 'divided by the count less one; NULL for fewer than two values';

export const moments: readonly AggregateFunction<Moments>[] = [
  declareMoment('stddev', '1.6.0', 2, stddevSampOf, `Standard deviation of a sample, ${SAMPLE}.`, [['stddev(CAST(5 AS DOUBLE))', null]]),
  declareMoment('std', '1.6.0', 2, stddevSampOf, `Standard deviation of a sample, ${SAMPLE}.`, [['std(5)', null]]),
  declareMoment('stddev_samp', '1.6.0', 2, stddevSampOf, `Standard deviation of a sample, ${SAMPLE}.`, [['stddev_samp(5)', null]]),
  declareMoment('stddev_pop', '1.6.0', 2, stddevPopOf, 'Standard deviation of a whole population, divided by the count.', [['stddev_pop(5)', '0.0']]),
  declareMoment('variance', '1.6.0', 2, varSampOf, `Variance of a sample, ${SAMPLE}.`, [['variance(5)', null]]),
  declareMoment('var_samp', '1.6.0', 2, varSampOf, `Variance of a sample, ${SAMPLE}.`, [['var_samp(5)', null]]),
  declareMoment('var_pop', '1.6.0', 2, varPopOf, 'Variance of a whole population, divided by the count.', [['var_pop(5)', '0.0']]),
  // What `regr_sxx` and `regr_syy` are once a query is planned.
  { ...declareMoment('regrreplacement', '3.4.0', 2, (s) => (s.n === 0 ? null : s.m2), 'Sum of the squared deviations from the mean.', []), internal: true, sqlOnly: true },
  declareMoment('skewness', '1.6.0', 4, skewnessOf, 'Skewness: how far the values lean to one side of their mean; NULL if they are all equal.', [['skewness(5)', null]]),
  declareMoment('kurtosis', '1.6.0', 4, kurtosisOf, 'Excess kurtosis: how heavy the tails are, 0 for a normal distribution; NULL if all values are equal.', [['kurtosis(5)', null]]),
];
