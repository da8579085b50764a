/** typeof, raise_error, assert_true, uuid. */
import { SparkError } from '../../core/index.ts';
import { BooleanType, catalogString, mapType, NullType, StringType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, ScalarFunction } from '../define.ts';
import { expectType, expectWrittenSeed, goesAsText, scalarFunction, unexpectedInput } from '../typing.ts';
import { MersenneTwister } from '../collection/mersenne-twister.ts';
import { about } from '../operator/errors.ts';
import { uuidText } from './uuid-text.ts';

const family = 'misc';

const typeOf = scalarFunction({
  name: 'typeof',
  constancy: 'always',
  family,
  since: '3.0.0',
  params: [{ name: 'expr', pythonName: 'col', accepts: ['any'] }],
  signature: (args) => ({ argTypes: [(args[0] as ArgumentInfo).type], returns: StringType, nullable: false }),
  nulls: 'custom',
  doc: 'The type of the value, in words.',
  examples: [
    ['typeof(1)', 'int'],
    ['typeof(array(1))', 'array<int>'],
  ],
  row: (_args, ctx) => catalogString(ctx.argTypes[0] as DataType),
  replacement: ([type], returns) => ({ type: returns, value: catalogString(type as DataType) }),
});

function userError(errorMessage: string): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'USER_RAISED_EXCEPTION',
    sqlState: 'P0001',
    parameters: { errorMessage },
    sentence: errorMessage,
  });
}

const raiseError = scalarFunction({
  name: 'raise_error',
  constancy: 'never',
  family,
  since: '3.1.0',
  params: [{ name: 'expr', pythonName: 'errMsg', accepts: ['string'], pythonLiteral: true }],
  signature: (args) => {
    const { type, sql } = args[0] as ArgumentInfo;
    if (goesAsText(args[0] as ArgumentInfo)) return { argTypes: [StringType], returns: NullType, nullable: true };
    const texts: ArgumentInfo = { type: mapType(StringType, type), nullable: false, foldable: false, sql: `map(errorMessage, ${sql})` };
    const condition: ArgumentInfo = { type: StringType, nullable: false, foldable: true, sql: 'USER_RAISED_EXCEPTION' };
    throw unexpectedInput('raise_error', [condition, texts], 1, '"MAP<STRING, STRING>"');
  },
  sql: ([a]) => `raise_error(USER_RAISED_EXCEPTION, map(errorMessage, ${a}))`,
  nulls: 'custom',
  doc: 'Raises USER_RAISED_EXCEPTION with the given message.',
  examples: [],
  row: ([message]) => {
    throw userError(String(message));
  },
});

function assertionText(args: readonly string[]): string {
  return `assert_true(${args[0]}, ${args[1] ?? `'${args[0]}' is not true!`})`;
}

/** Spark reads the assertion as a choice between NULL and an error, and its errors show that. */
function choiceText(args: readonly ArgumentInfo[]): string {
  const message = args[1]?.sql ?? `'${args[0]?.sql}' is not true!`;
  return `(IF(${args[0]?.sql}, NULL, raise_error(USER_RAISED_EXCEPTION, map(errorMessage, ${message}))))`;
}

const assertTrue = scalarFunction({
  name: 'assert_true',
  constancy: 'never',
  family,
  since: '2.0.0',
  params: [
    { name: 'expr', pythonName: 'col', accepts: ['boolean'] },
    { name: 'message', pythonName: 'errMsg', accepts: ['string'], optional: true, pythonLiteral: true, pythonDefault: 'None' },
  ],
  becomes: (args) =>
    args.length === 1 ? { kind: 'call', name: 'assert_true', args: [0, { type: StringType, value: `'${args[0]?.sql}' is not true!` }] } : undefined,
  signature: (args) => {
    const { type } = args[0] as ArgumentInfo;
    if (type.kind !== 'boolean' && type.kind !== 'null') throw about(choiceText(args), unexpectedInput('if', args, 0, '"BOOLEAN"'));
    return { argTypes: [BooleanType, expectType('assert_true', args, 1, StringType)], returns: NullType, nullable: true };
  },
  sql: assertionText,
  nulls: 'custom',
  doc: 'NULL if the condition is true; else raises USER_RAISED_EXCEPTION with the message.',
  examples: [['assert_true(0 < 1)', null]],
  row: ([condition, message]) => {
    if (condition === true) return null;
    throw userError(String(message));
  },
});

const TWISTERS = new WeakMap<CallContext, MersenneTwister>();

function twisterOf(ctx: CallContext, seed: bigint): MersenneTwister {
  let twister = TWISTERS.get(ctx);
  if (twister === undefined) {
    twister = new MersenneTwister(seed + BigInt(ctx.partitionIndex));
    TWISTERS.set(ctx, twister);
  }
  return twister;
}

const uuid = scalarFunction({
  name: 'uuid',
  family,
  since: '2.3.0',
  deterministic: false,
  pulledOut: true,
  seedAt: 0,
  params: [{ name: 'seed', accepts: ['integral'], optional: true, literal: true, pythonDefault: 'None', pythonLiteral: true }],
  signature: (args) => {
    const [seed] = args;
    return { argTypes: seed === undefined ? [] : [expectWrittenSeed('UUID', seed)], returns: StringType, nullable: false };
  },
  sql: () => 'uuid()',
  planText: ([seed]) => `uuid(${seed === undefined ? 'None' : `Some(${seed})`})`,
  nulls: 'custom',
  doc: 'A random UUID, as 36 characters; the same ones for the same seed and partition.',
  examples: [['uuid(5)', '99b370cd-2be6-4419-b53a-bf23bbe7c58b']],
  row: ([seed], ctx) => {
    const twister = twisterOf(ctx, BigInt((seed ?? ctx.environment.seed()) as number | bigint));
    return uuidText(twister.nextLong(), twister.nextLong());
  },
});

export const valueFunctions: readonly ScalarFunction[] = [typeOf, raiseError, assertTrue, uuid];
