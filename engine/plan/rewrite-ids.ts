/** The same plan under other expression ids: for names used twice in a query, and for telling whether plans mean the same. */
import { collectExpressions, mapChildren } from './expression-visit.ts';
import { expressionsOf, inputsOf, mapExpressions, withInputs } from './plan-visit.ts';
import type { Alias, AttributeReference, ExprId, LambdaVariable, LogicalPlan, ResolvedExpression, SubqueryCall } from './resolved.ts';

export type IdRewrite = (id: ExprId) => ExprId;

/** Every id in the plan, subqueries included, rewritten by `f`, which must give the same answer for the same id. */
export function rewriteIds(plan: LogicalPlan, f: IdRewrite): LogicalPlan {
  return new Rewriter(f).plan(plan);
}

class Rewriter {
  /** Nodes and expressions used in several places stay shared. */
  private readonly plans = new Map<LogicalPlan, LogicalPlan>();
  private readonly expressions = new Map<ResolvedExpression, ResolvedExpression>();

  constructor(private readonly f: IdRewrite) {}

  plan(p: LogicalPlan): LogicalPlan {
    const known = this.plans.get(p);
    if (known !== undefined) return known;
    const over = mapExpressions(withInputs(p, inputsOf(p).map((x) => this.plan(x))), (e) => this.expression(e));
    const renamed = this.columns(p, over);
    this.plans.set(p, renamed);
    return renamed;
  }

  /** Columns that a node makes by itself; the output is that of `before` under new ids, qualifiers and all. */
  private columns(before: LogicalPlan, p: LogicalPlan): LogicalPlan {
    const output = before.output.map((a) => this.attribute(a));
    if (p.node === 'Generate') {
      const required = p.required?.map((a) => this.attribute(a));
      return { ...p, generatorOutput: p.generatorOutput.map((a) => this.attribute(a)), ...(required === undefined ? {} : { required }), output };
    }
    return { ...p, output };
  }

  private attribute(a: AttributeReference): AttributeReference {
    return this.expression(a) as AttributeReference;
  }

  private expression(e: ResolvedExpression): ResolvedExpression {
    const known = this.expressions.get(e);
    if (known !== undefined) return known;
    const rewritten = this.rewrite(e);
    this.expressions.set(e, rewritten);
    return rewritten;
  }

  private rewrite(e: ResolvedExpression): ResolvedExpression {
    const over = mapChildren(e, (c) => this.expression(c));
    switch (over.kind) {
      case 'attribute':
      case 'alias':
      case 'lambdaVariable':
        return this.renamed(over);
      case 'higherOrder':
        return {
          ...over,
          args: over.args.map((a) => (a.kind === 'lambda' ? { ...a, params: a.params.map((x) => this.expression(x) as LambdaVariable) } : a)),
        };
      case 'subquery':
        return this.subquery(over, (e as SubqueryCall).conditions);
      default:
        return over;
    }
  }

  /** The conditions name columns of the subquery's plan too. */
  private subquery(e: SubqueryCall, conditions: readonly ResolvedExpression[] | undefined): SubqueryCall {
    const rewritten = conditions?.map((c) => this.expression(c));
    return { ...e, plan: this.plan(e.plan), ...(rewritten === undefined ? {} : { conditions: rewritten }) };
  }

  private renamed<T extends AttributeReference | Alias | LambdaVariable>(e: T): T {
    return { ...e, exprId: this.f(e.exprId) };
  }
}

/** A rewrite that hands out new ids, the same one each time for the same old one. */
export function renumbering(next: () => ExprId): IdRewrite {
  const ids = new Map<ExprId, ExprId>();
  return (id) => {
    let fresh = ids.get(id);
    if (fresh === undefined) {
      fresh = next();
      ids.set(id, fresh);
    }
    return fresh;
  };
}

/** Ids of the columns that a plan and its subqueries make. */
export function madeIds(plan: LogicalPlan, ids = new Set<ExprId>()): Set<ExprId> {
  for (const a of plan.output) ids.add(a.exprId);
  for (const s of expressionsOf(plan).flatMap((e) => collectExpressions(e, (x) => x.kind === 'subquery') as SubqueryCall[])) madeIds(s.plan, ids);
  for (const i of inputsOf(plan)) madeIds(i, ids);
  return ids;
}

/** The plan with fresh ids for all of its columns; those of a query around it stay. */
export function freshIds(plan: LogicalPlan, next: () => ExprId): LogicalPlan {
  const own = madeIds(plan);
  const fresh = renumbering(next);
  return rewriteIds(plan, (id) => (own.has(id) ? fresh(id) : id));
}
