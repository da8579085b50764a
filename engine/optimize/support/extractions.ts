/** Fields that are picked out of columns, and what of a column is read besides. */
import { childrenOf, expressionKey, isDeterministic, isOperator, referencesOf } from '../../plan/index.ts';
import type { AttributeReference, ExprId, ResolvedExpression } from '../../plan/index.ts';
import type { DataType } from '../../types/index.ts';

/** The distinct fields of each column of which fewer are read than it has. */
export type Extractions = ReadonlyMap<ExprId, readonly ResolvedExpression[]>;

/** `columns`: those that may be cut down. A column that is read as a whole somewhere is left out. */
export function extractionsOf(expressions: readonly ResolvedExpression[], columns: readonly AttributeReference[]): Extractions {
  const fields = new Map<ExprId, Map<string, ResolvedExpression>>();
  const whole = new Set<ExprId>();
  const collect = (e: ResolvedExpression): void => {
    if (e.kind === 'attribute') whole.add(e.exprId);
    else if (isExtraction(e)) {
      const [column, ...more] = [...referencesOf(e).keys()];
      if (column === undefined || more.length > 0 || !isDeterministic(e)) for (const c of childrenOf(e)) collect(c);
      else fields.set(column, (fields.get(column) ?? new Map()).set(expressionKey(e), e));
    } else for (const c of childrenOf(e)) collect(c);
  };
  expressions.forEach(collect);
  const out = new Map<ExprId, readonly ResolvedExpression[]>();
  for (const a of columns) {
    const all = [...(fields.get(a.exprId)?.values() ?? [])];
    if (all.length === 0 || whole.has(a.exprId)) continue;
    const keys = new Set(all.map(expressionKey));
    const outermost = all.filter((e) => !isInside(childrenOf(e)[0], keys));
    const count = outermost.reduce((sum, e) => sum + fieldCount(e.type), 0);
    if (count < fieldCount(a.type)) out.set(a.exprId, outermost);
  }
  return out;
}

function isInside(e: ResolvedExpression | undefined, keys: ReadonlySet<string>): boolean {
  return e !== undefined && (keys.has(expressionKey(e)) || isInside(childrenOf(e)[0], keys));
}

/** A field of a struct, or of the structs of an array, on a way that leads to a column. */
export function isExtraction(e: ResolvedExpression): boolean {
  if (e.kind !== 'call') return false;
  const [from] = e.args;
  if (from === undefined) return false;
  if (isOperator(e, 'getField')) return isStep(from);
  return isOperator(e, 'getArrayStructFields') && (isStep(from) || (from.kind === 'call' && (from.fn.name === 'map_values' || from.fn.name === 'map_keys')));
}

function isStep(e: ResolvedExpression): boolean {
  return e.kind === 'attribute' || isOperator(e, 'getField') || isOperator(e, 'getArrayStructFields') || isOperator(e, 'getItem');
}

/** How many values there are in a value of the type. */
function fieldCount(type: DataType): number {
  switch (type.kind) {
    case 'struct':
      return type.fields.reduce((sum, f) => sum + fieldCount(f.type), 0);
    case 'array':
      return fieldCount(type.element);
    case 'map':
      return fieldCount(type.key) + fieldCount(type.value);
    default:
      return 1;
  }
}
