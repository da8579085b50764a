/** hll_sketch_agg, hll_union_agg, hll_sketch_estimate, hll_union. */
import { BinaryType, BooleanType, IntegerType, isString, LongType, StringType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { aggregate, imperative } from '../aggregate/declare.ts';
import type { ArgumentInfo, CallContext, FunctionDeclaration } from '../define.ts';
import { defaultInt, exactly, typed } from '../typed.ts';
import type { Default } from '../typed.ts';
import { expectExactly, unexpectedInput } from '../typing.ts';
import { invalidSketch, shownCall, sketchBytes, sketchError, withDefaults } from './arguments.ts';
import { couponOf, HllSketch } from './hll.ts';
import { sketchHash } from './keys.ts';

const family = 'sketch';
const since = '3.5.0';
const DEFAULT_LOG_K = 12;
const LOG_K_RANGE = { min: 4, max: 21 };
const LOG_K = defaultInt(DEFAULT_LOG_K);
const NOT_DIFFERENT: Default = { sql: 'false', type: BooleanType, value: false };
/** A sketch of one value. */
const ONE = "X'0201070C030001082BF2FB0600000000000000000000000000000000000000000000000000000000'";
const ACCEPTED = '("INT" or "BIGINT" or "STRING" or "BINARY")';

function valueType(args: readonly ArgumentInfo[]): DataType {
  const { type } = args[0] as ArgumentInfo;
  if (type.kind === 'integer' || type.kind === 'long' || type.kind === 'binary') return type;
  if (isString(type)) return StringType;
  if (type.kind === 'null') return IntegerType;
  throw unexpectedInput('hll_sketch_agg', args, 0, ACCEPTED);
}

function checkedLogK(name: string, logK: number): number {
  if (logK >= LOG_K_RANGE.min && logK <= LOG_K_RANGE.max) return logK;
  const parameters = { function: `\`${name}\``, min: String(LOG_K_RANGE.min), max: String(LOG_K_RANGE.max), value: String(logK) };
  throw sketchError('HLL_INVALID_LG_K', '22546', parameters, `The size of ${name} is 2 to the power of ${LOG_K_RANGE.min} to ${LOG_K_RANGE.max}, not of ${logK}.`);
}

function read(name: string, bytes: Value): HllSketch {
  const sketch = HllSketch.fromBytes(bytes as Uint8Array);
  if (sketch === null) throw invalidSketch('HLL', name);
  return sketch;
}

/** As Spark does, where the aggregation begins. */
function checkSize(ctx: CallContext): void {
  if (ctx.argTypes.length < 2) return;
  const [, size] = ctx.literals;
  if (size === undefined) throw sketchError('HLL_K_MUST_BE_CONSTANT', '42K0E', { function: '`hll_sketch_agg`' }, 'The size of a sketch must be a constant.');
  checkedLogK('hll_sketch_agg', Number(size));
}

interface AggState {
  sketch: HllSketch | null;
}

const hllSketchAgg = aggregate<AggState>({
  name: 'hll_sketch_agg',
  family,
  since,
  params: [
    { name: 'expr', pythonName: 'col', accepts: ['any'] },
    { name: 'lgConfigK', accepts: ['integer'], optional: true, literal: true, pythonDefault: 'None' },
  ],
  signature: (given) => {
    const args = withDefaults(given, [LOG_K], 2);
    const types = [valueType(args), expectExactly('hll_sketch_agg', args, 1, IntegerType)];
    return { argTypes: types.slice(0, given.length), returns: BinaryType, nullable: false };
  },
  doc: 'A HyperLogLog sketch of the values, as bytes, for hll_sketch_estimate and hll_union; it has 2^lgConfigK registers (by default 2^12, with an error of about 1.6 %). NULLs and empty texts are passed over.',
  examples: [['hll_sketch_estimate(hll_sketch_agg(5))', '1']],
  sql: shownCall('hll_sketch_agg', [LOG_K], 2),
  ...imperative(1, [LOG_K.sql]),
  emptyIsNull: false,
  init: (ctx) => {
    checkSize(ctx);
    return { sketch: null };
  },
  update: (s, args, ctx) => {
    s.sketch ??= new HllSketch(args.length > 1 ? Number(args[1]) : DEFAULT_LOG_K);
    const hash = sketchHash(ctx.argTypes[0] as DataType, args[0] as Value);
    if (hash !== null) s.sketch.update(couponOf(hash));
    return s;
  },
  merge: (a, b) => {
    if (b.sketch === null) return a;
    a.sketch = a.sketch === null ? b.sketch : HllSketch.union(a.sketch, b.sketch, a.sketch.logK);
    return a;
  },
  finish: (s, ctx): Value => (s.sketch ?? new HllSketch(Number(ctx.literals[1] ?? DEFAULT_LOG_K))).toBytes(),
});

function different(name: string, a: HllSketch, b: HllSketch): void {
  if (a.logK === b.logK) return;
  const parameters = { left: String(a.logK), right: String(b.logK), function: `\`${name}\`` };
  throw sketchError('HLL_UNION_DIFFERENT_LG_K', '22000', parameters, `The sketches have different sizes (${a.logK} and ${b.logK}); set allowDifferentLgConfigK to true to merge them.`);
}

const hllUnionAgg = aggregate<AggState>({
  name: 'hll_union_agg',
  family,
  since,
  params: [
    { name: 'expr', pythonName: 'col', accepts: ['binary'] },
    { name: 'allowDifferentLgConfigK', accepts: ['boolean'], optional: true, pythonDefault: 'None' },
  ],
  signature: (given) => {
    const args = withDefaults(given, [NOT_DIFFERENT], 2);
    const types = [sketchBytes('hll_union_agg', args, 0), expectExactly('hll_union_agg', args, 1, BooleanType)];
    return { argTypes: types.slice(0, given.length), returns: BinaryType, nullable: false };
  },
  doc: 'HyperLogLog sketches merged into one. Sketches of different sizes are an error unless allowed.',
  examples: [[`hll_sketch_estimate(hll_union_agg(${ONE}))`, '1']],
  sql: shownCall('hll_union_agg', [NOT_DIFFERENT], 2),
  ...imperative(1, [NOT_DIFFERENT.sql]),
  emptyIsNull: false,
  init: () => ({ sketch: null }),
  update: (s, [bytes, allowed]) => {
    if (bytes === null) return s;
    const sketch = read('hll_union_agg', bytes as Value);
    if (s.sketch === null) {
      s.sketch = sketch;
      return s;
    }
    if (allowed !== true) different('hll_union_agg', s.sketch, sketch);
    s.sketch = HllSketch.union(s.sketch, sketch, s.sketch.logK);
    return s;
  },
  merge: (a, b, ctx) => {
    if (b.sketch === null) return a;
    if (a.sketch === null) return b;
    if (ctx.literals[1] !== true) different('hll_union_agg', a.sketch, b.sketch);
    a.sketch = HllSketch.union(a.sketch, b.sketch, a.sketch.logK);
    return a;
  },
  finish: (s): Value => (s.sketch ?? new HllSketch(DEFAULT_LOG_K)).toBytes(),
});

const hllSketchEstimate = typed({
  interpreted: true,
  name: 'hll_sketch_estimate',
  family,
  since,
  params: ['expr'],
  takes: [sketchBytes],
  returns: LongType,
  doc: 'About how many different values are in a HyperLogLog sketch.',
  examples: [[`hll_sketch_estimate(${ONE})`, '1']],
  row: ([bytes]) => BigInt(Math.round(read('hll_sketch_estimate', bytes as Value).estimate())),
});

const hllUnion = typed({
  interpreted: true,
  name: 'hll_union',
  family,
  since,
  params: ['first', 'second', 'allowDifferentLgConfigK?'],
  takes: [sketchBytes, sketchBytes, exactly(BooleanType)],
  defaults: [NOT_DIFFERENT],
  returns: BinaryType,
  doc: 'Two HyperLogLog sketches merged into one. Different sizes are an error unless allowed; then the smaller counts.',
  examples: [[`hll_sketch_estimate(hll_union(${ONE}, ${ONE}))`, '1']],
  row: ([first, second, allowed]) => {
    const a = read('hll_union', first as Value);
    const b = read('hll_union', second as Value);
    if (allowed !== true) different('hll_union', a, b);
    return HllSketch.union(a, b, Math.min(a.logK, b.logK)).toBytes();
  },
});

export const hllFunctions: readonly FunctionDeclaration[] = [hllSketchAgg, hllUnionAgg, hllSketchEstimate, hllUnion];
