/** Fields of nested columns are picked out below the operators that only hand them on (Spark's `NestedColumnAliasing`). */
import { confBoolean } from '../../physical/index.ts';
import { childrenOf, collectExpressions, expressionKey, expressionsOf, filterNode, generateNode, inputsOf, isOperator, mapChildren, mapExpressions, operatorCall, projectNode, toAttribute, transformPlanDown, withInputs } from '../../plan/index.ts';
import type { Alias, AttributeReference, ExprId, GenerateNode, GeneratorCall, LogicalPlan, NamedExpression, ProjectNode, ResolvedExpression } from '../../plan/index.ts';
import { arrayType } from '../../types/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { extractionsOf } from '../support/extractions.ts';
import type { Extractions } from '../support/extractions.ts';

export const nestedColumnAliasing: Rule = {
  name: 'NestedColumnAliasing',
  apply: (plan, context) =>
    confBoolean(context.conf, 'spark.sql.optimizer.nestedSchemaPruning.enabled', true) ? transformPlanDown(plan, (p) => rewrite(p, context)) : plan,
};

function rewrite(p: LogicalPlan, context: RuleContext): LogicalPlan {
  if (p.node === 'Aggregate' || p.node === 'Expand') {
    const found = extractionsOf(expressionsOf(p), columnsBelow(p));
    return found.size === 0 ? p : replaced(p, new Aliases(found, context));
  }
  if (p.node !== 'Project') return p;
  if (p.input.node === 'Generate') return generated(p, p.input, context);
  const condition = p.input.node === 'Filter' ? p.input.condition : undefined;
  const below = p.input.node === 'Filter' ? p.input.input : p.input;
  if (!handsOn(below)) return p;
  const found = extractionsOf([...p.expressions, ...(condition === undefined ? [] : [condition]), ...expressionsOf(below)], columnsBelow(below));
  if (found.size === 0) return p;
  const aliases = new Aliases(found, context);
  const child = replaced(below, aliases);
  const list = p.expressions.map((e) => aliases.named(e));
  return projectNode(condition === undefined ? child : filterNode(child, aliases.replace(condition)), list);
}

/** Operators whose output is their inputs', and that do not mind which columns these have. */
function handsOn(p: LogicalPlan): boolean {
  switch (p.node) {
    case 'Limit':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'Sample':
    case 'Join':
    case 'Window':
    case 'Sort':
      return true;
    default:
      return false;
  }
}

function columnsBelow(p: LogicalPlan): AttributeReference[] {
  return inputsOf(p).flatMap((x) => x.output);
}

/** The operator over inputs that pick the fields out. */
function replaced(p: LogicalPlan, aliases: Aliases): LogicalPlan {
  const inputs = inputsOf(p).map((x) => aliases.below(x));
  return mapExpressions(withInputs(p, inputs), (e) => (e.kind === 'alias' ? aliases.named(e) : aliases.replace(e)));
}

class Aliases {
  private readonly made = new Map<string, Alias>();

  constructor(
    private readonly found: Extractions,
    context: RuleContext,
  ) {
    for (const e of [...found.values()].flat()) {
      this.made.set(expressionKey(e), { kind: 'alias', child: e, name: `_extract_${fieldName(e)}`, exprId: context.nextExprId(), type: e.type, nullable: e.nullable });
    }
  }

  below(input: LogicalPlan): LogicalPlan {
    if (!input.output.some((a) => this.found.has(a.exprId))) return input;
    return projectNode(input, input.output.flatMap((a): readonly NamedExpression[] => this.found.get(a.exprId)?.map((e) => this.made.get(expressionKey(e)) as Alias) ?? [a]));
  }

  replace(e: ResolvedExpression): ResolvedExpression {
    const alias = this.made.get(expressionKey(e));
    if (alias !== undefined && e.kind !== 'alias') return { ...toAttribute(alias), nullable: e.nullable };
    return mapChildren(e, (c) => this.replace(c));
  }

