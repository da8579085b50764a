/** Which fields of nested columns expressions read (Spark's `SchemaPruning`). */
import { childrenOf, isOperator } from '../../plan/index.ts';
import type { AttributeReference, ExprId, ResolvedExpression } from '../../plan/index.ts';
import type { DataType } from '../../types/index.ts';

/** A column, or a field of one: read as a whole, or some of its fields. */
interface Access {
  whole: boolean;
  readonly fields: Map<string, Access>;
}

/** The types of the columns with no more fields than the expressions read; columns that are read as a whole are left out. */
export function readTypes(columns: readonly AttributeReference[], expressions: readonly ResolvedExpression[]): ReadonlyMap<string, DataType> {
  const byColumn = new Map<ExprId, Access>();
  for (const e of expressions) note(e, byColumn);
  const types = new Map<string, DataType>();
  for (const a of columns) {
    const access = byColumn.get(a.exprId);
    if (access === undefined || access.whole || access.fields.size === 0) continue;
    types.set(a.name, pruned(a.type, access));
  }
  return types;
}

function accessOf(of: Map<string, Access> | Map<ExprId, Access>, key: string | ExprId): Access {
  const map = of as Map<string | ExprId, Access>;
  let found = map.get(key);
  if (found === undefined) {
    found = { whole: false, fields: new Map() };
    map.set(key, found);
  }
  return found;
}

function note(e: ResolvedExpression, byColumn: Map<ExprId, Access>): void {
  // Whether a struct is there is told without its fields.
  if (isOperator(e, 'isNotNull') && e.args[0]?.kind === 'attribute') {
    accessOf(byColumn, e.args[0].exprId);
    return;
  }
  const access = accessed(e, byColumn);
  if (access !== undefined) {
    access.whole = true;
    return;
  }
  for (const c of childrenOf(e)) note(c, byColumn);
}

/** What the expression reads if it is a column, or a field of one, through arrays and maps. */
function accessed(e: ResolvedExpression, byColumn: Map<ExprId, Access>): Access | undefined {
  if (e.kind === 'attribute') return accessOf(byColumn, e.exprId);
  if (e.kind !== 'call') return undefined;
  const [from, name] = e.args;
  if (from === undefined || !leadsToColumn(from)) return undefined;
  if ((isOperator(e, 'getField') || isOperator(e, 'getArrayStructFields')) && name?.kind === 'literal') {
    const inner = accessed(from, byColumn);
    return inner === undefined ? undefined : accessOf(inner.fields, String(name.value).toLowerCase());
  }
  if (isOperator(e, 'getItem') && name !== undefined) {
    note(name, byColumn);
    return accessed(from, byColumn);
  }
  return e.fn.name === 'map_values' ? accessed(from, byColumn) : undefined;
}

function leadsToColumn(e: ResolvedExpression): boolean {
  if (e.kind === 'attribute') return true;
  if (e.kind !== 'call') return false;
  const isStep = e.fn.name === 'map_values' || isOperator(e, 'getField') || isOperator(e, 'getItem') || isOperator(e, 'getArrayStructFields');
  return isStep && e.args[0] !== undefined && leadsToColumn(e.args[0]);
}

function pruned(type: DataType, access: Access): DataType {
  if (access.whole) return type;
  switch (type.kind) {
    case 'struct': {
      const fields = type.fields.flatMap((f) => {
        const inner = access.fields.get(f.name.toLowerCase());
        return inner === undefined ? [] : [{ ...f, type: pruned(f.type, inner) }];
      });
      return fields.length === 0 ? type : { ...type, fields };
    }
    case 'array':
      return { ...type, element: pruned(type.element, access) };
    case 'map':
      return { ...type, value: pruned(type.value, access) };
    default:
      return type;
  }
}
