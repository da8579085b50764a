/** Padding, repetition and reversal. */
import { arrayType, BinaryType, findCommonType, isString, StringType } from '../../types/index.ts';
import type { DataType, TypedValue, Value } from '../../types/index.ts';
import type { ArgumentInfo, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { int, text, typed } from '../typed.ts';
import { differentTypes, expectType, goesAsText, scalarFunction, unexpectedInput } from '../typing.ts';
import { hasSurrogates, lengthOf, sliceOf } from './code-points.ts';
import { concatKernel, textKernel } from './kernels.ts';

const family = 'string';

/** So many characters of the pad, repeated and cut. */
function filling(pad: string, count: number): string {
  if (pad === '' || count <= 0) return '';
  return sliceOf(pad.repeat(Math.ceil(count / lengthOf(pad))), 0, count);
}

function padText(s: string, length: number, pad: string, left: boolean): string {
  const missing = length - lengthOf(s);
  if (missing <= 0) return sliceOf(s, 0, length);
  return left ? filling(pad, missing) + s : s + filling(pad, missing);
}

function padBytes(v: Uint8Array, length: number, pad: Uint8Array, left: boolean): Uint8Array {
  if (length <= v.length) return v.slice(0, Math.max(0, length));
  if (pad.length === 0) return v;
  const out = new Uint8Array(length);
  const gap = length - v.length;
  const start = left ? 0 : v.length;
  for (let i = 0; i < gap; i++) out[start + i] = pad[i % pad.length] as number;
  out.set(v, left ? gap : 0);
  return out;
}

/** A space, or a byte of zero for binaries. */
function defaultPad(args: readonly ArgumentInfo[]): TypedValue {
  const binary = args[0]?.type.kind === 'binary';
  return binary ? { type: BinaryType, value: new Uint8Array(1) } : { type: StringType, value: ' ' };
}

/** Binaries are padded as such only if the pad is binary too. */
function padSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const [value, , pad] = args as readonly [ArgumentInfo, ArgumentInfo, ArgumentInfo];
  const type = value.type.kind === 'binary' && pad.type.kind === 'binary' ? BinaryType : StringType;
  const types = args.map((_, i) => (i === 1 ? int(name, args, i) : expectType(name, args, i, type)));
  return { argTypes: types, returns: type };
}

function declarePad(name: string, left: boolean): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: '1.5.0',
    params: [
      { name: 'str', accepts: ['string', 'binary'] },
      { name: 'len', accepts: ['integer'] },
      { name: 'pad', accepts: ['string', 'binary'], optional: true },
    ],
    signature: (args) => padSignature(name, args),
    becomes: (args) => (args.length === 2 ? { kind: 'call', name, args: [0, 1, defaultPad(args)] } : undefined),
    doc: `The text at the given length: longer ones are cut, shorter ones filled up on the ${left ? 'left' : 'right'} with the pad, a space if it is left out (bytes of zero for binaries).`,
    examples: left ? [["lpad('hi', 5, '??')", '???hi'], ["lpad('hi', 1, '??')", 'h']] : [["rpad('hi', 5, '??')", 'hi???'], ["rpad('hi', 1, '??')", 'h']],
    row: ([v, length, pad]): Value =>
      typeof v === 'string'
        ? padText(v, length as number, pad as string, left)
        : padBytes(v as Uint8Array, length as number, pad as Uint8Array, left),
    batch: textKernel(([s, length, pad]) => padText(s as string, length as number, pad as string, left)),
  });
}

const repeat = typed({
  name: 'repeat',
  family,
  since: '1.5.0',
  params: ['str', 'n'],
  takes: [text, int],
  returns: StringType,
  doc: 'The text so many times over; the empty text for zero or less.',
  examples: [["repeat('123', 2)", '123123']],
  row: ([s, n]) => (s as string).repeat(Math.max(0, n as number)),
});

const space = typed({
  name: 'space',
  family,
  since: '1.5.0',
  params: ['n'],
  takes: [int],
  returns: StringType,
  doc: 'So many spaces.',
  examples: [["concat(space(2), '1')", '  1']],
  row: ([n]) => ' '.repeat(Math.max(0, n as number)),
});

function reversed(v: Value): Value {
  if (typeof v === 'string') return hasSurrogates(v) ? [...v].reverse().join('') : v.split('').reverse().join('');
  if (v instanceof Uint8Array) return v.slice().reverse();
  return (v as readonly Value[]).slice().reverse();
}

