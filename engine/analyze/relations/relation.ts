/** Every kind of wire relation to its analyzed plan. */
import type { LogicalPlan, Relation } from '../../plan/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { closed, sameHidden } from '../missing-columns.ts';
import { aggregate } from './aggregate.ts';
import { drop, subqueryAlias, toDF, withColumnsRelation, withColumnsRenamed } from './columns.ts';
import { sqlRelation, withCte, withWindowDefinition } from './ctes.ts';
import { deduplicate } from './distinct.ts';
import { generate } from './generate.ts';
import { hint } from './hints.ts';
import { join } from './join.ts';
import { limit, offset, sample, tail } from './limits.ts';
import { drop as dropMissing, fill, replace } from './missing-values.ts';
import { checkMetricNames, observe } from './observe.ts';
import { qualify } from './qualify.ts';
import { project } from './select.ts';
import { withSessionObjects } from './session-objects.ts';
import { setOperation } from './set-operations.ts';
import { filter, repartition, repartitionByExpression, sort } from './sort.ts';
import { range } from './range.ts';
import { inlineTable, localRelation, namedTable } from './sources.ts';
import { crosstab, freqItems, sampleBy, summary } from './statistics.ts';
import { toSchema } from './to-schema.ts';
import { unpivot } from './unpivot.ts';
import { watermark } from './watermark.ts';
import { zip } from './zip.ts';

/**
 * The analyzed plan; of a DataFrame that is known already, the very plan that it has. Not so inside a subquery: there it
 * must have ids that the query around it has not, and what it means depends on that query.
 */
export function analyzeRelation(r: Relation, analysis: Analysis, scope: Scope): LogicalPlan {
  if (r.isClosed !== true) return openRelation(r, analysis, scope);
  const { windows: _, ...inside } = scope;
  const plan = openRelation(r, analysis, inside);
  return closed(sameHidden(plan, { ...plan }));
}

function openRelation(r: Relation, analysis: Analysis, scope: Scope): LogicalPlan {
  if (r.planId === undefined) return planOf(r, analysis, scope);
  const isKept = scope.outer === undefined;
  const known = isKept ? analysis.plans.get(r.planId) : undefined;
  if (known !== undefined) return known;
  const plan = planOf(r, analysis, scope);
  const marked = sameHidden(plan, { ...plan, planIds: [...(plan.planIds ?? []), r.planId] });
  if (isKept) analysis.plans.set(r.planId, marked);
  return marked;
}

type Handlers = { readonly [K in Relation['type']]: (r: Extract<Relation, { readonly type: K }>, analysis: Analysis, scope: Scope) => LogicalPlan };

const HANDLERS: Handlers = {
  ReadNamedTable: namedTable,
  ReadDataSource: (r, analysis) => analysis.context.catalog.dataSource(r),
  LocalRelation: localRelation,
  CachedLocalRelation: (r, analysis) => analysis.context.catalog.localRelation(r.hash),
  Range: range,
  SQL: sqlRelation,
  Project: project,
  Filter: (r, analysis, scope) => (r.isQualify === true ? qualify : filter)(r, analysis, scope),
  Join: join,
  SetOperation: setOperation,
  Aggregate: aggregate,
  Sort: sort,
  Limit: limit,
  Offset: offset,
  Tail: tail,
  Deduplicate: deduplicate,
  SubqueryAlias: subqueryAlias,
  Repartition: repartition,
  RepartitionByExpression: repartitionByExpression,
  WithColumns: withColumnsRelation,
  WithColumnsRenamed: withColumnsRenamed,
  Drop: drop,
  ToDF: toDF,
  ToSchema: toSchema,
  Unpivot: unpivot,
  Zip: zip,
  Sample: sample,
  Hint: hint,
  CollectMetrics: observe,
  WithWatermark: watermark,
  NAFill: fill,
  NADrop: dropMissing,
  NAReplace: replace,
  StatSummary: summary,
  StatCrosstab: crosstab,
  StatFreqItems: freqItems,
  StatSampleBy: sampleBy,
  InlineTable: inlineTable,
  Generate: generate,
  WithCTE: withCte,
  WithSessionObjects: withSessionObjects,
  WithWindowDefinition: withWindowDefinition,
};

function planOf<R extends Relation>(r: R, analysis: Analysis, scope: Scope): LogicalPlan {
  const handle = HANDLERS[r.type] as unknown as (x: R, a: Analysis, s: Scope) => LogicalPlan;
  const plan = handle(r, analysis, scope);
  if (r.type === 'Join' || r.type === 'SetOperation') checkMetricNames(plan);
  return plan;
}
