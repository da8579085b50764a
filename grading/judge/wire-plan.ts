/** What a submitted wire plan is made of, looked at as data: it came from the user realm and is not believed to be well-formed. */
import type { Relation } from '../../engine/index.ts';

const MAX_NODES_COUNT = 200_000;

type Json = { readonly [key: string]: unknown };

function isNode(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Calls `see` with every object inside. Throws where there are too many. */
function visit(root: unknown, see: (node: Json) => void): void {
  const waiting: unknown[] = [root];
  let seen = 0;
  for (let value = waiting.pop(); waiting.length > 0 || value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (++seen > MAX_NODES_COUNT) throw new RangeError(`the plan has more than ${MAX_NODES_COUNT} nodes`);
    if (isNode(value)) see(value);
    // Rows of a LocalRelation are values, not nodes.
    for (const [key, child] of Object.entries(value)) if (key !== 'rows') waiting.push(child);
  }
}

export interface PlanContents {
  /** Inputs that the plan reads. */
  readonly hashes: ReadonlySet<string>;
  /** Rows that stand in the plan itself. */
  readonly embeddedRows: number;
  /** Holds a function of the user's, which only the user realm can run. */
  readonly hasUserFunction: boolean;
}

export function contentsOf(plan: unknown): PlanContents {
  const hashes = new Set<string>();
  let embeddedRows = 0;
  let hasUserFunction = false;
  visit(plan, (node) => {
    if (node['type'] === 'CachedLocalRelation' && typeof node['hash'] === 'string') hashes.add(node['hash']);
    if ((node['type'] === 'LocalRelation' || node['type'] === 'InlineTable') && Array.isArray(node['rows'])) embeddedRows += node['rows'].length;
    if (node['type'] === 'CommonInlineUserDefinedFunction' || node['type'] === 'CommonInlineUserDefinedTableFunction' || typeof node['functionId'] === 'number') hasUserFunction = true;
  });
  return { hashes, embeddedRows, hasUserFunction };
}

/** The plan with each read of an input replaced; ids by which columns are bound to the input move to the replacement. */
export function replaceInputs(plan: unknown, replace: (hash: string) => Relation): Relation {
  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (!isNode(value)) return value;
    if (value['type'] === 'CachedLocalRelation' && typeof value['hash'] === 'string') {
      const { planId } = value;
      return { ...replace(value['hash']), ...(typeof planId === 'number' ? { planId } : {}) };
    }
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, rewrite(v)]));
  };
  return rewrite(plan) as Relation;
}

/** The plan over each input united with no rows: the same answer is due. */
export function withEmptyUnions(plan: unknown, emptyHash: (hash: string) => string): Relation {
  return replaceInputs(plan, (hash) => ({
    type: 'SetOperation',
    left: { type: 'CachedLocalRelation', hash },
    right: { type: 'CachedLocalRelation', hash: emptyHash(hash) },
    setOpType: 'union',
    isAll: true,
  }));
}
