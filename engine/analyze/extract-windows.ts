/** Window functions of a list: taken out of it into Window operators below, one for each window (`ExtractWindowExpressions`). */
import { analysisError } from '../core/index.ts';
import { expressionKey, isFoldable, mapChildren, mapSortOrders, projectNode, sortOrderKey, toAttribute, windowNode } from '../plan/index.ts';
import type { AggregateCall, Alias, AttributeReference, ExprId, LogicalPlan, NamedExpression, ResolvedExpression, WindowCall, WindowFunctionCall } from '../plan/index.ts';
import type { Analysis } from './analysis.ts';
import { aliasOf } from './aliases.ts';
import { holdsWindow } from './expressions/tests.ts';

/** What stands below the windows, and the list over them. */
export interface ExtractedWindows {
  /** Columns that the windows and the list need, to be made first. */
  readonly below: readonly NamedExpression[];
  /** The list with its windows' arguments and keys replaced by columns of `below`. */
  readonly list: readonly NamedExpression[];
}

/** Takes out what windows are worked out from. In an aggregate that includes the plain aggregates. */
export function extractWindows(analysis: Analysis, list: readonly NamedExpression[]): ExtractedWindows {
  return new Extraction(analysis, list).result();
}

class Extraction {
  private readonly extracted: NamedExpression[] = [];
  private readonly regular: readonly NamedExpression[];

  constructor(
    private readonly analysis: Analysis,
    private readonly list: readonly NamedExpression[],
  ) {
    this.regular = list.filter((e) => !holdsWindow(e));
  }

  result(): ExtractedWindows {
    const list = this.list.map((e) => (holdsWindow(e) ? (this.inside(e) as NamedExpression) : e));
    return { below: uniqueById([...this.regular, ...this.extracted]), list };
  }

  /** Within an item that holds a window. */
  private readonly inside = (e: ResolvedExpression): ResolvedExpression => {
    switch (e.kind) {
      case 'window':
        return this.window(e);
      case 'aggregate':
        if (e.args.some(holdsWindow)) throw windowInAggregate();
        return this.named(e);
      case 'attribute':
        return this.operand(e);
      default:
        return mapChildren(e, this.inside);
    }
  };

  private window(w: WindowCall): WindowCall {
    return {
      ...w,
      function: this.overWindow(w.function),
      partitionBy: w.partitionBy.map(this.operand),
      orderBy: mapSortOrders(w.orderBy, this.operand),
    };
  }

  private overWindow(f: AggregateCall | WindowFunctionCall): AggregateCall | WindowFunctionCall {
    return mapChildren(f, this.operand) as AggregateCall | WindowFunctionCall;
  }

  /** An argument or key: a column of its own below, unless it is constant. */
  private readonly operand = (e: ResolvedExpression): ResolvedExpression => {
    if (e.kind === 'attribute') {
      const has = [...this.regular, ...this.extracted].some((x) => x.exprId === e.exprId);
      if (!has) this.extracted.push(e);
      return e;
    }
    if (isFoldable(e)) return e;
    return this.named(e);
  };

  private named(e: ResolvedExpression): AttributeReference {
    const key = expressionKey(e);
    const known = this.extracted.find((x) => x.kind === 'alias' && expressionKey(x) === key);
    if (known !== undefined) return toAttribute(known);
    const made = aliasOf(e, `_w${this.extracted.length}`, this.analysis.context.nextExprId());
    this.extracted.push(made);
    return toAttribute(made);
  }
}

function windowInAggregate(): Error {
  return analysisError('_LEGACY_ERROR_TEMP_1031', null, {}, 'A window function cannot stand inside an aggregate function. Work it out in a select of its own first.');
}

function uniqueById(list: readonly NamedExpression[]): NamedExpression[] {
  const seen = new Set<ExprId>();
  return list.filter((e) => !seen.has(e.exprId) && seen.add(e.exprId) !== undefined);
}

interface Group {
  readonly first: WindowCall;
  readonly aliases: Alias[];
}

/** Window operators over `input` for the windows of the list, those with the same keys together; and the list above them. */
export function addWindows(analysis: Analysis, input: LogicalPlan, list: readonly NamedExpression[]): LogicalPlan {
  const groups = new Map<string, Group>();
  const take = (w: WindowCall, alias: Alias): AttributeReference => {
    const key = `${w.partitionBy.map(expressionKey).join(',')}|${w.orderBy.map(sortOrderKey).join(',')}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: w, aliases: [alias] });
    else group.aliases.push(alias);
    return toAttribute(alias);
  };
  const lift = (e: ResolvedExpression): ResolvedExpression => {
    if (e.kind !== 'window') return mapChildren(e, lift);
    const key = expressionKey(e);
    const known = [...groups.values()].flatMap((g) => g.aliases).find((a) => expressionKey(a) === key);
    return known === undefined ? take(e, aliasOf(e, `_we${count++}`, analysis.context.nextExprId())) : toAttribute(known);
  };
  let count = 0;
  const above = list.map((e): NamedExpression => {
    if (e.kind === 'alias' && e.child.kind === 'window') return take(e.child, e);
    return holdsWindow(e) ? (lift(e) as NamedExpression) : toAttribute(e);
  });
  let plan = input;
  for (const { first, aliases } of groups.values()) plan = windowNode(plan, aliases, first.partitionBy, first.orderBy);
  return projectNode(plan, above);
}

/** A projection with windows: what they need first, the windows, then the list. */
export function projectWithWindows(analysis: Analysis, input: LogicalPlan, list: readonly NamedExpression[]): LogicalPlan {
  if (!list.some(holdsWindow)) return projectNode(input, list);
  const { below, list: above } = extractWindows(analysis, list);
  return addWindows(analysis, projectWithWindows(analysis, input, below), above);
}
