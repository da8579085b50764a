/** `df.to(schema)`: columns and fields by name, in the schema's order and types, cast by the rules of store assignment. */
import { analysisError, unsupported } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { HigherOrderFunction } from '../../functions/define.ts';
import { refuseCharacters } from '../../functions/json/from-json.ts';
import { literal, OPERATOR, projectNode } from '../../plan/index.ts';
import type { HigherOrderCall, LogicalPlan, NamedExpression, ResolvedExpression, ToSchema } from '../../plan/index.ts';
import { arrayType, canCast, canStoreAs, castMismatch, isDatetime, isString, quotedSqlType, quoteIdentifier, quoteParts, sameType, StringType, typeFromJson } from '../../types/index.ts';
import type { ArrayType, DataType, MapType, StructField, StructType } from '../../types/index.ts';
import { envOf } from '../analysis.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { aliasOf } from '../aliases.ts';
import { checkTimeType, strictCast } from '../expressions/casts.ts';
import { nullWhere } from '../expressions/structs.ts';
import { unresolvedName } from '../suggestions.ts';

/** What a column or a field is made of, and where it lies. */
interface Part {
  readonly value: ResolvedExpression;
  readonly path: readonly string[];
}

type Metadata = StructField['metadata'];

interface Named {
  readonly name: string;
  readonly value: ResolvedExpression;
  readonly metadata: Metadata;
}

export function toSchema(r: ToSchema, analysis: Analysis, scope: Scope): LogicalPlan {
  const input = analysis.relation(r.input, scope);
  const schema = typeFromJson(r.schema);
  if (schema.kind !== 'struct') throw unsupported('to() with a type that is no struct');
  refuseCharacters(schema);
  const env = envOf(analysis, scope, [input]);
  const found = input.output.map((a): Named => ({ name: a.name, value: a, metadata: a.metadata }));
  return projectNode(input, reordered(env, found, schema, []).map(({ name, value, metadata }) => column(analysis, name, value, metadata)));
}

function column({ context }: Analysis, name: string, value: ResolvedExpression, metadata: Metadata): NamedExpression {
  if (value.kind !== 'attribute') return aliasOf(value, name, context.nextExprId(), metadata);
  return { ...value, name, ...(metadata === undefined ? {} : { metadata }) };
}

/** The wanted fields, each out of the one of its name. Raises UNRESOLVED_COLUMN, UNRESOLVED_FIELD, AMBIGUOUS_COLUMN_OR_FIELD. */
function reordered(env: Env, found: readonly Named[], wanted: StructType, path: readonly string[]): Named[] {
  return wanted.fields.map((f) => {
    const [match, another] = found.filter((x) => env.analysis.sameName(x.name, f.name));
    if (match === undefined) return { name: f.name, value: missing(f, found, path), metadata: f.metadata };
    if (another !== undefined) throw ambiguous([...path, f.name], found.filter((x) => env.analysis.sameName(x.name, f.name)).length);
    const value = reconciled(env, { value: match.value, path: [...path, match.name] }, f.type, f.nullable);
    const metadata = { ...match.metadata, ...f.metadata };
    return { name: f.name, value, metadata: Object.keys(metadata).length === 0 ? undefined : metadata };
  });
}

function missing(f: StructField, found: readonly Named[], path: readonly string[]): ResolvedExpression {
  if (f.nullable) return literal(null, f.type);
  if (path.length === 0) throw unresolvedName([f.name], found.map((x) => quoteIdentifier(x.name)));
  throw analysisError(
    'UNRESOLVED_FIELD.WITH_SUGGESTION',
    '42703',
    { fieldName: quoteIdentifier(f.name), columnPath: quoteParts(path), proposal: found.map((x) => quoteIdentifier(x.name)).join(', ') },
    `${path.join('.')} has no field ${f.name}.`,
  );
}

/** A value as one of the type. Raises NULLABLE_COLUMN_OR_FIELD, NOT_NULL_CONSTRAINT_VIOLATION and INVALID_COLUMN_OR_FIELD_DATA_TYPE. */
function reconciled(env: Env, part: Part, type: DataType, nullable: boolean): ResolvedExpression {
  const { value, path } = part;
  if (value.nullable && !nullable) {
    throw analysisError('NULLABLE_COLUMN_OR_FIELD', '42000', { name: quoteParts(path) }, `${path.join('.')} may be NULL, and the schema says that it must not.`);
  }
  if (value.type.kind === 'struct' && type.kind === 'struct') return structOf(env, value, type, path);
  if (value.type.kind === 'array' && type.kind === 'array') return arrayOf(env, part, value.type, type);
  if (value.type.kind === 'map' && type.kind === 'map') return mapOf(env, part, value.type, type);
  if (sameType(value.type, type, true)) return value;
  if (!fits(value.type, type)) throw misfit(path, value.type, type);
  if (type.kind === 'time') checkTimeType(env.analysis);
  if (!canCast(value.type, type, 'ansi')) throw castMismatch(value.type, type, 'ansi', `"${path.at(-1)}"`);
  return strictCast(value, type);
}

