/** Casts: those that the user wrote, and those that types ask for. */
import { isLiteralValue, stripAlias, toSql } from '../../plan/index.ts';
import type { Cast, CastExpr, Origin, ResolvedExpression } from '../../plan/index.ts';
import { canCast, castIsNullable, castMismatch, isString, parseType, sameType, typeFromJson, withoutLengths } from '../../types/index.ts';
import type { CastMode, DataType } from '../../types/index.ts';
import { analysisError } from '../../core/index.ts';
import { confBoolean } from '../../physical/conf.ts';
import type { Analysis, Env } from '../analysis.ts';
import { at, originOf } from '../origins.ts';
import { rememberCast } from '../written-text.ts';
import { refuseStar } from '../misplaced-stars.ts';

function castNode(child: ResolvedExpression, type: DataType, mode: CastMode, explicit: boolean): Cast {
  return { kind: 'cast', child, type, nullable: castIsNullable(child.type, type, child.nullable, mode), mode, explicit };
}

/** Raises UNSUPPORTED_TIME_TYPE unless the session has times of day switched on, which Spark has not by default. */
export function checkTimeType(analysis: Analysis): void {
  if (confBoolean(analysis.context.conf, 'spark.sql.timeType.enabled', false)) return;
  throw analysisError('UNSUPPORTED_TIME_TYPE', '0A000', {}, 'The type TIME is switched off: set spark.sql.timeType.enabled to true.');
}

function defaultMode(analysis: Analysis): CastMode {
  return analysis.context.ansi ? 'ansi' : 'legacy';
}

/** `CAST(e AS type)` as written. Raises DATATYPE_MISMATCH.CAST_… */
export function resolveCast(e: CastExpr, env: Env): ResolvedExpression {
  const { analysis } = env;
  refuseStar(e.expr, 'expression `cast`');
  const written = analysis.resolve(e.expr, env);
  const child = stripAlias(written);
  return at(e.origin, () => {
    const type = withoutLengths(typeof e.toType === 'string' && !e.toType.startsWith('{') ? parseType(e.toType) : typeFromJson(e.toType));
    const mode = e.evalMode ?? defaultMode(analysis);
    const node: Cast = { ...castNode(child, type, mode, true), ...originOf(e.origin) };
    if (type.kind === 'time' && canCast(child.type, type, mode)) checkTimeType(analysis);
    if (!canCast(child.type, type, mode)) {
      throw castMismatch(child.type, type, mode, `"${toSql(node, { timeZone: analysis.context.sessionTimeZone })}"`);
    }
    rememberCast(analysis, node, written);
    return node;
  });
}

/**
 * The expression as another type: what coercion puts in. Equal types stay, nullability of nested values aside. A value
 * that cannot be cast is an error of the call that asked for the type, which stands at `origin`.
 */
export function coerce(analysis: Analysis, e: ResolvedExpression, type: DataType, origin?: Origin): ResolvedExpression {
  if (sameType(e.type, type, true) || (isString(e.type) && isString(type))) return e;
  if (e.kind === 'cast' && !e.explicit && isLiteralValue(e.child, null)) return coerce(analysis, e.child, type, origin);
  if (type.kind === 'time') checkTimeType(analysis);
  return { ...castNode(e, type, defaultMode(analysis), false), ...originOf(origin) };
}

/** A cast to the type that the expression has. */
export function sameCast(analysis: Analysis, e: ResolvedExpression): ResolvedExpression {
  return castNode(e, e.type, defaultMode(analysis), false);
}

/** A cast to a type that tells otherwise only what may be null inside. */
export function nullabilityCast(analysis: Analysis, e: ResolvedExpression, type: DataType): ResolvedExpression {
  return castNode(e, type, defaultMode(analysis), false);
}

/** An error where the value does not fit, without ANSI mode too. */
export function strictCast(e: ResolvedExpression, type: DataType): ResolvedExpression {
  return castNode(e, type, 'ansi', false);
}

/** A cast that the user did not write but that may fail as one he wrote would (NA functions). */
export function castTo(analysis: Analysis, e: ResolvedExpression, type: DataType): ResolvedExpression {
  return sameType(e.type, type, true) ? e : castNode(e, type, defaultMode(analysis), false);
}

/** NULL in place of an error. */
export function tryCastTo(e: ResolvedExpression, type: DataType): ResolvedExpression {
  return sameType(e.type, type, true) ? e : castNode(e, type, 'try', false);
}
