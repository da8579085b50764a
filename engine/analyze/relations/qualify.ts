/**
 * QUALIFY: a filter behind the windows. Its names are columns that the list is made from, and only what is none of them
 * may be an item of the list. What the list lacks is added to it for the filter, and dropped again above.
 */
import { analysisError, SparkError, unsupported } from '../../core/index.ts';
import { aggregateNode, expressionKey, expressionText, filterNode, mapOperands, referencesOf, stripAlias, toAttribute } from '../../plan/index.ts';
import type { AggregateNode, Alias, AttributeReference, Expression, ExprId, Filter, LogicalPlan, NamedExpression, ResolvedExpression, UnresolvedAttribute, WindowCall } from '../../plan/index.ts';
import { BooleanType, quoteIfNeeded } from '../../types/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import { envOf } from '../analysis.ts';
import { aliasOf, quoted, sqlOf } from '../aliases.ts';
import { resolvedAtOnce } from '../expressions/at-once.ts';
import { generatorOutside, refuseWindowless } from '../checks.ts';
import { lookUp } from '../expressions/attributes.ts';
import { coerce } from '../expressions/casts.ts';
import { holdsGenerator, plainAggregates } from '../expressions/tests.ts';
import { hiddenColumns, missingFrom, withColumns } from '../missing-columns.ts';
import { qualifiedParts } from '../names.ts';
import { at, contextOf } from '../origins.ts';
import { dropExtra, replaced } from '../over-aggregate.ts';
import { checkAggregateCall } from './aggregate-build.ts';
import { groupingReplacement } from './grouping-sets.ts';
import { selectList } from './select.ts';

/** The rows of a select list that meet the condition. */
export function qualify(r: Filter, analysis: Analysis, scope: Scope): LogicalPlan {
  const list = analysis.relation(r.input, scope);
  const { env, condition } = new QualifyNames(analysis, scope, list).resolve(r.condition);
  const over = overGroups(env, list, condition);
  const full = withColumns(over.list, missingFrom(over.list, [...referencesOf(over.condition).values()]));
  if (holdsGenerator(over.condition)) throw generatorOutside(full, `'UnresolvedQualify ${expressionText(over.condition)}`);
  for (const call of plainAggregates(over.condition)) if (call.fn.name.startsWith('grouping')) checkAggregateCall(call);
  const windows = new QualifyWindows(env);
  const kept = windows.take(over.condition);
  if (windows.made.length === 0 && !holdsWindows(list)) throw windowless();
  refuseWindowless(analysis, kept);
  const input = windows.made.length === 0 ? full : at(r.origin, () => selectList(env, full, { items: [...full.output, ...windows.made], lateral: new Set() }));
  return dropExtra(filterNode(input, coerce(analysis, kept, BooleanType)), list.output);
}

/** Whether the list has worked out a window, itself or in what was selected from right below. */
function holdsWindows(plan: LogicalPlan): boolean {
  if (plan.node === 'Project' || plan.node === 'Filter') return holdsWindows(plan.input);
  return plan.node === 'Window';
}

function windowless(): Error {
  return analysisError(
    'QUALIFY_REQUIRES_WINDOW_FUNCTION',
    '42903',
    {},
    'QUALIFY filters by a window function, but there is none in it or in the select list. Use WHERE or HAVING.',
  );
}

/** The plans whose columns the condition may name, the nearest to the list first, and the aggregate among them. */
function levelsOf(plan: LogicalPlan): { readonly levels: readonly (readonly AttributeReference[])[]; readonly hidden: readonly AttributeReference[]; readonly aggregate?: AggregateNode } {
  switch (plan.node) {
    case 'Project': {
      const below = levelsOf(plan.input);
      return { ...below, levels: [plan.input.output, ...below.levels], hidden: [...hiddenColumns(plan.input), ...below.hidden] };
    }
    case 'Filter':
    case 'Window':
      return levelsOf(plan.input);
    case 'Aggregate': {
      // Keys of grouping sets have the names of the columns that they stand for.
      const keys = new Set(plan.input.node === 'Expand' ? plan.grouping.map(expressionKey) : []);
      return { levels: [plan.input.output.filter((a) => !keys.has(expressionKey(a)))], hidden: hiddenColumns(plan.input), aggregate: plan };
    }
    default:
      return { levels: [plan.output], hidden: [] };
  }
}

class QualifyNames {
  private readonly found = new Map<ExprId, AttributeReference>();

  constructor(
    private readonly analysis: Analysis,
    private readonly scope: Scope,
    private readonly list: LogicalPlan,
  ) {}

  /** The condition; it sees neither the query around nor, inside of a subquery, the items of the list. */
  resolve(condition: Expression): { readonly env: Env; readonly condition: ResolvedExpression } {
    const env = this.env([]);
    try {
      return { env, condition: this.asCondition(condition, env) };
    } catch (error) {
      if (!(error instanceof SparkError) || error.condition?.startsWith('UNRESOLVED_COLUMN') !== true) throw error;
      // The names that it proposes are those of the list with what was added to it so far.
      const known = withColumns(this.list, missingFrom(this.list, [...this.found.values()]));
      this.asCondition(condition, this.env(known.output));
      throw error;
    }
  }

