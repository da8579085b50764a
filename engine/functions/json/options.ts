/** Options of the functions between texts and values: a map of constants, names without regard to case. */
import { analysisError, SparkError } from '../../core/index.ts';
import { MapValue, quotedSqlType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo } from '../define.ts';
import { DEFAULT_GRAMMAR } from './parse.ts';
import type { JsonGrammar } from './parse.ts';

export class Options {
  private readonly values: ReadonlyMap<string, string>;

  constructor(entries: Iterable<readonly [string, string]>) {
    this.values = new Map([...entries].map(([k, v]) => [k.toLowerCase(), v]));
  }

  get(name: string): string | undefined {
    return this.values.get(name.toLowerCase());
  }

  entries(): readonly (readonly [string, string])[] {
    return [...this.values];
  }

  /** These options over the others. */
  with(more: Readonly<Record<string, string>>): Options {
    return new Options([...this.values, ...Object.entries(more)]);
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.get(name);
    return value === undefined ? otherwise : value.toLowerCase() === 'true';
  }
}

export const NO_OPTIONS = new Options([]);

/** The options of a call, from its constant map; null and undefined stand for none. */
export function readOptions(map: Value | undefined): Options {
  if (!(map instanceof MapValue)) return NO_OPTIONS;
  return new Options(map.entries.filter(([, v]) => v !== null).map(([k, v]) => [String(k), String(v)] as const));
}

function invalidOptions(kind: string, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  return analysisError(`INVALID_OPTIONS.${kind}`, '42K06', parameters, sentence);
}

/** The type of an options argument: a map of strings, written out where it is asked for. */
export function optionsType(arg: ArgumentInfo): DataType {
  const { type } = arg;
  if (type.kind !== 'map' || !arg.sql.startsWith('map(')) throw invalidOptions('NON_MAP_FUNCTION', {}, 'Options are given as map(name, value, …).');
  if (type.key.kind !== 'string' || type.value.kind !== 'string') {
    throw invalidOptions('NON_STRING_TYPE', { mapType: quotedSqlType(type) }, 'Names and values of options are texts.');
  }
  return type;
}

/** What the parser of JSON allows beyond the standard. */
export function jsonGrammar(options: Options): JsonGrammar {
  const d = DEFAULT_GRAMMAR;
  return {
    singleQuotes: options.flag('allowSingleQuotes', d.singleQuotes),
    unquotedNames: options.flag('allowUnquotedFieldNames', d.unquotedNames),
    leadingZeros: options.flag('allowNumericLeadingZeros', d.leadingZeros),
    nonNumericNumbers: options.flag('allowNonNumericNumbers', d.nonNumericNumbers),
    comments: options.flag('allowComments', d.comments),
    backslashAnything: options.flag('allowBackslashEscapingAnyCharacter', d.backslashAnything),
    controlCharacters: options.flag('allowUnquotedControlChars', d.controlCharacters),
  };
}

export type ParseMode = 'permissive' | 'failfast';

/** How bad records are taken; DROPMALFORMED is refused, as a function gives a value for every row. */
export function parseMode(options: Options, functionName: string): ParseMode {
  const mode = (options.get('mode') ?? 'PERMISSIVE').toUpperCase();
  if (mode === 'DROPMALFORMED') {
    throw analysisError(
      'PARSE_MODE_UNSUPPORTED',
      '42601',
      { funcName: `\`${functionName}\``, mode },
      `${functionName} cannot drop rows: use PERMISSIVE or FAILFAST.`,
    );
  }
  return mode === 'FAILFAST' ? 'failfast' : 'permissive';
}

/** A bad record in FAILFAST mode. `record` shows what could be read of it. */
export function malformedRecord(record: string): SparkError {
  return new SparkError({
    errorClass: 'UnknownException',
    condition: 'MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION',
    sqlState: '22023',
    parameters: { badRecord: record, failFastMode: 'FAILFAST' },
    sentence: `A record does not fit the schema: ${record}. With the mode PERMISSIVE such records become NULLs.`,
  });
}

/** In FAILFAST mode: a JSON array where the schema has a struct. */
export function arrayAsStruct(record: string): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'MALFORMED_RECORD_IN_PARSING.CANNOT_PARSE_JSON_ARRAYS_AS_STRUCTS',
    sqlState: '22023',
    parameters: { badRecord: record, failFastMode: 'FAILFAST' },
    sentence: `The record ${record} is an array, and the schema a struct.`,
  });
}

/** A text where a field has a floating-point number. */
export interface Misread {
  readonly field: string;
  readonly text: string;
  readonly type: DataType;
}

/** In FAILFAST mode: a text that is no number. */
export function textAsNumber(record: string, { field, text, type }: Misread): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'MALFORMED_RECORD_IN_PARSING.CANNOT_PARSE_STRING_AS_DATATYPE',
    sqlState: '22023',
    parameters: {
      badRecord: record,
      failFastMode: 'FAILFAST',
      fieldName: `\`${field}\``,
      fieldValue: `'${text}'`,
      inputType: 'StringType',
      targetType: type.kind === 'float' ? 'FloatType' : 'DoubleType',
    },
    sentence: `The field ${field} of the record ${record} is the text '${text}' and no number.`,
  });
}
