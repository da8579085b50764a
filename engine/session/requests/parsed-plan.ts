/** The parsed plan of `explain(extended)`: of a SQL text all of it as it was written, of a DataFrame its last step. */
import { collectPlans, expressionsOf, collectExpressions, attributeText } from '../../plan/index.ts';
import type { Alias, Expression, Join, JoinType, LogicalPlan, RangeRelation, Relation, SubqueryCall, SubqueryExpression } from '../../plan/index.ts';
import { logicalTree, treeText } from '../../physical/index.ts';
import type { TreeNode } from '../../physical/index.ts';
import { parseMultipartIdentifier, parseQuery, parseSettings } from '../../sql/index.ts';
import { parseOptions } from '../parse-options.ts';
import type { RequestContext } from './context.ts';
import { itemText, NoText, unresolvedText } from './unresolved-text.ts';
import type { KnownNames } from './unresolved-text.ts';

/** The text, a line an operator; undefined where the analyzed plan is as good as it gets. */
export function parsedPlanText(context: RequestContext, relation: Relation, analyzed: LogicalPlan): string | undefined {
  try {
    if (relation.type === 'SQL') return treeText(new Printer(context, analyzed, true).query(parseQuery(relation.query, parseOptions(context.session, relation))));
    const tree = new Printer(context, analyzed, false).lastStep(relation);
    return tree === undefined ? undefined : treeText(tree);
  } catch (error) {
    if (error instanceof NoText) return undefined;
    throw error;
  }
}

function rangeArguments({ start, end, step, numPartitions, argumentCount = 4 }: RangeRelation): readonly unknown[] {
  return argumentCount === 1 ? [end] : [start, end, step, numPartitions].slice(0, argumentCount);
}

const JOINS: Readonly<Record<JoinType, string>> = {
  inner: 'Inner', cross: 'Cross', left_outer: 'LeftOuter', right_outer: 'RightOuter', full_outer: 'FullOuter', left_semi: 'LeftSemi', left_anti: 'LeftAnti',
};

/** What reads from something unknown is marked, and all above it. */
function marked(node: TreeNode): TreeNode {
  const children = node.children.map(marked);
  const isOpen = /'|unresolved|\*|UsingJoin/i.test(node.line) || children.some((c) => c.line.startsWith("'") || c.line.startsWith('CTE ['));
  return { ...node, line: isOpen && !node.line.startsWith("'") && !node.line.startsWith('CTE [') ? `'${node.line}` : node.line, children };
}

/** Subqueries in the operator's own expressions. */
function subqueriesIn(r: Relation): SubqueryExpression[] {
  const found: SubqueryExpression[] = [];
  const walk = (x: unknown, key: string): void => {
    if (typeof x !== 'object' || x === null || key === 'input' || key === 'left' || key === 'right' || key === 'origin') return;
    if ((x as Expression).type === 'SubqueryExpression') found.push(x as SubqueryExpression);
    else for (const [k, v] of Object.entries(x)) walk(v, k);
  };
  for (const [k, v] of Object.entries(r)) walk(v, k);
  return found;
}

/** The plan's operators and those of its subqueries. */
function allPlans(plan: LogicalPlan): LogicalPlan[] {
  const own = collectPlans(plan, () => true);
  const subqueries = own.flatMap(expressionsOf).flatMap((e) => collectExpressions(e, (x) => x.kind === 'subquery')) as SubqueryCall[];
  return [...own, ...subqueries.flatMap((s) => allPlans(s.plan))];
}

class Printer {
  private readonly names: KnownNames;

  constructor(
    private readonly context: RequestContext,
    analyzed: LogicalPlan,
    private readonly isSql: boolean,
  ) {
    const plans = allPlans(analyzed);
    const aliases = plans.flatMap(expressionsOf).flatMap((e) => collectExpressions(e, (x) => x.kind === 'alias')) as Alias[];
    const subqueries = plans.flatMap(expressionsOf).flatMap((e) => collectExpressions(e, (x) => x.kind === 'subquery')) as SubqueryCall[];
    this.names = {
      settings: parseSettings(context.session.conf.lookup),
      bound: (planId, name) => {
        const column = plans.find((p) => p.planIds?.includes(planId) === true)?.output.find((a) => a.name === name);
        return column === undefined ? undefined : attributeText(column);
      },
      subquery: (e) => subqueries.find((s) => s.origin?.start === e.origin?.start && s.origin?.sqlText === e.origin?.sqlText)?.exprId,
      alias: (name) => {
        const found = aliases.find((a) => a.name === name);
        return found === undefined ? undefined : String(found.exprId);
      },
    };
  }

  private text(e: Expression): string {
    return unresolvedText(e, this.isSql, this.names);
  }
  private list(es: readonly Expression[], items = false): string {
    return `[${es.map((e) => (items ? itemText(e, this.isSql, this.names) : this.text(e))).join(', ')}]`;
  }

