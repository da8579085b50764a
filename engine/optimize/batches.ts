/** The batches of rules, in Spark's order (`Optimizer.defaultBatches`, `SparkOptimizer`). */
import { booleanSimplification } from './rules/boolean-simplification.ts';
import { collapseProject } from './rules/collapse-project.ts';
import { columnPruning } from './rules/column-pruning.ts';
import { combineConcats, simplifyCaseConversions } from './rules/combine-calls.ts';
import { combineUnions } from './rules/combine-unions.ts';
import { constantFolding } from './rules/constant-folding.ts';
import { propagateEmptyRelation } from './rules/empty-relations.ts';
import { inferFiltersFromGenerate } from './rules/generate-filters.ts';
import { rewriteNonCorrelatedExists } from './rules/exists-subqueries.ts';
import { pushExtraPredicateThroughJoin } from './rules/extra-predicates.ts';
import { simplifyExtractValueOps } from './rules/extract-values.ts';
import {
  eliminateAggregateFilter,
  removeLiteralFromGroupExpressions,
  removeRedundantAggregates,
  removeRepetitionFromGroupExpressions,
} from './rules/grouping.ts';
import { eliminateResolvedHint } from './rules/hints.ts';
import { inputFiles } from './rules/input-files.ts';
import { inferFilters } from './rules/infer-filters.ts';
import { likeSimplification } from './rules/like-simplification.ts';
import { eliminateLimits, eliminateOffsets, limitPushDown, limitPushDownThroughWindow } from './rules/limits.ts';
import { convertToLocalRelation } from './rules/local-relations.ts';
import { mergeScalarSubqueries } from './rules/merge-scalar-subqueries.ts';
import { nestedColumnAliasing } from './rules/nested-columns.ts';
import { eliminateDistinct } from './rules/eliminate-distinct.ts';
import { removeNoopOperators } from './rules/noops.ts';
import { nullPropagation } from './rules/null-propagation.ts';
import { replaceNullWithFalse } from './rules/null-with-false.ts';
import { optimizeOneRowPlan } from './rules/one-row-plans.ts';
import { eliminateOuterJoin } from './rules/outer-joins.ts';
import { rewritePredicateSubquery } from './rules/predicate-subqueries.ts';
import { partitionPruning } from './rules/partition-pruning.ts';
import { constantPropagation, foldablePropagation } from './rules/propagation.ts';
import { pruneFilters } from './rules/prune-filters.ts';
import { optimizeSubqueries, pullUpCorrelatedPredicates } from './rules/pull-up-correlated.ts';
import { pullOutGroupingExpressions } from './rules/pull-out-grouping-expressions.ts';
import { pushDownPredicates } from './rules/push-down-predicates.ts';
import { caseOfBooleans, pushFoldableIntoBranches } from './rules/push-into-branches.ts';
import { pushProjectionThroughLimit, pushProjectionThroughUnion } from './rules/push-projection.ts';
import { removeRedundantAliases } from './rules/redundant-aliases.ts';
import { reorderAssociativeOperator } from './rules/reorder-associative.ts';
import { reorderJoins } from './rules/reorder-joins.ts';
import { collapseRepartition, optimizeRepartition } from './rules/repartitions.ts';
import { replaceExpressions } from './rules/replace-expressions.ts';
import { rewriteWithExpression } from './rules/with-expressions.ts';
import { replaceOperators } from './rules/replace-operators.ts';
import { rewriteCorrelatedScalarSubquery } from './rules/scalar-subqueries.ts';
import { pushDownLeftSemiAntiJoin } from './rules/semi-joins.ts';
import { simplifyCasts } from './rules/simplify-casts.ts';
import { optimizeIn, simplifyBinaryComparison, simplifyConditionals } from './rules/simplify-conditionals.ts';
import { inlineCte, pushIntoCtes, replaceCteRefWithRepartition } from './rules/ctes.ts';
import { decimalAggregates } from './rules/decimal-aggregates.ts';
import { eliminateSorts } from './rules/sorts.ts';
import { pushDownIntoScans } from './rules/sources.ts';
import { eliminateSubqueryAliases } from './rules/subquery-aliases.ts';
import { unwrapCasts } from './rules/unwrap-casts.ts';
import { collapseWindow, eliminateWindowPartitions, inferWindowGroupLimit, transposeWindow } from './rules/windows.ts';
import type { Rule } from './rule.ts';
import type { RuleBatch } from './run.ts';

