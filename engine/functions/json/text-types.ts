/** What texts of JSON are taken for besides STRING, where the options ask for it (`JsonInferSchema`). */
import { decimalTypeOf, parseDecimal, StringType, TimestampNTZType, timestampsAreLocal, TimestampType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { CallContext } from '../define.ts';
import { isLegacy } from '../legacy-datetime/index.ts';
import { datetimeReader } from '../text-format.ts';
import type { Options } from './options.ts';

const MAX_DIGITS = 38;

/** With `prefersDecimal` and `inferTimestamp` texts are looked into. */
export function textTypes(options: Options, sessionTimeZone: string, now: () => number, conf: CallContext['conf']): ((text: string) => DataType) | undefined {
  const decimals = options.flag('prefersDecimal', false);
  const timestamps = options.flag('inferTimestamp', false);
  if (!decimals && !timestamps) return undefined;
  const datetime = datetimeReader({ timestamp: options.get('timestampFormat') }, options.get('timeZone') ?? sessionTimeZone, now, isLegacy(conf) ? 'none' : undefined);
  const isLocal = timestampsAreLocal(conf);
  const local = datetimeReader({ timestampNtz: options.get('timestampNTZFormat') }, sessionTimeZone, now);
  return (text) => {
    const decimal = decimals ? parseDecimal(text) : null;
    const type = decimal === null ? undefined : decimalTypeOf(decimal);
    if (type !== undefined && type.precision <= MAX_DIGITS && type.scale <= MAX_DIGITS) return type;
    if (!timestamps) return StringType;
    if (isLocal && local.timestampNtz(text) !== null) return TimestampNTZType;
    // The old way takes more for timestamps than it reads as such.
    return datetime.timestamp(text) !== null || (datetime.old && datetime.timestampNtz(text) !== null) ? TimestampType : StringType;
  };
}
