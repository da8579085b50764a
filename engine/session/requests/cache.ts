/** Requests about cached plans. */
import type { LogicalPlan } from '../../plan/index.ts';
import { storageLevelText } from '../cache/storage-level.ts';
import type { RequestContext, RequestOf } from './context.ts';
import { runAction } from './actions.ts';

type CacheRequest = RequestOf<'cache'>;

/** Caches an analyzed plan; its rows come with the first query that reads them. */
export function cachePlan(context: RequestContext, plan: LogicalPlan, level?: string): void {
  // A query of its own: the DataFrame's plan is not settled before it runs, and then reads the cache.
  context.shared.cache.add(plan, storageLevelText(level), () => context.queries.optimized({ ...plan }));
}

/** Computes what is cached of a plan now. */
export function fillCache(context: RequestContext, plan: LogicalPlan): void {
  runAction(context, 'cache', plan, (execution) => execution.partitions());
}

export function cacheRequest(context: RequestContext, request: CacheRequest): unknown {
  const plan = context.analyzed(request.plan);
  switch (request.op) {
    case 'cache':
      cachePlan(context, plan, request.storageLevel);
      return null;
    case 'uncache':
      context.shared.cache.remove(plan);
      return null;
    case 'checkpoint':
      cachePlan(context, plan);
      if (request.eager !== false) fillCache(context, plan);
      return null;
    case 'isCached':
      return context.shared.cache.storageLevelOf(plan) ?? null;
  }
}
