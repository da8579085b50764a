/** `TABLESAMPLE (10 PERCENT)`, `(5 ROWS)`, `(BUCKET 1 OUT OF 4)`. */
import type { SparkError } from '../core/index.ts';
import type { Expression, Relation } from '../plan/index.ts';
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';
import { rowCount } from './row-count.ts';

const PERCENT = 100;

function number(p: Parser): number {
  const sign = p.accept('-') ? -1 : 1;
  const token = p.peek();
  if (token.kind !== 'number' || !/^(?:\d+\.?\d*|\.\d+)$/.test(token.text)) p.fail();
  p.next();
  return sign * Number(token.text);
}

/** The relation's sample, or the relation where no TABLESAMPLE follows. */
export function sample(p: Parser, input: Relation): Relation {
  const from = p.index;
  if (!p.accept('TABLESAMPLE', '(')) return input;
  const fault = p.is(')') ? parseError('_LEGACY_ERROR_TEMP_0014', null, {}, 'TABLESAMPLE does not say how much: PERCENT, ROWS or BUCKET.') : unitless(p);
  const sampled = fault === undefined ? method(p, input) : input;
  p.expect(')');
  const seed = p.accept('REPEATABLE') ? p.parenthesized(() => p.integer()) : undefined;
  if (fault !== undefined) throw placed(fault, p.originFrom(from));
  if (seed === undefined) return sampled;
  return sampled.type === 'Sample' ? { ...sampled, seed: String(seed) } : sampled;
}

function method(p: Parser, input: Relation): Relation {
  if (p.accept('BUCKET')) {
    const part = p.integer();
    p.expect('OUT', 'OF');
    return fraction(input, part / p.integer());
  }
  const counted = p.attempt<number | Expression>(
    () => {
      const count = number(p);
      if (!p.is('PERCENT') && !(p.is('ROWS') && Number.isInteger(count))) p.fail();
      return count;
    },
    () => p.grammar.expression(p),
  );
  if (typeof counted === 'number' && p.accept('PERCENT')) return fraction(input, counted / PERCENT);
  p.expect('ROWS');
  return { type: 'Limit', input, limit: typeof counted === 'number' ? counted : rowCount(p, counted, 'limit') };
}

/** A size in bytes, which Spark knows and does not take, or a number without a unit. */
function unitless(p: Parser): SparkError | undefined {
  if (p.peek(1).upper !== ')') return undefined;
  const { text, kind } = p.peek();
  if (kind !== 'number' && !/^\d+b$/i.test(text)) return undefined;
  p.next();
  return /[bB]$/.test(text)
    ? parseError('_LEGACY_ERROR_TEMP_0015', null, { msg: 'byteLengthLiteral' }, `TABLESAMPLE (${text}): samples of a size in bytes are not taken.`)
    : parseError('_LEGACY_ERROR_TEMP_0016', null, { bytesStr: text }, `TABLESAMPLE (${text}) lacks its unit: PERCENT or ROWS.`);
}

function fraction(input: Relation, upperBound: number): Relation {
  if (upperBound < 0 || upperBound > 1) {
    throw parseError(
      'INVALID_TABLESAMPLE_FRACTION',
      '22023',
      { fraction: Number.isInteger(upperBound) ? `${upperBound}.0` : String(upperBound) },
      `A sample is a part between 0 and 1 of the rows, not ${upperBound}.`,
    );
  }
  return { type: 'Sample', input, lowerBound: 0, upperBound, withReplacement: false };
}
