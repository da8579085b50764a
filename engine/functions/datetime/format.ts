/** Dates and timestamps as text by a pattern. */
import { createBuilder } from '../../columnar/index.ts';
import type { Validity, Vector } from '../../columnar/index.ts';
import { canImplicitCast, LongType, StringType, timeZone, TimestampType, UTC } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import { patternFormatter } from '../datetime-pattern.ts';
import type { ArgumentInfo, CallContext, ScalarFunction } from '../define.ts';
import { casts, defaultText, text, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { unexpectedInput } from '../typing.ts';
import { formatTimeOfDay, readTime } from './format-time.ts';
import { isLegacy, simpleFormatter } from '../legacy-datetime/index.ts';
import { DEFAULT_PATTERN } from './parse.ts';

const family = 'datetime';

const formattable: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (canImplicitCast(type, TimestampType)) return TimestampType;
  throw unexpectedInput(name, args, i, '("TIMESTAMP" or "TIME" or "(TIMESTAMP_LTZ(P) OR TIMESTAMP_NTZ(P) WITH P IN [7, 9])")');
};

/** Over numbers that are safe integers as microseconds, `unit` of them each, with a constant pattern. */
function formatKernel(v: Vector | undefined, n: number, unit: number, pattern: Value | undefined, ctx: CallContext, valid: Validity): Vector | undefined {
  if (v?.layout !== 'long' || !(v.data instanceof Float64Array) || typeof pattern !== 'string' || isLegacy(ctx.conf)) return undefined;
  const { data } = v;
  const formatter = patternFormatter(pattern, timeZone(ctx.sessionTimeZone));
  const builder = createBuilder(StringType, n);
  for (let i = 0; i < n; i++) {
    const micros = (data[i] as number) * unit;
    if (valid !== null && valid[i] === 0) builder.append(null);
    else if (Number.isSafeInteger(micros)) builder.append(formatter.formatSafe(micros));
    else return undefined;
  }
  return builder.finish();
}

/** A constant pattern is looked at even where there are no rows. */
const prepare: ScalarFunction['prepare'] = (_types, [, pattern], conf) => {
  if (typeof pattern !== 'string') return;
  if (isLegacy(conf)) simpleFormatter(pattern, UTC);
  else patternFormatter(pattern, UTC).checkWriting();
};

/** A moment by a pattern; by the old rules where the session asks for them. */
function formatTimestamp(micros: bigint, pattern: string, ctx: CallContext): string {
  const zone = timeZone(ctx.sessionTimeZone);
  return isLegacy(ctx.conf) ? simpleFormatter(pattern, zone).write(micros) : patternFormatter(pattern, zone).formatTimestamp(micros);
}

const dateFormat = typed({
  name: 'date_format',
  family,
  since: '1.5.0',
  params: ['timestamp', 'fmt'],
  takes: [formattable, text],
  returns: StringType,
  doc: 'A date or timestamp as text by a pattern such as yyyy-MM-dd HH:mm, on the session\'s wall clock.',
  examples: [
    ["date_format('2016-04-08', 'y')", '2016'],
    ["date_format('2016-04-08 13:05:00', 'd MMM yyyy, hh:mm a')", '8 Apr 2016, 01:05 PM'],
  ],
  prepare,
  row: ([micros, pattern], ctx) => formatTimestamp(micros as bigint, pattern as string, ctx),
  batch: ([v], n, ctx, valid) => formatKernel(v, n, 1, ctx.literals[1], ctx, valid),
});

const fromUnixtime = typed({
  name: 'from_unixtime',
  family,
  since: '1.5.0',
  params: ['unix_time', 'fmt?'],
  takes: [casts(LongType), text],
  returns: StringType,
  nullable: true,
  defaults: [defaultText(DEFAULT_PATTERN)],
  doc: 'Seconds since 1970-01-01 UTC as text by a pattern, on the session\'s wall clock.',
  examples: [["from_unixtime(0, 'yyyy-MM-dd HH:mm:ss')", '1970-01-01 00:00:00']],
  prepare,
  row: ([seconds, pattern], ctx) => {
    // Beyond the range of timestamps it begins anew, without an error: so Spark has it.
    const micros = BigInt.asIntN(64, (seconds as bigint) * 1_000_000n);
    return formatTimestamp(micros, pattern as string, ctx);
  },
  batch: ([v, given], n, ctx, valid) => formatKernel(v, n, 1e6, given === undefined ? DEFAULT_PATTERN : ctx.literals[1], ctx, valid),
});

export const formats: readonly ScalarFunction[] = [{ ...dateFormat, becomes: readTime }, fromUnixtime, formatTimeOfDay];
