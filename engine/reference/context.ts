/** What the interpreter of plans is given, and the rows it works on. */
import { InternalError, SparkError } from '../core/index.ts';
import { collectExpressions, interpret, isOperator, literal, mapChildren, someExpression } from '../plan/index.ts';
import type { AttributeReference, DataSourceScan, LogicalPlan, ResolvedExpression, RowLookup, SubqueryCall, TaskContext } from '../plan/index.ts';
import type { Batch } from '../columnar/index.ts';
import type { Value } from '../types/index.ts';
import { keyText } from '../columnar/index.ts';

export type Row = readonly Value[];

export interface ReferenceContext {
  readonly task: TaskContext;
  /** Rows of a file or other source, as the session's reader gives them. */
  readonly readSource?: (scan: DataSourceScan) => readonly (readonly Batch[])[];
}

/** The interpretation of one plan inside another: columns of the rows around it are seen too. */
export interface Scope extends ReferenceContext {
  readonly outer: RowLookup;
  readonly run: (p: LogicalPlan, outer: RowLookup) => readonly Row[];
}

export const NO_OUTER: RowLookup = (id) => {
  throw new InternalError(`no column with id ${id} is in sight`);
};

/** Columns of a row by id, else those around it. */
export function lookupIn(columns: readonly AttributeReference[], outer: RowLookup): (row: Row) => RowLookup {
  const places = new Map(columns.map((a, i) => [a.exprId, i]));
  return (row) => (id) => {
    const at = places.get(id);
    return at === undefined ? outer(id) : (row[at] as Value);
  };
}

/** The value of an expression in a row; subqueries are run for it. A filter's `condition` keeps a row only if it is true. */
export function evaluate(e: ResolvedExpression, lookup: RowLookup, scope: Scope, condition = false): Value {
  const isSubquery = (x: ResolvedExpression): boolean => x.kind === 'subquery';
  if (!someExpression(e, isSubquery)) return interpret(e, lookup, scope.task);
  const values = new Map<SubqueryCall, Value>();
  for (const s of collectExpressions(e, isSubquery) as SubqueryCall[]) values.set(s, subqueryValue(s, lookup, scope));
  const replace = (x: ResolvedExpression): ResolvedExpression => {
    // As values Spark asks whether a match exists: where that is not known, IN and NOT IN are both false.
    const negated = isOperator(x, 'not') && !condition ? x.args[0] : undefined;
    if (negated?.kind === 'subquery' && negated.subqueryType === 'in') return literal(values.get(negated) === false, x.type);
    if (x.kind !== 'subquery') return mapChildren(x, replace);
    return literal(x.subqueryType === 'in' && !condition ? values.get(x) === true : (values.get(x) ?? null), x.type);
  };
  return interpret(replace(e), lookup, scope.task);
}

function subqueryValue(s: SubqueryCall, lookup: RowLookup, scope: Scope): Value {
  const rows = scope.run(s.plan, lookup);
  if (s.subqueryType === 'exists') return rows.length > 0;
  if (s.subqueryType === 'scalar') {
    if (rows.length > 1) {
      const sentence = 'A subquery used as a value gave more than one row.';
      throw new SparkError({ errorClass: 'SparkRuntimeException', condition: 'SCALAR_SUBQUERY_TOO_MANY_ROWS', sqlState: '21000', sentence });
    }
    return rows[0]?.[0] ?? null;
  }
  const wanted = (s.inValues ?? []).map((e) => evaluate(e, lookup, scope));
  return isIn(wanted, rows, s);
}

/** IN with three values: null where a null might have been a match. */
function isIn(wanted: readonly Value[], rows: readonly Row[], s: SubqueryCall): Value {
  let unknown = false;
  for (const row of rows) {
    let match: boolean | null = true;
    wanted.forEach((w, i) => {
      const x = row[i] ?? null;
      const type = s.plan.output[i]?.type ?? { kind: 'null' };
      if (w === null || x === null) match = match === false ? false : null;
      else if (keyText(type, w) !== keyText(type, x)) match = false;
    });
    if (match === true) return true;
    if (match === null) unknown = true;
  }
  return unknown ? null : false;
}

/** A text that is equal for rows whose columns are all equal, nulls included. */
export function rowKey(columns: readonly AttributeReference[], row: Row): string {
  return columns.map((a, i) => keyText(a.type, row[i] ?? null)).join('|');
}
