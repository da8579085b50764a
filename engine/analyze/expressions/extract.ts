/** Fields of structs, elements of arrays, values of maps: `a.b`, `a[i]`, `getItem`. */
import { analysisError, SparkError } from '../../core/index.ts';
import { OPERATOR, stringLiteral, stripAlias } from '../../plan/index.ts';
import type { ResolvedExpression, UnresolvedExtractValue } from '../../plan/index.ts';
import { isString, quotedSqlType, quoteIdentifier, sqlTypeName } from '../../types/index.ts';
import type { StructField, StructType } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import { quoted } from '../aliases.ts';
import { contextOf, withoutPlace } from '../origins.ts';
import { setText, writtenText } from '../written-text.ts';
import { refuseStar } from '../misplaced-stars.ts';

/** The field of this name. Raises FIELD_NOT_FOUND, AMBIGUOUS_REFERENCE_TO_FIELDS. */
export function fieldOf(env: Env, type: StructType, name: string): StructField {
  const found = type.fields.filter((f) => env.analysis.sameName(f.name, name));
  if (found.length === 1) return found[0] as StructField;
  if (found.length === 0) {
    const fields = type.fields.map((f) => quoteIdentifier(f.name)).join(', ');
    throw analysisError(
      'FIELD_NOT_FOUND',
      '42704',
      { fieldName: quoteIdentifier(name), fields },
      `The struct has no field ${name}; it has ${fields}.`,
    );
  }
  throw analysisError(
    'AMBIGUOUS_REFERENCE_TO_FIELDS',
    '42000',
    { field: quoteIdentifier(name), count: String(found.length) },
    `The struct has ${found.length} fields called ${name}.`,
  );
}

/** What `extraction` picks from `base`. Raises INVALID_EXTRACT_… where there is nothing to pick from. */
function extractValue(env: Env, base: ResolvedExpression, extraction: ResolvedExpression): ResolvedExpression {
  const { type } = base;
  const name = extraction.kind === 'literal' && isString(extraction.type) ? (extraction.value as string | null) : null;
  const call = (op: string, key: ResolvedExpression): ResolvedExpression => env.analysis.call(env, op, [base, key]);
  if (type.kind === 'struct') {
    if (name === null) throw invalidField(env, extraction);
    return asWritten(env, base, name, call(OPERATOR.getField, stringLiteral(fieldOf(env, type, name).name)));
  }
  if (type.kind === 'array' && type.element.kind === 'struct' && name !== null) {
    return asWritten(env, base, name, call(OPERATOR.getArrayStructFields, stringLiteral(fieldOf(env, type.element, name).name)));
  }
  if (type.kind === 'array' || type.kind === 'map' || type.kind === 'null') return call(OPERATOR.getItem, extraction);
  throw analysisError(
    'INVALID_EXTRACT_BASE_FIELD_TYPE',
    '42000',
    { base: quoted(env.analysis, base), other: quotedSqlType(type) },
    `${quoted(env.analysis, base)} is ${sqlTypeName(type)}; only structs, arrays and maps have something inside to pick.`,
  );
}

/** A field keeps the spelling that the user gave to it. */
function asWritten(env: Env, base: ResolvedExpression, name: string, field: ResolvedExpression): ResolvedExpression {
  const key = field.kind === 'call' ? field.args[1] : undefined;
  if (key?.kind === 'literal' && key.value !== name) setText(field, `${writtenText(env.analysis, base)}.${name}`);
  return field;
}

function invalidField(env: Env, extraction: ResolvedExpression): Error {
  const shown = quoted(env.analysis, extraction);
  return analysisError('INVALID_EXTRACT_FIELD_TYPE', '42000', { extraction: shown }, `A struct's field is picked by a constant name, not by ${shown}.`);
}

/** Fields inside one another, from a column on. */
export function extractFields(env: Env, base: ResolvedExpression, names: readonly string[]): ResolvedExpression {
  return names.reduce((e, name) => extractValue(env, e, stringLiteral(name)), base);
}

/** Wrong types have a place, what there is nothing to pick from has none. */
function placed<T>(e: UnresolvedExtractValue, f: () => T): T {
  try {
    return f();
  } catch (error) {
    if (!(error instanceof SparkError) || error.context.length > 0) throw error;
    throw error.condition?.startsWith('DATATYPE_MISMATCH') === true ? error.withContext(contextOf(e.origin)) : withoutPlace(error);
  }
}

export function resolveExtract(e: UnresolvedExtractValue, env: Env): ResolvedExpression {
  const { analysis } = env;
  refuseStar(e.child, 'expression `unresolvedextractvalue`');
  const base = stripAlias(analysis.resolve(e.child, env));
  const extraction = stripAlias(analysis.resolve(e.extraction, env));
  return placed(e, () => {
    const found = extractValue(env, base, extraction);
    if (e.origin === undefined) return found;
    const here = { ...found, origin: e.origin };
    setText(here, writtenText(analysis, found));
    return here;
  });
}
