/** WITH: names for queries, and SQL's WINDOW clause. */
import { freshIds, subqueryAliasNode } from '../../plan/index.ts';
import type { LogicalPlan, Relation, SqlRelation, WindowExpr, WithCTE, WithWindowDefinition } from '../../plan/index.ts';
import { parseQuery } from '../../sql/index.ts';
import type { Analysis, Cte, Scope } from '../analysis.ts';
import { textConstant } from '../expressions/constants.ts';
import { at } from '../origins.ts';
import { aliased } from './columns.ts';
import { recursiveCte } from './recursion.ts';

/** A query analyzed once, given out under new ids each time but the first. */
class AnalyzedCte implements Cte {
  private used = false;

  constructor(
    private readonly analysis: Analysis,
    private readonly analyzed: LogicalPlan,
  ) {}

  plan(): LogicalPlan {
    if (!this.used) {
      this.used = true;
      return this.analyzed;
    }
    return freshIds(this.analyzed, this.analysis.context.nextExprId);
  }
}

/** Later names see earlier ones. */
export function withCte(r: WithCTE, analysis: Analysis, scope: Scope): LogicalPlan {
  const ctes = new Map(scope.ctes);
  for (const { name, columnAliases, plan, maxLevels, origin } of r.ctes) {
    if (r.recursive === true && usesName(plan, name, analysis)) {
      const own = { name, plan, ...(columnAliases === undefined ? {} : { columnAliases }), ...(maxLevels === undefined ? {} : { maxLevels }) };
      ctes.set(analysis.nameKey(name), new AnalyzedCte(analysis, at(r.origin, () => recursiveCte(analysis, { ...scope, ctes: new Map(ctes) }, own))));
      continue;
    }
    const inner = analysis.relation(plan, { ...scope, ctes: new Map(ctes) });
    const named = columnAliases === undefined ? subqueryAliasNode(inner, name) : at(origin, () => aliased(analysis, inner, name, columnAliases));
    ctes.set(analysis.nameKey(name), new AnalyzedCte(analysis, named));
  }
  return analysis.relation(r.input, { ...scope, ctes });
}

/** Whether a relation reads from a name anywhere in it. */
function usesName(r: Relation, name: string, analysis: Analysis): boolean {
  const key = analysis.nameKey(name);
  const walk = (x: unknown): boolean => {
    if (typeof x !== 'object' || x === null) return false;
    if ((x as Relation).type === 'ReadNamedTable') return analysis.nameKey((x as { readonly unparsedIdentifier: string }).unparsedIdentifier.replaceAll('`', '')) === key;
    return Object.entries(x).some(([k, v]) => k !== 'origin' && walk(v));
  };
  return walk(r);
}

/** A query text: parsed, with its parameters put in. */
export function sqlRelation(r: SqlRelation, analysis: Analysis, scope: Scope): LogicalPlan {
  const parsed = parseQuery(r.query, {
    timeZone: analysis.context.sessionTimeZone,
    constant: (e) => textConstant(e, analysis, scope),
    ...(r.namedArguments === undefined ? {} : { namedArguments: r.namedArguments }),
    ...(r.posArguments === undefined ? {} : { posArguments: r.posArguments }),
  });
  const functions = r.functions === undefined ? {} : { functions: new Map(r.functions.map((f) => [f.name.toLowerCase(), f])) };
  return analysis.relation(parsed, { sql: true, ctes: scope.ctes, ...functions, ...(scope.variables === undefined ? {} : { variables: scope.variables }) });
}

export function withWindowDefinition(r: WithWindowDefinition, analysis: Analysis, scope: Scope): LogicalPlan {
  const windows = new Map<string, WindowExpr>(scope.windows ?? []);
  for (const { name, window } of r.windows) {
    if (window.type !== 'Window') continue;
    const other = window.windowName === undefined ? undefined : windows.get(analysis.nameKey(window.windowName));
    windows.set(analysis.nameKey(name), other ?? window);
  }
  return analysis.relation(r.input, { ...scope, windows });
}
