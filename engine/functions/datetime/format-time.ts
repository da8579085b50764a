/** Times of day as text by a pattern: what `date_format` of a TIME is, also where the type is switched off. */
import { SparkError, unsupported } from '../../core/index.ts';
import { StringType, UTC } from '../../types/index.ts';
import type { TimeType } from '../../types/index.ts';
import { patternFormatter } from '../datetime-pattern.ts';
import type { ArgumentInfo, Reading } from '../define.ts';
import { elementsOf } from '../pattern/index.ts';
import { text, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { unexpectedInput } from '../typing.ts';

const NAME = 'format_time';
/** Digits of a second that patterns write exactly. */
const EXACT_DIGITS = 6;

type Elements = ReturnType<typeof elementsOf>;

/** Whether all letters are of the time of day. */
function ofTimes(elements: Elements): boolean {
  return elements.every((e) => (e.kind === 'optional' ? ofTimes(e.elements) : e.kind === 'text' || 'HkhKmsSa'.includes(e.letter)));
}

function elementsOfTime(pattern: string): Elements {
  try {
    return elementsOf(pattern, false);
  } catch (error) {
    if (!(error instanceof SparkError) || error.errorClass !== 'IllegalArgumentException') throw error;
    throw new SparkError({
      errorClass: 'SparkRuntimeException',
      condition: 'INVALID_DATETIME_PATTERN.WITH_SUGGESTION',
      sqlState: '22007',
      parameters: { pattern: `'${pattern}'`, docroot: 'https://spark.apache.org/docs/latest' },
      sentence: `'${pattern}' is no pattern of a time of day. Use letters such as HH:mm:ss.`,
    });
  }
}

function checkPattern(pattern: string): void {
  if (ofTimes(elementsOfTime(pattern))) return;
  throw new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'INVALID_PARAMETER_VALUE.PATTERN',
    sqlState: '22023',
    parameters: { functionName: '`date_format`', parameter: '`format`', value: `'${pattern}'` },
    sentence: `A time of day has no date and no zone, which the pattern '${pattern}' asks for.`,
  });
}

const onlyTime: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (type.kind === 'time') return type;
  throw unexpectedInput(name, args, i, '"TIME"');
};

export const formatTimeOfDay = {
  ...typed({
    name: NAME,
    family: 'datetime',
    since: '4.1.0',
    internal: true,
    params: ['time', 'fmt'],
    takes: [onlyTime, text],
    returns: StringType,
    doc: 'A time of day as text by a pattern such as HH:mm.',
    examples: [["date_format(TIME '13:02:03', 'hh:mm a')", '01:02 PM']],
    sql: (args) => `date_format(${args.join(', ')})`,
    row: ([nanos, pattern], ctx) => {
      checkPattern(pattern as string);
      if ((ctx.argTypes[0] as TimeType).precision > EXACT_DIGITS) throw unsupported('date_format of a TIME of nanoseconds');
      return patternFormatter(pattern as string, UTC).formatLocal((nanos as bigint) / 1000n);
    },
  }),
  sqlOnly: true,
};

/** `date_format` of a time of day is this. */
export function readTime(args: readonly ArgumentInfo[]): Reading | undefined {
  return args[0]?.type.kind === 'time' ? { kind: 'call', name: NAME, args: [0, 1] } : undefined;
}
