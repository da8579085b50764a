/** Defaults of columns: checked when they are told, computed when rows lack the column. */
import { analysisError, SparkError } from '../../core/index.ts';
import { interpret, isFoldable, literal, plainTask, stripAlias, toSql } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';
import { CURRENT_DEFAULT, EXISTS_DEFAULT, parseExpression, parseSettings } from '../../sql/index.ts';
import { canStoreAs, canUpCast, castValue, isIntegral, isNumeric, isString, quotedSqlType, quoteIdentifier, valueToSql, withoutLengths } from '../../types/index.ts';
import type { DataType, StructField, Value } from '../../types/index.ts';
import type { RequestContext } from '../requests/context.ts';
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
    const value = defaultOf(context, f, where.statement);
    return where.exists ? { ...f, metadata: { ...f.metadata, [EXISTS_DEFAULT]: existsText(context, value) } } : f;
  });
}

/** Types whose values are not plain to read without their marks. */
const QUOTED: readonly DataType['kind'][] = ['string', 'double', 'long', 'byte', 'short', 'decimal', 'float'];

/** The default's value as it is now, in SQL. */
function existsText(context: RequestContext, e: ResolvedExpression): string {
  const value = valueOf(context, e);
  const { timeZone } = context.session;
  return QUOTED.includes(e.type.kind) ? valueToSql(value, e.type, timeZone) : toSql(literal(value, e.type), { timeZone });
}

function valueOf({ session, shared }: RequestContext, e: ResolvedExpression): Value {
  return interpret(e, () => null, plainTask({ ansi: session.ansi, sessionTimeZone: session.timeZone, environment: shared.environment, conf: session.lookup }));
}

/** What the rows that are there have in columns that are added with a default. */
export function missingValues(context: RequestContext, fields: readonly StructField[]): Readonly<Record<string, Value>> {
  const withDefault = fields.filter((f) => defaultText(f) !== undefined);
  return Object.fromEntries(withDefault.map((f) => [f.name, valueOf(context, defaultOf(context, f, 'ALTER TABLE ADD COLUMNS'))]));
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
    const parsed = parseExpression(text, { ...parseSettings(context.session.conf.lookup), timeZone: context.session.timeZone });
    if (JSON.stringify(parsed).includes('Subquery')) throw invalid('SUBQUERY_EXPRESSION');
    const plan = context.analyzed({ type: 'Project', expressions: [parsed] });
    const [e] = plan.node === 'Project' ? plan.expressions : [];
    if (e === undefined) throw invalid('NOT_CONSTANT');
    found = stripAlias(e);
  } catch (error) {
    if (error instanceof SparkError && error.condition?.startsWith('UNRESOLVED_COLUMN') === true) throw invalid('NOT_CONSTANT');
    throw error;
  }
  const value = isFoldable(found) ? valueOf(context, found) : undefined;
  if (!fits(found.type, type, value)) throw invalid('DATA_TYPE', { expectedType: quotedSqlType(type), actualType: quotedSqlType(found.type) });
  if (value === undefined) throw invalid('NOT_CONSTANT');
  return castOf(found, type);
}

/** Whether a default of one type is one of another: widened without loss, or a whole number that is in the range. */
function fits(from: DataType, to: DataType, value: Value | undefined): boolean {
  if (canUpCast(from, to) && !(isString(to) && !isString(from))) return true;
  if (isString(to)) return canUpCast(from, to);
  if (!canStoreAs(from, to) || value === undefined) return false;
  if (!isIntegral(from) || !isIntegral(to)) return isNumeric(from) && isNumeric(to) && !isIntegral(to);
  try {
    castValue(value, from, to, 'ansi', { timeZone: 'UTC' });
    return true;
  } catch (error) {
    if (error instanceof SparkError) return false;
    throw error;
  }
}
