/** `TABLESAMPLE (10 PERCENT)`, `(5 ROWS)`, `(BUCKET 1 OUT OF 4)`. */
import type { Relation } from '../plan/index.ts';
import { parseError } from './errors.ts';
import type { Parser } from './parser.ts';

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
  if (!p.accept('TABLESAMPLE', '(')) return input;
  const sampled = method(p, input);
  p.expect(')');
  if (!p.accept('REPEATABLE')) return sampled;
  const seed = p.parenthesized(() => p.integer());
  return sampled.type === 'Sample' ? { ...sampled, seed: String(seed) } : sampled;
}

function method(p: Parser, input: Relation): Relation {
  if (p.accept('BUCKET')) {
    const part = p.integer();
    p.expect('OUT', 'OF');
    return fraction(input, part / p.integer());
  }
  const count = number(p);
  if (p.accept('PERCENT')) return fraction(input, count / PERCENT);
  if (p.accept('ROWS')) return { type: 'Limit', input, limit: count };
  if (p.is(')')) {
    throw parseError(
      '_LEGACY_ERROR_TEMP_0015',
      null,
      { bytesStr: String(count), msg: 'expected syntax' },
      `TABLESAMPLE (${count}) lacks its unit: PERCENT or ROWS.`,
    );
  }
  return p.fail();
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
