/** Compares an answer with what is expected, by the rules of a challenge, strictly or with one rule let go. */
import { sameType, simpleString, structType } from '../../engine/index.ts';
import type { DataType, StructField, Value } from '../../engine/index.ts';
import type { ColumnDifference, Diff, OrderProblem } from '../verdict.ts';
import { sortedSet } from './cells.ts';
import { alignColumns, sharedColumns } from './columns.ts';
import { diffRows, rowShown } from './diff.ts';
import { matchRows } from './match.ts';
import type { RowMatching, RowRules } from './match.ts';
import { firstOutOfOrder } from './order.ts';
import { FORGIVEN_NUMBER, FORGIVEN_TEXT, relaxTables, ROUNDED_TOLERANCE } from './relax.ts';
import { DEFAULT_TOLERANCE, FLOAT_TOLERANCE } from './spec.ts';
import type { ComparisonSpec, NumberTolerance, Relaxation } from './spec.ts';
import { columnIndex, takeColumns } from './table.ts';
import type { ResultTable } from './table.ts';
import { commonForm, hasFloat, isNumeric, sameFamily, toCommonForm, toDouble, toText } from './types.ts';

/** What is right: one table, or the allowed one nearest to the answer where the challenge leaves a choice. */
export interface Expectation {
  readonly table: ResultTable;
  /** Both in common form, with the expected columns. */
  readonly choose?: (answer: ResultTable, expected: ResultTable) => ResultTable;
}

export interface Outcome {
  readonly equal: boolean;
  readonly columns: ColumnDifference;
  /** Null when no column could be compared. */
  readonly rows: { readonly expected: ResultTable; readonly actual: ResultTable; readonly matching: RowMatching; readonly rules: RowRules } | null;
  readonly columnsFit: boolean;
  readonly typesFit: boolean;
  readonly outOfOrder: number | null;
  readonly notes: readonly string[];
}

/** The table with every column in common form. */
export function toCommonTable(table: ResultTable): ResultTable {
  const fields = table.schema.fields.map((f) => ({ ...f, type: commonForm(f.type) }));
  return { ...table, schema: structType(fields), columns: table.columns.map((c, j) => c.map((v) => toCommonForm(table.schema.fields[j]?.type as DataType, v))) };
}

function toleranceOf(spec: ComparisonSpec, relaxation: Relaxation | null, column: string, a: DataType, b: DataType): NumberTolerance {
  const set = spec.tolerance?.[column] ?? (hasFloat(a) || hasFloat(b) ? FLOAT_TOLERANCE : DEFAULT_TOLERANCE);
  return relaxation === 'tolerance' && set.relative < ROUNDED_TOLERANCE.relative ? ROUNDED_TOLERANCE : set;
}

interface TypeCheck {
  readonly fit: boolean;
  readonly differences: ColumnDifference['types'];
  readonly notes: string[];
}

function checkTypes(expected: ResultTable, actual: ResultTable, strict: boolean): TypeCheck {
  const differences: { column: string; expected: string; actual: string }[] = [];
  const notes: string[] = [];
  for (const [i, f] of expected.schema.fields.entries()) {
    const g = actual.schema.fields[i] as StructField;
    if (sameType(f.type, g.type, true)) continue;
    const shown = { column: f.name, expected: simpleString(f.type), actual: simpleString(g.type) };
    if (strict || !sameFamily(f.type, g.type)) differences.push(shown);
    else notes.push(`\`${f.name}\` is ${shown.actual}; the reference gives ${shown.expected}.`);
  }
  return { fit: differences.length === 0, differences, notes };
}

function alike(a: ResultTable, b: ResultTable): boolean {
  return a.schema.fields.every((f, j) => sameFamily(f.type, b.schema.fields[j]?.type as DataType));
}

/** One pair of columns brought to one type, forgiving a wrong one so that the values can still be compared. */
function pairColumns(expected: ResultTable, actual: ResultTable, j: number): { type: DataType; want: Value[]; got: Value[] } {
  const a = expected.schema.fields[j]?.type as DataType;
  const b = actual.schema.fields[j]?.type as DataType;
  const want = (expected.columns[j] ?? []).map((v) => toCommonForm(a, v));
  const got = (actual.columns[j] ?? []).map((v) => toCommonForm(b, v));
  if (sameFamily(a, b)) return { type: commonForm(a), want, got };
  if (isNumeric(a) && isNumeric(b)) return { type: FORGIVEN_NUMBER, want: want.map(toDouble), got: got.map(toDouble) };
  return { type: FORGIVEN_TEXT, want: want.map((v) => toText(commonForm(a), v)), got: got.map((v) => toText(commonForm(b), v)) };
}

