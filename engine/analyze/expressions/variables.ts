/** Variables of the session: names that no column has. */
import type { ScalarFunction } from '../../functions/define.ts';
import type { Origin, ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import { sqlTypeName, valueToSql, valueToString } from '../../types/index.ts';
import type { DataType, MapValue, StructValue, Value } from '../../types/index.ts';
import { aliasOf } from '../aliases.ts';
import type { Env } from '../analysis.ts';
import type { VariableValue } from '../context.ts';
import { at, originOf } from '../origins.ts';
import { variableName } from '../variable-names.ts';
import { impliedAlias } from '../written-text.ts';
import { extractFields } from './extract.ts';

/** Parts of the longest name: `system.session.v`. */
const NAME_PARTS_COUNT = 3;

/** The variable of this name, or a field inside it; undefined if there is none. */
export function variableReference(env: Env, parts: readonly string[], origin?: Origin): ResolvedExpression | undefined {
  for (let count = Math.min(parts.length, NAME_PARTS_COUNT); count > 0; count--) {
    const found = variableOf(env, parts.slice(0, count));
    if (found === undefined) continue;
    const fields = parts.slice(count);
    const value = variableCall(found, env.analysis.context.sessionTimeZone, origin);
    const inner = fields.length === 0 ? value : at(origin, () => extractFields(env, value, fields));
    const named = impliedAlias(aliasOf(inner, parts.at(-1) as string, env.analysis.context.nextExprId()));
    columns.add(named);
    return named;
  }
  return undefined;
}

const columns = new WeakSet<object>();

/** A column that is a variable under its own name: the rest of a select list sees the variable, not the column. */
export function isVariableColumn(e: ResolvedExpression): boolean {
  return columns.has(e);
}

function variableOf(env: Env, parts: readonly string[]): VariableValue | undefined {
  const { catalog } = env.analysis.context;
  const given = env.scope.variables;
  const name = given === undefined ? undefined : variableName(parts);
  return name === undefined ? catalog.variable?.(parts) : given?.get(env.analysis.nameKey(name));
}

const functions = new WeakMap<VariableValue, ScalarFunction>();

/** A constant that shows itself as the variable that it comes from. */
function variableCall(v: VariableValue, timeZone: string, origin: Origin | undefined): ScalarCall {
  let fn = functions.get(v);
  if (fn === undefined) {
    fn = declaration(v, timeZone);
    functions.set(v, fn);
  }
  return { kind: 'call', fn, args: [], type: v.type, nullable: v.value === null, ...originOf(origin) };
}

/** The value as SQL text, with its type where the text does not tell it. */
function literalOf(value: Value, type: DataType, timeZone: string): string {
  const inner = (v: Value | undefined, t: DataType): string => literalOf(v ?? null, t, timeZone);
  if (value === null) return isNested(type) ? 'NULL' : `CAST(NULL AS ${sqlTypeName(type)})`;
  switch (type.kind) {
    case 'float':
      return `CAST('${valueToString(value, type)}' AS FLOAT)`;
    case 'array':
      return `ARRAY(${(value as readonly Value[]).map((v) => inner(v, type.element)).join(', ')})`;
    case 'map': {
      const { entries } = value as MapValue;
      return `MAP_FROM_ARRAYS(ARRAY(${entries.map((e) => inner(e[0], type.key)).join(', ')}), ARRAY(${entries.map((e) => inner(e[1], type.value)).join(', ')}))`;
    }
    case 'struct': {
      const { values } = value as StructValue;
      return `NAMED_STRUCT(${type.fields.map((f, i) => `'${f.name}', ${inner(values[i], f.type)}`).join(', ')})`;
    }
    default:
      return valueToSql(value, type, timeZone);
  }
}

function isNested(t: DataType): boolean {
  return t.kind === 'array' || t.kind === 'map' || t.kind === 'struct' || t.kind === 'null';
}

function declaration({ name, type, value }: VariableValue, timeZone: string): ScalarFunction {
  const text = `variablereference(${name}=${literalOf(value, type, timeZone)})`;
  return {
    kind: 'scalar',
    // Two variables are two functions.
    name: text,
    family: 'variable',
    since: '',
    params: [],
    signature: () => ({ argTypes: [], returns: type, nullable: value === null }),
    doc: '',
    examples: [],
    internal: true,
    nulls: 'custom',
    row: () => value,
    sql: () => text,
  };
}
