/** DECLARE, SET and DROP of session variables. */
import { analysisError, SparkError } from '../../core/index.ts';
import { cellReader } from '../../columnar/index.ts';
import { projectNode } from '../../plan/index.ts';
import type { Expression, LogicalPlan, Origin, Relation } from '../../plan/index.ts';
import { variableName } from '../../analyze/variable-names.ts';
import type { DefaultValue } from '../../sql/index.ts';
import { castIsNullable, quoteIdentifier, sameType } from '../../types/index.ts';
import type { DataType, Value } from '../../types/index.ts';
import { quotedName } from '../catalog/errors.ts';
import { aliasOf } from '../catalog/store-cast.ts';
import { SESSION_CATALOG } from '../catalog/tables.ts';
import { fullName, unresolvedVariable, variableExists, variableNotFound } from '../catalog/variables.ts';
import type { SessionVariable } from '../catalog/variables.ts';
import type { RequestContext } from '../requests/context.ts';
import type { ScriptScope } from '../script-scopes.ts';
import { withDefaults } from './variable-defaults.ts';
import { NOTHING } from './result.ts';
import type { StatementOf } from './statement-of.ts';

const SESSION_PATH = '[`system`.`session`]';

/** The plan with its columns cast to these types. */
function castTo({ shared }: RequestContext, plan: LogicalPlan, types: readonly (DataType | undefined)[], mode: 'ansi' | 'legacy', origin?: Origin): LogicalPlan {
  const place = origin === undefined ? {} : { origin };
  const list = plan.output.map((a, i) => {
    const type = types[i];
    if (type === undefined || sameType(a.type, type, true)) return a;
    return aliasOf({ kind: 'cast', child: a, type, nullable: castIsNullable(a.type, type, a.nullable, mode), mode, explicit: false, ...place }, a.name, shared.nextExprId());
  });
  return list.every((e) => e.kind === 'attribute') ? plan : projectNode(plan, list);
}

/** The rows of a plan, column by column. */
function rowsOf(context: RequestContext, plan: LogicalPlan): readonly (readonly Value[])[] {
  const { batch } = context.queries.run(plan);
  const readers = batch.columns.map((c) => cellReader(c));
  return Array.from({ length: batch.length }, (_, i) => readers.map((read) => read(i)));
}

export function declareVariable(context: RequestContext, s: StatementOf<'declareVariable'>): Relation {
  const { variables } = context.session;
  const keys = s.names.map((parts) => {
    const name = variableName(parts);
    if (name === undefined) throw unresolvedVariable(parts, SESSION_PATH);
    return variables.key(name);
  });
  const twice = keys.find((k, i) => keys.indexOf(k) !== i);
  if (twice !== undefined) {
    const name = quotedName(fullName(twice));
    throw analysisError('DUPLICATE_VARIABLE_NAME_INSIDE_DECLARE', '42734', { variableName: name }, `DECLARE names the variable ${name} twice.`);
  }
  const defaultValue: DefaultValue = s.value ?? { expression: { type: 'Literal', dataType: 'void', value: null }, text: 'null' };
  const first = fullName(keys[0] as string);
  const { type, value } = evaluatedDefault(context, defaultValue, s.type, quotedName(first), s.origin);
  const known = s.replace ? undefined : keys.find((k) => variables.get([k]) !== undefined);
  if (known !== undefined) throw variableExists(known);
  for (const key of keys) variables.set(key, { name: fullName(key).join('.'), type, value, defaultValue });
  return NOTHING;
}

/** The value of a DEFAULT, as the variable's type if it has one. Raises INVALID_DEFAULT_VALUE.SUBQUERY_EXPRESSION. */
export function evaluatedDefault(context: RequestContext, given: DefaultValue, type: DataType | undefined, name: string, origin: Origin): { readonly type: DataType; readonly value: Value } {
  if (holdsSubquery(given.expression)) {
    const parameters = { statement: 'DECLARE VARIABLE', colName: name, defaultValue: given.text };
    throw analysisError('INVALID_DEFAULT_VALUE.SUBQUERY_EXPRESSION', '42623', parameters, `The DEFAULT of ${name} may not hold a subquery: ${given.text}.`);
  }
  const analyzed = context.analyzed({ type: 'Project', expressions: [{ type: 'Alias', expr: given.expression, name: ['value'] }] });
  const plan = castTo(context, analyzed, [type], context.session.ansi ? 'ansi' : 'legacy', origin);
  const [row = []] = rowsOf(context, plan);
  return { type: type ?? (plan.output[0]?.type as DataType), value: row[0] ?? null };
}

function holdsSubquery(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ((node as Expression).type === 'SubqueryExpression') return true;
  return Object.values(node).some(holdsSubquery);
}

export function dropVariable({ session }: RequestContext, s: StatementOf<'dropVariable'>): Relation {
  const name = variableName(s.name);
  if (name === undefined) throw unresolvedVariable(s.name, SESSION_PATH);
  const { variables } = session;
  if (!variables.delete(name) && !s.ifExists) throw variableNotFound(variables.key(name));
  return NOTHING;
}

/** A variable that SET changes. */
export interface Target extends SessionVariable {
  readonly key: string;
  /** Of a script's variable: where it was declared. */
  readonly scope?: ScriptScope;
}

function targets({ session }: RequestContext, names: readonly (readonly string[])[]): Target[] {
  const { variables } = session;
  const found = names.map((parts): Target => {
    const local = session.script?.find(parts);
    const variable = local === undefined ? variables.get(parts) : local.scope.variables.get(local.key);
    const searchPath = `[\`system\`.\`builtin\`, \`system\`.\`session\`, \`${SESSION_CATALOG}\`.${quoteIdentifier(session.currentDatabase)}]`;
    if (variable === undefined) throw unresolvedVariable(parts, searchPath);
    return { ...variable, key: variables.key(parts.at(-1) as string), ...(local === undefined ? {} : { scope: local.scope }) };
  });
  const twice = [...new Set(found.filter((t, i) => found.findIndex((o) => o.key === t.key) !== i).map((t) => quoteIdentifier(t.key)))];
  if (twice.length > 0) {
    const nameList = twice.join(', ');
    throw analysisError('DUPLICATE_ASSIGNMENTS', '42701', { nameList }, `SET gives ${nameList} more than one value.`);
  }
  return found;
}

export function setVariable(context: RequestContext, s: StatementOf<'setVariable'>): Relation {
  const { variables } = context.session;
  const all = targets(context, s.names);
  const analyzed = context.analyzed(withDefaults(context, s.plan, all));
  if (analyzed.output.length !== all.length) {
    const counts = { numTarget: String(all.length), numExpr: String(analyzed.output.length) };
    throw analysisError('ASSIGNMENT_ARITY_MISMATCH', '42802', counts, `SET has ${counts.numTarget} variables and ${counts.numExpr} values for them.`);
  }
  const rows = rowsOf(context, castTo(context, analyzed, all.map((t) => t.type), 'ansi', s.origin));
  if (rows.length > 1) {
    const sentence = 'The query that SET takes values from gave more than one row.';
    throw new SparkError({ errorClass: 'SparkRuntimeException', condition: 'ROW_SUBQUERY_TOO_MANY_ROWS', sqlState: '21000', sentence });
  }
  all.forEach(({ key, scope, ...variable }, i) => {
    const changed = { ...variable, value: rows[0]?.[i] ?? null };
    if (scope === undefined) variables.set(key, changed);
    else scope.variables.set(key, changed);
  });
  return NOTHING;
}
