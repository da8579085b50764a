/** Functions of a select list that give several rows: taken out of it into Generate operators below (`ExtractGenerator`). */
import { analysisError } from '../core/index.ts';
import { generateNode } from '../plan/index.ts';
import type { AttributeReference, GeneratorCall, LogicalPlan, NamedExpression, ResolvedExpression } from '../plan/index.ts';
import type { Analysis } from './analysis.ts';
import type { GeneratorItem, SelectItem } from './select-items.ts';

/** The columns that a generator makes, under the names given or its own. Raises UDTF_ALIAS_NUMBER_MISMATCH. */
export function generatorColumns(analysis: Analysis, g: GeneratorCall, names: readonly string[] | undefined, separator = ', '): AttributeReference[] {
  const fields = g.type.kind === 'struct' ? g.type.fields : [];
  if (names !== undefined && names.length > 0 && names.length !== fields.length) {
    throw analysisError(
      'UDTF_ALIAS_NUMBER_MISMATCH',
      '42802',
      { aliasesSize: String(fields.length), aliasesNames: names.join(separator) },
      `${g.fn.name} gives ${fields.length} columns here, and ${names.length} names were given: ${names.join(', ')}.`,
    );
  }
  return fields.map((f, i) => ({
    kind: 'attribute',
    name: names?.[i] ?? f.name,
    exprId: analysis.context.nextExprId(),
    qualifier: [],
    type: f.type,
    nullable: f.nullable,
  }));
}

export function isGeneratorItem(item: SelectItem | ResolvedExpression): item is GeneratorItem {
  return item.kind === 'generators';
}

/** A Generate below for each generator, the first of the list innermost. */
export function liftGenerators(analysis: Analysis, input: LogicalPlan, items: readonly SelectItem[]): { input: LogicalPlan; items: readonly NamedExpression[] } {
  let plan = input;
  const out = items.flatMap((item): NamedExpression[] => {
    if (!isGeneratorItem(item)) return [item];
    const columns = generatorColumns(analysis, item.generator, item.names, ',');
    const generate = generateNode(plan, item.generator, false, columns);
    plan = generate;
    return [...generate.generatorOutput];
  });
  return { input: plan, items: out };
}
