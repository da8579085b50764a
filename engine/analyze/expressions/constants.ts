/** Values of constant expressions, worked out during analysis. */
import { SparkError } from '../../core/index.ts';
import { InternalError } from '../../core/index.ts';
import { interpret, isFoldable, stripAlias } from '../../plan/index.ts';
import type { Expression, ResolvedExpression } from '../../plan/index.ts';
import type { Value } from '../../types/index.ts';
import type { TextConstant } from '../../sql/index.ts';
import { envOf } from '../analysis.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { constancyOf } from './constancy.ts';

function noColumn(): never {
  throw new InternalError('a constant expression has a column in it');
}

/** The value. Raises what the expression raises. */
export function constantValue(analysis: Analysis, e: ResolvedExpression): Value {
  return interpret(e, noColumn, analysis.task);
}

/** Of an expression in a text of SQL, where it stands for a constant; undefined where it is none. */
export function textConstant(e: Expression, analysis: Analysis, scope: Scope): TextConstant | undefined {
  try {
    const resolved = stripAlias(analysis.resolve(e, { ...envOf(analysis, { ...scope, sql: true }, []), refusesFunctions: 'GlobalLimit' }));
    const constancy = isFoldable(resolved) ? constancyOf(resolved) : 'never';
    if (constancy === 'never') return undefined;
    return { type: resolved.type, value: constantValue(analysis, resolved), ...(constancy === 'late' ? { late: true } : {}) };
  } catch (error) {
    if (error instanceof SparkError && error.condition?.startsWith('UNRESOLVED_COLUMN') === true) return undefined;
    throw error;
  }
}

/** The value of a foldable expression, or what working it out raises (`1 / 0`); neither where it is not foldable. */
export function workedOut(analysis: Analysis, e: ResolvedExpression): { readonly literal?: Value; readonly failure?: SparkError } {
  if (e.kind === 'literal') return { literal: e.value };
  if (!isFoldable(e)) return {};
  try {
    return { literal: constantValue(analysis, e) };
  } catch (error) {
    if (error instanceof SparkError) return { failure: error };
    throw error;
  }
}

/** The value of a foldable expression; undefined where it is not foldable or has no value. */
export function knownValue(analysis: Analysis, e: ResolvedExpression): Value | undefined {
  return workedOut(analysis, e).literal;
}
