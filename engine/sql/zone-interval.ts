/** `SET TIME ZONE INTERVAL 3 HOURS`: a zone given by its distance from UTC. */
import type { Expression } from '../plan/index.ts';
import { parseError, placed } from './errors.ts';
import { intervalLiteral } from './intervals.ts';
import type { Parser } from './parser.ts';

const SECOND = 1_000_000n;
const HOUR = 3600n * SECOND;
const DAY = 24n * HOUR;
const FARTHEST = 18n * HOUR;
const SECONDS_OF_A_MINUTE = 60;

/** The zone's name, as `+03:00` or `Z`. Raises INVALID_INTERVAL_FORMAT.TIMEZONE_INTERVAL_OUT_OF_RANGE at the statement. */
export function zoneOfInterval(p: Parser, from: number): string {
  const micros = offset(p, intervalLiteral(p), from);
  const seconds = Number((micros < 0n ? -micros : micros) / SECOND);
  if (seconds === 0) return 'Z';
  const parts = [Math.floor(seconds / SECONDS_OF_A_MINUTE ** 2), Math.floor(seconds / SECONDS_OF_A_MINUTE) % SECONDS_OF_A_MINUTE, seconds % SECONDS_OF_A_MINUTE];
  const shown = (parts[2] === 0 ? parts.slice(0, 2) : parts).map((n) => String(n).padStart(2, '0')).join(':');
  return `${micros < 0n ? '-' : '+'}${shown}`;
}

/** In microseconds. */
function offset(p: Parser, e: Expression, from: number): bigint {
  if (e.type !== 'Literal' || (typeof e.value !== 'string' && typeof e.value !== 'number')) p.fail();
  const value = BigInt(e.value);
  const type = String(e.dataType);
  const magnitude = value < 0n ? -value : value;
  const refused = (input: bigint): never => {
    const sentence = 'A zone lies at most 18 hours from UTC, by whole seconds, and is told in hours, minutes and seconds.';
    throw placed(parseError('INVALID_INTERVAL_FORMAT.TIMEZONE_INTERVAL_OUT_OF_RANGE', '22006', { input: String(input) }, sentence), p.originFrom(from));
  };
  if (/year|month/.test(type)) return refused(value);
  if (type.includes('day') && value / DAY !== 0n) return refused(value / DAY);
  if (magnitude > FARTHEST) return refused(magnitude / HOUR);
  if (magnitude % SECOND !== 0n) return refused(magnitude / SECOND);
  return value;
}
