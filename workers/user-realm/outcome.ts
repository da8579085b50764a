/** What a TypeScript solution's function returned, as the protocol describes it. */
import { planOf } from '../../engine/index.ts';
import type { EngineRequest, Relation, TableJson } from '../../engine/index.ts';
import type { CaseOutcome, RunRequest } from '../protocol/run.ts';
import type { Bench } from './bench.ts';

/** Rows that are shown of a result; the judge computes its own. */
export const SHOWN_ROWS_COUNT = 1_000;
const MAX_TYPE_NAME_CHARS = 200;

/** Ends the case and describes its value. Throws what collecting it raises. */
export function describeOutcome(bench: Bench, request: RunRequest, caseId: string, value: unknown, start: number): CaseOutcome {
  const plan = planOf(value);
  const shown = plan === null || isStreaming(bench, plan) ? null : show(bench, request, plan);
  const streams = bench.endCase();
  const known = new Set(streams.map((s) => s.queryId));
  return {
    caseId,
    durationMs: bench.elapsed() - start,
    error: null,
    returnedType: plan === null ? typeName(value) : null,
    plan,
    table: shown?.table ?? null,
    explain: shown?.explain ?? null,
    streams,
    returnedStreams: queryIds(value).filter((id) => known.has(id)),
  };
}

function isStreaming(bench: Bench, plan: Relation): boolean {
  return bench.engine.handle({ op: 'isStreaming', plan }) === true;
}

function show(bench: Bench, request: RunRequest, plan: Relation): { table: CaseOutcome['table']; explain: string | null } {
  const whole = hasOwnFunction(plan);
  if (!request.display && !whole) return { table: null, explain: null };
  const limited: Relation = whole ? plan : { type: 'Limit', input: plan, limit: SHOWN_ROWS_COUNT };
  const table = bench.engine.handle({ op: 'collect', plan: limited } satisfies EngineRequest) as TableJson;
  const explain = request.display ? String(bench.engine.handle({ op: 'explain', plan, mode: 'formatted' })) : null;
  return { table: table as CaseOutcome['table'], explain };
}

/** A function of the user's is in the plan: only this realm can run it, so its rows go along. */
function hasOwnFunction(plan: Relation): boolean {
  return JSON.stringify(plan).includes('"CommonInlineUserDefinedFunction"');
}

/** Streaming queries among what was returned: one, or a list of them. */
function queryIds(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => (typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : []));
}

/** A short name of a value's type, as the verdict shows it. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  const name = typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value;
  return name.slice(0, MAX_TYPE_NAME_CHARS);
}
