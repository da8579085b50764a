/** CACHE TABLE, UNCACHE TABLE, CLEAR CACHE, REFRESH TABLE. */
import { collectPlans } from '../../plan/index.ts';
import type { LogicalPlan, Relation } from '../../plan/index.ts';
import { createView } from '../catalog/create-view.ts';
import { tableNotFound } from '../catalog/errors.ts';
import { findName } from '../catalog/lookup.ts';
import { quoteIdentifier } from '../../types/index.ts';
import { cachePlan, fillCache } from '../requests/cache.ts';
import type { RequestContext } from '../requests/context.ts';
import { NOTHING } from './result.ts';
import type { StatementOf } from './statement-of.ts';

/** The relation that reads a name. */
export function readingOf(parts: readonly string[]): Relation {
  return { type: 'ReadNamedTable', unparsedIdentifier: parts.map(quoteIdentifier).join('.') };
}

/** The analyzed plan of a name. Raises TABLE_OR_VIEW_NOT_FOUND. */
export function planOfTable(context: RequestContext, parts: readonly string[]): LogicalPlan {
  if (findName(context.session, parts) === undefined) throw tableNotFound(parts);
  return context.analyzed(readingOf(parts));
}

export function cacheTable(context: RequestContext, s: StatementOf<'cache'>): Relation {
  if (s.plan !== undefined) {
    const name = quoteIdentifier(s.name[s.name.length - 1] as string);
    createView(context.session, { name, relation: s.plan, analyzed: context.analyzed(s.plan), replace: false, isGlobal: false });
  }
  const plan = planOfTable(context, s.name);
  cachePlan(context, plan);
  if (!s.lazy) fillCache(context, plan);
  return NOTHING;
}

export function uncacheTable(context: RequestContext, s: StatementOf<'uncache'>): Relation {
  if (findName(context.session, s.name) === undefined && s.ifExists) return NOTHING;
  context.shared.cache.remove(planOfTable(context, s.name));
  return NOTHING;
}

export function clearCache(context: RequestContext): Relation {
  context.shared.cache.clear();
  return NOTHING;
}

export function refresh(context: RequestContext, s: StatementOf<'refresh'>): Relation {
  const found = findName(context.session, s.name);
  if (found === undefined) throw tableNotFound(s.name, 'session');
  const paths = found.kind === 'table' ? context.analyzed(readingOf(s.name)) : found.view.plan;
  const scanned = new Set(scanPaths(paths));
  context.shared.cache.forgetRows((p) => p.node === 'DataSourceScan' && p.paths.some((x) => scanned.has(x)));
  return NOTHING;
}

function scanPaths(plan: LogicalPlan): string[] {
  return collectPlans(plan, (p) => p.node === 'DataSourceScan').flatMap((p) => (p.node === 'DataSourceScan' ? [...p.paths] : []));
}
