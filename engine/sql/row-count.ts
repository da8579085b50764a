/** How many rows LIMIT, OFFSET and TABLESAMPLE (… ROWS) name. */
import { analysisError, SparkError } from '../core/index.ts';
import type { Expression } from '../plan/index.ts';
import { placed } from './errors.ts';
import type { Parser } from './parser.ts';

/** The value of a constant of whole numbers, `+`, `-` and `*`; undefined for anything else. */
function constantOf(e: Expression): number | undefined {
  if (e.type === 'Literal') return typeof e.value === 'number' && e.dataType === 'integer' ? e.value : undefined;
  if (e.type !== 'UnresolvedFunction') return undefined;
  const [a, b] = e.arguments.map(constantOf);
  if (a === undefined) return undefined;
  if (b === undefined) return e.functionName === '-' && e.arguments.length === 1 ? -a : undefined;
  switch (e.functionName) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      return undefined;
  }
}

/** Of an expression over variables and functions. */
function givenConstant(p: Parser, e: Expression): number | undefined {
  if (e.type === 'Literal') return undefined;
  const found = p.options.constant?.(e);
  return found?.type.kind === 'integer' && found.late !== true && typeof found.value === 'number' ? found.value : undefined;
}

/** The number that a constant expression stands for. What is none is refused once the whole text has been read. */
export function rowCount(p: Parser, e: Expression | 'ALL', name: 'limit' | 'offset'): number {
  const value = e === 'ALL' ? undefined : (constantOf(e) ?? givenConstant(p, e));
  const origin = e === 'ALL' ? undefined : e.origin;
  const written = origin === undefined ? '' : p.sql.slice(origin.start, origin.stop);
  p.afterwards.push(() => {
    try {
      checkRowCount(e, value, name, written);
    } catch (error) {
      throw error instanceof SparkError && error.condition !== UNFOLDABLE && origin !== undefined ? placed(error, origin) : error;
    }
  });
  return value ?? 0;
}

/** Of a column Spark tells the place where it was selected, which is not known here. */
const UNFOLDABLE = 'INVALID_LIMIT_LIKE_EXPRESSION.IS_UNFOLDABLE';

function checkRowCount(e: Expression | 'ALL', value: number | undefined, name: 'limit' | 'offset', written: string): void {
  if (value === undefined) {
    const typed = e !== 'ALL' && e.type === 'Literal' && e.dataType !== 'integer';
    throw analysisError(
      typed ? 'INVALID_LIMIT_LIKE_EXPRESSION.DATA_TYPE' : UNFOLDABLE,
      '42K0E',
      {
        name,
        expr: `"${typed ? String((e as { value: unknown }).value) : written}"`,
        ...(typed ? { dataType: `"${String((e as { dataType: unknown }).dataType).toUpperCase()}"` } : {}),
      },
      `${name.toUpperCase()} takes a whole number that is the same for all rows, not ${written}.`,
    );
  }
  if (value < 0) {
    throw analysisError(
      'INVALID_LIMIT_LIKE_EXPRESSION.IS_NEGATIVE',
      '42K0E',
      { name, expr: `"${written}"`, v: String(value) },
      `${name.toUpperCase()} cannot be negative: ${value}.`,
    );
  }
}