const reverse = scalarFunction({
  name: 'reverse',
  family,
  since: '1.5.0',
  params: [{ name: 'array', accepts: ['string', 'array'] }],
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    if (type.kind !== 'array' && !goesAsText(args[0] as ArgumentInfo)) throw unexpectedInput('reverse', args, 0, '("STRING" or "BINARY" or "ARRAY")');
    const to: DataType = type.kind === 'array' || type.kind === 'binary' ? type : StringType;
    return { argTypes: [to], returns: to };
  },
  doc: 'The characters of a text, or the elements of an array, from the last to the first.',
  examples: [
    ["reverse('Spark SQL')", 'LQS krapS'],
    ['reverse(array(2, 1, 4, 3))', '[3, 4, 1, 2]'],
  ],
  row: ([v]) => reversed(v as Value),
});

/** Texts, binaries or arrays, all of one kind; other values become texts. */
function concatSignature(args: readonly ArgumentInfo[], { ansi, conf }: SignatureContext): Signature {
  const types = args.map((a) => a.type);
  if (types.length === 0) return { argTypes: [], returns: StringType, nullable: false };
  if (types.some((t) => t.kind === 'array')) return arraysSignature(args, types, ansi);
  const to = types.every((t) => t.kind === 'binary') && conf?.('spark.sql.function.concatBinaryAsString') !== 'true' ? BinaryType : StringType;
  for (const i of args.keys()) textual(args, i);
  return { argTypes: types.map(() => to), returns: to };
}

function textual(args: readonly ArgumentInfo[], i: number): DataType {
  if (!goesAsText(args[i] as ArgumentInfo)) throw unexpectedInput('concat', args, i, '("STRING" or "BINARY" or "ARRAY")');
  return StringType;
}

function arraysSignature(args: readonly ArgumentInfo[], types: readonly DataType[], ansi: boolean): Signature {
  // What is no array counts as a text.
  const taken = args.map((a, i) => (a.type.kind === 'array' ? a.type : textual(args, i)));
  const common = findCommonType(taken, ansi);
  if (common === undefined || common.kind !== 'array') throw differentTypes('concat', args, taken);
  return { argTypes: types.map(() => common), returns: common };
}

const concat = scalarFunction({
  name: 'concat',
  nullIntolerant: false,
  asks: ({ kind }) => (kind === 'array' ? {} : { interpreted: { decidedBy: [] } }),
  family,
  since: '1.5.0',
  params: [{ name: 'cols', accepts: ['any'], optional: true, variadic: true }],
  signature: concatSignature,
  doc: 'The texts, binaries or arrays one after another; NULL if any of them is.',
  examples: [
    ["concat('Spark', 'SQL')", 'SparkSQL'],
    ['concat(array(1, 2, 3), array(4, 5), array(6))', '[1, 2, 3, 4, 5, 6]'],
  ],
  row: (args, { returnType }) => concatenation(args, returnType),
  batch: concatKernel,
});

function concatenation(args: readonly Value[], type: DataType): Value {
  if (isString(type)) return args.join('');
  if (type.kind === 'array') return (args as readonly (readonly Value[])[]).flat(1);
  const parts = args as readonly Uint8Array[];
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** Texts and arrays of texts; null ones are left out. */
function concatWsSignature(args: readonly ArgumentInfo[]): Signature {
  const argTypes = args.map((a, i) => {
    if (i === 0) return text('concat_ws', args, i);
    const item = a.type.kind === 'array' ? a.type.element : a.type;
    if (!goesAsText({ ...a, type: item })) throw unexpectedInput('concat_ws', args, i, '("ARRAY<STRING>" or "STRING")');
    return a.type.kind === 'array' ? arrayType(StringType, true) : StringType;
  });
  return { argTypes, returns: StringType, nullable: (args[0] as ArgumentInfo).nullable };
}

const concatWs = scalarFunction({
  name: 'concat_ws',
  family,
  since: '1.5.0',
  params: [
    { name: 'sep', accepts: ['string'] },
    { name: 'str', accepts: ['any'], optional: true, variadic: true },
  ],
  signature: concatWsSignature,
  nulls: 'custom',
  doc: 'The texts, and the elements of arrays of texts, with a separator between them; nulls are left out.',
  examples: [
    ["concat_ws(' ', 'Spark', 'SQL')", 'Spark SQL'],
    ["concat_ws('/', 'foo', NULL, 'bar')", 'foo/bar'],
    ["concat_ws(NULL, 'Spark', 'SQL')", null],
  ],
  row: ([separator, ...rest]) => (separator === null ? null : rest.flat(1).filter((x) => x !== null).join(separator as string)),
});

export const compositions: readonly ScalarFunction[] = [declarePad('lpad', true), declarePad('rpad', false), repeat, space, reverse, concat, concatWs];
