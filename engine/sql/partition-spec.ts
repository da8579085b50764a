/** `PARTITION (a = 1, b)`. */
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';
import type { PartitionValue } from './statement.ts';

/** The columns behind PARTITION with their values, or without. Raises DUPLICATE_KEY. */
export function partitionSpec(p: Parser): readonly PartitionValue[] {
  const from = p.index;
  p.expect('PARTITION');
  const list = p.parenthesized(() => p.commaList(() => partitionValue(p)));
  const names = list.map((x) => x.column);
  const twice = names.find((n, i) => names.indexOf(n) !== i);
  if (twice !== undefined) {
    const place = p.originFrom(from);
    p.afterwards.push(() => {
      throw placed(parseError('DUPLICATE_KEY', '23505', { keyColumn: `\`${twice}\`` }, `The partition names ${twice} twice.`), place);
    });
  }
  return list;
}

function partitionValue(p: Parser): PartitionValue {
  const column = p.identifier();
  return p.accept('=') ? { column, value: p.grammar.valueExpression(p) } : { column };
}

/**
 * As `partitionSpec`; every column has a value. Raises INVALID_SQL_SYNTAX.EMPTY_PARTITION_VALUE, at the clause or at the
 * whole statement.
 */
export function fullPartitionSpec(p: Parser, atClause = false): readonly PartitionValue[] {
  const from = p.index;
  const spec = partitionSpec(p);
  const open = spec.find((x) => x.value === undefined);
  if (open !== undefined) {
    const clause = p.originFrom(from);
    p.afterwards.push(() => {
      const partKey = `\`${open.column}\``;
      throw placed(parseError('INVALID_SQL_SYNTAX.EMPTY_PARTITION_VALUE', '42000', { partKey }, `The partition column ${partKey} needs a value here.`), atClause ? clause : p.originFrom(0));
    });
  }
  return spec;
}
