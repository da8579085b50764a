/** theta_sketch_agg, theta_union_agg, theta_intersection_agg, theta_sketch_estimate, theta_union, theta_intersection, theta_difference. */
import { BinaryType, LongType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { aggregate, imperative } from '../aggregate/declare.ts';
import type { AggregateFunction, ArgumentInfo, CallContext, FunctionDeclaration, ScalarFunction } from '../define.ts';
import { typed } from '../typed.ts';
import { unexpectedInput } from '../typing.ts';
import { checkLogEntries, invalidSketch, LOG_ENTRIES, logEntries, shownCall, sketchBytes, sketchError, withDefaults } from './arguments.ts';
import { DEFAULT_LOG_ENTRIES, difference, EntrySketch, intersection, union } from './entries.ts';
import { KEY_TYPES, keyType, sketchHash } from './keys.ts';
import { thetaFromBytes, thetaToBytes } from './theta-bytes.ts';
import type { ThetaSketch } from './theta-bytes.ts';

const family = 'sketch';
const since = '4.1.0';
/** A sketch of the value 1. */
const ONE = "X'01030300003ACC9315F97DCBBD86A105'";
const keep = (): true => true;

interface ThetaState {
  sketch: ThetaSketch | null;
}

export function readTheta(name: string, bytes: Value): ThetaSketch {
  const sketch = thetaFromBytes(bytes as Uint8Array);
  if (sketch === null) throw invalidSketch('THETA', name);
  return sketch;
}

/** The number of entries that the call names, checked. */
export function calledLog(name: string, given: Value | undefined): number {
  const log = given === undefined ? DEFAULT_LOG_ENTRIES : Number(given);
  checkLogEntries(name, log);
  return log;
}

/** As Spark does, where the aggregation begins. */
function checkLog(name: string, ctx: CallContext): void {
  if (ctx.argTypes.length < 2) return;
  const [, log] = ctx.literals;
  if (log === undefined) throw sketchError('THETA_LG_NOM_ENTRIES_MUST_BE_CONSTANT', '42K0E', { function: `\`${name}\`` }, `The number of entries of ${name} must be a constant.`);
  checkLogEntries(name, Number(log));
}

function merged(a: ThetaState, b: ThetaState, log: number): ThetaState {
  if (b.sketch === null) return a;
  a.sketch = a.sketch === null ? union([b.sketch], log, keep) : union([a.sketch, b.sketch], log, keep);
  return a;
}

function finished(s: ThetaState, log: number): Value {
  return thetaToBytes(union(s.sketch === null ? [] : [s.sketch], log, keep));
}

const LOG_PARAMETER = { name: 'lgNomEntries', accepts: ['integer'], optional: true, pythonDefault: 'None' } as const;

const thetaSketchAgg = aggregate<ThetaState>({
  name: 'theta_sketch_agg',
  family,
  since,
  params: [{ name: 'expr', pythonName: 'col', accepts: ['any'] }, LOG_PARAMETER],
  signature: (given) => {
    const args = withDefaults(given, [LOG_ENTRIES], 2);
    const key = keyType((args[0] as ArgumentInfo).type, false);
    if (key === undefined) throw unexpectedInput('theta_sketch_agg', args, 0, `(${KEY_TYPES.map((t) => `"${t}"`).join(' or ')})`);
    const types = [key, logEntries('theta_sketch_agg', args, 1)];
    return { argTypes: types.slice(0, given.length), returns: BinaryType, nullable: false };
  },
  doc: 'A theta sketch of the values, as bytes, of which others can be added to, cut with and taken away; it keeps about 2^lgNomEntries hashes (by default 2^12) and is exact below. NULLs and what is empty are passed over.',
  examples: [['theta_sketch_estimate(theta_sketch_agg(5))', '1']],
  sql: shownCall('theta_sketch_agg', [LOG_ENTRIES], 2),
  ...imperative(1, [LOG_ENTRIES.sql]),
  emptyIsNull: false,
  init: (ctx) => {
    checkLog('theta_sketch_agg', ctx);
    return { sketch: null };
  },
  update: (s, [x, log], ctx) => {
    s.sketch ??= new EntrySketch(calledLog('theta_sketch_agg', log));
    const hash = sketchHash(ctx.argTypes[0] as DataType, x as Value);
    if (hash !== null) s.sketch.offer(hash[0] >> 1n, true, keep);
    return s;
  },
  merge: (a, b, ctx) => merged(a, b, Number(ctx.literals[1] ?? b.sketch?.logNominal ?? DEFAULT_LOG_ENTRIES)),
  finish: (s, ctx) => finished(s, Number(ctx.literals[1] ?? s.sketch?.logNominal ?? DEFAULT_LOG_ENTRIES)),
});

const thetaUnionAgg = aggregate<ThetaState>({
  name: 'theta_union_agg',
  family,
  since,
  params: [{ name: 'expr', pythonName: 'col', accepts: ['binary'] }, LOG_PARAMETER],
  signature: (given) => {
    const args = withDefaults(given, [LOG_ENTRIES], 2);
    const types = [sketchBytes('theta_union_agg', args, 0), logEntries('theta_union_agg', args, 1)];
    return { argTypes: types.slice(0, given.length), returns: BinaryType, nullable: false };
  },
  doc: 'Theta sketches merged into one that keeps about 2^lgNomEntries hashes.',
  examples: [[`theta_sketch_estimate(theta_union_agg(${ONE}))`, '1']],
  sql: shownCall('theta_union_agg', [LOG_ENTRIES], 2),
  ...imperative(1, [LOG_ENTRIES.sql]),
  emptyIsNull: false,
  init: (ctx) => {
    checkLog('theta_union_agg', ctx);
    return { sketch: null };
  },
  update: (s, [bytes, given]) => {
    if (bytes === null) return s;
    const log = calledLog('theta_union_agg', given);
    return merged(s, { sketch: readTheta('theta_union_agg', bytes as Value) }, log);
  },
  merge: (a, b) => merged(a, b, b.sketch?.logNominal ?? DEFAULT_LOG_ENTRIES),
  finish: (s) => finished(s, s.sketch?.logNominal ?? DEFAULT_LOG_ENTRIES),
});

function intersected(a: ThetaState, b: ThetaSketch | null): ThetaState {
  if (b !== null) a.sketch = a.sketch === null ? b : intersection(a.sketch, b, keep);
  return a;
}

const thetaIntersectionAgg: AggregateFunction<ThetaState> = aggregate<ThetaState>({
  name: 'theta_intersection_agg',
  family,
  since,
  params: [{ name: 'expr', pythonName: 'col', accepts: ['binary'] }],
  signature: (args) => ({ argTypes: [sketchBytes('theta_intersection_agg', args, 0)], returns: BinaryType, nullable: false }),
  doc: 'A theta sketch of what all of the theta sketches hold.',
  examples: [[`theta_sketch_estimate(theta_intersection_agg(${ONE}))`, '1']],
  ...imperative(),
  emptyIsNull: false,
  init: () => ({ sketch: null }),
  update: (s, [bytes]) => intersected(s, bytes === null ? null : readTheta('theta_intersection_agg', bytes as Value)),
  merge: (a, b) => intersected(a, b.sketch),
  finish: (s): Value => thetaToBytes(s.sketch ?? new EntrySketch<true>(DEFAULT_LOG_ENTRIES)),
});

const thetaSketchEstimate = typed({
  interpreted: true,
  name: 'theta_sketch_estimate',
  family,
  since,
  params: ['expr'],
  takes: [sketchBytes],
  returns: LongType,
  doc: 'About how many different values are in a theta sketch.',
  examples: [[`theta_sketch_estimate(${ONE})`, '1']],
  row: ([bytes]) => BigInt(Math.round(readTheta('theta_sketch_estimate', bytes as Value).estimate())),
});

function ofTwo(name: string, doc: string, example: string, of: (a: ThetaSketch, b: ThetaSketch, ctx: CallContext) => ThetaSketch): ScalarFunction {
  return typed({
    interpreted: true,
    name,
    family,
    since,
    params: ['first', 'second'],
    takes: [sketchBytes, sketchBytes],
    returns: BinaryType,
    doc,
    examples: [[`theta_sketch_estimate(${name}(${ONE}, ${ONE}))`, example]],
    row: ([first, second], ctx) => thetaToBytes(of(readTheta(name, first as Value), readTheta(name, second as Value), ctx)),
  });
}

const thetaUnion = typed({
  interpreted: true,
  name: 'theta_union',
  family,
  since,
  params: ['first', 'second', 'lgNomEntries?'],
  takes: [sketchBytes, sketchBytes, logEntries],
  defaults: [LOG_ENTRIES],
  returns: BinaryType,
  doc: 'Two theta sketches merged into one that keeps about 2^lgNomEntries hashes (by default 2^12).',
  examples: [[`theta_sketch_estimate(theta_union(${ONE}, ${ONE}))`, '1']],
  row: ([first, second, given]) => {
    const log = calledLog('theta_union', given as Value);
    const sketches = [first, second].map((bytes) => readTheta('theta_union', bytes as Value));
    return thetaToBytes(union(sketches, log, keep));
  },
});

export const thetaFunctions: readonly FunctionDeclaration[] = [
  thetaSketchAgg,
  thetaUnionAgg,
  thetaIntersectionAgg,
  thetaSketchEstimate,
  thetaUnion,
  ofTwo('theta_intersection', 'A theta sketch of what both theta sketches hold.', '1', (a, b) => intersection(a, b, keep)),
  ofTwo('theta_difference', 'A theta sketch of what the first theta sketch holds and the second does not.', '0', (a, b) => difference(a, b)),
];
