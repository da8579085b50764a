/** Functions that decide which rows need their arguments: `control` of ScalarFunction. */
import { cellReader, constantVector, gather, withType } from '../../columnar/index.ts';
import type { Batch, Vector } from '../../columnar/index.ts';
import { InternalError } from '../../core/index.ts';
import { nothingChosen } from '../../plan/index.ts';
import type { ScalarCall, TaskContext } from '../../plan/index.ts';
import { BooleanType, compareValues } from '../../types/index.ts';
import { allRows, Choice } from './choice.ts';
import { compileCall } from './call.ts';
import type { Evaluator } from './evaluator.ts';
import { compileLogical } from './logical.ts';
import { compileTry } from './try.ts';
import type { LazyArgument } from './selection.ts';
import type { Sharing } from './shared.ts';

export function compileControl(e: ScalarCall, args: readonly LazyArgument[], shared: Sharing): Evaluator {
  switch (e.fn.control) {
    case 'and':
    case 'or':
      return compileLogical(e, args);
    case 'coalesce':
      return (batch, task) => coalesce(e, args, batch, task);
    case 'case':
      return (batch, task) => chooseCase(e, args, batch, task);
    case 'ifNotNull':
      return (batch, task) => ifNotNull(e, args as readonly [LazyArgument, LazyArgument, LazyArgument], batch, task);
    case 'in':
      // Constants and columns are asked for at once: they cannot raise.
      return args.slice(1).every((a) => a.expression.kind === 'literal' || a.expression.kind === 'attribute')
        ? compileCall(e, args.map((a) => a.all), shared.conf)
        : (batch, task) => inList(args, batch, task);
    case 'ifNaN':
      return (batch, task) => ifNaN(e, args as readonly [LazyArgument, LazyArgument], batch, task);
    case 'nth':
      return (batch, task) => {
        shared.raiseFirst(batch, task);
        return chooseNth(e, args, batch, task);
      };
    case 'try':
      return compileTry(e, args, shared);
    default:
      throw new InternalError(`${e.fn.name} declares no control form`);
  }
}

/** Gives the rows the argument's values; a literal or a column is not evaluated row by row. */
function addValue(choice: Choice, arg: LazyArgument, batch: Batch, rows: Int32Array, task: TaskContext): void {
  const { expression } = arg;
  if (rows.length === 0) return;
  if (expression.kind === 'literal') {
    if (expression.value !== null) choice.add(constantVector(expression.type, expression.value, 1), rows, 'constant');
  } else if (expression.kind === 'attribute') choice.add(arg.all(batch, task), rows, 'aligned');
  else choice.add(arg.on(batch, rows, task), rows, 'packed');
}

function coalesce(e: ScalarCall, args: readonly LazyArgument[], batch: Batch, task: TaskContext): Vector {
  const choice = new Choice(e.type, batch.length);
  let pending = allRows(batch.length);
  for (let i = 0; i < args.length && pending.length > 0; i++) {
    const arg = args[i] as LazyArgument;
    if (i === args.length - 1 || arg.expression.kind === 'literal') {
      addValue(choice, arg, batch, pending, task);
      if (arg.expression.kind === 'literal' && arg.expression.value === null) continue;
      break;
    }
    const values = arg.on(batch, pending, task);
    if (values.validity === null && pending.length === batch.length) return withType(values, e.type);
    const { found, missing, at } = splitByValidity(values, pending);
    choice.add(at.length === values.length ? values : gather(values, at), found, 'packed');
    pending = missing;
  }
  return choice.finish();
}

/** Rows with a value, rows without, and where the values stand in the vector. */
function splitByValidity(values: Vector, rows: Int32Array): { found: Int32Array; missing: Int32Array; at: Int32Array } {
  const { validity } = values;
  const n = rows.length;
  if (validity === null) return { found: rows, missing: new Int32Array(0), at: allRows(n) };
  const found = new Int32Array(n);
  const missing = new Int32Array(n);
  const at = new Int32Array(n);
  let f = 0;
  let m = 0;
  for (let k = 0; k < n; k++) {
    if (validity[k] === 0) missing[m++] = rows[k] as number;
    else {
      at[f] = k;
      found[f++] = rows[k] as number;
    }
  }
  return { found: found.subarray(0, f), missing: missing.subarray(0, m), at: at.subarray(0, f) };
}

