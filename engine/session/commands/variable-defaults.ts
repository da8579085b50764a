/** DEFAULT in the values of SET VARIABLE: by itself, and at the top of the query only. */
import { analysisError, SparkError } from '../../core/index.ts';
import type { Expression, Relation } from '../../plan/index.ts';
import type { RequestContext } from '../requests/context.ts';
import type { Target } from './variables.ts';

function isDefault(e: Expression): boolean {
  if (e.type === 'Alias') return isDefault(e.expr);
  return e.type === 'UnresolvedAttribute' && e.unparsedIdentifier.toLowerCase() === 'default';
}

/** What DEFAULT stands for in the place of a target, as a column of that name. */
function defaultOf(e: Expression, target: Target | undefined): Expression {
  if (!isDefault(e) || target === undefined) return e;
  return { type: 'Alias', expr: target.defaultValue.expression, name: [target.key] };
}

/** Whether rows have a column of this name already. */
function hasDefaultColumn(context: RequestContext, input: Relation | undefined): boolean {
  return input !== undefined && context.analyzed(input).output.some((a) => a.name.toLowerCase() === 'default');
}

/** The query with defaults in the places of DEFAULT. Raises DEFAULT_PLACEMENT_INVALID for others. */
export function withDefaults(context: RequestContext, plan: Relation, targets: readonly Target[]): Relation {
  const replaced = replace(context, plan, targets);
  if (holdsDefault(replaced)) checkPlaces(context, replaced);
  return replaced;
}

function replace(context: RequestContext, r: Relation, targets: readonly Target[]): Relation {
  switch (r.type) {
    case 'Project':
      if (!r.expressions.some(isDefault) || hasDefaultColumn(context, r.input)) return r;
      return { ...r, expressions: r.expressions.map((e, i) => defaultOf(e, targets[i])) };
    case 'InlineTable':
      return { ...r, rows: r.rows.map((row) => row.map((e, i) => (isDefault(e) && targets[i] !== undefined ? targets[i].defaultValue.expression : e))) };
    case 'Limit':
    case 'Offset':
    case 'Sort':
    case 'SubqueryAlias':
    case 'WithCTE':
      return { ...r, input: replace(context, r.input, targets) };
    default:
      return r;
  }
}

function holdsDefault(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (isDefault(node as Expression)) return true;
  return Object.values(node).some(holdsDefault);
}

/** A name that is no column is DEFAULT in a place where it cannot stand. */
function checkPlaces(context: RequestContext, plan: Relation): void {
  try {
    context.analyzed(plan);
  } catch (error) {
    const name = error instanceof SparkError && error.condition?.startsWith('UNRESOLVED_COLUMN') === true ? error.parameters.objectName : undefined;
    if (name?.toLowerCase() !== '`default`') throw error;
    throw analysisError('DEFAULT_PLACEMENT_INVALID', '42608', {}, 'DEFAULT must stand alone as the value of a variable, not inside of an expression.');
  }
}
