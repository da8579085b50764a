/** Functions of vectors (ARRAY<FLOAT>): similarity, distance, norm, and sums over rows. */
import { arrayType, FloatType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import { aggregate, imperative } from '../aggregate/declare.ts';
import type { AggregateFunction, ArgumentInfo, FunctionDeclaration, ScalarFunction } from '../define.ts';
import { typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { unexpectedInput } from '../typing.ts';
import { asVector, checkDimensions, innerProduct, norm, total } from './arithmetic.ts';

const family = 'vector';
const since = '4.2.0';
const VECTOR = arrayType(FloatType);

const vector: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (type.kind === 'array' && type.element.kind === 'float') return type;
  throw unexpectedInput(name, args, i, '"ARRAY<FLOAT>"');
};

const float: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (type.kind === 'float') return type;
  throw unexpectedInput(name, args, i, '"FLOAT"');
};

function ofTwo(name: string, doc: string, example: string, of: (a: readonly number[], b: readonly number[]) => number | null): ScalarFunction {
  return typed({
    name,
    asks: { interpreted: { decidedBy: [] } },
    constancy: 'late',
    family,
    since,
    params: ['left', 'right'],
    takes: [vector, vector],
    returns: FloatType,
    nullable: true,
    doc: `${doc} NULL if an element is NULL; an error if the lengths differ.`,
    examples: [[`${name}(array(1.0F, 2.0F, 3.0F), array(4.0F, 5.0F, 6.0F))`, example]],
    row: ([left, right]) => {
      checkDimensions(name, left as readonly number[], right as readonly number[]);
      const a = asVector(left as Value);
      const b = asVector(right as Value);
      return a === null || b === null ? null : of(a, b);
    },
  });
}

function cosine(a: readonly number[], b: readonly number[]): number | null {
  const lengths = Math.sqrt(innerProduct(a, a) * innerProduct(b, b));
  return lengths === 0 ? null : Math.fround(innerProduct(a, b) / lengths);
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.fround(Math.sqrt(total(a.length, (i) => ((a[i] as number) - (b[i] as number)) ** 2)));
}

const DEGREE = { sql: '2.0', type: FloatType, value: 2 };

const vectorNorm = typed({
  name: 'vector_norm',
  constancy: 'late',
  family,
  since,
  params: ['vector', 'degree?'],
  takes: [vector, float],
  defaults: [DEGREE],
  returns: FloatType,
  nullable: true,
  doc: 'Length of a vector: its norm of degree 1, 2 (the default) or infinity. NULL if an element is NULL.',
  examples: [['vector_norm(array(3.0F, 4.0F))', '5.0']],
  row: ([x, degree]) => {
    const v = asVector(x as Value);
    return v === null ? null : norm('vector_norm', v, degree as number);
  },
});

const vectorNormalize = typed({
  name: 'vector_normalize',
  constancy: 'late',
  family,
  since,
  params: ['vector', 'degree?'],
  takes: [vector, float],
  defaults: [DEGREE],
  returns: VECTOR,
  nullable: true,
  doc: 'The vector in the same direction whose norm (degree 1, 2 or infinity) is 1. NULL if its norm is 0 or an element is NULL.',
  examples: [['vector_normalize(array(3.0F, 4.0F))', '[0.6, 0.8]']],
  row: ([x, degree]) => {
    const v = asVector(x as Value);
    if (v === null) return null;
    const length = norm('vector_normalize', v, degree as number);
    if (v.length === 0) return v;
    return length === 0 ? null : v.map((item) => Math.fround(item / length));
  },
});

interface SumState {
  readonly values: readonly number[] | null;
  readonly count: number;
}

const { fround } = Math;

function sum(a: SumState, b: SumState): readonly number[] {
  return (a.values as number[]).map((x, i) => fround(x + (b.values?.[i] as number)));
}

/** Of a mean and one more vector, and of two means: each step is rounded, as Spark does. */
function mean(a: SumState, b: SumState): readonly number[] {
  const count = a.count + b.count;
  return (a.values as number[]).map((x, i) => {
    const y = b.values?.[i] as number;
    if (b.count === 1) return fround(x + fround(fround(y - x) * fround(1 / count)));
    return fround(fround(x * fround(a.count / count)) + fround(y * fround(b.count / count)));
  });
}

function declareSum(name: string, doc: string, example: string, join: (a: SumState, b: SumState) => readonly number[]): AggregateFunction<SumState> {
  const add = (a: SumState, b: SumState): SumState => {
    if (b.values === null) return a;
    if (a.values === null) return b;
    checkDimensions(name, a.values, b.values);
    return { values: join(a, b), count: a.count + b.count };
  };
  return aggregate<SumState>({
    name,
    family,
    since,
    params: [{ name: 'col', accepts: ['array'] }],
    signature: (args) => ({ argTypes: [vector(name, args, 0)], returns: arrayType(FloatType, false), nullable: true }),
    doc: `${doc} Rows that are NULL or hold a NULL are left out; an error if the lengths differ.`,
    examples: [[`${name}(array(1.0F, 2.0F))`, example]],
    ...imperative(),
    init: () => ({ values: null, count: 0 }),
    update: (s, [x]) => (x === null ? s : add(s, { values: asVector(x as Value), count: 1 })),
    merge: add,
    finish: (s) => s.values,
  });
}

export const vectorFunctions: readonly FunctionDeclaration[] = [
  ofTwo('vector_cosine_similarity', 'Cosine of the angle between two vectors; NULL if one has the length 0.', '0.97463185', cosine),
  ofTwo('vector_inner_product', 'Sum of the products of the elements of two vectors.', '32.0', (a, b) => Math.fround(innerProduct(a, b))),
  ofTwo('vector_l2_distance', 'Euclidean distance of two vectors.', '5.196152', distance),
  vectorNorm,
  vectorNormalize,
  declareSum('vector_sum', 'Sum of vectors, element by element.', '[1.0, 2.0]', sum),
  declareSum('vector_avg', 'Mean of vectors, element by element.', '[1.0, 2.0]', mean),
];