function pairTables(expected: ResultTable, actual: ResultTable, sets: readonly string[]): [ResultTable, ResultTable] {
  const columns = expected.schema.fields.map((f, j) => {
    const pair = pairColumns(expected, actual, j);
    if (!sets.includes(f.name)) return pair;
    return { type: pair.type, want: pair.want.map((v) => sortedSet(pair.type, v)), got: pair.got.map((v) => sortedSet(pair.type, v)) };
  });
  const fields = expected.schema.fields.map((f, j) => ({ ...f, type: columns[j]?.type as DataType }));
  const schema = structType(fields);
  return [
    { schema, numRows: expected.numRows, columns: columns.map((c) => c.want) },
    { schema, numRows: actual.numRows, columns: columns.map((c) => c.got) },
  ];
}

/** Compares by all rules but the given one. */
export function compareOnce(expectation: Expectation, answer: ResultTable, spec: ComparisonSpec, relaxation: Relaxation | null = null): Outcome {
  const freedom = {
    order: (spec.columnOrder ?? 'free') === 'free' || relaxation === 'column_order',
    names: relaxation === 'names',
    extra: relaxation === 'extra_columns',
  };
  const { mapping, difference } = alignColumns(expectation.table.schema, answer.schema, freedom);
  if (mapping === null) return compareShared(expectation.table, answer, spec, difference);
  const aligned = takeColumns(answer, mapping);
  const types = checkTypes(expectation.table, aligned, spec.types === 'strict');
  const rules = rulesFor(expectation.table, aligned, spec, relaxation);
  const [wanted, got] = pairTables(expectation.table, aligned, spec.sets ?? []);
  // Choices are made among values of the right types; where one is wrong, the reference's own answer stands.
  const chosen = expectation.choose === undefined || !alike(expectation.table, aligned) ? wanted : expectation.choose(got, wanted);
  const [expected, actual] = relaxation === null ? [chosen, got] : relaxTables(relaxation, chosen, got);
  const matching = matchRows(expected, actual, rules);
  const rowsFit = matching.missing.length === 0 && matching.unexpected.length === 0;
  const ordered = spec.order !== undefined && spec.order.length > 0 && relaxation !== 'order';
  const tolerance = (column: string): NumberTolerance => rules.tolerances[columnIndex(actual, column)] ?? DEFAULT_TOLERANCE;
  const outOfOrder = ordered ? firstOutOfOrder(actual, spec.order ?? [], tolerance) : null;
  const notes = [...types.notes];
  if (difference.wrongOrder && freedom.order) notes.push(`The columns are in another order than ${difference.expected.join(', ')}.`);
  const typesFit = types.fit || relaxation === 'types';
  return {
    equal: typesFit && rowsFit && outOfOrder === null,
    columns: { ...difference, types: types.differences },
    rows: { expected, actual, matching, rules },
    columnsFit: true,
    typesFit,
    outOfOrder,
    notes,
  };
}

function rulesFor(expected: ResultTable, actual: ResultTable, spec: ComparisonSpec, relaxation: Relaxation | null): RowRules {
  const types = expected.schema.fields.map((_, j) => pairType(expected, actual, j));
  const tolerances = expected.schema.fields.map((f, j) =>
    toleranceOf(spec, relaxation, f.name, f.type, actual.schema.fields[j]?.type as DataType),
  );
  return { types, tolerances };
}

function pairType(expected: ResultTable, actual: ResultTable, j: number): DataType {
  const empty = (t: ResultTable): ResultTable => ({ schema: t.schema, numRows: 0, columns: t.schema.fields.map(() => []) });
  return pairColumns(empty(expected), empty(actual), j).type;
}

/** Where columns do not fit, the rows are still compared on those that both have. */
function compareShared(expected: ResultTable, answer: ResultTable, spec: ComparisonSpec, columns: ColumnDifference): Outcome {
  const shared = sharedColumns(expected.schema, answer.schema);
  const failed = { equal: false, columns, columnsFit: false, typesFit: true, outOfOrder: null, notes: [] };
  if (shared.expected.length === 0) return { ...failed, rows: null };
  const want = takeColumns(expected, shared.expected);
  const got = takeColumns(answer, shared.actual);
  const rules = rulesFor(want, got, spec, null);
  const [a, b] = pairTables(want, got, spec.sets ?? []);
  return { ...failed, rows: { expected: a, actual: b, matching: matchRows(a, b, rules), rules } };
}

function orderProblem(outcome: Outcome, spec: ComparisonSpec): OrderProblem | null {
  const { outOfOrder, rows } = outcome;
  if (outOfOrder === null || rows === null) return null;
  return {
    row: outOfOrder,
    columns: (spec.order ?? []).map((k) => k.column),
    previous: rowShown(rows.actual, outOfOrder - 1),
    current: rowShown(rows.actual, outOfOrder),
  };
}

/** The readable difference of a comparison that failed. */
export function diffOf(outcome: Outcome, spec: ComparisonSpec, output: string | null = null): Diff {
  const { rows, columns } = outcome;
  const columnsDiffer = !outcome.columnsFit || columns.types.length > 0;
  return {
    output,
    columns: columnsDiffer ? columns : null,
    rows: rows === null ? null : diffRows(rows.expected, rows.actual, rows.matching, spec.key, rows.rules),
    order: orderProblem(outcome, spec),
  };
}
