/** CACHE TABLE, UNCACHE TABLE, CLEAR CACHE, REFRESH TABLE. */
import { analysisError, SparkError } from '../../core/index.ts';
import { collectPlans } from '../../plan/index.ts';
import type { LogicalPlan, Relation } from '../../plan/index.ts';
import { quotedName, tableNotFound } from '../catalog/errors.ts';
import { findName } from '../catalog/lookup.ts';
import { normalizePath } from '../../sources/index.ts';
import { quoteIdentifier } from '../../types/index.ts';
import { DEFAULT_DATABASE } from '../catalog/tables.ts';
import { anyTarget, atName } from '../catalog/targets.ts';
import { cachePlan, fillCache } from '../requests/cache.ts';
import type { RequestContext } from '../requests/context.ts';
import { storeTemporaryView } from './views.ts';
import { NOTHING } from './result.ts';
import type { StatementOf } from './statement-of.ts';

/** The relation that reads a name. */
export function readingOf(parts: readonly string[]): Relation {
  return { type: 'ReadNamedTable', unparsedIdentifier: parts.map(quoteIdentifier).join('.') };
}

/** The analyzed plan of a name. Raises TABLE_OR_VIEW_NOT_FOUND. */
export function planOfTable(context: RequestContext, parts: readonly string[]): LogicalPlan {
  if (findName(context.session, parts) === undefined) throw atName(tableNotFound(parts, 'all', context.session.currentDatabase), parts);
  return context.analyzed(readingOf(parts));
}

export function cacheTable(context: RequestContext, s: StatementOf<'cache'>): Relation {
  if (s.plan !== undefined) {
    storeTemporaryView(context, { name: s.name[s.name.length - 1] as string, query: { plan: s.plan, text: s.text ?? '' }, replace: false, isGlobal: false });
  }
  const plan = planOfTable(context, s.name);
  cachePlan(context, plan, storageLevelOf(s.storageLevel));
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
  const found = anyTarget(context.session, s.name);
  const plan = found.kind === 'table' || found.view.definition !== undefined ? context.analyzed(readingOf(s.name)) : found.view.plan;
  const scanned = new Set(scanPaths(plan));
  context.shared.cache.forgetRows((p) => p.node === 'DataSourceScan' && p.paths.some((x) => scanned.has(x)));
  return NOTHING;
}

/** REFRESH 'path': what is cached of files below it is read again. */
export function refreshPath(context: RequestContext, s: StatementOf<'refreshPath'>): Relation {
  const path = normalizePath(s.path);
  const isBelow = (x: string): boolean => x === path || x.startsWith(`${path}/`);
  context.shared.cache.forgetRows((p) => p.node === 'DataSourceScan' && p.paths.some(isBelow));
  return NOTHING;
}

/** Functions of the user's live here as long as the session: there is nothing to read again. */
export function refreshFunction(context: RequestContext, s: StatementOf<'refreshFunction'>): Relation {
  const functionName = s.name.join('.');
  const builtIn = context.shared.options.registry.get(functionName);
  if (builtIn !== undefined && builtIn.internal !== true) {
    throw atName(analysisError('_LEGACY_ERROR_TEMP_1256', null, { functionName }, `${functionName} is a function of Spark's own and cannot be refreshed.`), s.name);
  }
  if (!context.shared.databases.functions.has((s.name.at(-1) as string).toLowerCase())) {
    const routineName = quotedName([DEFAULT_DATABASE, s.name.at(-1) as string]);
    throw analysisError('ROUTINE_NOT_FOUND', '42883', { routineName }, `There is no function ${functionName} to refresh.`);
  }
  return NOTHING;
}

/** In SQL, values kept in memory are kept as they are. */
const SQL_LEVELS: Readonly<Record<string, string>> = {
  NONE: '1x Replicated',
  DISK_ONLY: 'Disk 1x Replicated',
  DISK_ONLY_2: 'Disk 2x Replicated',
  DISK_ONLY_3: 'Disk 3x Replicated',
  MEMORY_ONLY: 'Memory Deserialized 1x Replicated',
  MEMORY_ONLY_2: 'Memory Deserialized 2x Replicated',
  MEMORY_ONLY_SER: 'Memory 1x Replicated',
  MEMORY_AND_DISK: 'Disk Memory Deserialized 1x Replicated',
  MEMORY_AND_DISK_2: 'Disk Memory Deserialized 2x Replicated',
  MEMORY_AND_DISK_SER: 'Disk Memory 1x Replicated',
};

function storageLevelOf(level: string | undefined): string | undefined {
  if (level === undefined) return undefined;
  const name = level.toUpperCase();
  if (Object.hasOwn(SQL_LEVELS, name)) return SQL_LEVELS[name];
  throw new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: `${level} is no storage level. There are ${Object.keys(SQL_LEVELS).join(', ')}.` });
}

function scanPaths(plan: LogicalPlan): string[] {
  return collectPlans(plan, (p) => p.node === 'DataSourceScan').flatMap((p) => (p.node === 'DataSourceScan' ? [...p.paths] : []));
}
