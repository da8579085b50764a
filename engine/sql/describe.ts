/** DESCRIBE, ANALYZE. */
import type { AnalyzeScope } from './catalog-statement.ts';
import { parseError, placed } from './errors.ts';
import { DATABASE_WORDS, targetName } from './names.ts';
import type { Parser } from './parser.ts';
import { fullPartitionSpec, partitionSpec } from './partition-spec.ts';
import type { Statement } from './statement.ts';

function acceptExtended(p: Parser): boolean {
  return p.isAny(['EXTENDED', 'FORMATTED']) && p.isIdentifier(1) && p.next().kind === 'word';
}

export function describe(p: Parser): Statement {
  p.next();
  if (p.is('FUNCTION') && p.isIdentifier(1)) {
    p.next();
    const extended = p.is('EXTENDED') && p.isIdentifier(1) && p.accept('EXTENDED');
    return { kind: 'describeFunction', extended, name: targetName(p).join('.') };
  }
  if (p.isAny(DATABASE_WORDS) && p.isIdentifier(1)) {
    p.next();
    const extended = p.is('EXTENDED') && p.isIdentifier(1) && p.accept('EXTENDED');
    return { kind: 'describeDatabase', extended, name: targetName(p) };
  }
  if (p.is('QUERY') && p.startsQuery(1)) p.next();
  if (p.startsQuery() && !p.is('TABLE')) {
    const from = p.index;
    const plan = p.grammar.query(p);
    const { start, stop } = p.originFrom(from);
    return { kind: 'describeQuery', plan, text: p.sql.slice(start, stop) };
  }
  if (p.is('TABLE') && p.isIdentifier(1)) p.next();
  return describeTable(p, acceptExtended(p));
}

function describeTable(p: Parser, extended: boolean): Statement {
  const table = targetName(p);
  const partition = p.is('PARTITION') && p.peek(1).upper === '(' ? fullPartitionSpec(p) : undefined;
  const column = p.isIdentifier() && !p.is('AS', 'JSON') ? p.multipartIdentifier(true) : undefined;
  const asJson = p.accept('AS', 'JSON');
  const whole = p.originFrom(0);
  const refuse = (condition: string, parameters: Readonly<Record<string, string>>, sentence: string, isPlaced = false): void => {
    p.afterwards.push(() => {
      const error = parseError(condition, '0A000', parameters, sentence);
      throw isPlaced ? placed(error, whole) : error;
    });
  };
  if (column !== undefined && partition !== undefined) {
    refuse('UNSUPPORTED_FEATURE.DESC_TABLE_COLUMN_PARTITION', {}, 'DESCRIBE tells of a column or of a partition, not of both.', true);
  }
  if (asJson && column !== undefined) refuse('UNSUPPORTED_FEATURE.DESC_TABLE_COLUMN_JSON', {}, 'DESCRIBE of a column cannot be told AS JSON.');
  if (asJson && !extended) refuse('DESCRIBE_JSON_NOT_EXTENDED', { tableName: table.at(-1) as string }, 'DESCRIBE … AS JSON needs EXTENDED.');
  if (column !== undefined) return { kind: 'describeColumn', table, column, extended, origin: whole };
  return { kind: 'describeTable', extended, table, ...(partition === undefined ? {} : { partition }), ...(asJson ? { asJson: true as const } : {}) };
}

/** ANALYZE TABLE t [PARTITION (…)] COMPUTE STATISTICS …, ANALYZE TABLES [IN s] COMPUTE STATISTICS [NOSCAN]. */
export function analyzeTable(p: Parser): Statement {
  p.expect('ANALYZE');
  if (p.accept('TABLES')) {
    const database = p.acceptAny(['FROM', 'IN']) === undefined ? {} : { database: targetName(p) };
    p.expect('COMPUTE', 'STATISTICS');
    return { kind: 'analyzeAll', scan: scanWord(p), ...database };
  }
  p.expect('TABLE');
  const table = targetName(p);
  const partition = p.is('PARTITION') ? { partition: partitionSpec(p) } : {};
  p.expect('COMPUTE', 'STATISTICS');
  return { kind: 'analyze', table, scope: scope(p), ...partition };
}

function scope(p: Parser): AnalyzeScope {
  if (p.accept('FOR', 'ALL', 'COLUMNS')) return { columns: 'all' };
  if (p.accept('FOR', 'COLUMNS')) return { columns: p.commaList(() => p.identifier()) };
  return { scan: scanWord(p) };
}

function scanWord(p: Parser): boolean {
  if (!p.isIdentifier()) return true;
  const word = p.identifier();
  if (word.toUpperCase() !== 'NOSCAN') {
    p.afterwards.push(() => {
      throw placed(parseError('INVALID_SQL_SYNTAX.ANALYZE_TABLE_UNEXPECTED_NOSCAN', '42000', { ctx: word.toUpperCase() }, `${word} may not stand here: NOSCAN may.`), p.originFrom(0));
    });
  }
  return false;
}

/** REFRESH TABLE t, REFRESH FUNCTION f, REFRESH 'path', REFRESH t. */
export function refresh(p: Parser): Statement {
  p.expect('REFRESH');
  if (p.is('FUNCTION') && p.isIdentifier(1)) {
    p.next();
    return { kind: 'refreshFunction', name: targetName(p) };
  }
  if (p.is('TABLE') && p.isIdentifier(1)) {
    p.next();
    return { kind: 'refresh', name: targetName(p) };
  }
  if (p.peek().kind === 'string') return { kind: 'refreshPath', path: p.string() };
  const { start } = p.peek();
  while (p.peek().kind !== 'end' && !p.is(';')) p.next();
  const path = p.sql.slice(start, p.tokens[p.index - 1]?.stop ?? start);
  if (path === '') p.fail();
  return { kind: 'refreshPath', path };
}
