/** Casts by name: `int(x)`, `string(x)` … */
import {
  BinaryType,
  BooleanType,
  ByteType,
  canCast,
  caster,
  castIsNullable,
  castMismatch,
  DateType,
  decimalType,
  DoubleType,
  FloatType,
  IntegerType,
  LongType,
  ShortType,
  sqlTypeName,
  StringType,
  TimestampType,
} from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import type { ArgumentInfo, FunctionDeclaration, ScalarFunction } from '../define.ts';
import { scalarFunction } from '../typing.ts';

const TARGETS: readonly (readonly [name: string, to: DataType, example: readonly [string, string]])[] = [
  ['boolean', BooleanType, ["boolean('true')", 'true']],
  ['tinyint', ByteType, ["tinyint('5')", '5']],
  ['smallint', ShortType, ["smallint('5')", '5']],
  ['int', IntegerType, ["int('5')", '5']],
  ['bigint', LongType, ['bigint(5.9)', '5']],
  ['float', FloatType, ["float('1.5')", '1.5']],
  ['double', DoubleType, ["double('1.5')", '1.5']],
  ['decimal', decimalType(), ["decimal('5.6')", '6']],
  ['date', DateType, ["date('2024-01-31')", '2024-01-31']],
  ['timestamp', TimestampType, ["timestamp('2024-01-31')", '2024-01-31 00:00:00']],
  ['binary', BinaryType, ["binary('abc')", 'abc']],
  ['string', StringType, ['string(5)', '5']],
];

/** The analyzer reads the call as a cast, which columns do not show. */
function castFunction(name: string, to: DataType, example: readonly [string, string]): ScalarFunction {
  return scalarFunction({
    name,
    family: 'conversion',
    since: '2.0.1',
    sqlOnly: true,
    params: [{ name: 'expr', accepts: ['any'] }],
    becomes: (args, { ansi }) => {
      const [a] = args as readonly [ArgumentInfo];
      const mode = ansi ? 'ansi' : 'legacy';
      if (!canCast(a.type, to, mode)) throw castMismatch(a.type, to, mode, `"${a.sql}"`);
      return { kind: 'cast', to };
    },
    signature: (args, { ansi }) => {
      const [a] = args as readonly [ArgumentInfo];
      return { argTypes: [a.type], returns: to, nullable: castIsNullable(a.type, to, a.nullable, ansi ? 'ansi' : 'legacy') };
    },
    sql: ([a]) => a as string,
    doc: `The value as ${sqlTypeName(to)}, as CAST gives it.`,
    examples: [example],
    row: ([x], ctx): Value => {
      const context = { timeZone: ctx.sessionTimeZone, now: ctx.environment.now };
      return caster(ctx.argTypes[0] as DataType, to, ctx.ansi ? 'ansi' : 'legacy', context)(x as Value);
    },
  });
}

export const conversionFunctions: readonly FunctionDeclaration[] = TARGETS.map(([name, to, example]) => castFunction(name, to, example));
