/** What TIMESTAMP means in a session, by its setting `spark.sql.timestampType`: a moment (LTZ), or what clocks and calendars show (NTZ). */
import { TimestampNTZType, TimestampType } from './data-type.ts';
import type { AtomicType } from './data-type.ts';

type Conf = ((key: string) => string | undefined) | undefined;

/** Whether it has no time zone. Without settings it has. */
export function timestampsAreLocal(conf: Conf): boolean {
  return conf?.('spark.sql.timestampType')?.toUpperCase() === 'TIMESTAMP_NTZ';
}

/** The type that the name stands for. */
export function sessionTimestampType(conf: Conf): AtomicType {
  return timestampsAreLocal(conf) ? TimestampNTZType : TimestampType;
}
