/** Names of subqueries have done their work in analysis. */
import { transformPlanUp } from '../../plan/index.ts';
import type { Rule } from '../rule.ts';

export const eliminateSubqueryAliases: Rule = {
  name: 'EliminateSubqueryAliases',
  required: true,
  apply: (plan) => transformPlanUp(plan, (p) => (p.node === 'SubqueryAlias' ? p.input : p)),
};
