/** Texts to dates and timestamps: by a pattern, or in the forms that casts take. */
import {
  caster,
  DateType,
  daysToMicros,
  isNumeric,
  isString,
  LongType,
  microsToDays,
  sessionTimestampType,
  StringType,
  timeZone,
  TimestampNTZType,
  TimestampType,
  UTC,
} from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { SparkError } from '../../core/index.ts';
import { ParseFailure, patternFormatter } from '../datetime-pattern.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { defaultText, exactText, text, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { cannotParse } from './errors.ts';
import { isLegacy, simpleFormatter } from '../legacy-datetime/index.ts';
import { dayOf, instantOf, parseKernel } from './parse-kernel.ts';
import type { ParseTarget } from './parse-kernel.ts';
import { parseable, parseableOrNumber } from './rules.ts';

const family = 'datetime';
export const DEFAULT_PATTERN = 'yyyy-MM-dd HH:mm:ss';

/** What a failure does: raise in ANSI mode (else NULL), or NULL always. */
type OnFailure = 'ansi' | 'null';

const CASTERS = new WeakMap<CallContext, (v: Value) => Value>();

/** The cast of a call site, made once. */
function cast(v: Value, from: DataType, to: DataType, onFailure: OnFailure, ctx: CallContext): Value {
  let convert = CASTERS.get(ctx);
  if (convert === undefined) {
    // Of numbers beyond the range of timestamps Spark takes the nearest where an error is to be NULL.
    const isFloating = from.kind === 'float' || from.kind === 'double';
    const mode = onFailure === 'null' && !isFloating ? 'try' : onFailure !== 'null' && ctx.ansi ? 'ansi' : 'legacy';
    convert = caster(from, to, mode, { timeZone: ctx.sessionTimeZone, now: ctx.environment.now });
    CASTERS.set(ctx, convert);
  }
  return convert(v);
}

/** The value read by the pattern; where it fails, an error naming the function that gives NULL, or NULL. */
function read<T extends Value>(result: T | ParseFailure, onFailure: OnFailure, func: string, ctx: CallContext): T | null {
  if (!(result instanceof ParseFailure)) return result;
  if (onFailure === 'ansi' && ctx.ansi) throw cannotParse(result.message, func);
  return null;
}

/** The moment that a text holds by a pattern; by the old rules where the session asks for them. */
function readTimestamp(text: string, pattern: string, ctx: CallContext): bigint | ParseFailure {
  const zone = timeZone(ctx.sessionTimeZone);
  if (!isLegacy(ctx.conf)) return patternFormatter(pattern, zone).readTimestamp(text);
  const formatter = simpleFormatter(pattern, zone);
  // Where a failure raises, what reads no character at all is one.
  if (pattern === '' && ctx.ansi) return new ParseFailure(`Unparseable date: "${text}"`);
  return formatter.read(text, ctx.environment.now()) ?? new ParseFailure(`Unparseable date: "${text}"`);
}

interface Target extends ParseTarget {
  /** What may be read as it. */
  readonly source: Rule;
  readonly func: string;
  /** What `instantLike` gives, as a value of the target. */
  readonly of: (micros: bigint, ctx: CallContext) => Value;
  readonly parse: (text: string, pattern: string, ctx: CallContext) => Value | ParseFailure;
}

const TO_DATE: Target = {
  type: DateType,
  source: parseable,
  make: dayOf,
  func: 'try_to_date',
  of: (micros, ctx) => microsToDays(micros, timeZone(ctx.sessionTimeZone)),
  parse: (s, pattern, ctx) => {
    const micros = readTimestamp(s, pattern, ctx);
    return micros instanceof ParseFailure ? micros : microsToDays(micros, timeZone(ctx.sessionTimeZone));
  },
};
const TO_TIMESTAMP: Target = {
  type: TimestampType,
  source: parseableOrNumber,
  make: instantOf,
  func: 'try_to_timestamp',
  of: (micros) => micros,
  parse: readTimestamp,
};
const TO_TIMESTAMP_NTZ: Target = {
  type: TimestampNTZType,
  source: parseable,
  make: (local) => local,
  func: 'try_to_timestamp',
  of: (micros) => micros,
  parse: (s, pattern, ctx) => patternFormatter(pattern, timeZone(ctx.sessionTimeZone), true).readLocal(s),
};

/** What calls give: always the same, or TIMESTAMP as the session means it. */
type Goal = Target | 'session';

function targetOf(goal: Goal, type: () => DataType): Target {
  if (goal !== 'session') return goal;
  return type().kind === 'timestamp' ? TO_TIMESTAMP : TO_TIMESTAMP_NTZ;
}

