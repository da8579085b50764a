/** Characters and their codes, `elt`, `decode` as a chain of choices, quoting and checks of digits. */
import { SparkError } from '../../core/index.ts';
import { BinaryType, BooleanType, caster, equalValues, findCommonType, IntegerType, LongType, quotedSqlType, sameType, StringType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext, Template } from '../define.ts';
import { differentBranches } from '../conditional/branches.ts';
import { nullableAs } from '../operator/arithmetic-types.ts';
import { comparisonSignature, equatedType } from '../operator/comparison-types.ts';
import { casts, int, text, typed, wrongCount } from '../typed.ts';
import { goesAsText, mismatch, ordinal, scalarFunction } from '../typing.ts';
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
      inputType: rest.map((a) => quotedSqlType(goesAsText(a) ? StringType : a.type)).join(','),
      requiredType: '"STRING" or "BINARY"',
    },
    'elt chooses among texts, or among binaries.',
  );
}

function eltSignature(args: readonly ArgumentInfo[], { conf }: SignatureContext): Signature {
  const place = int('elt', args, 0);
  const rest = args.slice(1);
  if (!rest.every(goesAsText)) throw eltMismatch(args);
  const type = rest.every((a) => a.type.kind === 'binary') && conf?.('spark.sql.function.eltOutputAsString') !== 'true' ? BinaryType : StringType;
  return { argTypes: [place, ...rest.map(() => type)], returns: type, nullable: true };
}

const elt = scalarFunction({
  name: 'elt',
  constancy: 'never',
  family,
  since: '2.0.0',
  params: [
    { name: 'n', accepts: ['integer'] },
    { name: 'input', accepts: ['string', 'binary'], variadic: true },
  ],
  signature: eltSignature,
  nulls: 'custom',
  lazyFrom: 1,
  control: 'nth',
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
function choiceSignature(args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const [subject] = args as readonly [ArgumentInfo];
  const { ansi } = ctx;
  const results: number[] = [];
  for (let i = 1; i < args.length; i++) {
    if (i % 2 === 0 || i + 1 === args.length) results.push(i);
    else comparisonSignature('<=>', [subject, args[i] as ArgumentInfo], ctx);
  }
  // Where all searches meet the subject in one type, they are cast to it at once.
  const keys = keyTypes(args.map((a) => a.type), ansi).filter((_, i) => i % 2 === 1 && i + 1 < args.length);
  const key = keys.every((k) => sameType(k, keys[0] as DataType)) ? keys[0] : undefined;
  // Where no default is given it is a NULL that is a text.
  const hasDefault = args.length % 2 === 0;
  const types = [...results.map((i) => (args[i] as ArgumentInfo).type), ...(hasDefault ? [] : [StringType])];
  const returns = findCommonType(types, ansi);
  if (returns === undefined) throw differentBranches('casewhen', asCaseText(args.map((a) => a.sql)), types);
  const isResult = new Set(results);
  return {
    argTypes: args.map(({ type }, i) => (isResult.has(i) ? returns : (key ?? type))),
    returns,
    nullable: !hasDefault || results.some((i) => nullableAs(args[i] as ArgumentInfo, returns, ctx)),
  };
}

/** The CASE that Spark makes of it. */
function asCaseText([subject, ...more]: readonly string[]): string {
  let text = 'CASE';
  for (let i = 0; i + 1 < more.length; i += 2) text += ` WHEN (${subject} <=> ${more[i]}) THEN ${more[i + 1]}`;
  return `${text} ELSE ${more.length % 2 === 1 ? more.at(-1) : 'NULL'} END`;
}

/** In which type the subject and each search are compared. */
function keyTypes(argTypes: readonly DataType[], ansi: boolean): readonly DataType[] {
  return argTypes.map((type, i) => (i === 0 || i % 2 === 0 || i + 1 === argTypes.length ? type : (equatedType(argTypes[0] as DataType, type, { ansi }) ?? type)));
}

/** As a CASE: a result is only worked out where it is chosen. Where sides differ in type, the mode says in which they meet. */
function choiceAsCase(argTypes: readonly DataType[]): Template | undefined {
  if (argTypes.length < 3) return undefined;
  const [ansi, legacy] = [keyTypes(argTypes, true), keyTypes(argTypes, false)];
  if (ansi.some((t, i) => !sameType(t, legacy[i] as DataType))) return undefined;
  const side = (at: number, to: DataType): Template => (sameType(argTypes[at] as DataType, to) ? at : { cast: to, of: at });
  const args: Template[] = [];
  let i = 1;
  for (; i + 1 < argTypes.length; i += 2) args.push({ call: '<=>', args: [side(0, ansi[i] as DataType), side(i, ansi[i] as DataType)] }, i + 1);
  return { call: 'when', args: i < argTypes.length ? [...args, i] : args };
}

type Choose = (args: readonly Value[]) => Value;
const CHOICES = new WeakMap<CallContext, Choose>();

function makeChoice(ctx: CallContext): Choose {
  const { argTypes } = ctx;
  const [subject] = argTypes as readonly [DataType];
  const keys = keyTypes(argTypes, ctx.ansi);
  const to = (from: DataType, type: DataType): ((v: Value) => Value) =>
    sameType(from, type) ? (v) => v : caster(from, type, ctx.ansi ? 'ansi' : 'legacy', { timeZone: ctx.sessionTimeZone, now: ctx.environment.now });
  const searches = keys.flatMap((key, i) => (i % 2 === 1 && i + 1 < keys.length ? [{ key, at: i, left: to(subject, key), right: to(argTypes[i] as DataType, key) }] : []));
  return (args) => {
    for (const { key, at, left, right } of searches) {
      if (equalValues(key, left(args[0] as Value), right(args[at] as Value))) return args[at + 1] as Value;
    }
    return args.length % 2 === 0 ? (args.at(-1) as Value) : null;
  };
}

function choice(args: readonly Value[], ctx: CallContext): Value {
  let choose = CHOICES.get(ctx);
  if (choose === undefined) {
    choose = makeChoice(ctx);
    CHOICES.set(ctx, choose);
  }
  return choose(args);
}

const decode = scalarFunction({
  name: 'decode',
  constancy: 'late',
  family,
  since: '1.5.0',
  params: [
    { name: 'expr', accepts: ['any'], optional: true },
    { name: 'search', accepts: ['any'], optional: true, variadic: true },
  ],
  signature: (args, ctx) => {
    if (args.length < 2) throw wrongCount('decode', args, '2');
    return args.length === 2 ? decodeCharset.signature(args, ctx) : choiceSignature(args, ctx);
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
    if (args.length > 2) return choice(args, ctx);
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
  constancy: 'late',
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
