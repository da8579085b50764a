/** A new function written in SQL: its body over its parameters, and what comes out of it. */
import { analysisError } from '../../core/index.ts';
import type { AttributeReference, SqlFunction, TypeJson } from '../../plan/index.ts';
import { typeFromJson, typeToJson } from '../../types/index.ts';
import type { DataType } from '../../types/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { withoutPlace } from '../origins.ts';
import { asType, defaultOf } from './arguments.ts';
import { bodyEnv, bodyScope } from './body.ts';
import { bodyValue, placeholders, refuseComplex } from './calls.ts';
import { bodyRows } from './tables.ts';

/** The function with the types that were left open. Raises what is wrong with its body and defaults. */
export function checkedFunction(f: SqlFunction, analysis: Analysis, scope: Scope, opensColumns: boolean): SqlFunction {
  const env = bodyEnv(f, placeholders(f, analysis), analysis, bodyScope(f, scope));
  f.parameters.forEach((p, i) => {
    if (p.defaultText !== undefined) defaultOf({ ...env, scope }, f, i);
  });
  if (f.columns === undefined) {
    const value = bodyValue(env, f);
    refuseComplex(value, f);
    if (f.returns !== undefined) asType(env, value, typeFromJson(f.returns));
    return { ...f, returns: f.returns ?? json(value.type) };
  }
  const { output } = bodyRows(env, f);
  if (opensColumns) return { ...f, columns: output.map((a) => ({ name: a.name, type: json(a.type) })) };
  if (output.length !== f.columns.length) {
    const parameters = { name: f.nameParts.join('.'), outputSize: String(output.length), returnParamSize: String(f.columns.length) };
    throw withoutPlace(
      analysisError('USER_DEFINED_FUNCTIONS.RETURN_COLUMN_COUNT_MISMATCH', '42601', parameters, `The query of ${parameters.name} gives ${parameters.outputSize} columns, and RETURNS names ${parameters.returnParamSize}.`),
    );
  }
  f.columns.forEach((c, i) => asType(env, output[i] as AttributeReference, typeFromJson(c.type)));
  return f;
}

function json(type: DataType): TypeJson {
  return typeToJson(type) as TypeJson;
}
