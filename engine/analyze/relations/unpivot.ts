/** `unpivot`, `melt`: a row for each of several columns. */
import { analysisError } from '../../core/index.ts';
import { expandNode, projectNode, stringLiteral, stripAlias, toAttribute } from '../../plan/index.ts';
import type { AttributeReference, Expression, LogicalPlan, NamedExpression, ResolvedExpression, Unpivot } from '../../plan/index.ts';
import { NullType, quotedSqlType, quoteIdentifier, StringType, widerTypeWithoutText } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { coerce } from '../expressions/casts.ts';
import { checkReferences } from '../checks.ts';
import { named } from '../aliases.ts';
import { writtenItems } from '../select-items.ts';
import { selectEnv } from './select.ts';

export function unpivot(r: Unpivot, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const env = selectEnv(analysis, scope, input);
  const list = (es: readonly Expression[]): NamedExpression[] =>
    writtenItems(es, env).map((e) => ('kind' in e ? e : named(analysis, analysis.resolve(e, env))));
  const ids = list(r.ids);
  const taken = new Set(ids.map((e) => e.exprId));
  const values = r.values === undefined ? input.output.filter((a) => !taken.has(a.exprId)) : list(r.values);
  if (values.length === 0) {
    throw analysisError('UNPIVOT_REQUIRES_VALUE_COLUMNS', '42K0A', {}, 'There are no columns left to be made into rows: every one is an id.');
  }
  const type = valueType(values);
  const projections = values.map((v): ResolvedExpression[] => [...ids.map(toColumn), stringLiteral(v.name), coerce(analysis, stripAlias(v), type)]);
  const column = (name: string, t: DataType, nullable: boolean): AttributeReference => ({
    kind: 'attribute',
    name,
    exprId: analysis.context.nextExprId(),
    qualifier: [],
    type: t,
    nullable,
  });
  const output = [
    ...ids.map(toAttribute),
    column(r.variableColumnName, StringType, false),
    column(r.valueColumnName, type, projections.some((p) => p[p.length - 1]?.nullable === true)),
  ];
  const computed = ids.filter((e) => e.kind === 'alias');
  const below = computed.length === 0 ? input : projectNode(input, [...input.output, ...computed]);
  const node = expandNode(below, projections, output);
  checkReferences(node, env);
  return node;
}

function toColumn(e: NamedExpression): AttributeReference {
  return toAttribute(e);
}

function valueType(values: readonly NamedExpression[]): DataType {
  const common = values.reduce<DataType | undefined>((t, v) => (t === undefined ? t : widerTypeWithoutText(t, v.type)), NullType);
  if (common !== undefined) return common;
  const byType = new Map<string, string[]>();
  for (const v of values) {
    const key = quotedSqlType(v.type);
    byType.set(key, [...(byType.get(key) ?? []), quoteIdentifier(v.name)]);
  }
  const types = [...byType].map(([t, names]) => `${t} (${names.join(', ')})`).sort().join(', ');
  throw analysisError('UNPIVOT_VALUE_DATA_TYPE_MISMATCH', '42K09', { types }, `The columns to be made into rows have types that do not go together: ${types}.`);
}
