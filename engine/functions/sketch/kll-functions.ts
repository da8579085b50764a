/** Functions of KLL sketches; there are three kinds, of whole numbers (bigint), floats and doubles. */
import { arrayType, BinaryType, canImplicitCast, DoubleType, FloatType, isIntegral, LongType, quotedSqlType, StringType, IntegerType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { aggregate } from '../aggregate/declare.ts';
import type { AggregateFunction, ArgumentInfo, FunctionDeclaration, ParameterSpec, ScalarFunction } from '../define.ts';
import { typed } from '../typed.ts';
import type { Rule } from '../typed.ts';
import { expectExactly, expectFoldable, expectType, unexpectedInput, unexpectedNull } from '../typing.ts';
import { checkConstant, checkFailure, invalidSketch, sketchBytes, sketchError, textOrSketchBytes } from './arguments.ts';
import { DEFAULT_K, KllSketch } from './kll.ts';
import { kllFromBytes, kllToBytes, kllToText } from './kll-bytes.ts';
import type { AnyKll, KllKind } from './kll-bytes.ts';

const family = 'sketch';
const since = '4.1.0';
const K_RANGE = { min: 8, max: 65_535 };
const K_PARAMETER: ParameterSpec = { name: 'k', accepts: ['integer'], optional: true, literal: true, pythonDefault: 'None' };
const ITEM_TYPES: Readonly<Record<KllKind, DataType>> = { bigint: LongType, float: FloatType, double: DoubleType };
/** A sketch of one value, 1. */
const ONE: Readonly<Record<KllKind, string>> = { bigint: "X'02020F04C80008000100000000000000'", float: "X'02020F04C80008000000803F'", double: "X'02020F04C8000800000000000000F03F'" };

function read(name: string, bytes: Value, kind: KllKind): AnyKll {
  const sketch = kllFromBytes(bytes as Uint8Array, kind);
  if (sketch === null) throw invalidSketch('KLL', name);
  return sketch;
}

function itemType(name: string, kind: KllKind, args: readonly ArgumentInfo[]): DataType {
  const { type } = args[0] as ArgumentInfo;
  const to = ITEM_TYPES[kind];
  if (type.kind === 'null' || type.kind === to.kind) return to;
  if (kind === 'bigint' && isIntegral(type)) return type;
  if (kind === 'double' && type.kind === 'float') return type;
  const required = { bigint: '("TINYINT" or "INT" or "BIGINT" or "SMALLINT")', float: '"FLOAT"', double: '("FLOAT" or "DOUBLE")' };
  throw unexpectedInput(name, args, 0, required[kind]);
}

function checkK(name: string, args: readonly ArgumentInfo[]): readonly DataType[] {
  if (args.length < 2) return [];
  const type = expectExactly(name, args, 1, IntegerType);
  checkConstant(name, args, 1, 'k', IntegerType);
  const { literal } = args[1] as ArgumentInfo;
  if (literal === null) throw unexpectedNull(name, args, 'k');
  const k = Number(literal ?? DEFAULT_K);
  if (k < K_RANGE.min || k > K_RANGE.max) {
    const sentence = `For function \`${name}\`, the k parameter must be between ${K_RANGE.min} and ${K_RANGE.max} (inclusive), but got ${k}.`;
    throw checkFailure(name, args, 'KLL_SKETCH_K_OUT_OF_RANGE', '22003', sentence);
  }
  return [type];
}

interface KllState {
  sketch: AnyKll | null;
}

function mergedStates(a: KllState, b: KllState): KllState {
  if (b.sketch === null) return a;
  if (a.sketch === null) return b;
  a.sketch.merge(b.sketch);
  return a;
}

function sketchAgg(kind: KllKind): AggregateFunction<KllState> {
  const name = `kll_sketch_agg_${kind}`;
  return aggregate<KllState>({
    name,
    family,
    since,
    params: [{ name: 'expr', pythonName: 'col', accepts: ['numeric'] }, K_PARAMETER],
    signature: (args) => ({ argTypes: [itemType(name, kind, args), ...checkK(name, args)], returns: BinaryType, nullable: false }),
    doc: 'A KLL sketch of the values, as bytes, that tells quantiles and ranks; a larger `k` (8 to 65535, by default 200) makes it larger and more exact (1.3 % at 200). Up to k values it is exact. NULL and NaN are passed over.',
    examples: [[`kll_sketch_get_n_${kind}(${name}(${kind === 'bigint' ? '5' : kind === 'float' ? '5.0F' : '5.0D'}))`, '1']],
    interpreted: true,
    planArguments: ([x, k]) => [x as string, k === undefined ? 'None' : `Some(${k})`, '0', '0'],
    emptyIsNull: false,
    init: () => ({ sketch: null }),
    update: (s, [x, k]) => {
      s.sketch ??= new KllSketch(k === undefined ? DEFAULT_K : Number(k));
      if (x !== null && !Number.isNaN(x)) s.sketch.update(kind === 'bigint' ? BigInt(x as number | bigint) : (x as number));
      return s;
    },
    merge: mergedStates,
    finish: (s, ctx): Value => kllToBytes(s.sketch ?? new KllSketch(Number(ctx.literals[1] ?? DEFAULT_K)), kind),
  });
}

function mergeAgg(kind: KllKind): AggregateFunction<KllState> {
  const name = `kll_merge_agg_${kind}`;
  return aggregate<KllState>({
    name,
    family,
    since,
    params: [{ name: 'expr', pythonName: 'col', accepts: ['binary'] }, K_PARAMETER],
    signature: (args) => ({ argTypes: [sketchBytes(name, args, 0), ...checkK(name, args)], returns: BinaryType, nullable: false }),
    doc: 'KLL sketches merged into one; without `k`, that of the first counts.',
    examples: [[`kll_sketch_get_n_${kind}(${name}(${ONE[kind]}))`, '1']],
    interpreted: true,
    planArguments: ([x, k]) => [x as string, k === undefined ? 'None' : `Some(${k})`, '0', '0'],
    emptyIsNull: false,
    init: () => ({ sketch: null }),
    update: (s, [bytes, k]) => {
      if (bytes === null) return s;
      const sketch = read(name, bytes as Value, kind);
      s.sketch ??= new KllSketch(k === undefined || k === null ? sketch.k : Number(k));
      s.sketch.merge(sketch);
      return s;
    },
    merge: mergedStates,
    finish: (s, ctx): Value => kllToBytes(s.sketch ?? new KllSketch(Number(ctx.literals[1] ?? DEFAULT_K)), kind),
  });
}

/** A number, or an array of them, each answered for itself. */
function oneOrMany(to: DataType, parameter: string): Rule {
  const required = `(${quotedSqlType(to)} or ${quotedSqlType(arrayType(to))})`;
  return (name, args, i) => {
    const { type } = args[i] as ArgumentInfo;
    const wanted = type.kind === 'array' ? arrayType(to, type.containsNull) : to;
    if (!canImplicitCast(type, wanted)) expectFoldable(name, args, i, parameter, quotedSqlType(type));
    const out = expectType(name, args, i, wanted, required);
    // Numbers of other widths in arrays are cast by each element, and shown as they were.
    expectFoldable(name, args, i, parameter, quotedSqlType(type.kind === 'array' ? type : out));
    return out;
  };
}

function each(x: Value, of: (item: Value) => Value): Value {
  return Array.isArray(x) ? x.map((item) => (item === null ? null : of(item as Value))) : of(x);
}

function question(name: string, kind: KllKind, parameter: string, takes: Rule, returns: DataType, doc: string, example: readonly [string, string], of: (s: AnyKll, x: Value) => Value): ScalarFunction {
  return typed({
    interpreted: true,
    name,
    family,
    since,
    params: ['expr', parameter],
    takes: [
      (all, args, i) => {
        // What is no constant is refused before the sketch is looked at.
        if (args[1]?.foldable === false) takes(all, args, 1);
        return textOrSketchBytes(all, args, i);
      },
      takes,
    ],
    returns: (types) => (types[1]?.kind === 'array' ? arrayType(returns, types[1].containsNull) : returns),
    doc,
    examples: [[`${name}(${ONE[kind]}, ${example[0]})`, example[1]]],
    row: ([bytes, asked]) => {
      const sketch = read(name, bytes as Value, kind);
      if (sketch.count === 0) throw invalidSketch('KLL', name);
      return each(asked as Value, (item) => of(sketch, item));
    },
  });
}

function quantileRange(name: string): Error {
  return sketchError('KLL_SKETCH_INVALID_QUANTILE_RANGE', '22003', { functionName: `\`${name}\`` }, `The share that ${name} takes is between 0.0 and 1.0.`);
}

function ofKind(kind: KllKind): readonly FunctionDeclaration[] {
  const item = ITEM_TYPES[kind];
  const quantileName = `kll_sketch_get_quantile_${kind}`;
  const rankName = `kll_sketch_get_rank_${kind}`;
  const about = (name: string, returns: DataType, doc: string, examples: ScalarFunction['examples'], of: (s: AnyKll) => Value) =>
    typed({ interpreted: true, name, family, since, params: ['expr'], takes: [textOrSketchBytes], returns, doc, examples, row: ([bytes]) => of(read(name, bytes as Value, kind)) });
  const mergeName = `kll_sketch_merge_${kind}`;
  return [
    sketchAgg(kind),
    mergeAgg(kind),
    about(`kll_sketch_get_n_${kind}`, LongType, 'How many values are in a KLL sketch.', [[`kll_sketch_get_n_${kind}(${ONE[kind]})`, '1']], (s) => BigInt(s.count)),
    about(`kll_sketch_to_string_${kind}`, StringType, 'A KLL sketch described in several lines: its size, error and extremes.', [[`substr(kll_sketch_to_string_${kind}(${ONE[kind]}), 2, 7)`, '### Kll']], (s) => kllToText(s, kind)),
    typed({
      interpreted: true,
      name: mergeName,
      family,
      since,
      params: ['first', 'second'],
      takes: [textOrSketchBytes, textOrSketchBytes],
      returns: BinaryType,
      doc: 'Two KLL sketches merged into one, with the `k` of the first.',
      examples: [[`kll_sketch_get_n_${kind}(${mergeName}(${ONE[kind]}, ${ONE[kind]}))`, '2']],
      row: ([first, second]) => {
        const sketch = read(mergeName, first as Value, kind);
        sketch.merge(read(mergeName, second as Value, kind));
        return kllToBytes(sketch, kind);
      },
    }),
    question(quantileName, kind, 'rank', oneOrMany(DoubleType, 'rank'), item, 'The value below which the given share (0 to 1) of the values of a KLL sketch lies. An array of shares gives an array.', ['0.5', kind === 'bigint' ? '1' : '1.0'], (s, x) => {
      const share = x as number;
      if (share < 0 || share > 1) throw quantileRange(quantileName);
      return s.quantile(share);
    }),
    question(rankName, kind, 'quantile', oneOrMany(item, 'quantile'), DoubleType, 'The share (0 to 1) of the values of a KLL sketch that are at most the given one. An array of values gives an array.', [kind === 'bigint' ? '1' : kind === 'float' ? '1.0F' : '1.0D', '1.0'], (s, x) => {
      // NaN has no place among the values.
      if (Number.isNaN(x)) throw invalidSketch('KLL', rankName);
      return s.rank(x as number | bigint);
    }),
  ];
}

export const kllFunctions: readonly FunctionDeclaration[] = [...ofKind('bigint'), ...ofKind('float'), ...ofKind('double')];
