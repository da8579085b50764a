/** Arguments that the sketches' functions share: the sketch itself, its size, what it does with two summaries. */
import { SparkError } from '../../core/index.ts';
import { BinaryType, IntegerType, isString, quotedSqlType, sameType, simpleString, StringType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';
import type { Default, Rule } from '../typed.ts';
import { defaultInt, defaultText } from '../typed.ts';
import { expectExactly, mismatch, unexpectedInput } from '../typing.ts';
import { DEFAULT_LOG_ENTRIES } from './entries.ts';
import { TUPLE_MODES } from './tuple-bytes.ts';
import type { TupleMode } from './tuple-bytes.ts';

export const LOG_ENTRIES = defaultInt(DEFAULT_LOG_ENTRIES);
export const MODE = defaultText('sum');
const LOG_RANGE = { min: 4, max: 26 };

/** Binary, or an untyped null: a sketch in its bytes. */
export const sketchBytes: Rule = (name, args, i) => {
  const { type } = args[i] as ArgumentInfo;
  if (type.kind === 'binary' || type.kind === 'null') return BinaryType;
  throw unexpectedInput(name, args, i, '"BINARY"');
};

/** As `sketchBytes`, and texts, whose bytes are read. */
export const textOrSketchBytes: Rule = (name, args, i) => (isString((args[i] as ArgumentInfo).type) ? BinaryType : sketchBytes(name, args, i));

/** The whole number `lgNomEntries`. */
export const logEntries: Rule = (name, args, i) => expectExactly(name, args, i, IntegerType);
export const modeText: Rule = (name, args, i) => expectExactly(name, args, i, StringType);

export function sketchError(condition: string, sqlState: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return new SparkError({ errorClass: 'SparkRuntimeException', condition, sqlState, parameters, sentence });
}

/** The bytes are no sketch of this kind. */
export function invalidSketch(kind: 'HLL' | 'THETA' | 'TUPLE' | 'KLL', name: string): SparkError {
  const sqlState = kind === 'HLL' ? '22546' : '22000';
  return sketchError(`${kind}_INVALID_INPUT_SKETCH_BUFFER`, sqlState, { function: `\`${name}\`` }, `${name} was given bytes that are no ${kind} sketch.`);
}

function logEntriesSentence(name: string, value: number): string {
  return `Invalid call to \`${name}\`; the \`lgNomEntries\` value must be between ${LOG_RANGE.min} and ${LOG_RANGE.max}, inclusive: ${value}.`;
}

function isLogEntries(value: number): boolean {
  return value >= LOG_RANGE.min && value <= LOG_RANGE.max;
}

export function checkLogEntries(name: string, value: number): void {
  if (isLogEntries(value)) return;
  const parameters = { function: `\`${name}\``, min: String(LOG_RANGE.min), max: String(LOG_RANGE.max), value: String(value) };
  throw sketchError('SKETCH_INVALID_LG_NOM_ENTRIES', '22003', parameters, `The number of entries of ${name} is 2 to the power of ${LOG_RANGE.min} to ${LOG_RANGE.max}, not of ${value}.`);
}

function modeSentence(name: string, mode: string): string {
  return `Invalid call to \`${name}\`: mode '${mode}' is not supported. Valid modes are: ${TUPLE_MODES.join(', ')}.`;
}

function isMode(mode: string): mode is TupleMode {
  return (TUPLE_MODES as readonly string[]).includes(mode);
}

export function modeOf(name: string, text: string): TupleMode {
  const mode = text.toLowerCase();
  if (isMode(mode)) return mode;
  const parameters = { function: `\`${name}\``, mode: text, validModes: TUPLE_MODES.join(', ') };
  throw sketchError('TUPLE_INVALID_SKETCH_MODE', '22023', parameters, `${name} has no mode ${text}; there are ${TUPLE_MODES.join(', ')}.`);
}

/** TYPE_CHECK_FAILURE_WITH_HINT: Spark puts the whole runtime error into a parameter. */
export function checkFailure(name: string, args: readonly ArgumentInfo[], condition: string, sqlState: string, sentence: string): SparkError {
  return mismatch('TYPE_CHECK_FAILURE_WITH_HINT', name, args, { msg: `[${condition}] ${sentence} SQLSTATE: ${sqlState}`, hint: '' }, sentence);
}

/** As Spark does here, without its usual quotes. */
export function checkConstant(name: string, args: readonly ArgumentInfo[], place: number, inputName: string, type: DataType): void {
  const a = args[place];
  if (a === undefined || a.foldable) return;
  const inputExpr = sameType(a.type, type) ? a.sql : `CAST(${a.sql} AS ${quotedSqlType(type).replaceAll('"', '')})`;
  throw mismatch('NON_FOLDABLE_INPUT', name, args, { inputName, inputType: simpleString(type), inputExpr }, `${name} needs a constant for ${inputName}, and ${a.sql} is not one.`);
}

/** Of constant arguments, what is refused before anything runs. */
export function checkConstants(name: string, args: readonly ArgumentInfo[], places: { readonly log?: number; readonly mode?: number }): void {
  if (places.log !== undefined) checkConstant(name, args, places.log, 'lgNomEntries', IntegerType);
  if (places.mode !== undefined) checkConstant(name, args, places.mode, 'mode', StringType);
  const log = places.log === undefined ? undefined : args[places.log]?.literal;
  if (log !== undefined && log !== null && !isLogEntries(Number(log))) {
    throw checkFailure(name, args, 'SKETCH_INVALID_LG_NOM_ENTRIES', '22003', logEntriesSentence(name, Number(log)));
  }
  const mode = places.mode === undefined ? undefined : args[places.mode]?.literal;
  if (typeof mode === 'string' && !isMode(mode.toLowerCase())) {
    throw checkFailure(name, args, 'TUPLE_INVALID_SKETCH_MODE', '22023', modeSentence(name, mode));
  }
}

/** The arguments with the defaults of those that were left out, as names and errors show them. */
export function withDefaults(args: readonly ArgumentInfo[], defaults: readonly Default[], count: number): readonly ArgumentInfo[] {
  const more = defaults.slice(defaults.length - (count - args.length)).map((d) => ({ type: d.type as DataType, nullable: false, foldable: true, literal: d.value as Value, sql: d.sql }));
  return args.length >= count ? args : [...args, ...more];
}

/** SQL texts with the defaults behind them. */
export function shownCall(name: string, defaults: readonly Default[], count: number): (args: readonly string[], distinct: boolean) => string {
  return (args, distinct) => {
    const more = args.length >= count ? [] : defaults.slice(defaults.length - (count - args.length)).map((d) => d.sql);
    return `${name}(${distinct ? 'DISTINCT ' : ''}${[...args, ...more].join(', ')})`;
  };
}
