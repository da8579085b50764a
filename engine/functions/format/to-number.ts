/** `to_number`, `to_char` and their kin. */
import { analysisError, SparkError } from '../../core/index.ts';
import { decimalForType, decimalType, isNested, isNumeric, isString, StringType, valueToSql, valueToString } from '../../types/index.ts';
import type { DataType, Decimal, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, Reading, ScalarFunction, Signature } from '../define.ts';
import { text } from '../typed.ts';
import { mismatch, scalarFunction, unexpectedInput } from '../typing.ts';
import { numberPattern, parseNumber } from './number-pattern.ts';
import type { NumberPattern } from './number-pattern.ts';
import { writeNumber } from './number-writer.ts';

const family = 'format';
const MAX_DIGITS = 38;

function tooManyDigits(precision: number): SparkError {
  return new SparkError({
    errorClass: 'ArithmeticException',
    condition: 'DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION',
    sqlState: '22003',
    parameters: { precision: String(precision), maxPrecision: String(MAX_DIGITS) },
    sentence: `The format has ${precision} digits, and decimals have no more than ${MAX_DIGITS}.`,
  });
}

function checkFoldable(name: string, args: readonly ArgumentInfo[]): void {
  const format = args[1] as ArgumentInfo;
  if (format.failure !== undefined) throw format.failure;
  if (format.foldable) return;
  throw mismatch(
    'NON_FOLDABLE_INPUT',
    name,
    args,
    { inputName: isString(format.type) ? '`attributereference`' : '`cast`', inputType: '"STRING"', inputExpr: `"${format.sql}"` },
    `${name} needs a constant format, and ${format.sql} is not one.`,
  );
}

const PATTERNS = new WeakMap<CallContext, NumberPattern>();

/** What a format of another type is as a text. */
function formatText({ literal, type }: ArgumentInfo): string {
  return String(valueToString(literal ?? null, type) ?? '');
}

/** The format is a constant: read once for each call site and task. */
function patternOf(format: Value, ctx: CallContext): NumberPattern {
  let made = PATTERNS.get(ctx);
  if (made === undefined) {
    made = numberPattern(String(format));
    PATTERNS.set(ctx, made);
  }
  return made;
}

function numberSignature(name: string, args: readonly ArgumentInfo[], lenient: boolean): Signature {
  const argTypes = [text(name, args, 0), text(name, args, 1)];
  checkFoldable(name, args);
  const { literal } = args[1] as ArgumentInfo;
  const nullable = lenient ? { nullable: true } : {};
  if (literal === undefined || literal === null) return { argTypes, returns: decimalType(), ...nullable };
  const pattern = numberPattern(formatText(args[1] as ArgumentInfo));
  const precision = pattern.integerDigits + pattern.fractionDigits;
  if (precision > MAX_DIGITS) throw tooManyDigits(precision);
  return { argTypes, returns: decimalType(precision, pattern.fractionDigits), ...nullable };
}

function doesNotMatch(input: string, format: string): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'INVALID_FORMAT.MISMATCH_INPUT',
    sqlState: '42601',
    parameters: { inputType: '"STRING"', input, format },
    sentence: `'${input}' does not have the form ${format}. Use try_to_number to get NULL for it.`,
  });
}

function declareToNumber(name: string, since: string, lenient: boolean): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since,
    params: [
      { name: 'expr', accepts: ['string'] },
      { name: 'fmt', accepts: ['string'], literal: true },
    ],
    signature: (args) => numberSignature(name, args, lenient),
    doc: `The decimal that a text stands for in a format: 0 and 9 for digits, . or D, , or G, $, S, MI and PR; ${lenient ? 'NULL' : 'an error'} where it does not fit.`,
    examples: [
      [`${name}('454', '999')`, '454'],
      [`${name}('$78.12', '$99.99')`, '78.12'],
      [`${name}('12,454.8-', '99,999.9S')`, '-12454.8'],
    ],
    row: ([s, format], ctx) => {
      const number = parseNumber(s as string, patternOf(format as Value, ctx));
      if (number === null && !lenient) throw doesNotMatch(s as string, String(format).toUpperCase());
      return number;
    },
  });
}

/** Numbers as the decimals that hold them, texts as decimal(38,18). */
function decimalOf(name: string, args: readonly ArgumentInfo[]): DataType {
  const { type } = args[0] as ArgumentInfo;
  if (isNumeric(type)) return decimalForType(type) as DataType;
  if (isString(type)) return decimalType(MAX_DIGITS, 18);
  if (type.kind === 'null') return decimalType();
  throw unexpectedInput(name, args, 0, '"DECIMAL"');
}

const BINARY_FORMATS: Readonly<Record<string, string>> = { BASE64: 'base64', HEX: 'hex', 'UTF-8': 'decode' };

/** Datetimes are written by `date_format`, binaries by the function of their format. */
function readingOf(name: string, args: readonly ArgumentInfo[]): Reading | undefined {
  const [value, format] = args as readonly [ArgumentInfo, ArgumentInfo];
  if (['date', 'timestamp', 'timestamp_ntz', 'time'].includes(value.type.kind)) return { kind: 'call', name: 'date_format', args: [0, 1] };
  if (value.type.kind !== 'binary' || isNested(format.type)) return undefined;
  checkFoldable(name, args);
  const chosen = BINARY_FORMATS[formatText(format).toUpperCase()];
  if (chosen === undefined) {
    const invalidFormat = valueToSql(format.literal === null ? null : formatText(format).toLowerCase(), StringType);
    throw analysisError(
      'INVALID_PARAMETER_VALUE.BINARY_FORMAT',
      '22023',
      { parameter: '`format`', functionName: `\`${name}\``, invalidFormat },
      `${name} writes a binary as 'base64', 'hex' or 'utf-8', not as ${invalidFormat}.`,
    );
  }
  return { kind: 'call', name: chosen, args: chosen === 'decode' ? [0, 1] : [0] };
}

function declareToChar(name: string, since: string): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since,
    params: [
      { name: 'expr', accepts: ['any'] },
      { name: 'format', accepts: ['string'], literal: true },
    ],
    becomes: (args) => readingOf(name, args),
    signature: (args) => {
      const argTypes = [decimalOf('to_char', args), text('to_char', args, 1)];
      checkFoldable('to_char', args);
      const { literal } = args[1] as ArgumentInfo;
      if (literal !== undefined && literal !== null) numberPattern(formatText(args[1] as ArgumentInfo));
      return { argTypes, returns: StringType };
    },
    sql: (args) => `to_char(${args.join(', ')})`,
    doc: 'A number as text in a format (see to_number), # in place of digits where it does not fit; a date or timestamp by a datetime pattern; a binary as base64, hex or utf-8.',
    examples: [
      [`${name}(454, '999')`, '454'],
      [`${name}(12454.8, '99G999D9S')`, '12,454.8+'],
      [`${name}(DATE'2016-04-08', 'y')`, '2016'],
    ],
    row: ([d, format], ctx) => writeNumber(d as Decimal, patternOf(format as Value, ctx)),
  });
}

export const numberTexts: readonly ScalarFunction[] = [
  declareToNumber('to_number', '3.3.0', false),
  declareToNumber('try_to_number', '3.3.0', true),
  declareToChar('to_char', '3.4.0'),
  declareToChar('to_varchar', '3.5.0'),
];
