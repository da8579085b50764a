/** tuple_sketch_agg_*, tuple_union_agg_* and tuple_intersection_agg_*. */
import { BinaryType, DoubleType, IntegerType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { aggregate, imperative } from '../aggregate/declare.ts';
import type { AggregateFunction, ArgumentInfo, ParameterSpec } from '../define.ts';
import { expectType, unexpectedInput } from '../typing.ts';
import { checkConstants, LOG_ENTRIES, logEntries, MODE, modeOf, modeText, shownCall, textOrSketchBytes, withDefaults } from './arguments.ts';
import { DEFAULT_LOG_ENTRIES, EntrySketch, intersection, union } from './entries.ts';
import { KEY_TYPES, keyType, sketchHash } from './keys.ts';
import { calledLog } from './theta-functions.ts';
import { tupleToBytes } from './tuple-bytes.ts';
import type { Number_, Summary, TupleMode, TupleSketch } from './tuple-bytes.ts';
import { combined, summaryOf, TUPLE_EXAMPLES } from './tuple-summary.ts';

const family = 'sketch';
const since = '4.2.0';
const LOG_PARAMETER: ParameterSpec = { name: 'lgNomEntries', accepts: ['integer'], optional: true, literal: true, pythonDefault: 'None' };
const MODE_PARAMETER: ParameterSpec = { name: 'mode', accepts: ['string'], optional: true, literal: true, pythonDefault: 'None' };

type Read = (name: string, bytes: Value, kind: Number_) => TupleSketch;

/** `mode` is known once a row came. */
interface TupleState {
  sketch: TupleSketch | null;
  mode: TupleMode;
}

function init(): TupleState {
  return { sketch: null, mode: 'sum' };
}

function bytesOf(s: TupleState, kind: Number_): Value {
  return tupleToBytes(s.sketch ?? new EntrySketch<Summary>(DEFAULT_LOG_ENTRIES), kind);
}

function united(a: TupleState, b: TupleState, kind: Number_): TupleState {
  if (b.sketch === null) return a;
  if (a.sketch === null) return b;
  a.sketch = union([a.sketch, b.sketch], a.sketch.logNominal, combined(a.mode, kind));
  return a;
}

function sketchAgg(kind: Number_): AggregateFunction<TupleState> {
  const name = `tuple_sketch_agg_${kind}`;
  const defaults = [LOG_ENTRIES, MODE];
  return aggregate<TupleState>({
    name,
    family,
    since,
    namedArguments: true,
    params: [{ name: 'key', accepts: ['any'] }, { name: 'summary', accepts: ['numeric'] }, LOG_PARAMETER, MODE_PARAMETER],
    signature: (given) => {
      const args = withDefaults(given, defaults, 4);
      const key = keyType((args[0] as ArgumentInfo).type, true);
      if (key === undefined) throw unexpectedInput(name, args, 0, `(${KEY_TYPES.map((t) => `"${t}"`).join(' or ')})`);
      const number = expectType(name, args, 1, kind === 'double' ? DoubleType : IntegerType);
      const types = [key, number, logEntries(name, args, 2), modeText(name, args, 3)];
      checkConstants(name, args, { log: 2, mode: 3 });
      return { argTypes: types.slice(0, given.length), returns: BinaryType, nullable: false };
    },
    doc: 'A tuple sketch of keys with a number each, as bytes: `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of one key. It keeps about 2^lgNomEntries keys (by default 2^12). Rows where the key or the number is NULL are passed over.',
    examples: [[`tuple_sketch_estimate_${kind}(${name}(1, ${kind === 'double' ? '10.0D' : '10'}))`, '1.0']],
    sql: shownCall(name, defaults, 4),
    ...imperative(2, [LOG_ENTRIES.sql, MODE.sql]),
    emptyIsNull: false,
    init,
    update: (s, [key, number, log, mode], ctx) => {
      if (s.sketch === null) {
        s.mode = mode === undefined ? 'sum' : modeOf(name, mode as string);
        s.sketch = new EntrySketch(calledLog(name, log));
      }
      const hash = number === null ? null : sketchHash(ctx.argTypes[0] as DataType, key as Value);
      if (hash !== null) s.sketch.offer(hash[0] >> 1n, summaryOf(number as number, s.mode, kind), combined(s.mode, kind));
      return s;
    },
    merge: (a, b) => united(a, b, kind),
    finish: (s) => bytesOf(s, kind),
  });
}

function unionAgg(kind: Number_, read: Read): AggregateFunction<TupleState> {
  const name = `tuple_union_agg_${kind}`;
  const defaults = [LOG_ENTRIES, MODE];
  return aggregate<TupleState>({
    name,
    family,
    since,
    namedArguments: true,
    params: [{ name: 'child', pythonName: 'col', accepts: ['binary'] }, LOG_PARAMETER, MODE_PARAMETER],
    signature: (given) => {
      const args = withDefaults(given, defaults, 3);
      const types = [textOrSketchBytes(name, args, 0), logEntries(name, args, 1), modeText(name, args, 2)];
      checkConstants(name, args, { log: 1, mode: 2 });
      return { argTypes: types.slice(0, given.length), returns: BinaryType, nullable: false };
    },
    doc: 'Tuple sketches merged into one; `mode` (sum, min, max or alwaysone) tells what becomes of the numbers of one key.',
    examples: [[`tuple_sketch_estimate_${kind}(${name}(${TUPLE_EXAMPLES[kind]}))`, '1.0']],
    sql: shownCall(name, defaults, 3),
    ...imperative(1, [LOG_ENTRIES.sql, MODE.sql]),
    emptyIsNull: false,
    init,
    update: (s, [bytes, log, mode]) => {
      if (bytes === null) return s;
      s.mode = mode === undefined ? 'sum' : modeOf(name, mode as string);
      const sketches = [...(s.sketch === null ? [] : [s.sketch]), read(name, bytes as Value, kind)];
      s.sketch = union(sketches, calledLog(name, log), combined(s.mode, kind));
      return s;
    },
    merge: (a, b) => united(a, b, kind),
    finish: (s) => bytesOf(s, kind),
  });
}

function intersectionAgg(kind: Number_, read: Read): AggregateFunction<TupleState> {
  const name = `tuple_intersection_agg_${kind}`;
  const cut = (s: TupleState, other: TupleSketch, mode: TupleMode): TupleState => {
    s.sketch = s.sketch === null ? other : intersection(s.sketch, other, combined(mode, kind));
    s.mode = mode;
    return s;
  };
  return aggregate<TupleState>({
    name,
    family,
    since,
    params: [{ name: 'child', pythonName: 'col', accepts: ['binary'] }, MODE_PARAMETER],
    signature: (given) => {
      const args = withDefaults(given, [MODE], 2);
      const types = [textOrSketchBytes(name, args, 0), modeText(name, args, 1)];
      checkConstants(name, args, { mode: 1 });
      return { argTypes: types.slice(0, given.length), returns: BinaryType, nullable: false };
    },
    doc: 'A tuple sketch of the keys that all of the tuple sketches have; `mode` (sum, min, max or alwaysone) tells what becomes of their numbers.',
    examples: [[`tuple_sketch_estimate_${kind}(${name}(${TUPLE_EXAMPLES[kind]}))`, '1.0']],
    sql: shownCall(name, [MODE], 2),
    ...imperative(1, [MODE.sql]),
    emptyIsNull: false,
    init,
    update: (s, [bytes, mode]) => (bytes === null ? s : cut(s, read(name, bytes as Value, kind), mode === undefined ? 'sum' : modeOf(name, mode as string))),
    merge: (a, b) => (b.sketch === null ? a : cut(a, b.sketch, b.mode)),
    finish: (s) => bytesOf(s, kind),
  });
}

export function tupleAggregates(kind: Number_, read: Read): readonly AggregateFunction<TupleState>[] {
  return [sketchAgg(kind), unionAgg(kind, read), intersectionAgg(kind, read)];
}