/** With a pattern a text counts as not nullable in ANSI mode, where failures raise; without, it is a cast. */
function nullability(args: readonly ArgumentInfo[], source: DataType, target: DataType, onFailure: OnFailure, ansi: boolean): boolean | undefined {
  const parsed = isString(source);
  if (onFailure === 'null' && parsed) return true;
  if (args.some((a) => a.nullable)) return true;
  if (parsed) return args.length === 1 || !ansi;
  if (args.length > 1) return onFailure === 'null' || !ansi;
  return source.kind === 'double' || source.kind === 'float' || (source.kind === 'date' && target.kind === 'timestamp_ntz') || (source.kind === 'timestamp_ntz' && target.kind === 'date');
}

/** With a pattern Spark hands on what is no text as microseconds, whatever kind of timestamp they count for. */
function instantLike(v: Value, from: DataType, ctx: CallContext): bigint {
  return from.kind === 'date' ? daysToMicros(v as number, timeZone(ctx.sessionTimeZone)) : (v as bigint);
}

/** A constant pattern for texts is looked at even where there are none. */
function preparePattern(isLocal: (conf: CallContext['conf']) => boolean): NonNullable<ScalarFunction['prepare']> {
  return ([from], literals, conf) => {
    const local = isLocal(conf);
    const pattern = literals[1];
    if (from === undefined || !isString(from) || typeof pattern !== 'string') return;
    if (isLegacy(conf) && !local) simpleFormatter(pattern, UTC);
    else patternFormatter(pattern, UTC, local).checkReading();
  };
}

/** Spark takes a number for a call with a pattern, and then has no way to read it. */
function numberByPattern(name: string): SparkError {
  const sentence = `${name} reads texts by a pattern, not numbers: leave the pattern out, and the number counts seconds.`;
  return new SparkError({ errorClass: 'UnknownException', condition: 'INTERNAL_ERROR', sqlState: 'XX000', sentence });
}

function declare(name: string, since: string, goal: Goal, onFailure: OnFailure, doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  const wanted = (conf: SignatureContext['conf']): Target => targetOf(goal, () => sessionTimestampType(conf));
  const signature = (args: readonly ArgumentInfo[], { ansi, conf }: SignatureContext): Signature => {
    const target = wanted(conf);
    const from = target.source(name, args, 0);
    const argTypes = args.length === 1 ? [from] : [from, text(name, args, 1)];
    if (args.length > 1 && isNumeric(from)) throw numberByPattern(name);
    const nullable = nullability(args, from, target.type, onFailure, ansi);
    return { argTypes, returns: target.type, ...(nullable === undefined ? {} : { nullable }) };
  };
  const row = ([v, pattern]: readonly Value[], ctx: CallContext): Value => {
    const from = ctx.argTypes[0] as DataType;
    const target = targetOf(goal, () => ctx.returnType);
    if (pattern === undefined) return cast(v as Value, from, target.type, onFailure, ctx);
    if (!isString(from)) return target.of(instantLike(v as Value, from, ctx), ctx);
    return read(target.parse(v as string, pattern as string, ctx), onFailure, target.func, ctx);
  };
  return scalarFunction({
    name,
    nullIntolerant: false,
    constancy: 'late',
    family,
    since,
    params: [
      { name: goal === TO_DATE ? 'date_str' : 'timestamp_str', accepts: ['string', 'datetime'] },
      { name: 'fmt', accepts: ['string'], optional: true, pythonLiteral: true },
    ],
    signature,
    doc,
    examples,
    replacement: (types, returns) => (types.length === 1 && onFailure === 'ansi' ? { cast: returns, of: 0 } : undefined),
    prepare: preparePattern((conf) => wanted(conf) === TO_TIMESTAMP_NTZ),
    row,
    batch: (args, n, ctx, valid) => {
      const pattern = args.length === 1 ? undefined : ctx.literals[1];
      if (args.length > 1 && typeof pattern !== 'string') return undefined;
      const rest = pattern === undefined ? [] : [pattern as Value];
      return parseKernel(args[0], n, pattern as string | undefined, targetOf(goal, () => ctx.returnType), (text) => row([text, ...rest], ctx), ctx, valid);
    },
  });
}

const DATE_DOC = 'The date that a text holds, by a pattern if one is given (yyyy-MM-dd), or the date of a timestamp';
const TIMESTAMP_DOC = 'The timestamp that a text holds, by a pattern if one is given (yyyy-MM-dd HH:mm:ss)';
const RAISES = '; an error where the text does not fit (NULL without ANSI mode).';
const GIVES_NULL = '; NULL where the text does not fit.';

const UNIX_SOURCES =
  '("STRING" or "DATE" or "TIMESTAMP" or "TIMESTAMP_NTZ" or "(TIMESTAMP_LTZ(P) OR TIMESTAMP_NTZ(P) WITH P IN [7, 9])")';

