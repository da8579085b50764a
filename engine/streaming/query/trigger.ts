/** When a query runs its batches (`Trigger`). */
import { analysisError, SparkError, unsupported } from '../../core/index.ts';
import { parseCalendarInterval } from '../../types/index.ts';
import type { StreamSpec } from '../session-contract.ts';

export type QueryTrigger =
  /** A batch as soon as there is something to do; with an interval at its multiples only. */
  | { readonly kind: 'processingTime'; readonly intervalMicros: number }
  | { readonly kind: 'once' }
  | { readonly kind: 'availableNow' };

export function triggerOf(spec: StreamSpec): QueryTrigger {
  const { kind, interval } = spec.trigger;
  switch (kind) {
    case 'default':
      return { kind: 'processingTime', intervalMicros: 0 };
    case 'processingTime':
      return { kind, intervalMicros: intervalMicros(interval ?? '0 seconds') };
    case 'once':
    case 'availableNow':
      return { kind };
    case 'continuous':
      throw unsupported('Continuous processing', 'Use processingTime, or leave the trigger out.');
  }
}

const DAY_MICROS = 86_400_000_000;

/** Raises what Spark raises for texts that are no interval, or one of months. */
export function intervalMicros(text: string): number {
  const parsed = parseCalendarInterval(text);
  if (parsed === null) {
    const number = text.trim().split(/\s+/)[0] ?? '';
    throw new SparkError({
      errorClass: 'IllegalArgumentException',
      condition: 'INVALID_INTERVAL_FORMAT.UNRECOGNIZED_NUMBER',
      sqlState: '22006',
      parameters: { input: text, number },
      sentence: `'${text}' is no interval: write a number and a unit, such as '10 seconds'.`,
    });
  }
  if (parsed.months !== 0) throw analysisError('_LEGACY_ERROR_TEMP_3231', null, { interval: text }, `A trigger's interval has a fixed length, and months have not: '${text}'.`);
  return parsed.days * DAY_MICROS + Number(parsed.microseconds);
}
