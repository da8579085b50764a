/** Which expressions mean something as soon as their names are columns: no function is looked up and no type changed. */
import { someExpression } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';

/** Operators and forms of SQL that are no functions. */
const FORMS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'like', 'isnull', 'isnotnull', 'when', 'concat', 'getField', 'getItem', 'positive', 'negative', '<=>']);
const SIGNS = /^[-+*%<>=!|&^]+$/;

/** True where Spark resolves the expression together with its names: rules that look for a group's key find it in there. */
export function resolvedAtOnce(e: ResolvedExpression): boolean {
  return !someExpression(e, (x) => {
    switch (x.kind) {
      case 'attribute':
      case 'literal':
        return false;
      case 'cast':
        return !x.explicit;
      case 'call':
        return !FORMS.has(x.fn.name) && !SIGNS.test(x.fn.name) && !(x.fn.name === '/' && x.args.every((a) => a.type.kind === 'double'));
      default:
        return true;
    }
  });
}
