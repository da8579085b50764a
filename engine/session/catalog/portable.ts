/** Plans that another engine can run: the temporary views that they name are written into them. */
import type { Relation } from '../../plan/index.ts';
import { parseMultipartIdentifier, parseQuery } from '../../sql/index.ts';
import type { Session } from '../session.ts';
import type { View } from './views.ts';

/**
 * The relation with the definitions of the session's views that it names, as common table expressions around it; itself
 * if it names none.
 */
export function portable(relation: Relation, session: Session): Relation {
  const views = new Map<string, View>();
  visit(relation, (name) => {
    const view = session.views.get(name);
    if (view !== undefined) views.set(view.name, view);
  });
  if (views.size === 0) return relation;
  const ctes = [...views.values()].map((v) => ({ name: v.name, plan: v.relation }));
  const { planId, ...inner } = relation;
  const input = inner as Relation;
  return { type: 'WithCTE', input, ctes, ...(planId === undefined ? {} : { planId }) };
}

/** Calls `see` with every name of one part that the relation reads, in its SQL texts too. */
function visit(node: unknown, see: (name: string) => void): void {
  if (Array.isArray(node)) {
    for (const x of node) visit(x, see);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const object = node as { readonly [key: string]: unknown };
  switch (object.type) {
    case 'ReadNamedTable': {
      const parts = parseMultipartIdentifier(object.unparsedIdentifier as string);
      if (parts.length === 1) see(parts[0] as string);
      return;
    }
    case 'LocalRelation':
    case 'Literal':
      return;
    case 'SQL':
      visit(parsed(object as unknown as Extract<Relation, { type: 'SQL' }>), see);
      return;
    default:
      for (const x of Object.values(object)) visit(x, see);
  }
}

function parsed(sql: Extract<Relation, { type: 'SQL' }>): Relation {
  const { namedArguments, posArguments } = sql;
  return parseQuery(sql.query, { ...(namedArguments === undefined ? {} : { namedArguments }), ...(posArguments === undefined ? {} : { posArguments }) });
}
