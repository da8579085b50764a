/** Which expressions Spark's analysis takes for constants. */
import type { ResolvedExpression } from '../../plan/index.ts';

/** Whether a foldable expression is a constant at once, once parts of it have been replaced, or not at all in Spark's analysis. */
export function constancyOf(e: ResolvedExpression): 'constant' | 'late' | 'never' {
  switch (e.kind) {
    case 'higherOrder':
      return 'never';
    case 'cast':
    case 'alias':
      return constancyOf(e.child);
    case 'call': {
      if (e.fn.constancy === 'always') return 'constant';
      const all = [e.fn.constancy, ...e.args.map(constancyOf)];
      return all.includes('never') ? 'never' : all.includes('late') ? 'late' : 'constant';
    }
    default:
      return 'constant';
  }
}

/** Whether the analysis takes a foldable expression for a constant. */
export function staysConstant(e: ResolvedExpression): boolean {
  return constancyOf(e) === 'constant';
}
