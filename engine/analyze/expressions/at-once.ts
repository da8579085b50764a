/** Which expressions mean something as soon as their names are columns: no function is looked up and no type changed. */
import { isDeterministic, someExpression } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';

/** Operators and forms of SQL that are no functions. */
const FORMS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'like', 'like any', 'like all', 'not like any', 'not like all', 'ilike', 'rlike', 'struct', 'named_struct', 'isnull', 'isnotnull', 'when', 'concat', 'getField', 'getItem', 'positive', 'negative', '<=>']);
const SIGNS = /^[-+*%<>=!|&^~]+$/;

/**
 * True where Spark resolves the expression together with its names: rules that look for a group's key find it in there.
 * `early` says what of it was resolved before the names were.
 */
export function resolvedAtOnce(e: ResolvedExpression, early: (x: ResolvedExpression) => boolean = () => false): boolean {
  return !someExpression(e, (x) => {
    switch (x.kind) {
      case 'attribute':
      case 'literal':
        return false;
      case 'cast':
        return !x.explicit;
      case 'call':
        return !isOperator(x.fn.name) && !(x.fn.name === '/' && x.args.every((a) => a.type.kind === 'double')) && !early(x);
      default:
        return !early(x);
    }
  });
}

function isOperator(name: string): boolean {
  return FORMS.has(name) || SIGNS.test(name);
}

export function isSubquery(e: ResolvedExpression): boolean {
  return e.kind === 'subquery';
}

/** Subqueries and functions of constants. */
export function withoutNames(e: ResolvedExpression): boolean {
  return isSubquery(e) || (e.kind === 'call' && isDeterministic(e) && !someExpression(e, (x) => x.kind === 'attribute'));
}

/** True where a function is looked up in the expression. */
export function looksUp(e: ResolvedExpression): boolean {
  return someExpression(e, (x) => x.kind === 'aggregate' || x.kind === 'window' || (x.kind === 'call' && !isOperator(x.fn.name)));
}
