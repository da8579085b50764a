/** Differences of a counter that only grows. */
import { SparkError } from '../../core/index.ts';
import { cellReader, createBuilder } from '../../columnar/index.ts';
import type { Vector } from '../../columnar/index.ts';
import { compareValues, Decimal, isNumeric, valueToString } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, Signature, WindowFunction, WindowInput } from '../define.ts';
import { unexpectedInput } from '../typing.ts';

const NAME = 'counter_diff';

function signature(args: readonly ArgumentInfo[]): Signature {
  const [value, start] = args as readonly [ArgumentInfo, ArgumentInfo?];
  if (!isNumeric(value.type) && value.type.kind !== 'null') throw unexpectedInput(NAME, args, 0, '"NUMERIC"');
  const startKind = start?.type.kind ?? 'null';
  if (startKind !== 'null' && startKind !== 'timestamp' && startKind !== 'timestamp_ntz') {
    throw unexpectedInput(NAME, args, 1, '("TIMESTAMP" or "TIMESTAMP_NTZ")');
  }
  return { argTypes: args.map((a) => a.type), returns: value.type, nullable: true };
}

function error(condition: string, sqlState: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({ errorClass: 'SparkRuntimeException', condition, sqlState, parameters: { function: `\`${NAME}\``, ...parameters }, sentence });
}

function isNegative(v: Value): boolean {
  return v instanceof Decimal ? v.unscaled < 0n : (v as number | bigint) < 0;
}

function difference(a: Value, b: Value, type: DataType): Value {
  if (a instanceof Decimal && b instanceof Decimal) return new Decimal(a.unscaled - b.unscaled, a.scale);
  if (typeof a === 'bigint') return a - (b as bigint);
  const d = (a as number) - (b as number);
  return type.kind === 'float' ? Math.fround(d) : d;
}

/** Whether the counter began anew between two rows. */
function wasReset(start: Value, before: Value, type: DataType, zone: string): boolean {
  if (start === null || before === null) return false;
  const order = compareValues(type, start, before);
  if (order >= 0) return order > 0;
  const [previousStartTime, currentStartTime] = [before, start].map((x) => valueToString(x, type, zone) ?? 'NULL') as [string, string];
  throw error(
    'COUNTER_DIFF_START_TIME_DECREASED',
    '22023',
    { previousStartTime, currentStartTime },
    `The counter's start goes back from ${previousStartTime} to ${currentStartTime}: order the rows by time, and part them by counter.`,
  );
}

function evaluate(input: WindowInput, ctx: CallContext): Vector {
  const [values, starts] = input.args as readonly [Vector, Vector?];
  const type = ctx.returnType;
  const valueAt = cellReader(values);
  const startAt = starts === undefined ? () => null : cellReader(starts);
  const builder = createBuilder(type, input.n);
  let last: { readonly value: Value; readonly start: Value } | undefined;
  for (let i = 0; i < input.n; i++) {
    if (input.partitionStart[i] === i) last = undefined;
    const value = valueAt(i);
    if (value === null) {
      builder.append(null);
      continue;
    }
    if (isNegative(value)) {
      const text = valueToString(value, type) ?? '';
      throw error('COUNTER_DIFF_NEGATIVE_COUNTER_VALUE', '22003', { value: text }, `A counter counts up from zero, and ${text} is below it.`);
    }
    const start = startAt(i);
    const anew = last === undefined || wasReset(start, last.start, ctx.argTypes[1] ?? type, ctx.sessionTimeZone) || compareValues(type, value, last.value) < 0;
    builder.append(anew || last === undefined ? null : difference(value, last.value, type));
    last = { value, start };
  }
  return builder.finish();
}

export const counterDiff: WindowFunction = {
  kind: 'window',
  name: NAME,
  family: 'window',
  since: '4.3.0',
  namedArguments: true,
  params: [
    { name: 'value', accepts: ['numeric'] },
    { name: 'startTime', accepts: ['timestamp'], optional: true, pythonDefault: 'None' },
  ],
  signature,
  doc: 'By how much a counter grew since the last row with a value; NULL in the first one and where it was reset: where it fell, or where its start time moved on. A negative counter and a start time that goes back raise an error.',
  examples: [[`${NAME}(7) OVER (ORDER BY 1)`, null]],
  frame: 'fixed',
  requiresOrder: true,
  evaluate,
};
