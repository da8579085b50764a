/** Bodies of functions written in SQL: read once, resolved at each call, with the call's arguments in the parameters' places. */
import { literal } from '../../plan/index.ts';
import type { AttributeReference, Expression, ExprId, Relation, ResolvedExpression, SqlFunction } from '../../plan/index.ts';
import { parseExpression, parseQuery, parseSettings } from '../../sql/index.ts';
import { typeFromJson } from '../../types/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';

export type Body = { readonly kind: 'expression'; readonly expression: Expression } | { readonly kind: 'query'; readonly plan: Relation };

const bodies = new WeakMap<SqlFunction, Body>();

/** The body as it is read. Raises ParseException, with places in the body's text. */
export function bodyOf(f: SqlFunction, analysis: Analysis): Body {
  let body = bodies.get(f);
  if (body === undefined) {
    const options = { ...parseSettings(analysis.context.conf), timeZone: analysis.context.sessionTimeZone };
    body = f.isQuery ? { kind: 'query', plan: parseQuery(f.body, options) } : { kind: 'expression', expression: parseExpression(f.body, options) };
    bodies.set(f, body);
  }
  return body;
}

/** What a body sees: nothing of the query that calls the function. */
export function bodyScope(f: SqlFunction, around: Scope): Scope {
  const { variables, sqlFunctions, functionPath = [] } = around;
  return {
    sql: true,
    ctes: new Map(),
    functionPath: [...functionPath, f.nameParts.join('.')],
    ...(variables === undefined ? {} : { variables }),
    ...(sqlFunctions === undefined ? {} : { sqlFunctions }),
  };
}

/** The parameters under their names, each standing for its argument. */
export function bodyEnv(f: SqlFunction, args: readonly ResolvedExpression[], analysis: Analysis, scope: Scope): Env {
  const columns = f.parameters.map((p, i): AttributeReference => {
    const { type, nullable } = args[i] ?? literal(null, typeFromJson(p.type));
    return { kind: 'attribute', name: p.name, exprId: analysis.context.nextExprId(), qualifier: [f.nameParts.at(-1) as string], type, nullable };
  });
  const parameters = new Map<ExprId, ResolvedExpression>(columns.map((c, i) => [c.exprId, args[i] as ResolvedExpression]));
  return { ...envOf(analysis, scope, [], { columns }), parameters };
}
