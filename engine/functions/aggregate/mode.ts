import { analysisError } from '../../core/index.ts';
import { murmurInt } from '../../columnar/index.ts';
import { compareValues, isOrderable, quotedSqlType, StructValue } from '../../types/index.ts';
import type { DataType, MapType, MapValue, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, Signature } from '../define.ts';
import { valueKey } from '../value-key.ts';
import type { ValueKey } from '../value-key.ts';
import { aggregate } from './declare.ts';
import { jvmHash } from './jvm-hash.ts';

interface Entry {
  readonly value: Value;
  count: number;
}
interface ModeState {
  entries: Map<ValueKey, Entry>;
}

const FIRST_TABLE_SIZE = 64;
const LOAD_FACTOR = 0.7;

/**
 * The values in the order of Spark's `OpenHashMap`, in which a tie is decided: by slot of a table that is probed in
 * growing steps and doubles when it is 70 % full.
 */
function tableOrder(entries: readonly Entry[], hash: (x: Value) => number): Entry[] {
  let size = FIRST_TABLE_SIZE;
  let table = new Array<Entry | undefined>(size);
  const place = (e: Entry): void => {
    let at = murmurInt(hash(e.value), 0) & (size - 1);
    for (let step = 1; table[at] !== undefined; step++) at = (at + step) & (size - 1);
    table[at] = e;
  };
  let used = 0;
  for (const e of entries) {
    place(e);
    used += 1;
    if (used <= Math.trunc(LOAD_FACTOR * size)) continue;
    const old = table;
    size *= 2;
    table = new Array<Entry | undefined>(size);
    for (const each of old) if (each !== undefined) place(each);
  }
  return table.filter((e) => e !== undefined);
}

/** Where the value stands among the arguments: behind those in parentheses when WITHIN GROUP is used. */
function ordered(ctx: CallContext): boolean {
  return ctx.withinGroup !== undefined && ctx.withinGroup.length > 0;
}

/** Written out, true or false: Spark tells so while it makes the call, before any types are coerced. */
function checkFlag(flag: ArgumentInfo | undefined): void {
  if (flag === undefined) return;
  if (flag.literal === null) {
    throw analysisError('DATATYPE_MISMATCH.UNEXPECTED_NULL', '42K09', { exprName: '`deterministic`', sqlExpr: `"${flag.sql}"` }, 'The second argument of mode must not be NULL.');
  }
  if (flag.type.kind === 'boolean') return;
  const inputType = quotedSqlType(flag.type);
  throw analysisError(
    'UNEXPECTED_INPUT_TYPE',
    '42K09',
    { functionName: '`mode`', paramIndex: 'second', requiredType: '"BOOLEAN"', inputSql: `"${flag.sql}"`, inputType },
    `The second argument of mode is true or false, but ${flag.sql} is ${inputType.replaceAll('"', '')}.`,
  );
}

function modeSignature(args: readonly ArgumentInfo[]): Signature {
  const [value, flag] = args as readonly [ArgumentInfo, ArgumentInfo?];
  if (flag?.failure !== undefined) throw flag.failure;
  if (flag !== undefined && !flag.foldable) {
    throw analysisError(
      'NON_FOLDABLE_ARGUMENT',
      '42K08',
      { funcName: '`mode`', paramName: '`deterministic`', paramType: '"BOOLEAN"' },
      'The second argument of mode must be true or false, written out.',
    );
  }
  checkFlag(flag);
  return { argTypes: args.map((a) => a.type), returns: value.type, nullable: true };
}

