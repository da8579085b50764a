/** Distinct rows. */
import { analysisError } from '../../core/index.ts';
import { deduplicateNode, distinctNode } from '../../plan/index.ts';
import type { AttributeReference, Deduplicate, LogicalPlan } from '../../plan/index.ts';
import { quotedSqlType, quoteIdentifier } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { at } from '../origins.ts';

function holdsMap(t: DataType): boolean {
  switch (t.kind) {
    case 'map':
      return true;
    case 'array':
      return holdsMap(t.element);
    case 'struct':
      return t.fields.some((f) => holdsMap(f.type));
    default:
      return false;
  }
}

/** Maps have no equality by which rows could be told to be the same. Raises UNSUPPORTED_FEATURE.SET_OPERATION_ON_MAP_TYPE. */
export function refuseMaps<P extends LogicalPlan>(plan: P, columns: readonly AttributeReference[] = plan.output): P {
  const found = columns.find((a) => holdsMap(a.type));
  if (found === undefined) return plan;
  throw analysisError(
    'UNSUPPORTED_FEATURE.SET_OPERATION_ON_MAP_TYPE',
    '0A000',
    { colName: quoteIdentifier(found.name), dataType: quotedSqlType(found.type) },
    `Rows cannot be compared by the column ${found.name}, because it is a map.`,
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
