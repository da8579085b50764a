import { describe, expect, it } from 'vitest';
import { difference } from './answer.ts';
import type { Answer, ErrorAnswer, Field } from './answer.ts';
import type { Program } from './program.ts';

const program: Program = { tables: [], conf: {}, steps: [], inexact: new Set(), ordered: false };
const field = (name: string, type: Field['type'], nullable = true): Field => ({ name, type, nullable, metadata: {} });
const table = (schema: Answer['schema'], rows: Answer['rows']): Answer => ({ schema, rows }) as Answer;
const ints = (...values: number[]): Answer => table([field('a', 'integer')], values.map((v) => [v]));
const failed = (error: Partial<ErrorAnswer>): Answer => ({ error: { stage: 'execution', class: 'AnalysisException', condition: 'X', sqlState: '42000', parameters: {}, ...error } });

describe('what counts as a difference', () => {
  it('takes rows as a multiset, or in order under a total sort', () => {
    expect(difference(ints(1, 2, 2), ints(2, 1, 2), program)).toBeUndefined();
    expect(difference(ints(1, 2, 2), ints(1, 1, 2), program)).toMatchObject({ aspect: 'rows', spark: '[2]', engine: '[1]' });
    expect(difference(ints(1, 2), ints(2, 1), { ...program, ordered: true })).toMatchObject({ aspect: 'rows' });
  });

  it('compares names, types, nullability and metadata', () => {
    expect(difference(ints(1), table([field('b', 'integer')], [[1]]), program)).toMatchObject({ aspect: 'schema' });
    expect(difference(ints(1), table([field('a', 'long')], [[1]]), program)).toMatchObject({ aspect: 'schema' });
    expect(difference(ints(1), table([field('a', 'integer', false)], [[1]]), program)).toMatchObject({ aspect: 'schema' });
  });

  it('compares stage, class, condition, SQLSTATE and parameters of errors', () => {
    expect(difference(failed({}), failed({}), program)).toBeUndefined();
    for (const other of [{ stage: 'analysis' }, { class: 'ParseException' }, { condition: 'Y' }, { sqlState: '22000' }, { parameters: { a: 'b' } }]) {
      expect(difference(failed({}), failed(other), program), JSON.stringify(other)).toMatchObject({ aspect: 'error' });
    }
    expect(difference(failed({}), ints(1), program)).toMatchObject({ aspect: 'outcome' });
    expect(difference(failed({ class: 'Py4JJavaError' }), failed({ class: 'SparkRuntimeException' }), program)).toBeUndefined();
  });

  it('leaves out the last digits of inexact columns alone', () => {
    const [a, b] = [0.1 + 0.2, 0.3].map((v) => table([field('x', 'double')], [[v]])) as [Answer, Answer];
    expect(difference(a, b, program)).toMatchObject({ aspect: 'rows' });
    expect(difference(a, b, { ...program, inexact: new Set(['x']) })).toBeUndefined();
  });

  it('takes the entries of maps in any order, and those of arrays in theirs', () => {
    const map = { type: 'map', keyType: 'string', valueType: 'integer', valueContainsNull: true };
    const array = { type: 'array', elementType: 'integer', containsNull: true };
    const two = (type: Field['type'], value: Answer['rows']): Answer => table([field('m', type)], value);
    expect(difference(two(map, [[[['a', 1], ['b', 2]]]]), two(map, [[[['b', 2], ['a', 1]]]]), program)).toBeUndefined();
    expect(difference(two(array, [[[1, 2]]]), two(array, [[[2, 1]]]), program)).toMatchObject({ aspect: 'rows' });
  });

  it('tells texts that stand for values apart from values', () => {
    const shown: Answer = { ...table([field('d', 'date')], [['+12000-01-01']]), texts: true };
    expect(difference(shown, shown, program)).toBeUndefined();
    expect(difference(shown, table([field('d', 'date')], [['+12000-01-01']]), program)).toMatchObject({ aspect: 'rows' });
  });
});
