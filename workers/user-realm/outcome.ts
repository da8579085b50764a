/** What a TypeScript solution's function returned, as the protocol describes it. */
import { planOf } from '../../engine/index.ts';
import type { Engine, Relation } from '../../engine/index.ts';
import type { CaseOutcome } from '../protocol/run.ts';

/** Rows that are shown of a result; the judge computes its own. */
const SHOWN_ROWS_COUNT = 1_000;
const MAX_TYPE_NAME_CHARS = 200;

export type Returned = Pick<CaseOutcome, 'returnedType' | 'plan' | 'table' | 'explain' | 'returnedStreams'>;

export const NOTHING: Returned = { returnedType: null, plan: null, table: null, explain: null, returnedStreams: [] };

/** Describes a value; with `display` also its rows and its plan's text. Throws what collecting it raises. */
export function describeReturned(engine: Engine, value: unknown, display: boolean): Returned {
  const plan = planOf(value);
  if (plan === null) return { ...NOTHING, returnedType: typeName(value), returnedStreams: queryIds(value) };
  const portable = engine.handle({ op: 'portable', plan }) as Relation;
  if (engine.handle({ op: 'isStreaming', plan }) === true) return { ...NOTHING, plan: portable };
  const isOurs = !hasOwnFunction(portable);
  if (!display && isOurs) return { ...NOTHING, plan: portable };
  const table = engine.handle({ op: 'collect', plan, ...(isOurs ? { maxRows: SHOWN_ROWS_COUNT } : {}) }) as CaseOutcome['table'];
  const explain = display ? String(engine.handle({ op: 'explain', plan, mode: 'simple' })) : null;
  return { ...NOTHING, plan: portable, table, explain };
}

/** A function of the user's is in the plan: only this realm can run it, so its rows go along. */
function hasOwnFunction(plan: Relation): boolean {
  return /"CommonInlineUserDefined(Table)?Function"/.test(JSON.stringify(plan));
}

/** Ids of the streaming queries among what was returned: one, or a list of them. */
function queryIds(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => (isQuery(item) ? [item.id] : []));
}

function isQuery(item: unknown): item is { readonly id: string } {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' && 'processAllAvailable' in item;
}

/** A short name of a value's type, as the verdict shows it. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  const name = typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value;
  return name.slice(0, MAX_TYPE_NAME_CHARS);
}
