/** Covariance, correlation and linear regression, by the formulas of Spark's `Covariance` and `PearsonCorrelation`. */
import { DoubleType, LongType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { AggregateFunction, ArgumentInfo, Template } from '../define.ts';
import { expectNumeric, expectType } from '../typing.ts';
import { avg } from './avg.ts';
import { aggregate, quotient } from './declare.ts';

/**
 * Of pairs (x, y): count, means, the sum of products of deviations (as the covariance of (x, y) and of (y, x) adds it
 * up) and the sums of squared deviations (as the correlation adds them up, Mk, and the variance, M2). The forms differ in
 * their last digits.
 */
interface Pairs {
  n: number;
  xAvg: number;
  yAvg: number;
  ck: number;
  kc: number;
  xMk: number;
  yMk: number;
  xM2: number;
  yM2: number;
}

function emptyPairs(): Pairs {
  return { n: 0, xAvg: 0, yAvg: 0, ck: 0, kc: 0, xMk: 0, yMk: 0, xM2: 0, yM2: 0 };
}

function addPair(s: Pairs, x: number, y: number): Pairs {
  const n = s.n + 1;
  const dx = x - s.xAvg;
  const dy = y - s.yAvg;
  s.xAvg += dx / n;
  s.yAvg += dy / n;
  s.ck += dx * (y - s.yAvg);
  s.kc += dy * (x - s.xAvg);
  s.xMk += dx * (x - s.xAvg);
  s.yMk += dy * (y - s.yAvg);
  s.xM2 += dx * (dx - dx / n);
  s.yM2 += dy * (dy - dy / n);
  s.n = n;
  return s;
}

/** An empty side adds nothing, also where the other's mean is infinite, no number, or so large that its square overflows. */
function mergePairs(a: Pairs, b: Pairs): Pairs {
  const n1 = a.n;
  const n2 = b.n;
  const n = n1 + n2;
  const oneIsEmpty = n1 === 0 || n2 === 0;
  const dx = oneIsEmpty ? 0 : b.xAvg - a.xAvg;
  const dxN = n === 0 ? 0 : dx / n;
  const dy = oneIsEmpty ? 0 : b.yAvg - a.yAvg;
  const dyN = n === 0 ? 0 : dy / n;
  a.xAvg = n1 === 0 ? b.xAvg : n2 === 0 ? a.xAvg : a.xAvg + dxN * n2;
  a.yAvg = n1 === 0 ? b.yAvg : n2 === 0 ? a.yAvg : a.yAvg + dyN * n2;
  a.ck = a.ck + b.ck + dx * dyN * n1 * n2;
  a.kc = a.kc + b.kc + dy * dxN * n1 * n2;
  a.xMk = a.xMk + b.xMk + dx * dxN * n1 * n2;
  a.yMk = a.yMk + b.yMk + dy * dyN * n1 * n2;
  a.xM2 = a.xM2 + b.xM2 + dx * dxN * n1 * n2;
  a.yM2 = a.yM2 + b.yM2 + dy * dyN * n1 * n2;
  a.n = n;
  return a;
}

type Finish = (s: Pairs, ansi: boolean) => number | null;
type Planned = Required<Pick<AggregateFunction, 'replacement' | 'distinctBy'>>;
type Names = readonly [string, string];

/** An aggregate of two columns as doubles. */
function declarePairs(
  name: string,
  since: string,
  names: Names,
  result: Finish,
  doc: string,
  examples: AggregateFunction['examples'],
  planned?: Planned,
): AggregateFunction<Pairs> {
  return aggregate<Pairs>({
    name,
    since,
    params: names.map((n) => ({ name: n, accepts: ['double'] as const })),
    signature: (args) => ({
      argTypes: [expectType(name, args, 0, DoubleType), expectType(name, args, 1, DoubleType)],
      returns: DoubleType,
      nullable: true,
    }),
    doc,
    examples,
    ...planned,
    init: emptyPairs,
    update: (s, [a, b]) => {
      if (a === null || b === null) return s;
      return addPair(s, a as number, b as number);
    },
    merge: mergePairs,
    finish: (s, ctx): Value => result(s, ctx.ansi),
  });
}

/** The squared deviations of one side, over the rows in which both are there. */
function overOne(side: 0 | 1): Planned {
  const isNull = (place: number): Template => ({ call: 'isnull', args: [place] });
  const either: Template = { call: 'or', args: [isNull(0), isNull(1)] };
  const args: readonly Template[] = [{ call: 'if', args: [either, { type: DoubleType, value: null }, side] }];
  return { replacement: () => ({ call: 'regrreplacement', args }), distinctBy: side };
}

const COLUMNS: Names = ['col1', 'col2'];
/** Regression is called as (y, x): here its y is the first of the pair. */
const REGRESSION: Names = ['y', 'x'];
const PAIRS = 'over the rows in which neither is null';

const corrOf: Finish = (s, ansi) => (s.n <= 1 || s.xMk === 0 || s.yMk === 0 ? null : quotient(s.ck, Math.sqrt(s.xMk * s.yMk), ansi));
/** The share of y's variance that the line explains: 1 for a constant y, NULL for a constant x. */
const r2Of: Finish = (s, ansi) => {
  if (s.yMk === 0) return null;
  const r = s.xMk === 0 ? 1 : quotient(s.ck, Math.sqrt(s.xMk * s.yMk), ansi);
  return r === null ? null : r * r;
};

const pairAggregates = [
  declarePairs('corr', '1.6.0', COLUMNS, corrOf, `Pearson's correlation of two columns, from -1 to 1, ${PAIRS}.`, [['corr(1, 2)', null]]),
  declarePairs('covar_pop', '2.0.0', COLUMNS, (s) => (s.n === 0 ? null : s.ck / s.n), `Covariance of a whole population ${PAIRS}.`, [
    ['covar_pop(1, 2)', '0.0'],
  ]),
  declarePairs('covar_samp', '2.0.0', COLUMNS, (s) => (s.n <= 1 ? null : s.ck / (s.n - 1)), `Covariance of a sample ${PAIRS}.`, [
    ['covar_samp(1, 2)', null],
  ]),
  declarePairs('regr_sxx', '3.4.0', REGRESSION, (s) => (s.n === 0 ? null : s.yM2), `Sum of the squared deviations of x ${PAIRS}.`, [
    ['regr_sxx(1, 2)', '0.0'],
  ], overOne(1)),
  declarePairs('regr_syy', '3.4.0', REGRESSION, (s) => (s.n === 0 ? null : s.xM2), `Sum of the squared deviations of y ${PAIRS}.`, [
    ['regr_syy(1, 2)', '0.0'],
  ], overOne(0)),
  declarePairs('regr_sxy', '3.4.0', REGRESSION, (s) => (s.n === 0 ? null : s.ck), `Sum of the products of the deviations of x and y ${PAIRS}.`, [
    ['regr_sxy(1, 2)', '0.0'],
  ]),
  declarePairs('regr_slope', '3.4.0', REGRESSION, (s) => (s.yM2 === 0 ? null : s.kc / s.yM2), `Slope of the line that fits y to x best, ${PAIRS}.`, [
    ['regr_slope(1, 2)', null],
  ]),
  declarePairs(
    'regr_intercept',
    '3.4.0',
    REGRESSION,
    (s) => (s.yM2 === 0 ? null : s.xAvg - (s.kc / s.yM2) * s.yAvg),
    `Where the line that fits y to x best meets x = 0, ${PAIRS}.`,
    [['regr_intercept(1, 2)', null]],
  ),
  declarePairs('regr_r2', '3.3.0', REGRESSION, r2Of, `How well a line fits y to x, from 0 to 1, ${PAIRS}.`, [['regr_r2(1, 2)', null]]),
];

const regrCount = aggregate<{ n: bigint }>({
  name: 'regr_count',
  since: '3.3.0',
  params: [
    { name: 'y', accepts: ['any'] },
    { name: 'x', accepts: ['any'] },
  ],
  signature: (args) => ({ argTypes: args.map((_, i) => expectNumeric('regr_count', args, i)), returns: LongType, nullable: false }),
  replacement: () => ({ call: 'count', args: [0, 1] }),
  doc: 'Number of rows in which neither y nor x is null.',
  examples: [['regr_count(1, 2)', '1']],
  init: () => ({ n: 0n }),
  update: (s, [y, x]) => {
    if (y !== null && x !== null) s.n += 1n;
    return s;
  },
  merge: (a, b) => {
    a.n += b.n;
    return a;
  },
  finish: (s) => s.n,
  emptyIsNull: false,
});

/** The one side where both are there, else null. */
function besideOther(side: 0 | 1, type: DataType): Template {
  const isThere = (place: number): Template => ({ call: 'isnotnull', args: [place] });
  return { call: 'if', args: [{ call: 'and', args: [isThere(0), isThere(1)] }, side, { type, value: null }] };
}

/** The mean of one side over the rows in which both are there: typed as `avg` of that side. */
function regrAverage(name: string, side: 0 | 1, what: string): typeof avg {
  const only = (types: readonly DataType[]): readonly DataType[] => [types[side] as DataType];
  const averageContext = (ctx: Parameters<typeof avg.update>[2]): typeof ctx => ({ ...ctx, argTypes: only(ctx.argTypes) });
  const signature = (args: readonly ArgumentInfo[]): ReturnType<typeof avg.signature> => {
    const argTypes = args.map((_, i) => expectNumeric(name, args, i));
    const mean = avg.signature([{ ...(args[side] as ArgumentInfo), type: argTypes[side] as DataType }], { ansi: true });
    return { argTypes, returns: mean.returns, nullable: true };
  };
  return aggregate({
    name,
    since: '3.3.0',
    params: [
      { name: 'y', accepts: ['numeric'] },
      { name: 'x', accepts: ['numeric'] },
    ],
    signature,
    replacement: (types) => ({ call: 'avg', args: [besideOther(side, types[side] as DataType)] }),
    distinctBy: side,
    doc: `Mean of ${what} over the rows in which neither y nor x is null.`,
    examples: [[`${name}(1, 2)`, side === 0 ? '1.0' : '2.0']],
    init: avg.init,
    update: (s, args, ctx) => (args[0] === null || args[1] === null ? s : avg.update(s, [args[side] as Value], averageContext(ctx))),
    merge: (a, b, ctx) => avg.merge(a, b, averageContext(ctx)),
    finish: (s, ctx) => avg.finish(s, averageContext(ctx)),
  });
}

// biome-ignore lint/suspicious/noExplicitAny: the state is private to each aggregate
export const covariances: readonly AggregateFunction<any>[] = [
  ...pairAggregates,
  regrCount,
  regrAverage('regr_avgx', 1, 'x'),
  regrAverage('regr_avgy', 0, 'y'),
];