const unixSource: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (type.kind === 'date' || type.kind === 'timestamp' || type.kind === 'timestamp_ntz') return type;
  if (isString(type) || type.kind === 'null') return StringType;
  throw unexpectedInput(name, args, i, UNIX_SOURCES);
};

/** Seconds since the epoch, towards zero. */
function unixSeconds(v: Value, pattern: string, ctx: CallContext): Value {
  const from = ctx.argTypes[0] ?? TimestampType;
  const zone = timeZone(ctx.sessionTimeZone);
  if (from.kind === 'date') return daysToMicros(v as number, zone) / 1_000_000n;
  if (!isString(from)) return (v as bigint) / 1_000_000n;
  const micros = read(readTimestamp(v as string, pattern, ctx), 'ansi', 'try_to_timestamp', ctx);
  return micros === null ? null : micros / 1_000_000n;
}

/** Towards zero, as integer division cuts. */
const UNIX_SECONDS: ParseTarget = { type: LongType, make: (local, zone) => Math.trunc(instantOf(local, zone) / 1e6) + 0 };

function declareUnix(name: string, since: string, current: boolean): ScalarFunction {
  const base = typed({
    name,
    nullIntolerant: false,
    family,
    since,
    params: [current ? 'timeExp?' : 'timeExp', 'fmt?'],
    takes: [unixSource, exactText],
    returns: LongType,
    defaults: [defaultText(DEFAULT_PATTERN)],
    prepare: preparePattern(() => false),
    doc: `Seconds since 1970-01-01 UTC of a date, a timestamp, or a text read by a pattern${current ? '; of the current time if nothing is given' : ''}.`,
    examples: [[`${name}('2016-04-08', 'yyyy-MM-dd')`, '1460073600']],
    row: ([v, pattern], ctx) => unixSeconds(v as Value, pattern as string, ctx),
    batch: ([v, given], n, ctx, valid) => {
      const pattern = given === undefined ? DEFAULT_PATTERN : ctx.literals[1];
      if (typeof pattern !== 'string') return undefined;
      return parseKernel(v, n, pattern, UNIX_SECONDS, (text) => unixSeconds(text, pattern, ctx), ctx, valid);
    },
  });
  return {
    ...base,
    signature: (args, ctx) => {
      const made = base.signature(args, ctx);
      // Without ANSI mode a text may not fit the pattern: Spark asks no further what the argument is.
      return ctx.ansi ? made : { ...made, nullable: true };
    },
    sql: (args) => {
      const [source = 'current_timestamp()', pattern = DEFAULT_PATTERN] = args;
      return `${name}(${source}, ${pattern})`;
    },
    row: (args, ctx) => (args.length === 0 ? BigInt(Math.floor(ctx.environment.now() / 1e6)) : base.row(args, ctx)),
  };
}

export const parsers: readonly ScalarFunction[] = [
  declare('to_date', '1.5.0', TO_DATE, 'ansi', DATE_DOC + RAISES, [
    ["to_date('2009-07-30 04:17:52')", '2009-07-30'],
    ["to_date('31/12/2016', 'dd/MM/yyyy')", '2016-12-31'],
  ]),
  declare('try_to_date', '4.0.0', TO_DATE, 'null', DATE_DOC + GIVES_NULL, [
    ["try_to_date('2016-12-31', 'yyyy-MM-dd')", '2016-12-31'],
    ["try_to_date('foo', 'yyyy-MM-dd')", null],
  ]),
  declare('to_timestamp', '2.2.0', 'session', 'ansi', TIMESTAMP_DOC + RAISES, [
    ["to_timestamp('2016-12-31 00:12:00')", '2016-12-31 00:12:00'],
    ["to_timestamp('31.12.2016', 'dd.MM.yyyy')", '2016-12-31 00:00:00'],
  ]),
  declare('try_to_timestamp', '3.4.0', 'session', 'null', TIMESTAMP_DOC + GIVES_NULL, [
    ["try_to_timestamp('2016-12-31 00:12:00')", '2016-12-31 00:12:00'],
    ["try_to_timestamp('foo', 'yyyy-MM-dd')", null],
  ]),
  declare('to_timestamp_ltz', '3.4.0', TO_TIMESTAMP, 'ansi', TIMESTAMP_DOC + RAISES, [
    ["to_timestamp_ltz('2016-12-31 00:12:00')", '2016-12-31 00:12:00'],
  ]),
  declare('to_timestamp_ntz', '3.4.0', TO_TIMESTAMP_NTZ, 'ansi', `${TIMESTAMP_DOC}, without a time zone${RAISES}`, [
    ["to_timestamp_ntz('2016-12-31 00:12:00')", '2016-12-31 00:12:00'],
  ]),
  declareUnix('unix_timestamp', '1.5.0', true),
  declareUnix('to_unix_timestamp', '1.6.0', false),
];
