/** Which casts exist (`Cast.canAnsiCast`, `canTryCast`, `canCast`), and how Spark refuses the others. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { canUpCast, castForcesNull, isIntegral, isNumeric, isString } from '../coercion.ts';
import type { DataType, StructField } from '../data-type.ts';
import { sameType } from '../data-type.ts';
import { quotedSqlType, sqlTypeName } from '../names.ts';

export type CastMode = 'ansi' | 'try' | 'legacy';

function fromNumeric(from: DataType, to: DataType, mode: CastMode): boolean {
  if (isNumeric(to)) return true;
  switch (to.kind) {
    case 'boolean':
    case 'timestamp':
      return true;
    case 'binary':
      return mode === 'legacy' && isIntegral(from);
    case 'daytime_interval':
    case 'yearmonth_interval':
      return isIntegral(from) || from.kind === 'decimal';
    default:
      return false;
  }
}

function atomicCast(from: DataType, to: DataType, mode: CastMode): boolean {
  if (isNumeric(from)) return fromNumeric(from, to, mode);
  switch (from.kind) {
    case 'boolean':
      return isNumeric(to) || (mode === 'legacy' && to.kind === 'timestamp');
    case 'string':
    case 'char':
    case 'varchar':
      return to.kind !== 'array' && to.kind !== 'map' && to.kind !== 'struct' && to.kind !== 'variant' && to.kind !== 'null';
    case 'date':
      if (to.kind === 'timestamp' || to.kind === 'timestamp_ntz') return true;
      return mode === 'legacy' && (isNumeric(to) || to.kind === 'boolean');
    case 'timestamp':
      if (to.kind === 'date' || to.kind === 'timestamp_ntz' || to.kind === 'time' || isNumeric(to)) return true;
      return mode === 'legacy' && to.kind === 'boolean';
    case 'timestamp_ntz':
      return to.kind === 'date' || to.kind === 'timestamp' || to.kind === 'time';
    case 'time':
      return to.kind === 'time' || to.kind === 'timestamp' || to.kind === 'timestamp_ntz' || isIntegral(to) || to.kind === 'decimal';
    case 'daytime_interval':
    case 'yearmonth_interval':
      return to.kind === from.kind || isIntegral(to) || to.kind === 'decimal';
    default:
      return false;
  }
}

/** Whether a variant can hold values of the type; structs and maps only where `objects` allows them. */
export function fitsVariant(from: DataType, objects = false): boolean {
  switch (from.kind) {
    case 'array':
      return fitsVariant(from.element, objects);
    case 'struct':
      return objects && from.fields.every((f) => fitsVariant(f.type, objects));
    case 'map':
      return objects && from.key.kind === 'string' && fitsVariant(from.value, objects);
    case 'calendar_interval':
    case 'daytime_interval':
    case 'yearmonth_interval':
    case 'time':
      return false;
    default:
      return true;
  }
}

/** Whether a variant can be cast to the type. */
export function variantFits(to: DataType): boolean {
  switch (to.kind) {
    case 'array':
      return variantFits(to.element);
    case 'map':
      return to.key.kind === 'string' && variantFits(to.value);
    case 'struct':
      return to.fields.every((f) => variantFits(f.type));
    case 'calendar_interval':
    case 'daytime_interval':
    case 'yearmonth_interval':
    case 'time':
    case 'null':
      return false;
    default:
      return true;
  }
}

/** A value that may become null needs room for it. */
function fitsNullability(from: DataType, to: DataType, fromNullable: boolean, toNullable: boolean, mode: CastMode): boolean {
  if (toNullable) return true;
  if (fromNullable) return false;
  return mode === 'ansi' || !castForcesNull(from, to);
}

/** Whether `CAST(from AS to)` exists in the mode. */
export function canCast(from: DataType, to: DataType, mode: CastMode = 'ansi'): boolean {
  if (from.kind === 'null' || isString(to)) return true;
  if (to.kind === 'variant') return fitsVariant(from);
  if (from.kind === 'variant') return variantFits(to);
  if (sameType(from, to)) return true;
  if (from.kind === 'array' && to.kind === 'array') {
    return canCast(from.element, to.element, mode) && fitsNullability(from.element, to.element, from.containsNull, to.containsNull, mode);
  }
  if (from.kind === 'map' && to.kind === 'map') {
    return (
      canCast(from.key, to.key, mode) &&
      (mode === 'ansi' || !castForcesNull(from.key, to.key)) &&
      canCast(from.value, to.value, mode) &&
      fitsNullability(from.value, to.value, from.valueContainsNull, to.valueContainsNull, mode)
    );
  }
  if (from.kind === 'struct' && to.kind === 'struct') {
    return (
      from.fields.length === to.fields.length &&
      from.fields.every((f, i) => {
        const g = to.fields[i] as StructField;
        return canCast(f.type, g.type, mode) && fitsNullability(f.type, g.type, f.nullable, g.nullable, mode);
      })
    );
  }
  return atomicCast(from, to, mode);
}

/** Functions that do what a cast between dates and numbers does not. */
function suggestedFunction(from: DataType, to: DataType): string | undefined {
  if (isNumeric(from) && to.kind === 'date') return 'DATE_FROM_UNIX_DATE';
  if (from.kind === 'date' && isNumeric(to)) return 'UNIX_DATE';
  return undefined;
}

/** DATATYPE_MISMATCH for a cast that does not exist. `sqlExpr` is the cast's SQL text, in quotes. */
export function castMismatch(from: DataType, to: DataType, mode: CastMode, sqlExpr: string): SparkError {
  const base = { sqlExpr, srcType: quotedSqlType(from), targetType: quotedSqlType(to) };
  const sentence = `${sqlTypeName(from)} cannot be cast to ${sqlTypeName(to)}.`;
  const name = mode === 'legacy' ? undefined : suggestedFunction(from, to);
  if (name !== undefined) {
    return analysisError(
      'DATATYPE_MISMATCH.CAST_WITH_FUNC_SUGGESTION',
      '42K09',
      { ...base, functionNames: `\`${name}\`` },
      `${sentence} Use ${name.toLowerCase()}() instead.`,
    );
  }
  if (mode === 'ansi' && canCast(from, to, 'legacy')) {
    return analysisError(
      'DATATYPE_MISMATCH.CAST_WITH_CONF_SUGGESTION',
      '42K09',
      { ...base, config: '"spark.sql.ansi.enabled"', configVal: "'false'" },
      `${sentence} It is possible only with spark.sql.ansi.enabled set to false.`,
    );
  }
  return analysisError('DATATYPE_MISMATCH.CAST_WITHOUT_SUGGESTION', '42K09', base, sentence);
}

/** Whether a cast counts as one that can give null (`Cast.nullable`), also in ANSI mode, where it raises instead. */
export function castIsNullable(from: DataType, to: DataType, childNullable: boolean, mode: CastMode): boolean {
  if (childNullable) return true;
  if (mode !== 'try') return castForcesNull(from, to);
  return !sameType(from, to, true) && !canUpCast(from, to) && !(isString(from) && to.kind === 'binary');
}
