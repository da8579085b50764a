/** WITH: names for queries, and SQL's WINDOW clause. */
import { maxRows } from '../../physical/index.ts';
import { freshIds, isStreaming, subqueryAliasNode } from '../../plan/index.ts';
import type { AttributeReference, CteDefinition, LogicalPlan, Relation, SqlRelation, WindowExpr, WithCTE, WithWindowDefinition } from '../../plan/index.ts';
import { parseQuery, parseSettings } from '../../sql/index.ts';
import type { Analysis, Cte, Scope } from '../analysis.ts';
import { cteUnit, overDefinitions } from '../cte-units.ts';
import { textConstant } from '../expressions/constants.ts';
import { refuseSecondNames } from '../cte-names.ts';
import { at } from '../origins.ts';
import { aliased } from './columns.ts';
import { withTablesFirst } from './eager-tables.ts';
import { illFormedRecursion, recursiveCte } from './recursion.ts';

/** A query analyzed once, given out under new ids each time but the first: for what is set in at once. */
class InlinedCte implements Cte {
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

/** A definition that is referred to by its number. The first reference has the definition's columns, others their own. */
class DefinedCte implements Cte {
  constructor(
    private readonly analysis: Analysis,
    private readonly name: string,
    private readonly definition: CteDefinition,
    private readonly taken: Set<string>,
  ) {}

  plan(): LogicalPlan {
    const { cteId, plan } = this.definition;
    const key = (list: readonly AttributeReference[]): string => list.map((a) => a.exprId).join();
    const isFirst = !this.taken.has(key(plan.output));
    const output = isFirst ? plan.output : plan.output.map((a) => ({ ...a, exprId: this.analysis.context.nextExprId() }));
    this.taken.add(key(output));
    const rows = maxRows(plan);
    return subqueryAliasNode({ node: 'CTERelationRef', cteId, output, isStreaming: isStreaming(plan), ...(rows === undefined ? {} : { maxRows: rows }) }, this.name);
  }
}

/** Later names see earlier ones. */
export function withCte(r: WithCTE, analysis: Analysis, scope: Scope): LogicalPlan {
  const unit = scope.cteUnit;
  const inlines = scope.inlinesCtes === true || unit === undefined;
  const open: CteDefinition[] = scope.openCtes ?? [];
  const around = inlines ? scope : { ...scope, openCtes: open };
  const input = analysis.relation(r.input, defined(r, analysis, around));
  return inlines || scope.openCtes !== undefined ? input : overDefinitions(input, open);
}

/** The scope with the names of WITH; their definitions join those that are open in it. */
function defined(r: WithCTE, analysis: Analysis, scope: Scope): Scope {
  const { cteUnit: unit, openCtes: open } = scope;
  const ctes = new Map(scope.ctes);
  for (const cte of r.ctes) {
    const { plan, cteId = analysis.context.nextCteId() } = definitionPlan(r, cte, analysis, { ...scope, ctes: new Map(ctes) });
    if (scope.inlinesCtes === true || unit === undefined || open === undefined) {
      ctes.set(analysis.nameKey(cte.name), new InlinedCte(analysis, plan));
      continue;
    }
    const definition = { cteId, plan };
    open.push(definition);
    unit.ids.add(cteId);
    ctes.set(analysis.nameKey(cte.name), new DefinedCte(analysis, cte.name, definition, unit.taken));
  }
  return { ...scope, ctes };
}

const ILL_FORMED: Cte = {
  plan: () => {
    throw illFormedRecursion();
  },
};

/** A definition's rows under its name; of a recursive one its number too. */
function definitionPlan(r: WithCTE, cte: WithCTE['ctes'][number], analysis: Analysis, scope: Scope): { readonly plan: LogicalPlan; readonly cteId?: number } {
  const { name, columnAliases, plan, maxLevels, origin } = cte;
  refuseSecondNames(plan, analysis, scope);
  if (r.recursive === true && usesName(plan, name, analysis)) {
    const loopId = analysis.context.nextCteId();
    // Only the step reads from the name, not what stands before it.
    const early = { ...scope, ctes: new Map([...scope.ctes, [analysis.nameKey(name), ILL_FORMED]]) };
    const inner = plan.type === 'WithCTE' ? { plan: plan.input, scope: defined(plan, analysis, early) } : { plan, scope: early };
    const own = { name, plan: inner.plan, loopId, ...(columnAliases === undefined ? {} : { columnAliases }), ...(maxLevels === undefined ? {} : { maxLevels }) };
    return { plan: at(r.origin, () => recursiveCte(analysis, inner.scope, own)), cteId: loopId };
  }
  const inner = analysis.relation(plan, scope);
  return { plan: columnAliases === undefined ? subqueryAliasNode(inner, name) : at(origin, () => aliased(analysis, inner, name, columnAliases)) };
}

/** Whether a relation reads from a name of the query around it, anywhere in it. */
function usesName(r: Relation, name: string, analysis: Analysis): boolean {
  const key = analysis.nameKey(name);
  const walk = (x: unknown): boolean => {
    if (typeof x !== 'object' || x === null) return false;
    if ((x as Relation).type === 'ReadNamedTable') return analysis.nameKey((x as { readonly unparsedIdentifier: string }).unparsedIdentifier.replaceAll('`', '')) === key;
    if ((x as Relation).type === 'WithCTE') return throughWith(x as WithCTE);
    return Object.entries(x).some(([k, v]) => k !== 'origin' && walk(v));
  };
  // Once the name is given to another query, it is that query's.
  const throughWith = (x: WithCTE): boolean => {
    const own = x.ctes.findIndex((c) => analysis.nameKey(c.name) === key);
    if (own < 0) return x.ctes.some((c) => walk(c.plan)) || walk(x.input);
    return x.ctes.slice(0, x.recursive === true ? own : own + 1).some((c) => walk(c.plan));
  };
  return walk(r);
}

/** A query text: parsed, with its parameters put in. */
export function sqlRelation(r: SqlRelation, analysis: Analysis, scope: Scope): LogicalPlan {
  const parsed = parseQuery(r.query, {
    ...parseSettings(analysis.context.conf),
    timeZone: analysis.context.sessionTimeZone,
    constant: (e) => textConstant(e, analysis, scope),
    ...(r.namedArguments === undefined ? {} : { namedArguments: r.namedArguments }),
    ...(r.posArguments === undefined ? {} : { posArguments: r.posArguments }),
  });
  const functions = r.functions === undefined ? {} : { functions: new Map(r.functions.map((f) => [f.name.toLowerCase(), f])) };
  const inside: Scope = { sql: true, ctes: scope.ctes, ...functions, ...sessionObjectsOf(scope) };
  return cteUnit(scope, ({ cteUnit: unit }) => withTablesFirst(parsed, analysis, inside, () => analysis.relation(parsed, unit === undefined ? inside : { ...inside, cteUnit: unit })));
}

/** What a plan brought with it, for the texts inside of it. */
function sessionObjectsOf({ variables, sqlFunctions }: Scope): Pick<Scope, 'variables' | 'sqlFunctions'> {
  return { ...(variables === undefined ? {} : { variables }), ...(sqlFunctions === undefined ? {} : { sqlFunctions }) };
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
