/** The names that a view's query reads, and views that would come to read themselves. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import { parseMultipartIdentifier } from '../../sql/index.ts';
import type { Session } from '../session.ts';
import { quotedName } from './errors.ts';
import { findName } from './lookup.ts';
import type { Found } from './lookup.ts';
import { foundName } from './targets.ts';

/** All names of tables and views in a relation, those of its WITHs left out. */
export function namesIn(relation: Relation): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  visit(relation, new Set(), (parts) => found.push(parts));
  return found;
}

function visit(node: unknown, ctes: ReadonlySet<string>, see: (parts: readonly string[]) => void): void {
  if (Array.isArray(node)) {
    for (const x of node) visit(x, ctes, see);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const object = node as { readonly [key: string]: unknown };
  if (object.type === 'ReadNamedTable') {
    const parts = parseMultipartIdentifier(object.unparsedIdentifier as string);
    if (parts.length > 1 || !ctes.has((parts[0] as string).toLowerCase())) see(parts);
    return;
  }
  if (object.type === 'Literal' || object.type === 'LocalRelation') return;
  if (object.type === 'WithCTE') {
    const known = new Set(ctes);
    for (const c of (object as unknown as Extract<Relation, { type: 'WithCTE' }>).ctes) {
      if (object.recursive === true) known.add(c.name.toLowerCase());
      visit(c.plan, known, see);
      known.add(c.name.toLowerCase());
    }
    visit(object.input, known, see);
    return;
  }
  for (const x of Object.values(object)) visit(x, ctes, see);
}

/** Calls `see` with the functions that a relation calls. */
export function functionsIn(node: unknown, see: (name: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, functionName } = node as { readonly type?: unknown; readonly functionName?: unknown };
  if (type === 'UnresolvedFunction' && typeof functionName === 'string') see(functionName);
  for (const x of Object.values(node)) functionsIn(x, see);
}

function relationOf(found: Found): Relation | undefined {
  return found.kind === 'view' ? found.view.definition?.relation : found.table.view?.relation;
}

/** Raises RECURSIVE_VIEW where the query reads the view by whatever way. */
export function refuseRecursion(session: Session, viewIdent: string, relation: Relation): void {
  const walk = (r: Relation, path: readonly string[]): void => {
    for (const parts of namesIn(r)) {
      const found = findName(session, parts);
      if (found === undefined) continue;
      const name = foundName(found);
      if (name === viewIdent) {
        const newPath = [...path, name].join(' -> ');
        throw analysisError('RECURSIVE_VIEW', '42K0H', { viewIdent, newPath }, `The view ${viewIdent} would read itself: ${newPath}.`);
      }
      const inner = relationOf(found);
      if (inner !== undefined && !path.includes(name)) walk(inner, [...path, name]);
    }
  };
  walk(relation, [viewIdent]);
}

/** A view that stays may name nothing that goes with the session. */
export function temporaryObject(viewParts: readonly string[], tempObj: string, tempObjName: string): SparkError {
  const parameters = { obj: 'VIEW', objName: quotedName(viewParts), tempObj, tempObjName };
  return analysisError('INVALID_TEMP_OBJ_REFERENCE', '42K0F', parameters, `The view ${parameters.objName} may not use ${tempObjName}, which belongs to the session. Make a temporary view.`);
}

/** Raises INVALID_TEMP_OBJ_REFERENCE: what others can see may not be made of what they cannot. */
export function refuseTemporary(session: Session, viewParts: readonly string[], relation: Relation): void {
  for (const parts of namesIn(relation)) {
    const found = findName(session, parts);
    if (found?.kind === 'view') throw temporaryObject(viewParts, 'VIEW', foundName(found));
  }
  functionsIn(relation, (name) => {
    const own = session.functions.get(name.toLowerCase()) ?? session.tableFunctions.get(name.toLowerCase());
    if (own !== undefined && session.shared.options.registry.get(name) === undefined) throw temporaryObject(viewParts, 'FUNCTION', quotedName([name]));
  });
}
