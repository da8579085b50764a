/** Whether texts are UTF-8, and collations. Texts in this engine always are; only binaries may be otherwise. */
import { analysisError, SparkError, unsupported } from '../../core/index.ts';
import { BooleanType, isString, quotedSqlType, StringType, utf8Text } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction } from '../define.ts';
import { exactText, text, typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { goesAsText, unexpectedInput } from '../typing.ts';
import { isUtf8 } from './charset.ts';

const family = 'string';

/** Bytes as they are, so that they can be looked at; all else as text. */
const textOrRaw: Rule = (name, args, i) => {
  const a = args[i] as ArgumentInfo;
  if (a.type.kind === 'binary') return a.type;
  if (!goesAsText(a)) throw unexpectedInput(name, args, i, '"STRING"');
  return StringType;
};

function valid(v: Value): boolean {
  return typeof v === 'string' || isUtf8(v as Uint8Array);
}
function textOf(v: Value): string {
  return typeof v === 'string' ? v : utf8Text(v as Uint8Array);
}

function invalidUtf8(v: Uint8Array): SparkError {
  const str = Array.from(v, (b) => `\\x${b.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'INVALID_UTF8_STRING',
    sqlState: '22029',
    parameters: { str },
    sentence: `The bytes ${str} are not UTF-8. Use try_validate_utf8 to get NULL for them.`,
  });
}

function declare(name: string, returns: DataType, doc: string, example: string, make: (v: Value) => Value): ScalarFunction {
  return typed({
    name,
    constancy: 'late',
    family,
    since: '4.0.0',
    params: ['str'],
    takes: [textOrRaw],
    returns,
    nullable: true,
    doc,
    examples: [[`${name}('Spark')`, example]],
    row: ([v]) => make(v as Value),
  });
}

const collation = typed({
  name: 'collation',
  family,
  since: '4.0.0',
  params: ['expr'],
  takes: [exactText],
  returns: StringType,
  nulls: 'custom',
  nullable: false,
  doc: 'The name of the collation of a text: always the one that compares bytes, since this engine has no other.',
  examples: [["collation('Spark SQL')", 'SYSTEM.BUILTIN.UTF8_BINARY']],
  row: () => 'SYSTEM.BUILTIN.UTF8_BINARY',
});

function checkCollation(args: readonly ArgumentInfo[]): void {
  const name = args[1] as ArgumentInfo;
  if (!name.foldable && isString(name.type)) {
    throw analysisError(
      'NON_FOLDABLE_ARGUMENT',
      '42K08',
      { funcName: '`collate`', paramName: '`collationName`', paramType: '"STRING"' },
      'collate needs a constant for the name of a collation.',
    );
  }
  if (typeof name.literal !== 'string' || !isString(name.type)) {
    throw analysisError(
      'UNEXPECTED_INPUT_TYPE',
      '42K09',
      { functionName: '`collate`', paramIndex: 'first', inputSql: `"${name.sql}"`, inputType: quotedSqlType(name.type), requiredType: '"STRING"' },
      'collate needs the name of a collation.',
    );
  }
  if (name.literal.toUpperCase() !== 'UTF8_BINARY') throw unsupported(`The collation ${name.literal}`);
}

const collate = typed({
  name: 'collate',
  family,
  since: '4.0.0',
  params: ['expr', 'collationName'],
  takes: [exactText, text],
  returns: StringType,
  nullableBy: 1,
  check: checkCollation,
  doc: 'The text marked with a collation; UTF8_BINARY, which compares bytes, is the only one that this engine has.',
  examples: [["collate('Spark SQL', 'UTF8_BINARY')", 'Spark SQL']],
  row: ([s]) => s as string,
});

export const encodings: readonly ScalarFunction[] = [
  declare('is_valid_utf8', BooleanType, 'Whether the value is valid UTF-8.', 'true', valid),
  declare('make_valid_utf8', StringType, 'The text, with U+FFFD in place of bytes that are not UTF-8.', 'Spark', textOf),
  declare('validate_utf8', StringType, 'The text; an error if it is not valid UTF-8.', 'Spark', (v) => {
    if (!valid(v)) throw invalidUtf8(v as Uint8Array);
    return textOf(v);
  }),
  declare('try_validate_utf8', StringType, 'The text; NULL if it is not valid UTF-8.', 'Spark', (v) => (valid(v) ? textOf(v) : null)),
  collate,
  collation,
];
