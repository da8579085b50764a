/** What differs, row by row: unmatched rows of both sides aligned on the challenge's key. */
import { valueToPrettyString } from '../../engine/index.ts';
import type { DataType, Value } from '../../engine/index.ts';
import type { ChangedRow, RowDiff } from '../verdict.ts';
import { equalCells } from './cells.ts';
import type { RowMatching, RowRules } from './match.ts';
import { rowText } from './match.ts';
import { cellAt, columnIndex } from './table.ts';
import type { ResultTable } from './table.ts';

export const MAX_DIFF_ROWS = 10;
const MAX_CELL_CHARS = 500;

/** A cell for reading; null stays null, so that the text "NULL" is told from it. */
export function cellShown(type: DataType, value: Value): string | null {
  if (value === null) return null;
  const text = valueToPrettyString(value, type);
  return text.length > MAX_CELL_CHARS ? `${text.slice(0, MAX_CELL_CHARS)}…` : text;
}

export function rowShown(table: ResultTable, row: number): (string | null)[] {
  return table.schema.fields.map((f, j) => cellShown(f.type, cellAt(table, j, row)));
}

/** Pairs unmatched rows that have the same key, those with the most equal cells first. */
function alignByKey(expected: ResultTable, actual: ResultTable, m: RowMatching, keys: readonly number[], types: readonly DataType[]): [number, number][] {
  if (keys.length === 0) return [];
  const waiting = new Map<string, number[]>();
  for (const j of m.unexpected) {
    const text = rowText(actual, types, keys, j);
    const rows = waiting.get(text);
    if (rows === undefined) waiting.set(text, [j]);
    else rows.push(j);
  }
  const aligned: [number, number][] = [];
  for (const i of m.missing) {
    const rows = waiting.get(rowText(expected, types, keys, i));
    const j = rows?.shift();
    if (j !== undefined) aligned.push([i, j]);
  }
  return aligned;
}

function changedRow(expected: ResultTable, i: number, actual: ResultTable, j: number, keys: readonly number[], rules: RowRules): ChangedRow {
  const cells = expected.schema.fields.flatMap((f, k) => {
    const type = rules.types[k] as DataType;
    const want = cellAt(expected, k, i);
    const got = cellAt(actual, k, j);
    if (equalCells(type, want, got, rules.tolerances[k] as RowRules['tolerances'][number])) return [];
    return [{ column: f.name, expected: cellShown(type, want), actual: cellShown(type, got) }];
  });
  return { key: keys.map((k) => cellShown(rules.types[k] as DataType, cellAt(expected, k, i))), cells };
}

/** The readable difference of two tables in common form with the same columns. */
export function diffRows(expected: ResultTable, actual: ResultTable, m: RowMatching, key: readonly string[], rules: RowRules): RowDiff {
  const keys = key.map((name) => columnIndex(expected, name)).filter((j) => j >= 0);
  const aligned = alignByKey(expected, actual, m, keys, rules.types);
  const alignedExpected = new Set(aligned.map(([i]) => i));
  const alignedActual = new Set(aligned.map(([, j]) => j));
  const missing = m.missing.filter((i) => !alignedExpected.has(i));
  const unexpected = m.unexpected.filter((j) => !alignedActual.has(j));
  return {
    columns: expected.schema.fields.map((f) => f.name),
    key: keys.map((j) => expected.schema.fields[j]?.name ?? ''),
    expectedRows: expected.numRows,
    actualRows: actual.numRows,
    missing: { count: missing.length, rows: missing.slice(0, MAX_DIFF_ROWS).map((i) => rowShown(expected, i)) },
    unexpected: { count: unexpected.length, rows: unexpected.slice(0, MAX_DIFF_ROWS).map((j) => rowShown(actual, j)) },
    changed: { count: aligned.length, rows: aligned.slice(0, MAX_DIFF_ROWS).map(([i, j]) => changedRow(expected, i, actual, j, keys, rules)) },
    changedColumns: countChangedColumns(expected, actual, aligned, rules),
  };
}

function countChangedColumns(expected: ResultTable, actual: ResultTable, aligned: readonly (readonly [number, number])[], rules: RowRules): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [i, j] of aligned) {
    for (const [k, f] of expected.schema.fields.entries()) {
      const tolerance = rules.tolerances[k] as RowRules['tolerances'][number];
      if (equalCells(rules.types[k] as DataType, cellAt(expected, k, i), cellAt(actual, k, j), tolerance)) continue;
      counts[f.name] = (counts[f.name] ?? 0) + 1;
    }
  }
  return counts;
}