const OPERATOR_RULES: readonly Rule[] = [
  pushProjectionThroughUnion,
  pushProjectionThroughLimit,
  reorderJoins,
  eliminateOuterJoin,
  pushDownPredicates,
  pushDownLeftSemiAntiJoin,
  limitPushDown,
  limitPushDownThroughWindow,
  columnPruning,
  nestedColumnAliasing,
  collapseRepartition,
  collapseProject,
  collapseWindow,
  eliminateOffsets,
  eliminateLimits,
  combineUnions,
  optimizeRepartition,
  eliminateWindowPartitions,
  transposeWindow,
  nullPropagation,
  constantPropagation,
  foldablePropagation,
  optimizeIn,
  constantFolding,
  eliminateAggregateFilter,
  reorderAssociativeOperator,
  likeSimplification,
  booleanSimplification,
  simplifyConditionals,
  caseOfBooleans,
  pushFoldableIntoBranches,
  simplifyBinaryComparison,
  replaceNullWithFalse,
  pruneFilters,
  simplifyCasts,
  simplifyCaseConversions,
  rewriteCorrelatedScalarSubquery,
  removeRedundantAliases,
  removeRedundantAggregates,
  unwrapCasts,
  removeNoopOperators,
  simplifyExtractValueOps,
  combineConcats,
];

export const BATCHES: readonly RuleBatch[] = [
  {
    name: 'Finish Analysis',
    strategy: 'once',
    rules: [inputFiles, eliminateResolvedHint, eliminateSubqueryAliases, replaceExpressions, rewriteNonCorrelatedExists, pullOutGroupingExpressions],
  },
  { name: 'Rewrite With expression', strategy: 'once', rules: [rewriteWithExpression] },
  { name: 'Eliminate Distinct', strategy: 'once', rules: [eliminateDistinct] },
  { name: 'Inline CTE', strategy: 'once', rules: [inlineCte] },
  { name: 'Union', strategy: 'fixedPoint', rules: [removeNoopOperators, combineUnions] },
  { name: 'LocalRelation early', strategy: 'fixedPoint', rules: [convertToLocalRelation, propagateEmptyRelation] },
  { name: 'Subquery', strategy: 'once', rules: [pullUpCorrelatedPredicates, optimizeSubqueries] },
  { name: 'Replace Operators', strategy: 'once', rules: [replaceOperators] },
  { name: 'Aggregate', strategy: 'fixedPoint', rules: [removeLiteralFromGroupExpressions, removeRepetitionFromGroupExpressions] },
  { name: 'Operator Optimization before Inferring Filters', strategy: 'fixedPoint', rules: OPERATOR_RULES },
  { name: 'Pushdown into CTE definitions', strategy: 'once', rules: [pushIntoCtes] },
  { name: 'Infer Filters', strategy: 'once', rules: [inferFiltersFromGenerate, inferFilters] },
  { name: 'Operator Optimization after Inferring Filters', strategy: 'fixedPoint', rules: OPERATOR_RULES },
  { name: 'Push extra predicate through join', strategy: 'fixedPoint', rules: [pushExtraPredicateThroughJoin, pushDownPredicates] },
  { name: 'Early Filter and Projection Push-Down', strategy: 'once', rules: [pushDownIntoScans] },
  { name: 'Eliminate Sorts', strategy: 'once', rules: [eliminateSorts] },
  { name: 'Decimal Optimizations', strategy: 'fixedPoint', rules: [decimalAggregates] },
  { name: 'LocalRelation', strategy: 'fixedPoint', rules: [convertToLocalRelation, propagateEmptyRelation] },
  { name: 'Optimize One Row Plan', strategy: 'fixedPoint', rules: [optimizeOneRowPlan] },
  {
    name: 'RewriteSubquery',
    strategy: 'once',
    rules: [
      rewritePredicateSubquery,
      pushDownPredicates,
      limitPushDown,
      columnPruning,
      collapseProject,
      removeRedundantAliases,
      removeNoopOperators,
      pushDownIntoScans,
    ],
  },
  { name: 'Insert Window Group Limit', strategy: 'once', rules: [inferWindowGroupLimit, limitPushDown, limitPushDownThroughWindow, eliminateLimits, constantFolding] },
  { name: 'Merge Scalar Subqueries', strategy: 'once', rules: [mergeScalarSubqueries] },
  { name: 'PartitionPruning', strategy: 'once', rules: [partitionPruning] },
  { name: 'Replace CTE with Repartition', strategy: 'once', rules: [replaceCteRefWithRepartition] },
];

/** Names of all rules, each once, in the order in which they first run. */
export const RULE_NAMES: readonly string[] = [...new Set(BATCHES.flatMap((b) => b.rules.map((r) => r.name)))];
/** Those that cannot be left out. */
export const REQUIRED_RULE_NAMES: readonly string[] = [...new Set(BATCHES.flatMap((b) => b.rules.filter((r) => r.required === true).map((r) => r.name)))];
