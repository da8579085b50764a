/** Functions of tuple sketches: theta sketches whose entries carry a number; one of each for doubles and for integers. */
import { BinaryType, DoubleType, LongType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { FunctionDeclaration, ScalarFunction } from '../define.ts';
import { typed } from '../typed.ts';
import type { Default, Rule } from '../typed.ts';
import { checkConstants, invalidSketch, LOG_ENTRIES, logEntries, MODE, modeOf, modeText, sketchBytes } from './arguments.ts';
import { difference, EntrySketch, intersection, union } from './entries.ts';
import { calledLog, readTheta } from './theta-functions.ts';
import { tupleAggregates } from './tuple-aggregates.ts';
import { tupleFromBytes, tupleToBytes } from './tuple-bytes.ts';
import type { Number_, Summary, TupleMode, TupleSketch } from './tuple-bytes.ts';
import { combined, summaryOf, totalled, TUPLE_EXAMPLES } from './tuple-summary.ts';

const family = 'sketch';
const since = '4.2.0';
/** Of a tuple sketch, and a theta sketch of 1. */
const EXAMPLES = { ...TUPLE_EXAMPLES, theta: "X'01030300003ACC9315F97DCBBD86A105'" };

export function readTuple(name: string, bytes: Value, kind: Number_): TupleSketch {
  const sketch = tupleFromBytes(bytes as Uint8Array, kind);
  if (sketch === null) throw invalidSketch('TUPLE', name);
  return sketch;
}

function question(name: string, kind: Number_, returns: DataType, doc: string, example: string, of: (sketch: TupleSketch) => Value): ScalarFunction {
  return typed({
    interpreted: true,
    name,
    family,
    since,
    params: ['expr'],
    takes: [sketchBytes],
    returns,
    doc,
    examples: [[`${name}(${EXAMPLES[kind]})`, example]],
    row: ([bytes]) => of(readTuple(name, bytes as Value, kind)),
  });
}

function summary(kind: Number_): ScalarFunction {
  const name = `tuple_sketch_summary_${kind}`;
  return typed({
    interpreted: true,
    name,
    family,
    since,
    params: ['expr', 'mode?'],
    takes: [sketchBytes, modeText],
    defaults: [MODE],
    check: (args) => checkConstants(name, args, { mode: 1 }),
    returns: kind === 'double' ? DoubleType : LongType,
    doc: 'The numbers of all entries of a tuple sketch taken together: their sum, min or max, or how many there are (alwaysone).',
    examples: [[`${name}(${EXAMPLES[kind]})`, kind === 'double' ? '10.0' : '10']],
    row: ([bytes, mode]) => {
      const total = totalled(readTuple(name, bytes as Value, kind), modeOf(name, mode as string));
      return kind === 'double' ? total : BigInt(total);
    },
  });
}

/** The theta sketch's hashes with the number that stands for none. */
function lifted(sketch: EntrySketch<true>, mode: TupleMode, kind: Number_): TupleSketch {
  const out: TupleSketch = new EntrySketch(sketch.logNominal);
  out.theta = sketch.theta;
  out.isEmpty = sketch.isEmpty;
  for (const hash of sketch.entries.keys()) out.entries.set(hash, summaryOf(null, mode, kind));
  return out;
}

interface Pair {
  readonly name: string;
  readonly kind: Number_;
  readonly params: readonly string[];
  readonly takes: readonly Rule[];
  readonly defaults: readonly Default[];
  readonly isTheta: boolean;
  readonly doc: string;
  readonly example: string;
  readonly of: (a: TupleSketch, b: TupleSketch | EntrySketch<true>, rest: readonly Value[]) => TupleSketch;
}

function ofTwo({ name, kind, params, takes, defaults, isTheta, doc, example, of }: Pair): ScalarFunction {
  return typed({
    interpreted: true,
    name,
    family,
    since,
    namedArguments: name.startsWith('tuple_union'),
    params: ['first', 'second', ...params],
    takes: [sketchBytes, sketchBytes, ...takes],
    defaults,
    check: (args) => checkConstants(name, args, params.length === 2 ? { log: 2, mode: 3 } : params.length === 1 ? { mode: 2 } : {}),
    returns: BinaryType,
    doc,
    examples: [[`tuple_sketch_estimate_${kind}(${name}(${EXAMPLES[kind]}, ${isTheta ? EXAMPLES.theta : EXAMPLES[kind]}))`, example]],
    row: ([first, second, ...rest]) => {
      const a = readTuple(name, first as Value, kind);
      const b = isTheta ? readTheta(name, second as Value) : readTuple(name, second as Value, kind);
      return tupleToBytes(of(a, b, rest as readonly Value[]), kind);
    },
  });
}

function pairs(kind: Number_, isTheta: boolean): readonly ScalarFunction[] {
  const suffix = `${isTheta ? 'theta_' : ''}${kind}`;
  const other = isTheta ? 'a theta sketch' : 'another';
  const shared = { kind, isTheta };
  const names = { union: `tuple_union_${suffix}`, intersection: `tuple_intersection_${suffix}`, difference: `tuple_difference_${suffix}` };
  const asTuple = (b: TupleSketch | EntrySketch<true>, mode: TupleMode): TupleSketch => (isTheta ? lifted(b as EntrySketch<true>, mode, kind) : (b as TupleSketch));
  return [
    ofTwo({
      ...shared,
      name: names.union,
      params: ['lgNomEntries?', 'mode?'],
      takes: [logEntries, modeText],
      defaults: [LOG_ENTRIES, MODE],
      doc: `A tuple sketch merged with ${other}; \`mode\` (sum, min, max or alwaysone) tells what becomes of the numbers of a key that both have.`,
      example: '1.0',
      of: (a, b, [log, mode]) => {
        const how = modeOf(names.union, mode as string);
        return union([a, asTuple(b, how)], calledLog(names.union, log), combined(how, kind));
      },
    }),
    ofTwo({
      ...shared,
      name: names.intersection,
      params: ['mode?'],
      takes: [modeText],
      defaults: [MODE],
      doc: `The entries of a tuple sketch whose keys ${other} has, too; \`mode\` (sum, min, max or alwaysone) tells what becomes of their numbers.`,
      example: '1.0',
      of: (a, b, [mode]) => {
        const how = modeOf(names.intersection, mode as string);
        return intersection<Summary, Summary>(a, asTuple(b, how), combined(how, kind));
      },
    }),
    ofTwo({
      ...shared,
      name: names.difference,
      params: [],
      takes: [],
      defaults: [],
      doc: `The entries of a tuple sketch whose keys ${other} has not.`,
      example: '0.0',
      of: (a, b) => difference<Summary>(a, b),
    }),
  ];
}

function ofKind(kind: Number_): readonly FunctionDeclaration[] {
  return [
    ...tupleAggregates(kind, readTuple),
    question(`tuple_sketch_estimate_${kind}`, kind, DoubleType, 'About how many different keys are in a tuple sketch.', '1.0', (s) => s.estimate()),
    question(`tuple_sketch_theta_${kind}`, kind, DoubleType, 'The share of all keys that a tuple sketch keeps: 1.0 while it holds them all.', '1.0', (s) => s.share()),
    summary(kind),
    ...pairs(kind, false),
    ...pairs(kind, true),
  ];
}

export const tupleFunctions: readonly FunctionDeclaration[] = [...ofKind('double'), ...ofKind('integer')];
