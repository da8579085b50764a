/** Texts to dates and timestamps over columns: fixed patterns the short way, everything else row by row. */
import type { Validity, Vector } from '../../columnar/index.ts';
import { SparkError } from '../../core/index.ts';
import { timeZone } from '../../types/index.ts';
import type { DataType, TimeZone, Value } from '../../types/index.ts';
import { patternFormatter } from '../datetime-pattern.ts';
import type { CallContext } from '../define.ts';
import { isLegacy, isLeaptOver, oldClock } from '../legacy-datetime/index.ts';
import { floorDivNumber } from './rules.ts';

/** Fewer different texts than this share of the rows: then each is better read once, as the evaluator does by itself. */
const DIFFERENT_SHARE = 0.5;
/** What texts without a pattern mostly look like; a cast reads them so. */
const USUAL_PATTERNS = ['yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd'];
const DAY_MICROS = 86_400_000_000;

export interface ParseTarget {
  readonly type: DataType;
  /** Local microseconds to the result. */
  readonly make: (local: number, zone: TimeZone) => number;
}

/** The instant at which the zone's wall clock shows the microseconds. */
export function instantOf(local: number, zone: TimeZone): number {
  if (zone.fixedOffset !== null) return local - zone.fixedOffset * 1e6;
  const second = floorDivNumber(local, 1e6);
  return local + (zone.toInstant(second) - second) * 1e6;
}

export function dayOf(local: number): number {
  return floorDivNumber(local, DAY_MICROS);
}

/** What is no pattern of the new rules may be one of the old; then there is no short way. */
function oldReader(pattern: string, zone: TimeZone): (text: string) => number {
  const { readSafe } = patternFormatter(pattern, zone);
  try {
    readSafe('');
  } catch (error) {
    if (error instanceof SparkError) return () => Number.NaN;
    throw error;
  }
  if (zone.fixedOffset !== null) return readSafe;
  return (text) => {
    const wall = readSafe(text);
    return wall !== wall || isLeaptOver(zone, floorDivNumber(wall, 1e6)) ? Number.NaN : wall;
  };
}

function readers(pattern: string | undefined, zone: TimeZone, local: boolean, old: boolean): readonly ((text: string) => number)[] {
  if (old && pattern !== undefined) return [oldReader(pattern, zone)];
  return (pattern === undefined ? USUAL_PATTERNS : [pattern]).map((p) => patternFormatter(p, zone, local).readSafe);
}

/**
 * `row` is asked where the short way does not serve: it may raise, or give null. Undefined: declined, since texts repeat
 * or a result is beyond what the column holds as numbers.
 */
export function parseKernel(
  v: Vector | undefined,
  n: number,
  pattern: string | undefined,
  target: ParseTarget,
  row: (text: string) => Value,
  ctx: CallContext,
  valid: Validity,
): Vector | undefined {
  if (v?.layout !== 'string' || v.dictionary.length < n * DIFFERENT_SHARE) return undefined;
  const zone = timeZone(ctx.sessionTimeZone);
  const local = target.type.kind === 'timestamp_ntz';
  const old = pattern !== undefined && !local && isLegacy(ctx.conf);
  const clock = old ? oldClock(zone) : zone;
  const [first, second] = readers(pattern, zone, local, old);
  const { codes, dictionary } = v;
  const asDate = target.type.kind === 'date';
  const data = asDate ? new Int32Array(n) : new Float64Array(n);
  let validity: Uint8Array | null = valid === null ? null : valid.slice();
  for (let i = 0; i < n; i++) {
    if (valid !== null && valid[i] === 0) continue;
    const text = dictionary[codes[i] as number] as string;
    let wall = first === undefined ? Number.NaN : first(text);
    if (wall !== wall && second !== undefined) wall = second(text);
    if (wall === wall) {
      data[i] = target.make(wall, clock);
      continue;
    }
    const value = row(text);
    if (value === null) {
      validity ??= new Uint8Array(n).fill(1);
      validity[i] = 0;
    } else if (Number.isSafeInteger(Number(value))) data[i] = Number(value);
    else return undefined;
  }
  if (asDate) return { layout: 'int', type: target.type as never, length: n, validity, data: data as Int32Array };
  return { layout: 'long', type: target.type as never, length: n, validity, data: data as Float64Array };
}
