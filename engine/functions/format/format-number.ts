/** `format_number`: digits after the point, or a pattern of `DecimalFormat`. */
import { outOfMemory } from '../../core/index.ts';
import { Decimal, IntegerType, isNumeric, isString, StringType } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext } from '../define.ts';
import { typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { unexpectedInput } from '../typing.ts';
import { decimalFormat } from './decimal-format.ts';
import type { NumberFormat } from './decimal-format.ts';

const numeric: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (isNumeric(type)) return type;
  if (type.kind === 'null') return IntegerType;
  throw unexpectedInput(name, args, i, '"NUMERIC"');
};

const digitsOrPattern: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (isString(type)) return StringType;
  if (type.kind === 'integer' || type.kind === 'null') return IntegerType;
  throw unexpectedInput(name, args, i, '("INT" or "STRING")');
};

const WHOLE = '#,###,###,###,###,###,##0';
const CACHE_FORMATS = 100;
const CACHE = new Map<string, NumberFormat>();

function formatOf(pattern: string): NumberFormat {
  let made = CACHE.get(pattern);
  if (made === undefined) {
    made = decimalFormat(pattern);
    if (CACHE.size >= CACHE_FORMATS) CACHE.clear();
    CACHE.set(pattern, made);
  }
  return made;
}

/** A text that long would not fit into memory, in Spark no more than here. */
const MOST_DIGITS = 10_000_000;

/** Of numbers that are no decimals Java writes no more digits behind the point. */
const JAVA_DIGITS = 340;

function patternOf(digits: Value): string {
  if (typeof digits === 'number' && digits > MOST_DIGITS) {
    throw outOfMemory(`format_number would write ${digits} digits after the point. At most ${MOST_DIGITS} are possible.`);
  }
  if (typeof digits === 'string') return digits === '' ? WHOLE : digits;
  return (digits as number) === 0 ? WHOLE : `${WHOLE}.${'0'.repeat(digits as number)}`;
}

function formatted(v: Value, format: NumberFormat, ctx: CallContext): string {
  const kind = ctx.argTypes[0]?.kind;
  if (v instanceof Decimal) return format.formatDecimal(v);
  if (kind === 'double' || kind === 'float') return format.formatDouble(v as number);
  return format.formatDecimal(new Decimal(BigInt(v as number | bigint), 0));
}

export const formatNumber = typed({
  name: 'format_number',
  family: 'format',
  since: '1.5.0',
  params: ['expr1', 'expr2'],
  takes: [numeric, digitsOrPattern],
  returns: StringType,
  nullable: true,
  doc: 'The number with commas between thousands and so many digits after the point, or by a pattern such as #,##0.00; halves round to even. NULL for a negative number of digits.',
  examples: [
    ['format_number(12332.123456, 4)', '12,332.1235'],
    ["format_number(12332.123456, '##################.###')", '12332.123'],
  ],
  row: ([v, digits], ctx) => {
    if (typeof digits === 'number' && digits < 0) return null;
    const shown = typeof digits === 'number' && !(v instanceof Decimal) ? Math.min(digits, JAVA_DIGITS) : digits;
    return formatted(v as Value, formatOf(patternOf(shown as Value)), ctx);
  },
});
