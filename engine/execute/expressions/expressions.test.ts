import { describe, expect, it } from 'vitest';
import { toValues, vectorOf } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { SparkError } from '../../core/index.ts';
import type { ScalarFunction } from '../../functions/define.ts';
import { scalarFunction } from '../../functions/typing.ts';
import { interpret, literal, plainTask } from '../../plan/index.ts';
import type { AttributeReference, Cast, ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { BooleanType, DateType, decimalType, DoubleType, FloatType, IntegerType, LongType, ShortType, StringType, TimestampType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { compileExpression } from './index.ts';

const attribute = (exprId: number, type: DataType): AttributeReference => ({ kind: 'attribute', name: `c${exprId}`, exprId, qualifier: [], type, nullable: true });
const call = (fn: ScalarFunction, args: readonly ResolvedExpression[], type: DataType): ScalarCall => ({ kind: 'call', fn, args, type, nullable: true });
const cast = (child: ResolvedExpression, type: DataType, mode: Cast['mode'] = 'ansi'): Cast => ({ kind: 'cast', child, type, mode, explicit: true, nullable: true });
const declare = (name: string, row: ScalarFunction['row'], extra: Partial<ScalarFunction> = {}): ScalarFunction =>
  scalarFunction({ name, family: 'test', since: '1', params: [], signature: () => ({ argTypes: [], returns: IntegerType }), doc: '', examples: [], row, ...extra });
const control = (name: string, kind: NonNullable<ScalarFunction['control']>): ScalarFunction =>
  declare(name, () => null, { nulls: 'custom', control: kind, lazyFrom: 0 });
const failing = declare('failing', ([x]) => {
  if (x === 0) throw new SparkError({ errorClass: 'ArithmeticException', condition: 'DIVIDE_BY_ZERO', sentence: 'zero' });
  return x as Value;
});
const failingTest = declare('failingTest', ([x]) => {
  if (x === 0) throw new SparkError({ errorClass: 'ArithmeticException', condition: 'DIVIDE_BY_ZERO', sentence: 'zero' });
  return (x as number) > 1;
});

const A = attribute(1, IntegerType);
const B = attribute(2, BooleanType);
const C = attribute(3, BooleanType);
const S = attribute(4, StringType);
const INPUT = [A, B, C, S];
const COLUMNS: readonly (readonly Value[])[] = [
  [0, 1, 2, null, 4, 0],
  [true, false, null, true, false, null],
  [false, true, true, null, false, null],
  ['1', '2', null, '1', '7', '1'],
];
const BATCH: Batch = { length: 6, columns: COLUMNS.map((values, i) => vectorOf((INPUT[i] as AttributeReference).type, values)) };

function byRow(e: ResolvedExpression): Value[] {
  const task = plainTask();
  return Array.from({ length: BATCH.length }, (_, row) => interpret(e, (id) => (COLUMNS[id - 1] as readonly Value[])[row] ?? null, task));
}
function expectSame(e: ResolvedExpression): void {
  expect(toValues(compileExpression(e, INPUT)(BATCH, plainTask()))).toEqual(byRow(e));
}

describe('compileExpression', () => {
  const zero = declare('isZero', ([x]) => x === 0);
  const or = control('or', 'or');
  const and = control('and', 'and');

  it('evaluates AND and OR of three values', () => {
    for (const fn of [and, or]) {
      expectSame(call(fn, [B, C], BooleanType));
      expectSame(call(fn, [C, B, call(zero, [A], BooleanType)], BooleanType));
      expectSame(call(fn, [B, literal(null, BooleanType)], BooleanType));
    }
  });

  it('asks lazy arguments only where they are needed', () => {
    const guarded = call(or, [call(zero, [A], BooleanType), call(failingTest, [A], BooleanType)], BooleanType);
    expectSame(guarded);
    const cases = control('when', 'case');
    expectSame(call(cases, [call(zero, [A], BooleanType), literal(-1, IntegerType), B, A, call(failing, [A], IntegerType)], IntegerType));
    expectSame(call(cases, [B, S, C, literal('x', StringType)], StringType));
    const notZero = call(cases, [call(zero, [A], BooleanType), literal(null, IntegerType), call(failing, [A], IntegerType)], IntegerType);
    expectSame(call(control('coalesce', 'coalesce'), [notZero, literal(null, IntegerType), A, literal(9, IntegerType)], IntegerType));
    expectSame(call(control('nvl2', 'ifNotNull'), [S, A, literal(5, IntegerType)], IntegerType));
    expectSame(call(control('nanvl', 'ifNaN'), [literal(1.5, DoubleType), call(failing, [A], DoubleType)], DoubleType));
    expectSame(call(control('nanvl', 'ifNaN'), [literal(Number.NaN, DoubleType), literal(2, DoubleType)], DoubleType));
  });

  it('raises where an argument is needed', () => {
    expect(() => compileExpression(call(failing, [A], IntegerType), INPUT)(BATCH, plainTask())).toThrow('DIVIDE_BY_ZERO');
  });

  it('calls a function of repeated text once for each text', () => {
    let calls = 0;
    const length = declare('length', ([s]) => {
      calls++;
      return (s as string).length;
    });
    expectSame(call(length, [S], IntegerType));
    expect(calls).toBe(5 + 3);
  });

  it('casts as the row form does', () => {
    expectSame(cast(S, IntegerType));
    expectSame(cast(A, StringType));
    expectSame(cast(B, IntegerType));
    const numbers: [DataType, Value[]][] = [
      [IntegerType, [0, -3, 40000, null]],
      [LongType, [0n, -3n, 2n ** 60n, null]],
      [LongType, [0n, -3n, 70000n, null]],
      [DoubleType, [0.5, -0.4, 1e6 + 0.25, null]],
      [DateType, [0, -1, 20000, null]],
      [TimestampType, [0n, -1n, 1_700_000_000_000_000n, null]],
    ];
    for (const [from, values] of numbers) {
      const x = attribute(1, from);
      for (const to of [ShortType, IntegerType, LongType, FloatType, DoubleType, decimalType(20, 2), decimalType(4, 1), StringType, BooleanType, DateType, TimestampType]) {
        if ((from.kind === 'date' || to.kind === 'date') && !['date', 'timestamp', 'string'].includes(from.kind === 'date' ? to.kind : from.kind)) continue;
        for (const mode of ['ansi', 'try', 'legacy'] as const) expectCast(cast(x, to, mode), from, values);
      }
    }
  });

  function expectCast(e: Cast, from: DataType, values: readonly Value[]): void {
    const vector = vectorOf(from, values);
    const run = (): Value[] => toValues(compileExpression(e, [attribute(1, from)])({ length: values.length, columns: [vector] }, plainTask()));
    let wanted: Value[];
    try {
      wanted = values.map((v) => interpret(e, () => v, plainTask()));
    } catch (error) {
      expect(run).toThrow((error as SparkError).condition as string);
      return;
    }
    expect(run()).toEqual(wanted);
  }
});