  /** Of a DataFrame: its inputs are analyzed already. */
  lastStep(r: Relation): TreeNode | undefined {
    const below = (x: Relation): TreeNode => logicalTree(this.context.analyzed(x));
    const step = this.step(r, below);
    if (step === undefined) return undefined;
    const isOpen = /'|unresolved|\*/.test(step.line) || step.line.startsWith('Unresolved') || step.line.includes('UsingJoin');
    return isOpen ? { ...step, line: `'${step.line}` } : step;
  }

  /** Of a SQL text: nothing is analyzed, and what reads from something unknown is marked. */
  query(r: Relation): TreeNode {
    if (r.type === 'WithCTE') {
      const inner = r.ctes.map((c): TreeNode => {
        const plan = this.query(c.plan);
        const named = c.columnAliases === undefined ? plan : { line: `'UnresolvedSubqueryColumnAliases [${c.columnAliases.join(', ')}]`, children: [plan] };
        return marked({ line: `SubqueryAlias ${c.name}`, children: [named] });
      });
      return { line: `CTE [${r.ctes.map((c) => c.name).join(', ')}]`, children: [this.query(r.input)], inner };
    }
    if (r.type === 'ReadNamedTable') return { line: `'UnresolvedRelation [${parseMultipartIdentifier(r.unparsedIdentifier).join(', ')}], [], false`, children: [] };
    const step = this.step(r, (x) => this.query(x));
    if (step === undefined) throw new NoText();
    const inner = subqueriesIn(r).map((s) => this.query(s.plan));
    return marked(inner.length === 0 ? step : { ...step, inner });
  }

  /** The line of an operator, without a mark, over its inputs. */
  private step(r: Relation, below: (x: Relation) => TreeNode): TreeNode | undefined {
    switch (r.type) {
      case 'Project':
        return { line: `Project ${this.list(r.expressions, true)}`, children: [r.input === undefined ? { line: 'OneRowRelation', children: [] } : below(r.input)] };
      case 'Range':
        return this.isSql ? { line: `UnresolvedTableValuedFunction [range], [${r.arguments === undefined ? rangeArguments(r).join(', ') : r.arguments.map((a) => this.text(a)).join(', ')}], false`, children: [] } : undefined;
      case 'Filter':
        return { line: `Filter ${this.text(r.condition)}`, children: [below(r.input)] };
      case 'Sort':
        return { line: `Sort ${this.list(r.order)}, ${r.isGlobal}`, children: [below(r.input)] };
      case 'Aggregate': {
        if (r.groupType !== 'groupby' || r.pivot !== undefined) return undefined;
        const results = r.isSql === true ? r.aggregateExpressions : [...r.groupingExpressions, ...r.aggregateExpressions];
        const made: TreeNode = { line: `Aggregate ${this.list(r.groupingExpressions)}, ${this.list(results, true)}`, children: [below(r.input)] };
        return r.having === undefined ? made : { line: `UnresolvedHaving ${this.text(r.having)}`, children: [{ ...made, line: `'${made.line}` }] };
      }
      case 'Limit':
        return this.isSql ? { line: `GlobalLimit ${r.limit}`, children: [{ line: `LocalLimit ${r.limit}`, children: [below(r.input)] }] } : undefined;
      case 'SubqueryAlias':
        return this.isSql && r.columnAliases === undefined ? { line: `SubqueryAlias ${r.alias}`, children: [below(r.input)] } : undefined;
      case 'SetOperation':
        return r.setOpType === 'union' && r.isAll && r.byName !== true ? { line: 'Union false, false', children: [below(r.left), below(r.right)] } : undefined;
      case 'Join':
        return this.join(r, below);
      case 'CollectMetrics':
        return { line: `CollectMetrics ${r.name}, ${this.list(r.metrics, true)}, ${r.input.planId ?? 0}`, children: [below(r.input)] };
      case 'WithColumns': {
        const added = r.aliases.map((a) => `${a.name}, ${this.text(a.expr)}, None`);
        return r.aliases.length === 1 ? { line: `Project [unresolvedstarwithcolumns(${added.join(', ')})]`, children: [below(r.input)] } : undefined;
      }
      case 'Deduplicate':
        return r.allColumnsAsKeys && !this.isSql ? { line: 'UnresolvedDeduplicate DeduplicateAllColumnsAsKey, false, true', children: [below(r.input)] } : undefined;
      default:
        return undefined;
    }
  }

  private join(r: Join, below: (x: Relation) => TreeNode): TreeNode | undefined {
    if (r.natural === true || r.lateral === true) return undefined;
    if (!this.isSql && r.usingColumns === undefined) return undefined;
    const type = r.usingColumns === undefined ? JOINS[r.joinType] : `UsingJoin(${JOINS[r.joinType]}, [${r.usingColumns.join(', ')}])`;
    const condition = r.joinCondition === undefined ? '' : `, ${this.text(r.joinCondition)}`;
    return { line: `Join ${type}${condition}`, children: [below(r.left), below(r.right)] };
  }
}
