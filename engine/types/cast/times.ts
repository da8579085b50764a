/** Casts to and from TIME. */
import { isString } from '../coercion.ts';
import type { DataType, TimeType } from '../data-type.ts';
import { MICROS_PER_DAY, floorDiv, toLocalMicros } from '../datetime.ts';
import { toPrecision } from '../decimal.ts';
import { NANOS_PER_SECOND, parseTime, truncateTime } from '../time.ts';
import type { TimeZone } from '../time-zone.ts';
import { UTC } from '../time-zone.ts';
import { Decimal } from '../value.ts';
import type { Value } from '../value.ts';
import { castInvalidInput, castOverflow, numericValueOutOfRange } from './errors.ts';
import { INTEGRAL_RANGE } from './numbers.ts';
import type { CastMode } from './rules.ts';

type Convert = (value: Value) => Value;

export function toTime(from: DataType, to: TimeType, mode: CastMode, zone: TimeZone): Convert {
  if (isString(from)) {
    return (v) => {
      const nanos = parseTime(v as string);
      if (nanos === null && mode === 'ansi') throw castInvalidInput(v, from, to);
      return nanos === null ? null : truncateTime(nanos, to.precision);
    };
  }
  if (from.kind === 'time') return (v) => truncateTime(v as bigint, to.precision);
  const clock = from.kind === 'timestamp' ? zone : UTC;
  return (v) => {
    const local = toLocalMicros(v as bigint, clock);
    return truncateTime((local - floorDiv(local, MICROS_PER_DAY) * MICROS_PER_DAY) * 1000n, to.precision);
  };
}

/** Seconds since midnight. */
export function timeToNumber(from: TimeType, to: DataType, mode: CastMode): Convert {
  if (to.kind === 'decimal') {
    return (v) => {
      const exact = new Decimal(v as bigint, 9);
      const fitted = toPrecision(exact, to.precision, to.scale);
      if (fitted === null && mode === 'ansi') throw numericValueOutOfRange(exact, to.precision, to.scale);
      return fitted;
    };
  }
  const { min, max } = INTEGRAL_RANGE[to.kind] as { min: bigint; max: bigint };
  return (v) => {
    const seconds = (v as bigint) / NANOS_PER_SECOND;
    if (seconds < min || seconds > max) {
      if (mode !== 'ansi') return null;
      throw castOverflow(v, from, to);
    }
    return to.kind === 'long' ? seconds : Number(seconds);
  };
}

/** The time of day of the current date, as microseconds on the wall clock. */
export function timeToLocalMicros(nanos: bigint, today: number): bigint {
  return BigInt(today) * MICROS_PER_DAY + nanos / 1000n;
}
