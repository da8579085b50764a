/** Rows of whole numbers: `spark.range` and the table function `range`. */
import { analysisError, SparkError } from '../../core/index.ts';
import { leafParallelism } from '../../physical/conf.ts';
import { isFoldable, stripAlias } from '../../plan/index.ts';
import type { AttributeReference, Expression, LogicalPlan, RangeRelation, ResolvedExpression } from '../../plan/index.ts';
import { canImplicitCast, IntegerType, LongType, quotedSqlType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { quoted } from '../aliases.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { coerce } from '../expressions/casts.ts';
import { constantValue } from '../expressions/constants.ts';
import { at, contextOf } from '../origins.ts';

interface Bounds {
  readonly start: bigint;
  readonly end: bigint;
  readonly step: bigint;
  readonly numPartitions?: number;
}

export function range(r: RangeRelation, analysis: Analysis, scope: Scope): LogicalPlan {
  const { start, end, step, numPartitions } = r.arguments === undefined ? written(r) : at(r.origin, () => worked(r.arguments ?? [], analysis, scope));
  if (step === 0n) throw r.argumentCount === undefined ? noStep() : failedCall(r);
  if (scope.sql && numPartitions !== undefined && numPartitions <= 0) {
    throw new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: `A range has at least one partition, not ${numPartitions}.` });
  }
  const output: AttributeReference = { kind: 'attribute', name: 'id', exprId: analysis.context.nextExprId(), qualifier: [], type: LongType, nullable: false };
  const split = scope.sql && numPartitions === undefined ? ({ isDefaultSplit: true } as const) : {};
  return { node: 'Range', start, end, step, numPartitions: numPartitions ?? leafParallelism(analysis.context.conf), output: [output], ...split };
}

function written(r: RangeRelation): Bounds {
  return { start: BigInt(r.start), end: BigInt(r.end), step: BigInt(r.step), ...(r.numPartitions === undefined ? {} : { numPartitions: r.numPartitions }) };
}

function noStep(): SparkError {
  return analysisError('DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE', '42K09', { step: '0' }, 'The step of a range cannot be 0.');
}

function failedCall(r: RangeRelation): SparkError {
  return analysisError('FAILED_FUNCTION_CALL', '38000', { funcName: '`range`' }, 'The step of range() cannot be 0.', contextOf(r.origin));
}

const PARAMETERS = [
  { name: 'start', place: 'first', type: LongType },
  { name: 'end', place: 'second', type: LongType },
  { name: 'step', place: 'third', type: LongType },
  { name: 'numSlices', place: '4th', type: IntegerType },
] as const;

/** Constants of any type that casts. Raises NON_FOLDABLE_ARGUMENT and UNEXPECTED_INPUT_TYPE. */
function worked(args: readonly Expression[], analysis: Analysis, scope: Scope): Bounds {
  const given = args.length === 1 ? PARAMETERS.slice(1, 2) : PARAMETERS.slice(0, args.length);
  const values = given.map((parameter, i) => BigInt(constant(args[i] as Expression, parameter, analysis, scope) as bigint | number));
  const [start = 0n, end = 0n, step = 1n, slices] = args.length === 1 ? [0n, ...values] : values;
  return { start, end, step, ...(slices === undefined ? {} : { numPartitions: Number(slices) }) };
}

function constant(e: Expression, { name, place, type }: (typeof PARAMETERS)[number], analysis: Analysis, scope: Scope): unknown {
  const arg = e.type === 'NamedArgumentExpression' ? undefined : stripAlias(analysis.resolve(e, envOf(analysis, scope, [])));
  if (arg === undefined || !isFoldable(arg)) {
    throw analysisError('NON_FOLDABLE_ARGUMENT', '42K08', { funcName: '`range`', paramName: `\`${name}\``, paramType: quotedSqlType(type) }, `The ${name} of range() must be a constant.`);
  }
  if (!casts(arg, type)) {
    throw analysisError(
      'UNEXPECTED_INPUT_TYPE',
      '42K09',
      { functionName: '`range`', paramIndex: place, inputSql: quoted(analysis, arg), inputType: quotedSqlType(arg.type), requiredType: quotedSqlType(type) },
      `The ${name} of range() is a whole number.`,
    );
  }
  return constantValue(analysis, coerce(analysis, arg, type));
}

function casts(arg: ResolvedExpression, type: DataType): boolean {
  return arg.type.kind !== 'null' && canImplicitCast(arg.type, type);
}
