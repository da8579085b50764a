/** Characters and their codes, `elt`, `decode` as a chain of choices, quoting and checks of digits. */
import { analysisError, SparkError } from '../../core/index.ts';
import { BinaryType, BooleanType, DoubleType, equalValues, findCommonType, IntegerType, isNested, LongType, quotedSqlType, StringType, widerType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature, Template } from '../define.ts';
import { casts, int, text, typed, wrongCount } from '../typed.ts';
import { differentTypes, mismatch, ordinal, scalarFunction } from '../typing.ts';
import { decodeCharset } from './charset.ts';

const family = 'string';

const ascii = typed({
  name: 'ascii',
  family,
  since: '1.5.0',
  params: ['str'],
  takes: [text],
  returns: IntegerType,
  doc: 'The code of the first character of a text; 0 for the empty text.',
  examples: [["ascii('222')", '50']],
  row: ([s]) => (s as string).codePointAt(0) ?? 0,
});

function declareChr(name: string): ScalarFunction {
  return typed({
    name,
    family,
    since: '2.3.0',
    params: ['expr'],
    takes: [casts(LongType)],
    returns: StringType,
    doc: 'The character of a code, taken modulo 256; the empty text for a negative one.',
    examples: [[`${name}(65)`, 'A']],
    row: ([n]) => ((n as bigint) < 0n ? '' : String.fromCharCode(Number((n as bigint) & 255n))),
  });
}

function eltMismatch(args: readonly ArgumentInfo[]): Error {
  const rest = args.slice(1);
  return mismatch(
    'UNEXPECTED_INPUT_TYPE',
    'elt',
    args,
    {
      paramIndex: `${ordinal(1)}...`,
      inputSql: rest.map((a) => `"${a.sql}"`).join(','),
      inputType: rest.map((a) => quotedSqlType(a.type)).join(','),
      requiredType: '"STRING" or "BINARY"',
    },
    'elt chooses among texts, or among binaries.',
  );
}

function eltSignature(args: readonly ArgumentInfo[]): Signature {
  const rest = args.slice(1);
  if (rest.some((a) => isNested(a.type))) throw eltMismatch(args);
  const type = rest.every((a) => a.type.kind === 'binary') ? BinaryType : StringType;
  return { argTypes: [int('elt', args, 0), ...rest.map(() => type)], returns: type, nullable: true };
}

const elt = scalarFunction({
  name: 'elt',
  family,
  since: '2.0.0',
  params: [
    { name: 'n', accepts: ['integer'] },
    { name: 'input', accepts: ['string', 'binary'], variadic: true },
  ],
  signature: eltSignature,
  nulls: 'custom',
  doc: 'The n-th of the values, counted from 1; an error if there is none (NULL without ANSI mode).',
  examples: [["elt(1, 'scala', 'java')", 'scala']],
  row: ([n, ...values], ctx): Value => {
    if (n === null) return null;
    const at = n as number;
    if (at >= 1 && at <= values.length) return values[at - 1] as Value;
    if (!ctx.ansi) return null;
    throw new SparkError({
      errorClass: 'ArrayIndexOutOfBoundsException',
      condition: 'INVALID_ARRAY_INDEX',
      sqlState: '22003',
      parameters: { indexValue: String(at), arraySize: String(values.length) },
      sentence: `elt has ${values.length} values to choose from, so there is no value ${at}.`,
    });
  },
});

/** `decode(expr, search, result, …, default)`: keys meet in one type, results in another. */
function choiceSignature(args: readonly ArgumentInfo[], ansi: boolean): Signature {
  const [subject] = args as readonly [ArgumentInfo];
  let key: DataType = subject.type;
  const results: number[] = [];
  for (let i = 1; i < args.length; i++) {
    const isSearch = i % 2 === 1 && i + 1 < args.length;
    if (!isSearch) {
      results.push(i);
      continue;
    }
    const search = args[i] as ArgumentInfo;
    const wider = widerType(key, search.type, ansi);
    if (wider === undefined) throw incomparable(subject, search);
    key = wider;
  }
  const types = results.map((i) => (args[i] as ArgumentInfo).type);
  const common = findCommonType(types, ansi);
  // Without a default Spark looks for a type of decimals and NULL, and finds double.
  const returns = args.length % 2 === 1 && common?.kind === 'decimal' ? DoubleType : common;
  if (returns === undefined) throw differentTypes('decode', args, types);
  const isResult = new Set(results);
  return {
    argTypes: args.map((_, i) => (isResult.has(i) ? returns : key)),
    returns,
    // A text that is read as another type may turn out to be none.
    nullable: args.length % 2 === 1 || results.some((i) => (args[i] as ArgumentInfo).nullable) || (returns.kind !== 'string' && types.some((t) => t.kind === 'string')),
  };
}

