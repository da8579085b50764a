/**
 * What stands in a call's place may ask for an argument more than once: a projection below works that out (Spark's
 * `RewriteWithExpression`).
 */
import { aggregateNode, expressionKey, expressionsOf, inputsOf, isBranching, mapChildren, mapExpressions, projectNode, someExpression, toAttribute, transformPlanUp, usesOnly, withInputs } from '../../plan/index.ts';
import type { AggregateCall, AggregateNode, Alias, LogicalPlan, NamedExpression, ResolvedExpression, ScalarCall } from '../../plan/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { freshAlias, outputIds, sameColumns } from '../support/expressions.ts';
import { isCheap } from './collapse-project.ts';
import { replaceAggregate, replaceCall } from './replace-expressions.ts';

type SharingCall = ScalarCall | AggregateCall;

export const rewriteWithExpression: Rule = {
  name: 'RewriteWithExpression',
  apply: (plan, context) => {
    const shared = new Shared(context);
    return transformPlanUp(plan, (p) => {
      if (!expressionsOf(p).some((e) => someExpression(e, isSharing))) return p;
      return p.node === 'Aggregate' ? shared.inAggregate(p) : shared.in(p);
    });
  },
};

function isSharing(e: ResolvedExpression): e is SharingCall {
  return (e.kind === 'call' || e.kind === 'aggregate') && e.fn.sharesFirst === true;
}

/** Nodes below which a projection may stand. */
const OVER_PROJECTIONS: ReadonlySet<LogicalPlan['node']> = new Set(['Project', 'Filter', 'Aggregate', 'Join', 'Sort', 'Window', 'Generate']);

class Shared {
  private count = 0;
  constructor(private readonly context: RuleContext) {}

  /** What is made of the aggregates is worked out above, so that those are values that may be shared, too. */
  inAggregate(p: AggregateNode): LogicalPlan {
    const calls = new Map<string, Alias>();
    const grouping = p.grouping.map((g): NamedExpression => (g.kind === 'attribute' || g.kind === 'alias' ? g : freshAlias(g, expressionKey(g), this.context)));
    const keys = new Map(grouping.map((g, i) => [expressionKey(p.grouping[i] as ResolvedExpression), toAttribute(g)]));
    const above = (e: ResolvedExpression): ResolvedExpression => {
      if (e.kind === 'aggregate') {
        const key = expressionKey(e);
        const alias = calls.get(key) ?? freshAlias(e, '_aggregateexpression', this.context);
        calls.set(key, alias);
        return toAttribute(alias);
      }
      const key = e.kind === 'alias' || e.kind === 'literal' ? undefined : keys.get(expressionKey(e));
      return key ?? mapChildren(e, above);
    };
    const results = p.aggregates.map((e) => above(e) as NamedExpression);
    const inner = this.in(aggregateNode(p.input, p.grouping, [...grouping, ...calls.values()]));
    return this.in(projectNode(inner, results));
  }

  in(p: LogicalPlan): LogicalPlan {
    const inputs = inputsOf(p);
    const added = inputs.map((): Alias[] => []);
    const rewrite = (e: ResolvedExpression, always: boolean): ResolvedExpression => {
      const first = e.kind === 'call' && isBranching(e) ? e.args[0] : undefined;
      const node = mapChildren(e, (c) => rewrite(c, always && (first === undefined || c === first)));
      if (!isSharing(node)) return node;
      const [x, ...rest] = node.args as readonly [ResolvedExpression, ...ResolvedExpression[]];
      const value = always ? this.place(x, p, added) : x;
      return replaced({ ...node, args: [value, ...rest] }, this.context);
    };
    const rewritten = mapExpressions(p, (e) => rewrite(e, true));
    const below = inputs.map((input, i) => {
      const own = added[i] as readonly Alias[];
      return own.length === 0 ? input : projectNode(input, [...input.output, ...own]);
    });
    const whole = withInputs(rewritten, below);
    return sameColumns(whole.output, p.output) ? whole : projectNode(whole, p.output);
  }

  /** The column that a projection below makes of it; itself where none can. */
  private place(x: ResolvedExpression, p: LogicalPlan, added: readonly Alias[][]): ResolvedExpression {
    // Spark casts where the value is compared, of which each place has its own.
    if (x.kind === 'cast' && !x.explicit) return { ...x, child: this.place(x.child, p, added) };
    if (isCheap(x)) return x;
    const at = inputsOf(p).findIndex((input) => usesOnly(x, outputIds(input)));
    if (at < 0 || !OVER_PROJECTIONS.has(p.node) || someExpression(x, standsAlone)) return x;
    const alias = freshAlias(x, `_common_expr_${this.count++}`, this.context);
    (added[at] as Alias[]).push(alias);
    return toAttribute(alias);
  }
}

/** What no projection can hold, or has no meaning outside of its place. */
function standsAlone(e: ResolvedExpression): boolean {
  return e.kind === 'aggregate' || e.kind === 'window' || e.kind === 'windowFunction' || e.kind === 'generator' || e.kind === 'lambdaVariable';
}

function replaced(e: SharingCall, context: RuleContext): ResolvedExpression {
  return e.kind === 'call' ? replaceCall(e, context) : replaceAggregate(e, context);
}