function chooseCase(e: ScalarCall, args: readonly LazyArgument[], batch: Batch, task: TaskContext): Vector {
  const choice = new Choice(e.type, batch.length);
  let pending = allRows(batch.length);
  let i = 0;
  for (; i + 1 < args.length && pending.length > 0; i += 2) {
    const { hits, rest } = splitByCondition((args[i] as LazyArgument).on(batch, pending, task), pending);
    addValue(choice, args[i + 1] as LazyArgument, batch, hits, task);
    pending = rest;
  }
  if (args.length % 2 === 1) addValue(choice, args[args.length - 1] as LazyArgument, batch, pending, task);
  return choice.finish();
}

/** Rows on which the condition is true, and the others. */
function splitByCondition(condition: Vector, rows: Int32Array): { hits: Int32Array; rest: Int32Array } {
  const n = rows.length;
  if (condition.layout !== 'bool') return { hits: new Int32Array(0), rest: rows };
  const { data, validity } = condition;
  const hits = new Int32Array(n);
  const rest = new Int32Array(n);
  let h = 0;
  let r = 0;
  for (let k = 0; k < n; k++) {
    if (data[k] === 1 && (validity === null || validity[k] === 1)) hits[h++] = rows[k] as number;
    else rest[r++] = rows[k] as number;
  }
  return { hits: hits.subarray(0, h), rest: rest.subarray(0, r) };
}

function ifNotNull(e: ScalarCall, args: readonly [LazyArgument, LazyArgument, LazyArgument], batch: Batch, task: TaskContext): Vector {
  const choice = new Choice(e.type, batch.length);
  const { found, missing } = splitByValidity(args[0].all(batch, task), allRows(batch.length));
  addValue(choice, args[1], batch, found, task);
  addValue(choice, args[2], batch, missing, task);
  return choice.finish();
}

/** Each value on the rows alone that choose it. */
function chooseNth(e: ScalarCall, args: readonly LazyArgument[], batch: Batch, task: TaskContext): Vector {
  const choice = new Choice(e.type, batch.length);
  const place = cellReader((args[0] as LazyArgument).all(batch, task));
  const rows: number[][] = args.map(() => []);
  for (let i = 0; i < batch.length; i++) {
    const n = place(i);
    const chosen = typeof n === 'number' && n >= 1 ? rows[n] : undefined;
    if (chosen === undefined) nothingChosen(e, n, task);
    else chosen.push(i);
  }
  args.forEach((arg, k) => addValue(choice, arg, batch, Int32Array.from(rows[k] as number[]), task));
  return choice.finish();
}

/** The other argument is asked on the rows alone that hold NaN; without any, the column is the result. */
function ifNaN(e: ScalarCall, args: readonly [LazyArgument, LazyArgument], batch: Batch, task: TaskContext): Vector {
  const values = args[0].all(batch, task);
  if (values.layout !== 'double') return withType(values, e.type);
  const { data, validity } = values;
  const n = batch.length;
  const nan = new Int32Array(n);
  const others = new Int32Array(n);
  let [k, m] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(data[i] as number) && (validity === null || validity[i] === 1)) nan[k++] = i;
    else others[m++] = i;
  }
  if (k === 0) return withType(values, e.type);
  const choice = new Choice(e.type, n);
  choice.add(values, others.subarray(0, m), 'aligned');
  addValue(choice, args[1], batch, nan.subarray(0, k), task);
  return choice.finish();
}

/** Item after item, on the rows alone that have found none yet. */
function inList(args: readonly LazyArgument[], batch: Batch, task: TaskContext): Vector {
  const n = batch.length;
  const value = (args[0] as LazyArgument).all(batch, task);
  const type = (args[0] as LazyArgument).expression.type;
  const read = cellReader(value);
  const data = new Uint8Array(n);
  const validity = new Uint8Array(n).fill(1);
  let pending = allRows(n).filter((i) => value.validity === null || value.validity[i] === 1);
  if (value.validity !== null) validity.set(value.validity.subarray(0, n));
  for (let k = 1; k < args.length && pending.length > 0; k++) {
    const item = cellReader((args[k] as LazyArgument).on(batch, pending, task));
    const rows = pending;
    pending = rows.filter((row, i) => {
      const y = item(i);
      if (y === null) validity[row] = 0;
      if (y === null || compareValues(type, read(row), y) !== 0) return true;
      data[row] = 1;
      validity[row] = 1;
      return false;
    });
  }
  return { layout: 'bool', type: BooleanType, length: n, validity, data };
}