/** As a CASE: a result is only worked out where it is chosen. */
function choiceAsCase(argTypes: readonly DataType[]): Template | undefined {
  if (argTypes.length < 3) return undefined;
  const args: Template[] = [];
  let i = 1;
  for (; i + 1 < argTypes.length; i += 2) args.push({ call: '<=>', args: [0, i] }, i + 1);
  return { call: 'when', args: i < argTypes.length ? [...args, i] : args };
}

function incomparable(left: ArgumentInfo, right: ArgumentInfo): Error {
  return analysisError(
    'DATATYPE_MISMATCH.BINARY_OP_DIFF_TYPES',
    '42K09',
    { sqlExpr: `"(${left.sql} <=> ${right.sql})"`, left: quotedSqlType(left.type), right: quotedSqlType(right.type) },
    `decode cannot compare ${left.sql} with ${right.sql}: their types differ.`,
  );
}

function choice(args: readonly Value[], keyType: DataType): Value {
  for (let i = 1; i + 1 < args.length; i += 2) {
    if (equalValues(keyType, args[0] as Value, args[i] as Value)) return args[i + 1] as Value;
  }
  return args.length % 2 === 0 ? (args.at(-1) as Value) : null;
}

const decode = scalarFunction({
  name: 'decode',
  family,
  since: '1.5.0',
  params: [
    { name: 'expr', accepts: ['any'], optional: true },
    { name: 'search', accepts: ['any'], optional: true, variadic: true },
  ],
  signature: (args, ctx) => {
    if (args.length < 2) throw wrongCount('decode', args, '2');
    return args.length === 2 ? decodeCharset.signature(args, ctx) : choiceSignature(args, ctx.ansi);
  },
  nulls: 'custom',
  replacement: choiceAsCase,
  doc: 'With two arguments the text that bytes stand for in a charset; with more, the result that follows the first search equal to the value (NULL equals NULL), else the default.',
  examples: [
    ["decode(encode('abc', 'utf-8'), 'utf-8')", 'abc'],
    ["decode(2, 1, 'Southlake', 2, 'San Francisco', 'elsewhere')", 'San Francisco'],
    ["decode(6, 1, 'Southlake', 2, 'San Francisco')", null],
  ],
  row: (args, ctx): Value => {
    if (args.length > 2) return choice(args, ctx.argTypes[0] as DataType);
    return args.includes(null) ? null : decodeCharset.row(args, ctx);
  },
});

const quote = typed({
  name: 'quote',
  family,
  since: '4.1.0',
  params: ['str'],
  takes: [text],
  returns: StringType,
  nullable: true,
  doc: 'The text in single quotes, with a backslash in front of those within it.',
  examples: [["quote('It is')", "'It is'"]],
  row: ([s]) => `'${(s as string).replaceAll("'", "\\'")}'`,
});

function luhn(s: string): boolean {
  if (!/^[0-9]+$/.test(s)) return false;
  let sum = 0;
  for (let k = 0; k < s.length; k++) {
    const digit = s.charCodeAt(s.length - 1 - k) - 48;
    const weighed = k % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

const luhnCheck = typed({
  name: 'luhn_check',
  family,
  since: '3.5.0',
  params: ['str'],
  takes: [text],
  returns: BooleanType,
  nullable: true,
  doc: 'Whether the digits have the right check digit by Luhn\'s rule; false for anything that is not all digits.',
  examples: [
    ["luhn_check('8112189876')", 'true'],
    ["luhn_check('79927398714')", 'false'],
  ],
  row: ([s]) => luhn(s as string),
});

export const codes: readonly ScalarFunction[] = [ascii, declareChr('char'), declareChr('chr'), elt, decode, quote, luhnCheck];
