/** What datetime functions take, and how micros split into days and time. */
import {
  canImplicitCast,
  DateType,
  floorDiv,
  isNumeric,
  MICROS_PER_DAY,
  StringType,
  TimestampNTZType,
  TimestampType,
} from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';
import { casts } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { goesAsText, unexpectedInput } from '../typing.ts';

export const date: Rule = casts(DateType);
export const timestamp: Rule = casts(TimestampType);
export const timestampNtz: Rule = casts(TimestampNTZType);

const ANY_TIMESTAMP = '"(TIMESTAMP OR TIMESTAMP WITHOUT TIME ZONE)"';

/** A timestamp of either kind as it is; what casts to one becomes TIMESTAMP. */
export const anyTimestamp: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (type.kind === 'timestamp_ntz') return type;
  if (canImplicitCast(type, TimestampType)) return TimestampType;
  throw unexpectedInput(name, args, i, ANY_TIMESTAMP);
};

/** A timestamp of either kind and nothing else. */
export const onlyTimestamp: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (type.kind === 'timestamp' || type.kind === 'timestamp_ntz') return type;
  if (type.kind === 'null') return TimestampType;
  throw unexpectedInput(name, args, i, `(${ANY_TIMESTAMP} or "(TIMESTAMP_LTZ(P) OR TIMESTAMP_NTZ(P) WITH P IN [7, 9])")`);
};

const PARSEABLE = '("STRING" or "DATE" or "TIMESTAMP" or "TIMESTAMP_NTZ")';
const PARSEABLE_OR_NUMBER = '("STRING" or "DATE" or "TIMESTAMP" or "TIMESTAMP_NTZ" or "NUMERIC")';

/** Datetimes as they are, all else that is atomic as text. */
export const parseable: Rule = (name, args, i) => {
  const a = args[i] as ArgumentInfo;
  if (a.type.kind === 'date' || a.type.kind === 'timestamp' || a.type.kind === 'timestamp_ntz') return a.type;
  if (goesAsText(a)) return StringType;
  throw unexpectedInput(name, args, i, PARSEABLE);
};

/** As `parseable`, and numbers, which count seconds, as they are. */
export const parseableOrNumber: Rule = (name, args, i) => {
  const a = args[i] as ArgumentInfo;
  if (!goesAsText(a)) throw unexpectedInput(name, args, i, PARSEABLE_OR_NUMBER);
  return isNumeric(a.type) ? a.type : parseable(name, args, i);
};

/** Microseconds on a wall clock as days and microseconds of the day. */
export function splitLocal(local: bigint): { readonly days: number; readonly micros: number } {
  const days = floorDiv(local, MICROS_PER_DAY);
  return { days: Number(days), micros: Number(local - days * MICROS_PER_DAY) };
}

/** `floor(a / b)` of safe integers. */
export function floorDivNumber(a: number, b: number): number {
  const q = Math.floor(a / b);
  return q * b > a ? q - 1 : q;
}
