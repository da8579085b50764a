/** EXECUTE IMMEDIATE: the text is carried out as if the program had sent it, with its parameters bound to values. */
import { unresolvedName } from '../../analyze/suggestions.ts';
import { cellReader } from '../../columnar/index.ts';
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import { someExpression, stripAlias, toSql } from '../../plan/index.ts';
import type { Expression, LiteralExpr, Relation, ResolvedExpression, SqlRelation, TypeJson } from '../../plan/index.ts';
import { parameterKinds, parseStatement } from '../../sql/index.ts';
import { encodeWire, isString, quotedSqlType, typeToJson } from '../../types/index.ts';
import type { TypedValue } from '../../types/index.ts';
import { parseOptions } from '../parse-options.ts';
import type { RequestContext } from '../requests/context.ts';
import type { StatementOf } from './statement-of.ts';
import { setVariable } from './variables.ts';

type Execute = StatementOf<'executeImmediate'>;

/** The text's query, or what its command gives; `run` carries out a statement. */
export function executeImmediate(context: RequestContext, s: Execute, run: (context: RequestContext, plan: Relation) => Relation): Relation {
  const plan: SqlRelation = { type: 'SQL', query: context.session.substitute(queryText(context, s.query)), ...bound(context, s) };
  const statement = parseStatement(plan.query, parseOptions(context.session, plan));
  if (s.into === undefined) return run(context, plan);
  if (statement.kind !== 'query') {
    throw analysisError('INVALID_STATEMENT_FOR_EXECUTE_INTO', '07501', { sqlString: plan.query.toUpperCase() }, 'INTO takes the row of a query, and the text is none.');
  }
  const absent = s.into.find((parts) => context.session.variable(parts) === undefined);
  if (absent !== undefined) throw unresolvedName(absent, []);
  return setVariable(context, { kind: 'setVariable', names: s.into, plan, origin: s.origin });
}

/** Raises INVALID_EXPR_TYPE_FOR_QUERY_EXECUTE_IMMEDIATE and NULL_QUERY_STRING_EXECUTE_IMMEDIATE. */
function queryText(context: RequestContext, e: Expression): string {
  const { type, value } = valueOf(context, e);
  if (!isString(type)) {
    throw analysisError('INVALID_EXPR_TYPE_FOR_QUERY_EXECUTE_IMMEDIATE', '42K09', { exprType: quotedSqlType(type) }, `EXECUTE IMMEDIATE takes a text, not ${quotedSqlType(type)}.`);
  }
  if (typeof value === 'string') return value;
  const varName = e.type === 'UnresolvedAttribute' ? e.unparsedIdentifier.split('.').map((n) => `\`${n}\``).join('.') : `\`${e.origin?.sqlText?.slice(e.origin.start, e.origin.stop) ?? 'null'}\``;
  throw analysisError('NULL_QUERY_STRING_EXECUTE_IMMEDIATE', '22004', { varName }, `The text to be carried out, ${varName}, is null.`);
}

/** The value of an expression over variables and constants. Raises UNSUPPORTED_EXPR_FOR_PARAMETER. */
function valueOf(context: RequestContext, e: Expression): TypedValue {
  const plan = context.analyzed({ type: 'Project', expressions: [{ type: 'Alias', expr: e, name: ['value'] }] }, true);
  const value = plan.node === 'Project' ? stripAlias(plan.expressions[0] as ResolvedExpression) : undefined;
  if (value === undefined || someExpression(value, (x) => x.kind === 'subquery')) {
    const shown = value === undefined ? 'value' : toSql(value, { timeZone: context.session.timeZone });
    throw analysisError('UNSUPPORTED_EXPR_FOR_PARAMETER', '42K0E', { invalidExprSql: `"${shown}"` }, `${shown} cannot be given for a parameter: a constant, a variable or an expression over these can.`);
  }
  const [column] = context.queries.run(plan).batch.columns;
  return { type: value.type, value: column === undefined ? null : cellReader(column)(0) };
}

function literalOf(context: RequestContext, e: Expression): LiteralExpr {
  const { type, value } = valueOf(context, e);
  return { type: 'Literal', dataType: typeToJson(type) as TypeJson, value: encodeWire(type, value) };
}

/** What USING gives, by name or in order, as the text asks for it. */
function bound(context: RequestContext, s: Execute): Pick<SqlRelation, 'namedArguments' | 'posArguments'> {
  if (s.using.length === 0) return {};
  const kinds = parameterKinds(queryText(context, s.query));
  if (kinds.positional && kinds.named) {
    throw analysisError('INVALID_QUERY_MIXED_QUERY_PARAMETERS', '42613', {}, 'A text has parameters by name or by place, not both.');
  }
  if (!kinds.named) return { posArguments: s.using.map((a) => literalOf(context, a.value)) };
  const named = s.using.map((a) => ({ name: a.name ?? nameOf(a.value), value: a.value }));
  const unnamed = named.filter((a) => a.name === undefined);
  if (unnamed.length > 0) throw mustBeNamed(context, unnamed.map((a) => a.value));
  return { namedArguments: Object.fromEntries(named.map((a) => [a.name as string, literalOf(context, a.value)])) };
}

/** A variable is given under its own name. */
function nameOf(e: Expression): string | undefined {
  return e.type === 'UnresolvedAttribute' ? e.unparsedIdentifier : undefined;
}

function mustBeNamed(context: RequestContext, list: readonly Expression[]): SparkError {
  const exprs = list.map((e) => `"${String(valueOf(context, e).value)}"`).join(', ');
  return analysisError('ALL_PARAMETERS_MUST_BE_NAMED', '07001', { exprs }, `The text has parameters by name: give ${exprs} names with AS.`);
}