  private env(columns: readonly AttributeReference[]): Env {
    const { outer: _, ...scope } = this.scope;
    const { levels, hidden } = levelsOf(this.list);
    const find = (parts: readonly string[], e?: UnresolvedAttribute): ResolvedExpression | undefined => {
      for (const level of levels) {
        const column = lookUp(env, parts, level, e);
        if (column !== undefined) return column;
      }
      return parts.length > 1 ? lookUp(env, parts, hidden, e) : undefined;
    };
    const env: Env = {
      ...envOf(this.analysis, scope, [this.list], { columns }),
      first: (parts, e) => {
        const column = find(parts, e);
        if (column !== undefined) for (const a of referencesOf(column).values()) this.found.set(a.exprId, a);
        return column;
      },
      lateral: (parts, e) => lookUp(env, parts, this.list.output, e),
    };
    return env;
  }

  /** What is no condition is cast to one. */
  private asCondition(written: Expression, env: Env): ResolvedExpression {
    const resolved = stripAlias(this.analysis.resolve(written, env));
    return resolved.type.kind === 'boolean' ? resolved : this.analysis.resolve({ type: 'Cast', expr: written, toType: 'boolean' }, env);
  }
}

/** The condition by columns of the aggregate that the list is made from, if it is, with the keys that it uses besides. */
function overGroups(env: Env, list: LogicalPlan, condition: ResolvedExpression): { readonly list: LogicalPlan; readonly condition: ResolvedExpression } {
  const { aggregate } = levelsOf(list);
  if (aggregate === undefined) return { list, condition };
  const groups = new Groups(env, list, aggregate);
  const rewritten = groups.rewrite(condition);
  const made = groups.result();
  return { list: made === aggregate ? list : replaced(list, aggregate, made), condition: rewritten };
}

class Groups {
  private readonly extra: NamedExpression[] = [];
  private readonly shown: ReadonlySet<ExprId>;
  private readonly keys: ReadonlySet<string>;

  constructor(
    private readonly env: Env,
    private readonly list: LogicalPlan,
    private readonly aggregate: AggregateNode,
  ) {
    this.shown = new Set(list.output.map((a) => a.exprId));
    this.keys = new Set(aggregate.grouping.map(expressionKey));
  }

  result(): AggregateNode {
    const { input, grouping, aggregates } = this.aggregate;
    return this.extra.length === 0 ? this.aggregate : aggregateNode(input, grouping, [...aggregates, ...this.extra]);
  }

  readonly rewrite = (e: ResolvedExpression): ResolvedExpression => {
    if (e.kind === 'subquery') this.checkOuter(e.outerReferences);
    if (e.kind === 'attribute') return this.column(e);
    if (e.kind !== 'literal' && resolvedAtOnce(e) && this.keys.has(expressionKey(e))) return this.key(e);
    return mapOperands(e, this.rewrite);
  };

  private column(a: AttributeReference): AttributeReference {
    const key = groupingReplacement(this.env, this.aggregate, a) ?? a;
    if (this.keys.has(expressionKey(key))) return this.key(key);
    if (!this.shown.has(a.exprId)) throw this.unresolved(a);
    return a;
  }

  private key(e: ResolvedExpression): AttributeReference {
    const key = expressionKey(e);
    const known = [...this.aggregate.aggregates, ...this.extra].find((x) => expressionKey(stripAlias(x)) === key);
    if (known !== undefined) return toAttribute(known);
    const made = e.kind === 'attribute' ? e : aliasOf(e, sqlOf(this.env.analysis, e), this.env.analysis.context.nextExprId());
    this.extra.push(made);
    return toAttribute(made);
  }

  /** A subquery's columns of the query around it stay what they are. */
  private checkOuter(list: readonly AttributeReference[]): void {
    for (const a of list) if (this.column(a).exprId !== a.exprId) throw unsupported('subqueries in QUALIFY that use keys of grouping sets');
  }

  private unresolved(a: AttributeReference): Error {
    const text = (x: AttributeReference): string => qualifiedParts(x).map(quoteIfNeeded).join('.');
    const proposal = this.list.output.map(text).join(', ');
    return analysisError(
      'UNRESOLVED_COLUMN.WITH_SUGGESTION',
      '42703',
      { objectName: text(a), proposal },
      `${text(a)} has no one value for a group, so QUALIFY cannot use it. It may use: ${proposal}.`,
      contextOf(a.origin),
    );
  }
}

/** The condition's windows, as columns of their own. */
class QualifyWindows {
  readonly made: Alias[] = [];

  constructor(private readonly env: Env) {}

  readonly take = (e: ResolvedExpression): ResolvedExpression => {
    if (e.kind === 'window') return this.window(e);
    if (e.kind === 'aggregate') {
      throw analysisError(
        'QUALIFY_AGGREGATE_NOT_ALLOWED',
        '42903',
        { aggregateExpr: quoted(this.env.analysis, e) },
        `QUALIFY filters by windows: ${sqlOf(this.env.analysis, e)} over groups or all rows belongs into HAVING or the select list.`,
        contextOf(e.origin),
      );
    }
    return mapOperands(e, this.take);
  };

  private window(w: WindowCall): AttributeReference {
    const key = expressionKey(w);
    const known = this.made.find((a) => expressionKey(a.child) === key);
    if (known !== undefined) return toAttribute(known);
    const made = aliasOf(w, sqlOf(this.env.analysis, w), this.env.analysis.context.nextExprId());
    this.made.push(made);
    return toAttribute(made);
  }
}
