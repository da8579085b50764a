/** Tables of constants (VALUES) are made while a text is read: what is wrong with them comes before all that is looked up. */
import { SparkError } from '../../core/index.ts';
import type { InlineTable, Relation } from '../../plan/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import { inlineTable, isReadEagerly } from './sources.ts';

/** What `analyze` gives; where it fails, the error of the first table of the text that cannot be made, if there is one. */
export function withTablesFirst<T>(parsed: Relation, analysis: Analysis, scope: Scope, analyze: () => T): T {
  try {
    return analyze();
  } catch (error) {
    if (error instanceof SparkError && error.errorClass === 'AnalysisException') for (const table of tablesIn(parsed)) inlineTable(table, analysis, scope);
    throw error;
  }
}

function tablesIn(node: unknown): InlineTable[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(tablesIn);
  const isTable = 'type' in node && node.type === 'InlineTable';
  return isTable && isReadEagerly(node as InlineTable) ? [node as InlineTable, ...below] : below;
}
