/** Distinct rows. */
import { analysisError } from '../../core/index.ts';
import { deduplicateNode, distinctNode } from '../../plan/index.ts';
import type { AttributeReference, Deduplicate, LogicalPlan } from '../../plan/index.ts';
import { holdsMap, quotedSqlType, quoteIdentifier, someType } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { at } from '../origins.ts';

/** Whether values of the type can tell groups apart. */
export function isGroupable(t: DataType): boolean {
  return !someType(t, (x) => x.kind === 'variant');
}

/** Maps and variants have no equality by which rows could be told to be the same. Raises UNSUPPORTED_FEATURE.SET_OPERATION_ON_MAP_TYPE, …_VARIANT_TYPE. */
export function refuseMaps<P extends LogicalPlan>(plan: P, columns: readonly AttributeReference[] = plan.output): P {
  const found = columns.find((a) => holdsMap(a.type) || someType(a.type, (x) => x.kind === 'variant'));
  if (found === undefined) return plan;
  const kind = holdsMap(found.type) ? 'map' : 'variant';
  throw analysisError(
    `UNSUPPORTED_FEATURE.SET_OPERATION_ON_${kind.toUpperCase()}_TYPE`,
    '0A000',
    { colName: quoteIdentifier(found.name), dataType: quotedSqlType(found.type) },
    `Rows cannot be compared by the column ${found.name}, because it is a ${kind}.`,
  );
}

/** `distinct()`, `dropDuplicates(…)`, SELECT DISTINCT. */
export function deduplicate(r: Deduplicate, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  if (r.allColumnsAsKeys && scope.sql) {
    return at(r.input.origin, () => refuseMaps(distinctNode(input)));
  }
  const keys = r.allColumnsAsKeys ? input.output : r.columnNames.flatMap((name) => keysOf(analysis, input, name));
  const unique = keys.filter((k, i) => keys.findIndex((x) => x.exprId === k.exprId) === i);
  return deduplicateNode(refuseMaps(input, unique), unique, r.withinWatermark === true);
}

/** Every column of the name. */
function keysOf(analysis: Analysis, input: LogicalPlan, name: string): AttributeReference[] {
  const found = input.output.filter((a) => analysis.sameName(a.name, name));
  if (found.length > 0) return found;
  const fieldNames = input.output.map((a) => a.name).join(', ');
  throw analysisError(
    'UNRESOLVED_COLUMN_AMONG_FIELD_NAMES',
    '42703',
    { colName: name, fieldNames },
    `There is no column ${name} to tell duplicates by; there are ${fieldNames}.`,
  );
}
