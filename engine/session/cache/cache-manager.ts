/**
 * Cached plans (`df.cache()`), as Spark's CacheManager keeps them: a plan that means the same as a cached one is replaced
 * by it wherever it stands in a query, before optimization. The rows are computed by the first query that needs them.
 */
import type { Partitions, RelationCache } from '../../execute/index.ts';
import { inputsOf, mapExpressions, planKey, transformUp, withInputs } from '../../plan/index.ts';
import type { InMemoryRelationNode, LogicalPlan, ResolvedExpression } from '../../plan/index.ts';
import { defaultSizeBytes } from '../../physical/index.ts';

interface Entry {
  readonly cacheId: number;
  /** The optimized plan by which the rows are computed. */
  readonly plan: LogicalPlan;
  readonly storageLevel: string;
  rows?: Partitions;
}

export class CacheManager implements RelationCache {
  private readonly entries = new Map<string, Entry>();
  private nextId = 0;

  /** Caches an analyzed plan; `optimized` computes its rows, column by column. */
  add(analyzed: LogicalPlan, storageLevel: string, optimized: () => LogicalPlan): void {
    const key = planKey(analyzed);
    if (this.entries.has(key)) return;
    this.entries.set(key, { cacheId: this.nextId++, plan: optimized(), storageLevel });
  }

  remove(plan: LogicalPlan): boolean {
    return this.removeKey(planKey(plan));
  }

  private removeKey(key: string): boolean {
    if (!this.entries.delete(key)) return false;
    return true;
  }

  /** Forgets cached plans in which some part passes the test: what they read has changed. */
  removeWhere(test: (plan: LogicalPlan) => boolean): void {
    for (const [key, entry] of [...this.entries]) if (containsPlan(entry.plan, test)) this.removeKey(key);
  }

  /** What is cached of such plans is computed again when it is next read. */
  forgetRows(test: (plan: LogicalPlan) => boolean): void {
    for (const entry of this.entries.values()) if (containsPlan(entry.plan, test)) delete entry.rows;
  }

  clear(): void {
    this.entries.clear();
  }

  storageLevelOf(plan: LogicalPlan): string | undefined {
    return this.entries.size === 0 ? undefined : this.entries.get(planKey(plan))?.storageLevel;
  }

  /** The plan with what is cached in place of the parts that mean the same. */
  use(plan: LogicalPlan): LogicalPlan {
    return this.entries.size === 0 ? plan : this.replace(plan);
  }

  private replace(p: LogicalPlan): LogicalPlan {
    const found = isName(p) ? undefined : this.entries.get(planKey(p));
    if (found !== undefined) return relationOf(found, p);
    const inner = withInputs(p, inputsOf(p).map((x) => this.replace(x)));
    return mapExpressions(inner, (e) => transformUp(e, (x) => this.replaceInSubquery(x)));
  }

  private replaceInSubquery(e: ResolvedExpression): ResolvedExpression {
    if (e.kind !== 'subquery') return e;
    const plan = this.replace(e.plan);
    return plan === e.plan ? e : { ...e, plan };
  }

  get(cacheId: number): Partitions | undefined {
    return this.byId(cacheId)?.rows;
  }

  put(cacheId: number, rows: Partitions): void {
    const entry = this.byId(cacheId);
    if (entry === undefined) return;
    entry.rows = rows;
  }

  private byId(cacheId: number): Entry | undefined {
    for (const entry of this.entries.values()) if (entry.cacheId === cacheId) return entry;
    return undefined;
  }
}

/** Operators that only name their input or give advice on it stay; their input is looked at. */
function isName(p: LogicalPlan): boolean {
  return p.node === 'SubqueryAlias' || p.node === 'ResolvedHint';
}

function containsPlan(p: LogicalPlan, test: (plan: LogicalPlan) => boolean): boolean {
  return test(p) || inputsOf(p).some((x) => containsPlan(x, test));
}

/** What the rows take in memory, about: statistics know it once the cache is filled, and joins may broadcast it. */
function sizeOf(rows: Partitions, p: LogicalPlan): number {
  const count = rows.reduce((sum, batches) => sum + batches.reduce((n, b) => n + b.length, 0), 0);
  return count * p.output.reduce((sum, a) => sum + defaultSizeBytes(a.type), 0);
}

/** The cached rows under the columns of the plan that they stand for. */
function relationOf(entry: Entry, p: LogicalPlan): InMemoryRelationNode {
  const { cacheId, plan, storageLevel, rows } = entry;
  const size = rows === undefined ? {} : { sizeInBytes: sizeOf(rows, p) };
  const node: InMemoryRelationNode = { node: 'InMemoryRelation', cacheId, child: plan, storageLevel, output: p.output, ...size };
  return p.planIds === undefined ? node : { ...node, planIds: p.planIds };
}
