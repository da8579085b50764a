/**
 * Where a statement leaves a choice open, every allowed choice is right: the allowed table nearest to the answer is taken
 * as the expected one. Tables are in common form with the same columns.
 */
import { equalRows, rowText } from './match.ts';
import type { RowRules } from './match.ts';
import { rowOrder } from './order.ts';
import { DEFAULT_TOLERANCE } from './spec.ts';
import type { OrderKey } from './spec.ts';
import { columnIndex, rowNumbers, takeRows } from './table.ts';
import type { ResultTable } from './table.ts';

function exactRules(table: ResultTable): RowRules {
  return { types: table.schema.fields.map((f) => f.type), tolerances: table.schema.fields.map(() => DEFAULT_TOLERANCE) };
}

/** Candidates that the answer has, each of its rows used once, filled up with others to `count`. */
function nearest(candidates: ResultTable, rows: readonly number[], answer: ResultTable, count: number, used: Set<number>): number[] {
  const rules = exactRules(candidates);
  const taken: number[] = [];
  for (const i of rows) {
    if (taken.length === count) break;
    const j = rowNumbers(answer.numRows).find((k) => !used.has(k) && equalRows(candidates, i, answer, k, rules));
    if (j === undefined) continue;
    used.add(j);
    taken.push(i);
  }
  for (const i of rows) if (taken.length < count && !taken.includes(i)) taken.push(i);
  return taken.sort((a, b) => a - b);
}

/**
 * The first `limit` rows by the order, where rows that tie at the limit may stand for one another.
 * `candidates` holds all rows, unlimited.
 */
export function chooseAtLimit(candidates: ResultTable, order: readonly OrderKey[], limit: number, answer: ResultTable): ResultTable {
  const compareRows = rowOrder(order);
  const sorted = rowNumbers(candidates.numRows).sort((a, b) => compareRows(candidates, a, candidates, b));
  if (limit <= 0) return takeRows(candidates, []);
  if (sorted.length <= limit) return takeRows(candidates, sorted);
  const last = sorted[limit - 1] as number;
  const above = sorted.filter((i) => compareRows(candidates, i, candidates, last) < 0);
  const tied = sorted.filter((i) => compareRows(candidates, i, candidates, last) === 0);
  const chosen = nearest(candidates, tied, answer, limit - above.length, new Set());
  return takeRows(candidates, [...above, ...chosen]);
}

/** One row of each key, where several candidates of a key may stand for one another. */
export function chooseOnePerKey(candidates: ResultTable, key: readonly string[], answer: ResultTable): ResultTable {
  const columns = key.map((k) => columnIndex(candidates, k));
  const types = candidates.schema.fields.map((f) => f.type);
  const groups = new Map<string, number[]>();
  for (const i of rowNumbers(candidates.numRows)) {
    const text = rowText(candidates, types, columns, i);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [i]);
    else group.push(i);
  }
  const used = new Set<number>();
  return takeRows(candidates, [...groups.values()].flatMap((rows) => nearest(candidates, rows, answer, 1, used)));
}
