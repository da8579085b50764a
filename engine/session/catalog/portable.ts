/** Plans that another engine can run: the temporary views that they name are written into them. */
import type { Expression, NamedUserFunction, Relation, SqlRelation, UnresolvedFunction } from '../../plan/index.ts';
import { parseExpression, parseMultipartIdentifier, parseQuery } from '../../sql/index.ts';
import { encodeWire, typeToJson } from '../../types/index.ts';
import { parseOptions } from '../parse-options.ts';
import type { Session } from '../session.ts';
import type { View } from './views.ts';

/**
 * The relation with the definitions of the session's views that it names, as common table expressions around it; itself
 * if it names none.
 */
export function portable(given: Relation, session: Session): Relation {
  const relation = withViews(given, session);
  const { sqlFunctions: lasting } = session.shared;
  if (session.variables.size === 0 && session.sqlFunctions.size === 0 && lasting.size === 0) return relation;
  const ofSchemas = lasting.entries().map(([key, f]) => ({ ...f, alsoAs: key === `${session.currentDatabase}.${f.nameParts.at(-1)}` ? [f.nameParts.at(-1) as string] : [] }));
  const own = session.sqlFunctions.entries().map(([, f]) => ({ ...f, alsoAs: [] }));
  const variables = session.variables.entries().map(([name, v]) => ({ name, dataType: typeToJson(v.type), value: encodeWire(v.type, v.value) }));
  return { type: 'WithSessionObjects', input: relation, variables, sqlFunctions: [...ofSchemas, ...own] };
}

/** As `portable`, save for variables: of these a view takes the values that they have when it is read. */
export function withViews(given: Relation, session: Session): Relation {
  const relation = withFunctions(given, session);
  const views = new Map<string, View>();
  visit(relation, session, (name) => {
    const view = session.views.get(name);
    if (view !== undefined) views.set(view.name, view);
  });
  if (views.size === 0) return relation;
  const ctes = [...views.values()].map((v) => ({ name: v.name, plan: v.relation }));
  const { planId, ...inner } = relation;
  const input = inner as Relation;
  return { type: 'WithCTE', input, ctes, ...(planId === undefined ? {} : { planId }) };
}

/** The relation with the user's functions that its texts of SQL name written beside these. */
function withFunctions(relation: Relation, session: Session): Relation {
  if (session.functions.size === 0 && session.tableFunctions.size === 0) return relation;
  return rewritten(relation, session) as Relation;
}

function rewritten(node: unknown, session: Session): unknown {
  if (Array.isArray(node)) {
    const items = node.map((x) => rewritten(x, session));
    return items.some((x, i) => x !== node[i]) ? items : node;
  }
  if (typeof node !== 'object' || node === null) return node;
  const object = node as { readonly [key: string]: unknown };
  if (object.type === 'LocalRelation' || object.type === 'Literal') return node;
  if (object.type === 'SQL') {
    const functions = functionsIn(object as unknown as SqlRelation, session);
    return functions.length === 0 || object.functions !== undefined ? node : { ...object, functions };
  }
  if (object.type === 'ExpressionString') {
    const expression = parseExpression(object.expression as string, parseOptions(session));
    const inside = rewritten(expression, session);
    return inside === expression ? node : inside;
  }
  if (object.type === 'UnresolvedFunction') return rewrittenCall(object as unknown as UnresolvedFunction, session);
  const entries = Object.entries(object).map(([key, value]) => [key, rewritten(value, session)] as const);
  return entries.some(([key, value]) => value !== object[key]) ? Object.fromEntries(entries) : node;
}

/** A call of a function that the user registered, as one of a function given with the plan. */
function rewrittenCall(e: UnresolvedFunction, session: Session): Expression {
  const args = rewritten(e.arguments, session) as readonly Expression[];
  const own = session.shared.options.registry.get(e.functionName) === undefined ? session.functions.get(e.functionName.toLowerCase()) : undefined;
  if (own === undefined || args.some((a) => a.type === 'NamedArgumentExpression')) return args === e.arguments ? e : { ...e, arguments: args };
  const { name: functionName, functionId, deterministic, returnType, batched } = own;
  return {
    type: 'CommonInlineUserDefinedFunction',
    functionName,
    functionId,
    deterministic,
    outputType: typeToJson(returnType),
    arguments: args,
    ...(batched === true ? { batched } : {}),
    ...(e.origin === undefined ? {} : { origin: e.origin }),
  };
}

function functionsIn(sql: SqlRelation, session: Session): readonly NamedUserFunction[] {
  const found = new Map<string, NamedUserFunction>();
  namesOfCalls(parsed(sql, session), (name) => {
    const [scalar, table] = [session.functions.get(name.toLowerCase()), session.tableFunctions.get(name.toLowerCase())];
    if (scalar !== undefined) {
      const { returnType, ...rest } = scalar;
      found.set(name, { ...rest, isTable: false, outputType: typeToJson(returnType) });
    } else if (table !== undefined) found.set(name, { ...table, isTable: true });
  });
  return [...found.values()];
}

function namesOfCalls(node: unknown, see: (name: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, functionName } = node as { readonly type?: unknown; readonly functionName?: unknown };
  if (type === 'UnresolvedFunction' && typeof functionName === 'string') see(functionName);
  for (const x of Object.values(node)) namesOfCalls(x, see);
}

/** Calls `see` with every name of one part that the relation reads, in its SQL texts too. */
function visit(node: unknown, session: Session, see: (name: string) => void): void {
  if (Array.isArray(node)) {
    for (const x of node) visit(x, session, see);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const object = node as { readonly [key: string]: unknown };
  switch (object.type) {
    case 'ReadNamedTable': {
      const parts = parseMultipartIdentifier(session.substitute(object.unparsedIdentifier as string));
      if (parts.length === 1) see(parts[0] as string);
      return;
    }
    case 'LocalRelation':
    case 'Literal':
      return;
    case 'SQL':
      visit(parsed(object as unknown as SqlRelation, session), session, see);
      return;
    default:
      for (const x of Object.values(object)) visit(x, session, see);
  }
}

function parsed(sql: SqlRelation, session: Session): Relation {
  return parseQuery(sql.query, parseOptions(session, sql));
}