/** Maps by their entries in the order of the keys, as Spark sorts where nobody can ask for it. */
function compareMaps(type: MapType, a: MapValue, b: MapValue): number {
  const sorted = (m: MapValue) => [...m.entries].sort(([k], [l]) => compareValues(type.key, k, l));
  const [x, y] = [sorted(a), sorted(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const [[k, v], [l, w]] = [x[i], y[i]] as [[Value, Value], [Value, Value]];
    const d = compareValues(type.key, k, l) || compareValues(type.value, v, w);
    if (d !== 0) return d;
  }
  return x.length - y.length;
}

/** The order in which the first of several values is taken; undefined where there is none. */
function orderOf(type: DataType): ((a: Value, b: Value) => number) | undefined {
  if (isOrderable(type)) return (a, b) => compareValues(type, a, b);
  if (type.kind !== 'map' || !isOrderable(type.key) || !isOrderable(type.value)) return undefined;
  return (a, b) => compareMaps(type, a as MapValue, b as MapValue);
}

/** Spark counts under values whose zeros have one sign, and gives those. */
function withOneZero(x: Value, type: DataType): Value {
  if (typeof x === 'number') return x + 0;
  if (Array.isArray(x) && type.kind === 'array') return x.map((e) => withOneZero(e, type.element));
  if (x instanceof StructValue && type.kind === 'struct') return new StructValue(type.fields.map((f, i) => withOneZero(x.values[i] ?? null, f.type)));
  return x;
}

/** How ties are broken: by the order of the values, or as Spark's table happens to hold them. */
function winner(s: ModeState, ctx: CallContext): Value {
  const entries = [...s.entries.values()];
  const type: DataType = ctx.returnType;
  let most = 0;
  for (const e of entries) most = Math.max(most, e.count);
  const deterministic = ordered(ctx) || ctx.literals[1] === true;
  const order = deterministic ? orderOf(type) : undefined;
  if (order !== undefined) {
    const sign = ordered(ctx) && ctx.withinGroup?.[0]?.ascending === false ? -1 : 1;
    const best = entries.filter((e) => e.count === most).map((e) => e.value);
    return best.reduce((a, b) => (order(b, a) * sign < 0 ? b : a));
  }
  const hash = jvmHash(type);
  const candidates = hash === undefined ? entries : tableOrder(entries, hash);
  return (candidates.find((e) => e.count === most) as Entry).value;
}

export const mode = aggregate<ModeState>({
  name: 'mode',
  since: '3.4.0',
  params: [
    { name: 'col', accepts: ['any'], optional: true },
    { name: 'deterministic', accepts: ['boolean'], optional: true, literal: true, pythonDefault: 'False' },
  ],
  withinGroup: 'one',
  keyShownReversed: true,
  signature: modeSignature,
  // Spark turns the call with `true` into the one with WITHIN GROUP, and names it so.
  sql: (args) => (args[1] === 'true' ? `mode() WITHIN GROUP (ORDER BY ${args[0]} DESC)` : `mode(${args[0] ?? ''})`),
  doc: 'The value that comes most often, nulls left out. Among several any, or the smallest with a second argument `true`.',
  examples: [
    ['mode(7)', '7'],
    ['mode(CAST(NULL AS INT))', null],
  ],
  interpreted: true,
  planArguments: ([value, flag], { keys: [key] }) =>
    key === undefined ? [value as string, '0', '0', flag === 'true' ? 'Some(true)' : 'None'] : [key.value, '0', '0', `Some(${key.ascending})`],
  init: () => ({ entries: new Map() }),
  update: (s, [x], ctx) => {
    if (x === null || x === undefined) return s;
    const key = valueKey(ctx.returnType)(x);
    const entry = s.entries.get(key);
    if (entry === undefined) s.entries.set(key, { value: withOneZero(x, ctx.returnType), count: 1 });
    else entry.count += 1;
    return s;
  },
  merge: (a, b) => {
    for (const [key, e] of b.entries) {
      const own = a.entries.get(key);
      if (own === undefined) a.entries.set(key, { value: e.value, count: e.count });
      else own.count += e.count;
    }
    return a;
  },
  finish: (s, ctx): Value => (s.entries.size === 0 ? null : winner(s, ctx)),
});
