/** Where rows come from. */
import { referencesOf, splitConjuncts } from '../../plan/index.ts';
import type { AttributeReference, InMemoryRelationNode, LogicalPlan, NamedExpression, ResolvedExpression } from '../../plan/index.ts';
import { filterExec } from '../filter-exec.ts';
import type { Planning, Strategy } from '../context.ts';
import type { PhysicalPlan } from '../nodes.ts';

export const leafScans: Strategy = (p) => {
  switch (p.node) {
    case 'LocalData': {
      if (p.emptyRelation === true || p.origin === 'local') {
        if (p.output.length > 0 || p.batch.length === 0) {
          return { op: 'LocalTableScan', batch: p.batch, empty: p.batch.length === 0, output: p.output, ...(p.command === undefined ? {} : { command: p.command }) };
        }
        return { op: 'RDDScan', name: 'OneRowRelation', batch: p.batch, numPartitions: 1, output: p.output };
      }
      const partitions = { ...(p.numPartitions === undefined ? {} : { numPartitions: p.numPartitions }), ...(p.partitionRows === undefined ? {} : { partitionRows: p.partitionRows }) };
      return { op: 'RDDScan', name: 'ExistingRDD', batch: p.batch, output: p.output, ...partitions };
    }
    case 'Range': {
      const { start, end, step, numPartitions, output } = p;
      return { op: 'Range', start, end, step, numPartitions, output, ...(p.isDefaultSplit === true ? { isDefaultSplit: true } : {}) };
    }
    default:
      return undefined;
  }
};

/** Columns by name and id, as Spark lists the columns of a set. */
function sortedColumns(list: Iterable<AttributeReference>): AttributeReference[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.exprId - b.exprId));
}

/** Projection and filters over a cached plan: only the columns in use are read. */
export const inMemoryScans: Strategy = (p, planning) => {
  const { projection, filters, relation } = aboveCached(p);
  if (relation === undefined) return undefined;
  const used = referencesOf(...projection, ...filters);
  const onlyColumns = projection.every((e) => e.kind === 'attribute');
  const shown = new Set(projection.map((e) => e.exprId));
  const coveredByProjection = onlyColumns && filters.every((f) => [...referencesOf(f).keys()].every((id) => shown.has(id)));
  const columns = coveredByProjection ? (projection as readonly AttributeReference[]) : sortedColumns(used.values());
  let plan = cachedScan(relation, columns, filters, planning);
  if (filters.length > 0 && p.node !== 'InMemoryRelation') {
    const condition = p.node === 'Filter' ? p.condition : p.node === 'Project' && p.input.node === 'Filter' ? p.input.condition : undefined;
    if (condition !== undefined) plan = filterExec(plan, condition);
  }
  if (coveredByProjection) return plan;
  return { op: 'Project', expressions: projection, child: plan, output: p.output };
};

interface AboveCached {
  readonly projection: readonly NamedExpression[];
  readonly filters: readonly ResolvedExpression[];
  readonly relation?: InMemoryRelationNode;
}

function aboveCached(p: LogicalPlan): AboveCached {
  const projection = p.node === 'Project' ? p.expressions : p.output;
  const below = p.node === 'Project' ? p.input : p;
  const filters = below.node === 'Filter' ? splitConjuncts(below.condition) : [];
  const leaf = below.node === 'Filter' ? below.input : below;
  return { projection, filters, ...(leaf.node === 'InMemoryRelation' ? { relation: leaf } : {}) };
}

function cachedScan(
  relation: InMemoryRelationNode,
  output: readonly AttributeReference[],
  predicates: readonly ResolvedExpression[],
  planning: Planning,
): PhysicalPlan {
  return { op: 'InMemoryTableScan', relation, predicates, cached: planning.planCached(relation.child), output };
}
