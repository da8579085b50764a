/** `struct(a, b)`: fields named after what they are made of; and changes of a struct's fields. */
import { analysisError } from '../../core/index.ts';
import { operatorCall, OPERATOR, literal, stringLiteral, stripAlias } from '../../plan/index.ts';
import type { Expression, ResolvedExpression, UpdateFieldsExpr } from '../../plan/index.ts';
import { BooleanType, parseName, quotedSqlType, sqlTypeName } from '../../types/index.ts';
import type { StructField } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { quoted } from '../aliases.ts';
import { at, originOf } from '../origins.ts';
import { expandStars } from '../stars.ts';
import { setText, writtenText } from '../written-text.ts';
import { fieldNameOf } from './arguments.ts';

/** The name that a field of `struct(…)` takes from what was written; undefined for `col1`, `col2` … */
function writtenName(e: Expression): string | undefined {
  switch (e.type) {
    case 'UnresolvedAttribute':
      return parseName(e.unparsedIdentifier).at(-1);
    case 'Alias':
      return e.name[0];
    case 'UnresolvedExtractValue':
      return e.extraction.type === 'Literal' && e.extraction.dataType === 'string' ? (e.extraction.value as string) : undefined;
    default:
      return undefined;
  }
}

/** Names and values by turns, as `named_struct` takes them. */
export function structArguments(env: Env, list: readonly Expression[]): ResolvedExpression[] {
  return expandStars(env, list).flatMap((item, i) => {
    const value = 'kind' in item ? item : env.analysis.resolve(item, env);
    const written = 'kind' in item ? item.name : writtenName(item);
    const name = written ?? fieldNameOf(value) ?? `col${i + 1}`;
    return [stringLiteral(name), value];
  });
}

function notAStruct(env: Env, e: UpdateFieldsExpr, base: ResolvedExpression): Error {
  const shown = quoted(env.analysis, base);
  return analysisError(
    'DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE',
    '42K09',
    { sqlExpr: `"update_fields(${shown.slice(1, -1)}, ${operationText(env, e)})"`, paramIndex: 'first', inputSql: shown, inputType: quotedSqlType(base.type), requiredType: '"STRUCT"' },
    `Fields can be changed in structs only, and ${shown} is ${sqlTypeName(base.type)}.`,
  );
}

function operationText(env: Env, e: UpdateFieldsExpr): string {
  return e.valueExpression === undefined ? 'dropfield()' : `WithField(${quoted(env.analysis, stripAlias(env.analysis.resolve(e.valueExpression, env))).slice(1, -1)})`;
}

/** `withField` and `dropFields`: a new struct of the old one's fields, null where the old one is. */
export function resolveUpdateFields(e: UpdateFieldsExpr, env: Env): ResolvedExpression {
  const base = stripAlias(env.analysis.resolve(e.structExpression, env));
  return at(e.origin, () => {
    if (base.type.kind !== 'struct') throw notAStruct(env, e, base);
    const [first, ...rest] = parseName(e.fieldName);
    const value = e.valueExpression === undefined ? undefined : stripAlias(env.analysis.resolve(e.valueExpression, env));
    const made = { ...updated(env, base, [first as string, ...rest], value), ...originOf(e.origin) };
    const change = value === undefined ? 'dropfield()' : `WithField(${writtenText(env.analysis, value)})`;
    setText(made, `update_fields(${writtenText(env.analysis, base)}, ${change})`);
    return made;
  });
}

interface Part {
  readonly name: string;
  readonly value: ResolvedExpression;
}

function updated(env: Env, base: ResolvedExpression, path: readonly [string, ...string[]], value: ResolvedExpression | undefined): ResolvedExpression {
  const fields = base.type.kind === 'struct' ? base.type.fields : [];
  const [name, next, ...rest] = path;
  const partOf = (f: StructField): ResolvedExpression => env.analysis.call(env, OPERATOR.getField, [base, stringLiteral(f.name)]);
  const parts: (Part | undefined)[] = fields.map((f): Part | undefined => {
    if (!env.analysis.sameName(f.name, name)) return { name: f.name, value: partOf(f) };
    if (next !== undefined) return { name: f.name, value: updated(env, partOf(f), [next, ...rest], value) };
    return value === undefined ? undefined : { name, value };
  });
  if (value !== undefined && next === undefined && !fields.some((f) => env.analysis.sameName(f.name, name))) parts.push({ name, value });
  const kept = parts.filter((p) => p !== undefined);
  if (kept.length === 0) throw analysisError('DATATYPE_MISMATCH.CANNOT_DROP_ALL_FIELDS', '42K09', { sqlExpr: quoted(env.analysis, base) }, 'A struct must keep at least one field.');
  const made = env.analysis.call(env, OPERATOR.struct, kept.flatMap((p) => [stringLiteral(p.name), p.value]));
  return base.nullable ? nullWhere(env, base, made) : made;
}

/** NULL where the base is; `type`: of the NULL, which may have more nulls inside. */
export function nullWhere(env: Env, base: ResolvedExpression, made: ResolvedExpression, type = made.type): ResolvedExpression {
  const { registry } = env.analysis.context;
  const isNull = operatorCall(registry, 'isNull', [base], BooleanType, false);
  return operatorCall(registry, 'if', [isNull, literal(null, type), made], type, true);
}