/** As tables take values; and intervals become texts, though no table keeps them. */
function fits(from: DataType, to: DataType): boolean {
  const ofTime = (t: DataType): boolean => t.kind === 'time' || isDatetime(t);
  return canStoreAs(from, to) || (from.kind === 'calendar_interval' && isString(to)) || (ofTime(from) && ofTime(to));
}

function structOf(env: Env, value: ResolvedExpression, type: StructType, path: readonly string[]): ResolvedExpression {
  const given = (value.type as StructType).fields.map((f): Named => {
    // Where the struct is NULL no field of it is asked for.
    const part = { ...env.analysis.call(env, OPERATOR.getField, [value, literal(f.name, StringType)]), nullable: f.nullable };
    return { name: f.name, value: part, metadata: f.metadata };
  });
  const fields = reordered(env, given, type, path);
  const made = env.analysis.call(env, OPERATOR.struct, fields.flatMap((f) => [literal(f.name, StringType), f.value]));
  return value.nullable ? nullWhere(env, value, made, type) : made;
}

function arrayOf(env: Env, { value, path }: Part, from: ArrayType, to: ArrayType): ResolvedExpression {
  if (from.containsNull && !to.containsNull) throw nullableElement('ARRAY_ELEMENT', path);
  return transformed(env, 'x', value, { type: from.element, nullable: from.containsNull, path: [...path, 'element'] }, { type: to.element, nullable: to.containsNull });
}

function mapOf(env: Env, { value, path }: Part, from: MapType, to: MapType): ResolvedExpression {
  if (from.valueContainsNull && !to.valueContainsNull) throw nullableElement('MAP_VALUE', path);
  const side = (name: string): ResolvedExpression => env.analysis.call(env, name, [value]);
  const keys = transformed(env, 'key', side('map_keys'), { type: from.key, nullable: false, path: [...path, 'key'] }, { type: to.key, nullable: false });
  const values = transformed(env, 'value', side('map_values'), { type: from.value, nullable: from.valueContainsNull, path: [...path, 'value'] }, { type: to.value, nullable: to.valueContainsNull });
  return env.analysis.call(env, 'map_from_arrays', [keys, values]);
}

interface Element {
  readonly type: DataType;
  readonly nullable: boolean;
}

/** `transform(array, x -> …)`, which makes each element one of the type. */
function transformed(env: Env, name: string, array: ResolvedExpression, from: Element & { readonly path: readonly string[] }, to: Element): HigherOrderCall {
  const { context } = env.analysis;
  const x = { kind: 'lambdaVariable', name, exprId: context.nextExprId(), type: from.type, nullable: from.nullable } as const;
  const body = reconciled(env, { value: x, path: from.path }, to.type, to.nullable);
  const fn = context.registry.get('transform') as HigherOrderFunction;
  return { kind: 'higherOrder', fn, args: [array, { kind: 'lambda', params: [x], body }], type: arrayType(body.type, body.nullable), nullable: array.nullable };
}

function ambiguous(path: readonly string[], count: number): SparkError {
  return analysisError('AMBIGUOUS_COLUMN_OR_FIELD', '42702', { name: quoteParts(path), n: String(count) }, `There are ${count} columns or fields named ${path.join('.')}.`);
}

function nullableElement(what: 'ARRAY_ELEMENT' | 'MAP_VALUE', path: readonly string[]): SparkError {
  return analysisError(`NOT_NULL_CONSTRAINT_VIOLATION.${what}`, '42000', { columnPath: quoteParts(path) }, `${path.join('.')} may hold NULL, and the schema says that it must not.`);
}

function misfit(path: readonly string[], from: DataType, to: DataType): SparkError {
  return analysisError(
    'INVALID_COLUMN_OR_FIELD_DATA_TYPE',
    '42000',
    { name: quoteParts(path), type: quotedSqlType(from), expectedType: quotedSqlType(to) },
    `${path.join('.')} has the type ${quotedSqlType(from)}, which does not become ${quotedSqlType(to)}.`,
  );
}
