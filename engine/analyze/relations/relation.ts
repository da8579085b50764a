/** Every kind of wire relation to its analyzed plan. */
import { unreachable } from '../../core/index.ts';
import type { LogicalPlan, Relation } from '../../plan/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { sameHidden } from '../missing-columns.ts';
import { aggregate } from './aggregate.ts';
import { drop, subqueryAlias, toDF, withColumnsRelation, withColumnsRenamed } from './columns.ts';
import { sqlRelation, withCte, withWindowDefinition } from './ctes.ts';
import { deduplicate } from './distinct.ts';
import { generate } from './generate.ts';
import { hint } from './hints.ts';
import { join } from './join.ts';
import { limit, offset, sample, tail } from './limits.ts';
import { drop as dropMissing, fill, replace } from './missing-values.ts';
import { project } from './select.ts';
import { setOperation } from './set-operations.ts';
import { filter, repartition, repartitionByExpression, sort } from './sort.ts';
import { inlineTable, localRelation, namedTable, range } from './sources.ts';
import { crosstab, freqItems, sampleBy, summary } from './statistics.ts';
import { toSchema } from './to-schema.ts';
import { unpivot } from './unpivot.ts';
import { watermark } from './watermark.ts';

/** The analyzed plan; of a DataFrame that is known already, the very plan that it has. */
export function analyzeRelation(r: Relation, analysis: Analysis, scope: Scope): LogicalPlan {
  if (r.planId === undefined) return planOf(r, analysis, scope);
  const known = analysis.plans.get(r.planId);
  if (known !== undefined) return known;
  const plan = planOf(r, analysis, scope);
  const marked = sameHidden(plan, { ...plan, planIds: [...(plan.planIds ?? []), r.planId] });
  analysis.plans.set(r.planId, marked);
  return marked;
}

function planOf(r: Relation, analysis: Analysis, scope: Scope): LogicalPlan {
  switch (r.type) {
    case 'ReadNamedTable':
      return namedTable(r, analysis, scope);
    case 'ReadDataSource':
      return analysis.context.catalog.dataSource(r);
    case 'LocalRelation':
      return localRelation(r, analysis);
    case 'CachedLocalRelation':
      return analysis.context.catalog.localRelation(r.hash);
    case 'Range':
      return range(r, analysis);
    case 'SQL':
      return sqlRelation(r, analysis, scope);
    case 'Project':
      return project(r, analysis, scope);
    case 'Filter':
      return filter(r, analysis, scope);
    case 'Join':
      return join(r, analysis, scope);
    case 'SetOperation':
      return setOperation(r, analysis, scope);
    case 'Aggregate':
      return aggregate(r, analysis, scope);
    case 'Sort':
      return sort(r, analysis, scope);
    case 'Limit':
      return limit(r, analysis, scope);
    case 'Offset':
      return offset(r, analysis, scope);
    case 'Tail':
      return tail(r, analysis, scope);
    case 'Deduplicate':
      return deduplicate(r, analysis, scope);
    case 'SubqueryAlias':
      return subqueryAlias(r, analysis, scope);
    case 'Repartition':
      return repartition(r, analysis, scope);
    case 'RepartitionByExpression':
      return repartitionByExpression(r, analysis, scope);
    case 'WithColumns':
      return withColumnsRelation(r, analysis, scope);
    case 'WithColumnsRenamed':
      return withColumnsRenamed(r, analysis, scope);
    case 'Drop':
      return drop(r, analysis, scope);
    case 'ToDF':
      return toDF(r, analysis, scope);
    case 'ToSchema':
      return toSchema(r, analysis, scope);
    case 'Unpivot':
      return unpivot(r, analysis, scope);
    case 'Sample':
      return sample(r, analysis, scope);
    case 'Hint':
      return hint(r, analysis, scope);
    case 'WithWatermark':
      return watermark(r, analysis, scope);
    case 'NAFill':
      return fill(r, analysis, scope);
    case 'NADrop':
      return dropMissing(r, analysis, scope);
    case 'NAReplace':
      return replace(r, analysis, scope);
    case 'StatSummary':
      return summary(r, analysis, scope);
    case 'StatCrosstab':
      return crosstab(r, analysis, scope);
    case 'StatFreqItems':
      return freqItems(r, analysis, scope);
    case 'StatSampleBy':
      return sampleBy(r, analysis, scope);
    case 'InlineTable':
      return inlineTable(r, analysis, scope);
    case 'Generate':
      return generate(r, analysis, scope);
    case 'WithCTE':
      return withCte(r, analysis, scope);
    case 'WithWindowDefinition':
      return withWindowDefinition(r, analysis, scope);
    default:
      return unreachable(r);
  }
}
