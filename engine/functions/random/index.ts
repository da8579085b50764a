/** rand, randn, uniform, randstr: the same numbers as Spark's for the same seed and partition. */
import { valueAt } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import {
  caster,
  DoubleType,
  IntegerType,
  isIntegral,
  isNumeric,
  isString,
  LongType,
  StringType,
  widerType,
} from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, CallContext, FunctionDeclaration, ParameterSpec, ScalarFunction, Signature } from '../define.ts';
import { expectFoldable, expectType, outOfRange, scalarFunction, unexpectedInput } from '../typing.ts';
import { XORShiftRandom } from './xor-shift-random.ts';

const family = 'random';
const SEED: ParameterSpec = { name: 'seed', accepts: ['integer', 'long'], optional: true, literal: true, pythonDefault: 'None', pythonLiteral: true };

const GENERATORS = new WeakMap<CallContext, XORShiftRandom>();

/** The generator of a call site in a task: its seed (undefined: a fresh one, null: 0) plus the partition's number. */
function generatorOf(ctx: CallContext, given: Value | undefined): XORShiftRandom {
  let generator = GENERATORS.get(ctx);
  if (generator === undefined) {
    const seed = given === undefined ? ctx.environment.seed() : ((given ?? 0) as number | bigint);
    generator = new XORShiftRandom(BigInt(seed) + BigInt(ctx.partitionIndex));
    GENERATORS.set(ctx, generator);
  }
  return generator;
}

function seedType(name: string, args: readonly ArgumentInfo[], index: number): DataType {
  const { type } = args[index] as ArgumentInfo;
  if (type.kind === 'null') return IntegerType;
  if (!isIntegral(type)) throw unexpectedInput(name, args, index, '("INT" or "BIGINT")');
  return type.kind === 'long' ? LongType : IntegerType;
}

function randomSignature(name: string, args: readonly ArgumentInfo[]): Signature {
  const [seed] = args;
  if (seed === undefined) return { argTypes: [], returns: DoubleType, nullable: false };
  const type = seedType(name, args, 0);
  if (!seed.foldable) {
    throw analysisError(
      'SEED_EXPRESSION_IS_UNFOLDABLE',
      '42K08',
      { seedExpr: `"${seed.sql}"`, exprWithSeed: `"${name}(${seed.sql})"` },
      `The seed of ${name} must be a constant.`,
    );
  }
  return { argTypes: [type], returns: DoubleType, nullable: false };
}

function random(name: string, shown: string, next: (r: XORShiftRandom) => number, doc: string, examples: ScalarFunction['examples']): ScalarFunction {
  return scalarFunction({
    name,
    family,
    since: name === 'random' ? '3.0.0' : '1.4.0',
    deterministic: false,
    pulledOut: true,
    seedAt: 0,
    params: [SEED],
    signature: (args) => randomSignature(shown, args),
    sql: (args) => `${shown}(${args.join(', ')})`,
    nulls: 'custom',
    doc,
    examples,
    row: ([seed], ctx) => next(generatorOf(ctx, seed)),
    batch: ([seed], n, ctx) => {
      const data = new Float64Array(n);
      if (n === 0) return { layout: 'double', type: DoubleType, length: n, validity: null, data };
      const generator = generatorOf(ctx, seed === undefined ? undefined : valueAt(seed, 0));
      for (let i = 0; i < n; i++) data[i] = next(generator);
      return { layout: 'double', type: DoubleType, length: n, validity: null, data };
    },
  });
}

/** Whole numbers stay whole, in the wider type; beside a number with a fraction, that one's type counts. */
function uniformType(low: DataType, high: DataType): DataType {
  if (low.kind === 'null' || high.kind === 'null') return DoubleType;
  if (isIntegral(low) === isIntegral(high)) return widerType(low, high) ?? DoubleType;
  return isIntegral(low) ? high : low;
}

function uniformSignature(args: readonly ArgumentInfo[]): Signature {
  const [low, high] = args as readonly [ArgumentInfo, ArgumentInfo];
  const seed = args.length > 2 ? [seedType('uniform', args, 2)] : [];
  for (const [i, a] of [low, high].entries()) {
    if (!isNumeric(a.type) && a.type.kind !== 'null') throw unexpectedInput('uniform', args, i, '"NUMERIC"');
    expectFoldable('uniform', args, i, i === 0 ? 'min' : 'max', 'integer or floating-point', true);
  }
  const returns = uniformType(low.type, high.type);
  if (args.length > 2) expectFoldable('uniform', args, 2, 'seed', 'integer or floating-point', true);
  return { argTypes: [DoubleType, DoubleType, ...seed], returns, nullable: false };
}

const uniform = scalarFunction({
  name: 'uniform',
  family,
  since: '4.0.0',
  deterministic: false,
  seedAt: 2,
  params: [
    { name: 'min', accepts: ['numeric'], literal: true },
    { name: 'max', accepts: ['numeric'], literal: true },
    SEED,
  ],
  signature: uniformSignature,
  nulls: 'custom',
  doc: 'A random number between two constants, evenly distributed; whole if both are.',
  examples: [['uniform(10, 20, 0)', '17']],
  row: ([low, high, seed], ctx): Value => {
    const generator = generatorOf(ctx, seed);
    if (low === null || high === null) return null;
    const x = (low as number) + ((high as number) - (low as number)) * generator.nextDouble();
    return caster(DoubleType, ctx.returnType, 'ansi', { timeZone: ctx.sessionTimeZone })(x);
  },
});

const CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const INT_MAX = 2_147_483_647;

function randstrSignature(args: readonly ArgumentInfo[]): Signature {
  const [length] = args as readonly [ArgumentInfo];
  const seed = args.length > 1 ? [seedType('randstr', args, 1)] : [];
  const type = isString(length.type) || isNumeric(length.type) ? IntegerType : expectType('randstr', args, 0, IntegerType);
  expectFoldable('randstr', args, 0, 'length', 'integer');
  if (typeof length.literal === 'number' && length.literal < 0) throw outOfRange('randstr', args, '`length`', `[0, ${INT_MAX}]`, String(length.literal));
  if (args.length > 1) expectFoldable('randstr', args, 1, 'seed', 'integer', true);
  return { argTypes: [type, ...seed], returns: StringType, nullable: false };
}

function randomText(generator: XORShiftRandom, length: number): string {
  let out = '';
  for (let i = 0; i < length; i++) out += CHARACTERS[Math.abs(generator.next(32) % CHARACTERS.length)] as string;
  return out;
}

const randstr = scalarFunction({
  name: 'randstr',
  family,
  since: '4.0.0',
  deterministic: false,
  pulledOut: true,
  seedAt: 1,
  params: [{ name: 'length', accepts: ['integer'], literal: true }, SEED],
  signature: randstrSignature,
  nulls: 'custom',
  doc: 'A random text of so many digits and letters.',
  examples: [['randstr(5, 0)', 'ceV0P']],
  row: ([length, seed], ctx) => randomText(generatorOf(ctx, seed), length as number),
});

const EVEN = 'A random number from 0 to below 1, evenly distributed. The same seed gives the same numbers for the same rows of the same partition.';

export const randomFunctions: readonly FunctionDeclaration[] = [
  random('rand', 'rand', (r) => r.nextDouble(), EVEN, [['rand(42)', '0.619189370225301']]),
  random('random', 'rand', (r) => r.nextDouble(), EVEN, [['random(42)', '0.619189370225301']]),
  random('randn', 'randn', (r) => r.nextGaussian(), 'A random number of the normal distribution with mean 0 and deviation 1.', [['randn(42)', '2.384479054241165']]),
  uniform,
  randstr,
];
