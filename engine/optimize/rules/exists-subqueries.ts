/** EXISTS over a query that does not depend on the row is asked once (Spark's `RewriteNonCorrelatedExists`). */
import { limitNode, literal, operatorCall, projectNode, transformPlanUp, mapExpressions, transformUp } from '../../plan/index.ts';
import type { SubqueryCall } from '../../plan/index.ts';
import { BooleanType, IntegerType } from '../../types/index.ts';
import type { Rule } from '../rule.ts';
import { freshAlias } from '../support/expressions.ts';

export const rewriteNonCorrelatedExists: Rule = {
  name: 'RewriteNonCorrelatedExists',
  apply: (plan, context) =>
    transformPlanUp(plan, (p) =>
      mapExpressions(p, (e) =>
        transformUp(e, (x) => {
          if (x.kind !== 'subquery' || x.subqueryType !== 'exists' || x.outerReferences.length > 0) return x;
          const one = projectNode(x.plan, [freshAlias(literal(1, IntegerType), 'col', context)]);
          const call: SubqueryCall = { kind: 'subquery', subqueryType: 'scalar', plan: limitNode(one, 1), outerReferences: [], type: IntegerType, nullable: true };
          return operatorCall(context.registry, 'isNotNull', [call], BooleanType, false);
        }),
      ),
    ),
};
