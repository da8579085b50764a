/** `df.to(schema)`: columns by name, in the schema's order and types. */
import { analysisError, unsupported } from '../../core/index.ts';
import { literal, projectNode } from '../../plan/index.ts';
import type { LogicalPlan, NamedExpression, ToSchema } from '../../plan/index.ts';
import { canCast, canUpCast, quotedSqlType, quoteIdentifier, sameType, typeFromJson } from '../../types/index.ts';
import type { StructField } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';
import { castTo } from '../expressions/casts.ts';
import { ambiguous } from '../names.ts';
import { unresolvedName } from '../suggestions.ts';

export function toSchema(r: ToSchema, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const schema = typeFromJson(r.schema);
  if (schema.kind !== 'struct') throw unsupported('to() with a type that is no struct');
  return projectNode(input, schema.fields.map((f) => column(analysis, input, f)));
}

function column(analysis: Analysis, input: LogicalPlan, f: StructField): NamedExpression {
  const found = input.output.filter((a) => analysis.sameName(a.name, f.name));
  if (found.length > 1) throw ambiguous([f.name], found);
  const [a] = found;
  const id = analysis.context.nextExprId();
  if (a === undefined) {
    if (f.nullable) return aliasOf(literal(null, f.type), f.name, id, f.metadata);
    throw unresolvedName([f.name], input.output.map((o) => quoteIdentifier(o.name)));
  }
  if (a.nullable && !f.nullable) {
    throw analysisError('NULLABLE_COLUMN_OR_FIELD', '42000', { name: quoteIdentifier(f.name) }, `The column ${f.name} may hold NULL, and the schema says that it must not.`);
  }
  if (sameType(a.type, f.type)) return a.name === f.name ? a : aliasOf(a, f.name, id);
  if (!canUpCast(a.type, f.type) && !canCast(a.type, f.type, 'ansi')) {
    throw analysisError(
      'INVALID_COLUMN_OR_FIELD_DATA_TYPE',
      '42000',
      { name: quoteIdentifier(f.name), type: quotedSqlType(a.type), expectedType: quotedSqlType(f.type) },
      `The column ${f.name} has the type ${quotedSqlType(a.type)}, which does not become ${quotedSqlType(f.type)}.`,
    );
  }
  return aliasOf(castTo(analysis, a, f.type), f.name, id, f.metadata);
}