  named(e: NamedExpression): NamedExpression {
    return e.kind === 'alias' ? { ...e, child: this.replace(e.child) } : e;
  }
}

function fieldName(e: ResolvedExpression): string {
  const name = childrenOf(e)[1];
  return name?.kind === 'literal' ? String(name.value) : '';
}

const EXPLODING: ReadonlySet<string> = new Set(['explode', 'explode_outer', 'posexplode', 'posexplode_outer']);
const PRUNED: ReadonlySet<string> = new Set([...EXPLODING, 'inline', 'inline_outer', 'stack']);

/** Fields beside a generator are picked out below it; the one field that is read of its elements, in its argument. */
function generated(p: ProjectNode, g: GenerateNode, context: RuleContext): LogicalPlan {
  if (!PRUNED.has(g.generator.fn.name)) return p;
  const beside = extractionsOf([...p.expressions, ...g.generator.args], g.input.output);
  const aliases = new Aliases(beside, context);
  const generator = aliases.replace(g.generator) as GeneratorCall;
  const through = beside.size === 0 ? g : generateNode(aliases.below(g.input), generator, g.outer, g.generatorOutput);
  const list = beside.size === 0 ? p.expressions : p.expressions.map((e) => aliases.named(e));
  const single = onElements(list, through, context);
  if (single !== undefined) return single;
  return beside.size === 0 ? p : projectNode(through, list);
}

/** `explode(items)` of which `item.a` alone is read is `explode(items.a)`. */
function onElements(list: readonly NamedExpression[], g: GenerateNode, context: RuleContext): LogicalPlan | undefined {
  const [input] = g.generator.args;
  const element = g.generatorOutput.at(-1);
  if (!EXPLODING.has(g.generator.fn.name) || input?.type.kind !== 'array' || element === undefined) return undefined;
  const [field, ...more] = extractionsOf(list, [element]).get(element.exprId) ?? [];
  if (field === undefined || more.length > 0) return undefined;
  const extractor = ofElements(field, element.exprId, input, context);
  if (extractor === undefined) return undefined;
  const column = { ...element, type: field.type, nullable: field.nullable || element.nullable };
  const generator: GeneratorCall = { ...g.generator, args: [extractor], type: generatorType(g.generator, field) };
  const output = [...g.generatorOutput.slice(0, -1), column];
  const key = expressionKey(field);
  const replace = (e: ResolvedExpression): ResolvedExpression => (e.kind !== 'alias' && expressionKey(e) === key ? { ...column, nullable: e.nullable } : mapChildren(e, replace));
  return projectNode(generateNode(g.input, generator, g.outer, output), list.map((e) => (e.kind === 'alias' ? { ...e, child: replace(e.child) } : e)));
}

function generatorType(g: GeneratorCall, field: ResolvedExpression): GeneratorCall['type'] {
  if (g.type.kind !== 'array' || g.type.element.kind !== 'struct') return g.type;
  const fields = g.type.element.fields.map((f, i, all) => (i === all.length - 1 ? { ...f, type: field.type } : f));
  return { ...g.type, element: { ...g.type.element, fields } };
}

/** The field of an element, as the field of all elements of the array. */
function ofElements(field: ResolvedExpression, element: ExprId, array: ResolvedExpression, context: RuleContext): ResolvedExpression | undefined {
  if (field.kind === 'attribute') return field.exprId === element ? array : undefined;
  if (!isOperator(field, 'getField')) return undefined;
  const [from, name] = field.args as readonly [ResolvedExpression, ResolvedExpression];
  const below = ofElements(from, element, array, context);
  if (below === undefined || collectExpressions(below, (x) => x.kind === 'subquery').length > 0) return undefined;
  return operatorCall(context.registry, 'getArrayStructFields', [below, name], arrayType(field.type, true), below.nullable);
}
