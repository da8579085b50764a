/** try_add and its kin: as the operators, with NULL where those would raise. */
import { SparkError } from '../../core/index.ts';
import { DateType, isNumeric } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction, Signature, SignatureContext } from '../define.ts';
import { scalarFunction, unexpectedInput } from '../typing.ts';
import { compute, SIDES, signatureOf } from './arithmetic.ts';
import { DATE_DAYS, readingOf } from './datetime-readings.ts';
import { datetimeOperators } from './datetime.ts';
import type { ArithmeticOperator } from './numbers.ts';

const BY_NAME = new Map(datetimeOperators.map((f) => [f.name, f]));

/** A call as an operator reads it: which of its arguments go where, their types, and what is done with them. */
interface Plan {
  readonly places: readonly number[];
  /** Of the arguments in the order of the places. */
  readonly signature: Signature;
  readonly run: (args: readonly Value[], ctx: CallContext) => Value;
}

function addDays(sign: 1 | -1, args: readonly ArgumentInfo[]): Pick<Plan, 'signature' | 'run'> {
  const { type } = args[1] as ArgumentInfo;
  if (type.kind !== 'integer' && type.kind !== 'short' && type.kind !== 'byte') {
    throw unexpectedInput(sign === 1 ? 'date_add' : 'date_sub', args, 1, '("INT" or "SMALLINT" or "TINYINT")');
  }
  return {
    signature: { argTypes: [DateType, type], returns: DateType },
    run: ([date, days]) => ((date as number) + sign * (days as number)) | 0,
  };
}

function planOf(op: ArithmeticOperator, args: readonly ArgumentInfo[], ctx: SignatureContext): Plan {
  const reading = readingOf(op, args, ctx.ansi);
  if (reading?.kind !== 'call') {
    return { places: [0, 1], signature: signatureOf(op, op, args, ctx), run: ([a, b], call) => compute(op, call, 'try')(a as Value, b as Value) };
  }
  const places = reading.args as readonly number[];
  const placed = places.map((i) => args[i] as ArgumentInfo);
  const fn = BY_NAME.get(reading.name);
  if (fn !== undefined) return { places, signature: fn.signature(placed, ctx), run: fn.row };
  return { places, ...addDays(reading.name === DATE_DAYS['+'] ? 1 : -1, placed) };
}

function trySignature(op: ArithmeticOperator, args: readonly ArgumentInfo[], ctx: SignatureContext): Signature {
  const { places, signature } = planOf(op, args, ctx);
  const argTypes: DataType[] = [];
  for (const [k, i] of places.entries()) argTypes[i] = signature.argTypes[k] as DataType;
  return { argTypes, returns: signature.returns, nullable: true };
}

const RUNS = new WeakMap<CallContext, (args: readonly Value[]) => Value>();

function runOf(op: ArithmeticOperator, ctx: CallContext): (args: readonly Value[]) => Value {
  let run = RUNS.get(ctx);
  if (run === undefined) {
    run = makeRun(op, ctx);
    RUNS.set(ctx, run);
  }
  return run;
}

function makeRun(op: ArithmeticOperator, ctx: CallContext): (args: readonly Value[]) => Value {
  const infos = ctx.argTypes.map((type): ArgumentInfo => ({ type, nullable: true, foldable: false, sql: '' }));
  const { places, signature, run } = planOf(op, infos, { ansi: ctx.ansi });
  const call: CallContext = { ...ctx, ansi: true, argTypes: signature.argTypes };
  return (args) => {
    const placed = places.map((i) => args[i] as Value);
    return placed.includes(null) ? null : run(placed, call);
  };
}

/** With two numbers only the operator's own errors give NULL; with anything else those of its arguments do so too. */
function tryForms(name: string, op: ArithmeticOperator, since: string, doc: string, examples: ScalarFunction['examples']): readonly ScalarFunction[] {
  const common: Pick<ScalarFunction, 'family' | 'since' | 'params' | 'signature' | 'doc'> = {
    family: 'operator',
    since,
    params: SIDES,
    signature: (args, ctx) => trySignature(op, args, ctx),
    doc,
  };
  const any = scalarFunction({
    ...common,
    name: `${name}(any)`,
    internal: true,
    examples: [[`${name}('x', 1)`, null]],
    sql: (args) => `${name}(${args.join(', ')})`,
    control: 'try',
    row: (args, ctx) => runOf(op, ctx)(args),
  });
  const numeric = scalarFunction({
    ...common,
    name,
    constancy: 'late',
    ...(op === '/' || op === '%' ? { asks: { places: [1, 0] } } : {}),
    examples,
    becomes: (args) => (args.every((a) => isNumeric(a.type)) ? undefined : { kind: 'call', name: any.name, args: [0, 1] }),
    row: (args, ctx) => {
      try {
        return runOf(op, ctx)(args);
      } catch (error) {
        if (error instanceof SparkError) return null;
        throw error;
      }
    },
  });
  return [numeric, any];
}

export const tryArithmetic: readonly ScalarFunction[] = [
  ...tryForms('try_add', '+', '3.2.0', 'The sum, or NULL where it does not fit its type.', [
    ['try_add(1, 2)', '3'],
    ['try_add(2147483647, 1)', null],
    ["try_add(DATE '2021-01-01', 1)", '2021-01-02'],
    ["try_add(TIMESTAMP '2021-01-01 00:00:00', INTERVAL '1' DAY)", '2021-01-02 00:00:00'],
  ]),
  ...tryForms('try_subtract', '-', '3.3.0', 'The difference, or NULL where it does not fit its type.', [
    ['try_subtract(2, 1)', '1'],
    ['try_subtract(-2147483648, 1)', null],
  ]),
  ...tryForms('try_multiply', '*', '3.3.0', 'The product, or NULL where it does not fit its type.', [
    ['try_multiply(2, 3)', '6'],
    ['try_multiply(-2147483648, 10)', null],
    ["try_multiply(INTERVAL '2' YEAR, 3)", "INTERVAL '6-0' YEAR TO MONTH"],
  ]),
  ...tryForms('try_divide', '/', '3.2.0', 'The quotient, or NULL where the divisor is zero.', [
    ['try_divide(3, 2)', '1.5'],
    ['try_divide(1, 0)', null],
    ["try_divide(INTERVAL '2' MONTH, 0)", null],
  ]),
  ...tryForms('try_mod', '%', '4.0.0', 'The rest of a division, or NULL where the divisor is zero.', [
    ['try_mod(3, 2)', '1'],
    ['try_mod(1, 0)', null],
  ]),
];
