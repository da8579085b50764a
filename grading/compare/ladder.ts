/**
 * The sentence that a person reads: rules are let go one at a time, and the first without which the answer would pass
 * tells what is wrong ("right rows, wrong order"). Where none does, the sentence says how the rows differ.
 */
import { columnSentence } from './columns.ts';
import { compareOnce, diffOf } from './compare.ts';
import type { Expectation, Outcome } from './compare.ts';
import { orderText } from './order.ts';
import { RELAXATIONS } from './spec.ts';
import type { ComparisonSpec, Relaxation } from './spec.ts';
import type { ResultTable } from './table.ts';
import type { Diff, RowDiff } from '../verdict.ts';

export interface Comparison {
  readonly equal: boolean;
  /** Null when equal. */
  readonly cause: string | null;
  readonly sentence: string | null;
  readonly notes: readonly string[];
  readonly diff: Diff | null;
}

/** Compares by all rules; where the answer is wrong, says why. */
export function compare(expectation: Expectation, answer: ResultTable, spec: ComparisonSpec, output: string | null = null): Comparison {
  const outcome = compareOnce(expectation, answer, spec);
  if (outcome.equal) return { equal: true, cause: null, sentence: null, notes: outcome.notes, diff: null };
  const diff = diffOf(outcome, spec, output);
  const relaxation = RELAXATIONS.find((r) => applies(r, outcome) && compareOnce(expectation, answer, spec, r).equal);
  const told = relaxation === undefined ? rowsDiffer(diff, outcome) : { cause: relaxation, sentence: relaxed(relaxation, outcome, spec) };
  return { equal: false, ...told, notes: outcome.notes, diff };
}

/** Whether letting the rule go could matter at all. */
function applies(r: Relaxation, outcome: Outcome): boolean {
  switch (r) {
    case 'order':
      return outcome.outOfOrder !== null;
    case 'column_order':
      return outcome.columns.wrongOrder;
    case 'names':
    case 'extra_columns':
      return !outcome.columnsFit;
    case 'types':
      return !outcome.typesFit;
    default:
      return outcome.columnsFit;
  }
}

function typeList(outcome: Outcome): string {
  return outcome.columns.types.map((t) => `\`${t.column}\` is ${t.actual}, it should be ${t.expected}`).join('; ');
}

function relaxed(r: Relaxation, outcome: Outcome, spec: ComparisonSpec): string {
  const { rows } = outcome;
  switch (r) {
    case 'order':
      return `Right rows, wrong order: they must be sorted by ${orderText(spec.order ?? [])}.`;
    case 'column_order':
    case 'names':
      return `Right values, but ${lowerFirst(columnSentence(outcome.columns))}`;
    case 'extra_columns':
      return `Right rows, but ${lowerFirst(columnSentence(outcome.columns))}`;
    case 'types':
      return `Right values, wrong type: ${typeList(outcome)}.`;
    case 'duplicates': {
      const more = (rows?.actual.numRows ?? 0) - (rows?.expected.numRows ?? 0);
      return more > 0
        ? `Right but for duplicates: ${count(more, 'row')} too many, the same row is given more than once.`
        : `Right but for duplicates: ${count(-more, 'row')} too few, equal rows must be kept as often as they occur.`;
    }
    case 'nulls':
      return 'Right but for nulls: where the expected cell is NULL yours holds a 0 or an empty text, or the other way round.';
    case 'tolerance':
      return 'Right up to rounding: your numbers are rounded or computed less exactly than the expected ones.';
    case 'strings':
      return 'Right but for the text: some strings differ only in case or spaces.';
    case 'shift':
      return 'Right but for the time: all timestamps are shifted by the same hours, as by a wrong time zone.';
    case 'off_by_one':
      return 'Off by one: every number of a column is one more or one less than expected.';
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function count(n: number, noun: string): string {
  return `${n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`;
}

function worstColumn(d: RowDiff): string | null {
  const [first] = Object.entries(d.changedColumns).sort(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}

/** No single rule explains it: what the rows tell. */
function rowsDiffer(diff: Diff, outcome: Outcome): { cause: string; sentence: string } {
  if (!outcome.columnsFit) return { cause: 'columns', sentence: columnSentence(outcome.columns) };
  const d = diff.rows;
  const missing = d?.missing.count ?? 0;
  const unexpected = d?.unexpected.count ?? 0;
  const changed = d?.changed.count ?? 0;
  if (!outcome.typesFit) return { cause: 'types', sentence: `Wrong type: ${typeList(outcome)}; and rows differ.` };
  if (missing + unexpected + changed === 0) return { cause: 'order', sentence: 'The rows are in the wrong order.' };
  if (unexpected + changed === 0) {
    const all = d?.actualRows === 0;
    const sentence = all ? `The result is empty: ${count(missing, 'row')} expected.` : `${count(missing, 'row')} missing; those that you give are right.`;
    return { cause: 'missing_rows', sentence };
  }
  if (missing + changed === 0) return { cause: 'unexpected_rows', sentence: `${count(unexpected, 'row')} too many; all expected ones are there.` };
  if (missing + unexpected === 0 && d !== null) {
    const columns = Object.keys(d.changedColumns);
    const where = columns.length === 1 ? `\`${columns[0]}\` differs` : `${columns.map((c) => `\`${c}\``).join(', ')} differ`;
    return { cause: 'changed_cells', sentence: `The right rows, but ${where} in ${changed} of ${d.expectedRows}.` };
  }
  const parts = [
    missing > 0 ? `${count(missing, 'row')} missing` : '',
    unexpected > 0 ? `${count(unexpected, 'row')} not expected` : '',
    changed > 0 ? `${count(changed, 'row')} with other values${worst(d)}` : '',
  ].filter((p) => p !== '');
  return { cause: 'rows', sentence: `The rows differ: ${parts.join(', ')}.` };
}

function worst(d: RowDiff | null): string {
  const column = d === null ? null : worstColumn(d);
  return column === null ? '' : ` (most often in \`${column}\`)`;
}
