/** Sources are told the conditions and columns that are wanted (Spark's early scan pushdown). */
import { andAll, filterNode, interpret, isDeterministic, projectNode, referencesOf, someExpression, splitConjuncts, transformPlanUp, withInputs } from '../../plan/index.ts';
import { confBoolean } from '../../physical/index.ts';
import { readTypes } from '../support/nested-schema.ts';
import type { AttributeReference, DataSourceScan, ExprId, LogicalPlan, ProjectNode, ResolvedExpression } from '../../plan/index.ts';
import type { Value } from '../../types/index.ts';
import type { PartitionFolder, Rule, RuleContext } from '../rule.ts';

export const pushDownIntoScans: Rule = {
  name: 'SchemaPruningAndFilterPushdown',
  apply: (plan, context) =>
    transformPlanUp(plan, (p) => {
      if (p.node === 'Filter' && p.input.node === 'DataSourceScan') {
        const scan = filtered(p.input, p.condition, context);
        if (scan === p.input) return p;
        // As Spark's PruneFileSourcePartitions leaves it: the conditions joined anew, left to right.
        const joined = scan.table === undefined || scan.partitionFilters === undefined ? undefined : andAll(context.registry, splitConjuncts(p.condition));
        return joined === undefined ? withInputs(p, [scan]) : filterNode(scan, joined);
      }
      return p.node === 'Project' ? pruned(p, context) : p;
    }),
};

function isPartition(scan: DataSourceScan, a: AttributeReference): boolean {
  return scan.partitionColumns?.some((c) => c.toLowerCase() === a.name.toLowerCase()) === true;
}

function isCorrelatedOrPredicate(e: ResolvedExpression): boolean {
  return e.kind === 'subquery' && (e.subqueryType !== 'scalar' || e.outerReferences.length > 0 || e.conditions !== undefined);
}

/** The filter stays above; the source may skip rows for which it is not true. */
function filtered(scan: DataSourceScan, condition: ResolvedExpression, context: RuleContext): DataSourceScan {
  if (scan.isStreaming || scan.pushedFilters.length > 0 || scan.partitionFilters !== undefined) return scan;
  const filters = splitConjuncts(condition).filter((c) => isDeterministic(c) && referencesOf(c).size > 0 && !someExpression(c, (x) => isCorrelatedOrPredicate(x) || x.kind === 'pythonUdf'));
  const ofFolders = filters.filter((c) => [...referencesOf(c).values()].every((a) => isPartition(scan, a)) && !someExpression(c, (x) => x.kind === 'subquery'));
  const ofRows = filters.filter((c) => ![...referencesOf(c).values()].some((a) => isPartition(scan, a)));
  if (ofFolders.length === 0 || context.foldersOf === undefined) return ofRows.length === 0 ? scan : { ...scan, pushedFilters: ofRows };
  const folders = context.foldersOf(scan).filter((f) => ofFolders.every((c) => isTrueIn(f, scan, c, context)));
  return inFolders({ ...scan, pushedFilters: ofRows, partitionFilters: ofFolders }, folders);
}

/** Only these folders; of a table, whose folders the catalog knows, the size is theirs. */
function inFolders(scan: DataSourceScan, chosen: readonly PartitionFolder[]): DataSourceScan {
  const size = scan.table === undefined ? {} : { sizeInBytes: chosen.reduce((sum, f) => sum + f.sizeInBytes, 0) };
  return { ...scan, ...size, selectedFolders: chosen.map((f) => f.path) };
}

function isTrueIn(folder: PartitionFolder, scan: DataSourceScan, condition: ResolvedExpression, context: RuleContext): boolean {
  const values = new Map<ExprId, Value>();
  for (const a of referencesOf(condition).values()) {
    const at = scan.partitionColumns?.findIndex((c) => c.toLowerCase() === a.name.toLowerCase()) ?? -1;
    values.set(a.exprId, folder.values[at] ?? null);
  }
  return interpret(condition, (id) => values.get(id) ?? null, context.task) === true;
}

/** Formats that keep the fields of structs apart are asked for those in use. */
function nestedTypes(scan: DataSourceScan, expressions: readonly ResolvedExpression[], context: RuleContext): DataSourceScan['readTypes'] {
  const isColumnar = scan.format === 'parquet' || scan.format === 'orc';
  if (!isColumnar || !confBoolean(context.conf, 'spark.sql.optimizer.nestedSchemaPruning.enabled', true)) return undefined;
  const types = readTypes(scan.output, expressions);
  return types.size === 0 ? undefined : types;
}

/** A scan that a projection reads, directly or through a filter, gives only the columns in use, and those of its folders. */
function pruned(p: ProjectNode, context: RuleContext): LogicalPlan {
  const below = p.input;
  const scan = below.node === 'Filter' ? below.input : below;
  if (scan.node !== 'DataSourceScan' || scan.isStreaming) return p;
  const expressions = [...p.expressions, ...(below.node === 'Filter' ? splitConjuncts(below.condition) : [])];
  const used = referencesOf(...expressions);
  const output = scan.output.filter((a) => used.has(a.exprId) || isPartition(scan, a));
  const nested = scan.readTypes ?? nestedTypes(scan, expressions, context);
  if (output.length === scan.output.length && nested === scan.readTypes) return p;
  const narrow: DataSourceScan = { ...scan, output, allColumns: scan.allColumns ?? scan.output, ...(nested === undefined ? {} : { readTypes: nested }) };
  return projectNode(below.node === 'Filter' ? withInputs(below, [narrow]) : narrow, p.expressions);
}
