/** `format_string` and `printf`. */
import { analysisError, unsupported } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { calendarIntervalToString, type Decimal, decimalToString, doubleToString, floatToString, StringType, timeZone, variantToJson } from '../../types/index.ts';
import type { CalendarInterval, DataType, Value, VariantValue } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction } from '../define.ts';
import { text } from '../typed.ts';
import { scalarFunction } from '../typing.ts';
import { javaFormat } from './java-formatter.ts';
import type { FormatArgument } from './java-formatter.ts';

const BITS: Readonly<Record<string, number>> = { byte: 8, short: 16, integer: 32, date: 32, yearmonth_interval: 32, long: 64, timestamp: 64, timestamp_ntz: 64, time: 64, daytime_interval: 64 };

/** The value as Java's formatter sees it: dates are days, timestamps microseconds, times nanoseconds. */
function argumentOf(v: Value, type: DataType, zone: string): FormatArgument {
  if (v === null) return { kind: 'null' };
  const bits = BITS[type.kind];
  if (bits !== undefined) return { kind: 'integer', value: BigInt(v as number | bigint), bits };
  switch (type.kind) {
    case 'boolean':
      return { kind: 'boolean', value: v as boolean };
    case 'float':
      return { kind: 'floating', value: v as number, text: floatToString(v as number) };
    case 'double':
      return { kind: 'floating', value: v as number, text: doubleToString(v as number) };
    case 'decimal':
      return { kind: 'other', text: decimalToString(v as Decimal) };
    case 'string':
    case 'char':
    case 'varchar':
      return { kind: 'other', text: v as string };
    case 'variant':
      return { kind: 'other', text: variantToJson((v as VariantValue).node, timeZone(zone)) };
    case 'calendar_interval':
      return { kind: 'other', text: calendarIntervalToString(v as CalendarInterval) };
    default:
      return {
        kind: 'other',
        // Java shows where in memory it lies, or what lies there.
        get text(): string {
          throw unsupported(`A value of type ${type.kind} as text in format_string`);
        },
      };
  }
}

/** The first value is %1$. */
function zeroIndex(name: string): SparkError {
  return analysisError('INVALID_PARAMETER_VALUE.ZERO_INDEX', '22023', { parameter: '`strfmt`', functionName: `\`${name}\`` }, `The values of ${name} are counted from 1: %1$s, not %0$s.`);
}

function declare(name: string): ScalarFunction {
  return scalarFunction({
    name,
    asks: { decidedBy: [0] },
    family: 'format',
    since: '1.5.0',
    params: [
      { name: 'strfmt', accepts: ['string'], pythonLiteral: true },
      { name: 'obj', accepts: ['any'], optional: true, variadic: true },
    ],
    signature: (args) => {
      const [format] = args as readonly [ArgumentInfo];
      const argTypes = args.map((a, i) => (i === 0 ? text(name, args, i) : a.type));
      if (typeof format.literal === 'string' && format.literal.includes('%0$')) throw zeroIndex(name);
      return { argTypes, returns: StringType, nullable: format.nullable };
    },
    nulls: 'custom',
    doc: 'A text with values put in as `java.util.Formatter` does: %s, %d, %5.2f, %08d and so on.',
    examples: [[`${name}('Hello World %d %s', 100, 'days')`, 'Hello World 100 days']],
    row: ([format, ...values], ctx) =>
      format === null ? null : javaFormat(format as string, values.map((v, i) => argumentOf(v, ctx.argTypes[i + 1] as DataType, ctx.sessionTimeZone))),
  });
}

export const formatStrings: readonly ScalarFunction[] = [declare('format_string'), declare('printf')];
