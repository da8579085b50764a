/** Defaults of columns: checked when they are told, computed when rows lack the column. */
import { analysisError, SparkError } from '../../core/index.ts';
import { isFoldable, stripAlias } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { CURRENT_DEFAULT, EXISTS_DEFAULT, parseExpression } from '../../sql/index.ts';
import { quotedSqlType, quoteIdentifier } from '../../types/index.ts';
import type { StructField } from '../../types/index.ts';
import type { RequestContext } from '../requests/context.ts';
import { withoutLengths } from './char-types.ts';
import { canStoreAs } from './store-assignment.ts';
import { castOf } from './store-cast.ts';

export function defaultText(f: StructField): string | undefined {
  const text = f.metadata?.[CURRENT_DEFAULT];
  return typeof text === 'string' ? text : undefined;
}

interface Where {
  /** As errors name the statement. */
  readonly statement: string;
  /** The rows that are there have the default too. */
  readonly exists: boolean;
}

/** The fields, with defaults that can be computed. Raises INVALID_DEFAULT_VALUE. */
export function withCheckedDefaults(context: RequestContext, fields: readonly StructField[], where: Where): readonly StructField[] {
  return fields.map((f) => {
    const text = defaultText(f);
    if (text === undefined) return f;
    defaultOf(context, f, where.statement);
    return { ...f, metadata: { ...f.metadata, [EXISTS_DEFAULT]: text } };
  });
}

/** The default as an expression of the column's type. */
export function defaultOf(context: RequestContext, f: StructField, statement: string): ResolvedExpression {
  const text = defaultText(f) ?? 'NULL';
  const type = withoutLengths(f.type);
  const invalid = (kind: string, parameters: Readonly<Record<string, string>> = {}): SparkError =>
    analysisError(
      `INVALID_DEFAULT_VALUE.${kind}`,
      '42623',
      { statement, colName: quoteIdentifier(f.name), defaultValue: text, ...parameters },
      `${text} cannot be the default of ${f.name}.`,
    );
  let found: ResolvedExpression;
  try {
    const parsed = parseExpression(text, { timeZone: context.session.timeZone });
    if (JSON.stringify(parsed).includes('Subquery')) throw invalid('SUBQUERY_EXPRESSION');
    const plan = context.analyzed({ type: 'Project', expressions: [parsed] });
    const [e] = plan.node === 'Project' ? plan.expressions : [];
    if (e === undefined) throw invalid('NOT_CONSTANT');
    found = stripAlias(e);
  } catch (error) {
    if (error instanceof SparkError && error.condition?.startsWith('INVALID_DEFAULT_VALUE') !== true) throw invalid('UNRESOLVED_EXPRESSION');
    throw error;
  }
  if (!canStoreAs(found.type, type)) throw invalid('DATA_TYPE', { expectedType: quotedSqlType(type), actualType: quotedSqlType(found.type) });
  if (!isFoldable(found)) throw invalid('NOT_CONSTANT');
  return castOf(found, type);
}
