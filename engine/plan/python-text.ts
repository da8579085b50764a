/** Arguments of Python functions in names of columns: Spark writes them as plans do, not as SQL (`f(cast(a as string))`). */
import { StringType } from '../types/index.ts';
import { expressionText } from './expression-text.ts';
import { transformDown } from './expression-visit.ts';
import type { Literal, ResolvedExpression } from './resolved.ts';

const asText = (text: string): Literal => ({ kind: 'literal', value: text, type: StringType, nullable: false });

/** `sql` gives the text of what Spark makes pretty before: names, casts that nobody wrote, calls of Python functions. */
export function pythonArgumentText(e: ResolvedExpression, sql: (x: ResolvedExpression) => string): string {
  const pretty = (x: ResolvedExpression): ResolvedExpression => {
    const isPlain = x.kind === 'attribute' || x.kind === 'pythonUdf' || (x.kind === 'cast' && !x.explicit) || (x.kind === 'literal' && x.value === null) || (x.kind === 'call' && x.writtenName === 'struct');
    return isPlain ? asText(sql(x)) : x;
  };
  return expressionText(transformDown(e, pretty));
}
