/** UNION, INTERSECT, EXCEPT: columns by position or by name, brought to common types. */
import { analysisError } from '../../core/index.ts';
import { distinctNode, literal, projectNode, setOpNode, unionNode } from '../../plan/index.ts';
import type { AttributeReference, LogicalPlan, NamedExpression, SetOperation } from '../../plan/index.ts';
import { findCommonType, quotedSqlType, quoteIdentifier, sameType, sqlTypeName } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import { ordinal } from '../../functions/typing.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';
import { deduplicateRight } from '../deduplicate-right.ts';
import { coerce, nullabilityCast } from '../expressions/casts.ts';
import { at } from '../origins.ts';
import { refuseMaps } from './distinct.ts';

export function setOperation(r: SetOperation, analysis: Analysis, scope: Scope): LogicalPlan {
  const left = analysis.relation(r.left, scope);
  const right = deduplicateRight(left, analysis.relation(r.right, scope), analysis.context);
  const sides = r.byName === true ? byName(analysis, left, right, r.allowMissingColumns === true) : ([left, right] as const);
  return at(r.origin, () => {
    const [a, b] = widened(analysis, sides[0], sides[1], operatorName(r));
    if (r.setOpType !== 'union') return refuseMaps(setOpNode(r.setOpType, r.isAll, a, b));
    const union = unionNode([a, b]);
    return r.isAll ? union : refuseMaps(distinctNode(union));
  });
}

function operatorName(r: SetOperation): string {
  if (r.setOpType === 'union') return 'UNION';
  return `${r.setOpType.toUpperCase()}${r.isAll ? ' ALL' : ''}`;
}

/** Both sides with columns of common types. Raises NUM_COLUMNS_MISMATCH, INCOMPATIBLE_COLUMN_TYPE. */
export function widened(analysis: Analysis, left: LogicalPlan, right: LogicalPlan, operator: string): readonly [LogicalPlan, LogicalPlan] {
  const [n, m] = [left.output.length, right.output.length];
  if (n !== m) {
    throw analysisError(
      'NUM_COLUMNS_MISMATCH',
      '42826',
      { operator, firstNumColumns: String(n), invalidOrdinalNum: 'second', invalidNumColumns: String(m) },
      `${operator} needs as many columns on both sides, but the first has ${n} and the second ${m}.`,
    );
  }
  const pairs = left.output.map((a, i) => [a, right.output[i] as AttributeReference] as const);
  if (pairs.every(([a, b]) => sameType(a.type, b.type, true))) return [left, right];
  const types = pairs.map(([a, b], i) => commonType(analysis, a, b, i, operator));
  return [castAll(analysis, left, types), castAll(analysis, right, types)];
}

function commonType(analysis: Analysis, a: AttributeReference, b: AttributeReference, i: number, operator: string): DataType {
  const common = findCommonType([a.type, b.type], analysis.context.ansi);
  if (common !== undefined) return common;
  throw analysisError(
    'INCOMPATIBLE_COLUMN_TYPE',
    '42825',
    {
      operator,
      columnOrdinalNumber: ordinal(i),
      tableOrdinalNumber: 'second',
      dataType1: quotedSqlType(b.type),
      dataType2: quotedSqlType(a.type),
      hint: '',
    },
    `${operator} needs columns of types that go together, but the ${ordinal(i)} one is ${sqlTypeName(a.type)} in the first table and ${sqlTypeName(b.type)} in the second.`,
  );
}

function castAll(analysis: Analysis, plan: LogicalPlan, types: readonly DataType[]): LogicalPlan {
  let changed = false;
  const list = plan.output.map((a, i): NamedExpression => {
    const type = types[i] as DataType;
    if (sameType(a.type, type)) return a;
    // Also where it is only that the other side's elements may be null.
    const cast = sameType(a.type, type, true) ? nullabilityCast(analysis, a, type) : coerce(analysis, a, type);
    if (cast === a) return a;
    changed = true;
    return aliasOf(cast, a.name, analysis.context.nextExprId());
  });
  return changed ? projectNode(plan, list) : plan;
}

/** The right side's columns in the left one's order, missing ones null where that is allowed. */
function byName(analysis: Analysis, left: LogicalPlan, right: LogicalPlan, allowMissing: boolean): readonly [LogicalPlan, LogicalPlan] {
  for (const side of [left, right]) refuseDuplicates(analysis, side);
  const find = (list: readonly AttributeReference[], name: string): AttributeReference | undefined => list.find((a) => analysis.sameName(a.name, name));
  const nothing = (a: AttributeReference): NamedExpression => aliasOf(literal(null, { kind: 'null' }), a.name, analysis.context.nextExprId());
  const rightList = left.output.map((a): NamedExpression => {
    const b = find(right.output, a.name);
    if (b !== undefined) return b;
    if (allowMissing) return nothing(a);
    throw amongFields(a.name, right.output);
  });
  const extra = right.output.filter((b) => find(left.output, b.name) === undefined);
  const [firstExtra] = extra;
  if (firstExtra !== undefined && !allowMissing) throw amongFields(firstExtra.name, left.output);
  const leftPlan = extra.length === 0 ? left : projectNode(left, [...left.output, ...extra.map(nothing)]);
  const same = rightList.every((e, i) => e === right.output[i]) && rightList.length === right.output.length;
  return [leftPlan, same ? right : projectNode(right, [...rightList, ...extra])];
}

function refuseDuplicates(analysis: Analysis, plan: LogicalPlan): void {
  const seen = new Set<string>();
  for (const a of plan.output) {
    const key = analysis.nameKey(a.name);
    if (seen.has(key)) {
      throw analysisError('COLUMN_ALREADY_EXISTS', '42711', { columnName: quoteIdentifier(key) }, `The column ${a.name} occurs twice, so it cannot be told by its name which one is meant.`);
    }
    seen.add(key);
  }
}

function amongFields(colName: string, list: readonly AttributeReference[]): Error {
  const fieldNames = list.map((a) => a.name).join(', ');
  return analysisError(
    'UNRESOLVED_COLUMN_AMONG_FIELD_NAMES',
    '42703',
    { colName, fieldNames },
    `There is no column ${colName} among ${fieldNames}.`,
  );
}
