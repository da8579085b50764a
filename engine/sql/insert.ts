/** INSERT: into tables and folders, behind WITH, and several behind one FROM. */
import type { Relation } from '../plan/index.ts';
import { options } from './create-table.ts';
import { parseError, placed } from './errors.ts';
import { fromClause } from './from.ts';
import { targetName } from './names.ts';
import type { Parser } from './parser.ts';
import { partitionSpec } from './partition-spec.ts';
import { withClause } from './queries.ts';
import { selectOver } from './select.ts';
import type { Insert, Statement } from './statement.ts';

type Head = Omit<Insert, 'kind' | 'plan'>;

export function insert(p: Parser): Statement {
  if (p.is('INSERT', 'OVERWRITE', 'DIRECTORY') || p.is('INSERT', 'OVERWRITE', 'LOCAL', 'DIRECTORY')) return insertDirectory(p);
  const head = insertHead(p);
  return { kind: 'insert', ...head, plan: p.grammar.query(p) };
}

function insertHead(p: Parser): Head {
  const from = p.index;
  p.expect('INSERT');
  const word = p.acceptAny(['INTO', 'OVERWRITE']);
  if (word === undefined) p.fail();
  if (p.is('TABLE') && p.isIdentifier(1)) p.next();
  const table = targetName(p);
  const partition = p.is('PARTITION') ? partitionSpec(p) : undefined;
  const ifNotExists = p.accept('IF', 'NOT', 'EXISTS');
  const byName = p.accept('BY', 'NAME');
  const replacesWhere = p.accept('REPLACE', 'WHERE');
  if (replacesWhere) p.grammar.expression(p);
  const columns = p.is('(') && !p.startsQuery() ? p.identifierList() : undefined;
  const origin = p.originFrom(from);
  const refuse = (error: ReturnType<typeof parseError>): void => {
    p.afterwards.push(() => {
      throw placed(error, origin);
    });
  };
  if (ifNotExists && word === 'INTO') {
    refuse(parseError('INVALID_STATEMENT_OR_CLAUSE', '42601', { operation: 'INSERT INTO ... IF NOT EXISTS' }, 'IF NOT EXISTS is for INSERT OVERWRITE.'));
  }
  const open = (partition ?? []).filter((c) => c.value === undefined).map((c) => c.column);
  if (ifNotExists && word === 'OVERWRITE' && open.length > 0) {
    const message = `IF NOT EXISTS with dynamic partitions: ${open.join(', ')}`;
    refuse(parseError('_LEGACY_ERROR_TEMP_0035', null, { message }, `${message} is not possible.`));
  }
  return {
    table,
    overwrite: word === 'OVERWRITE',
    byName,
    origin,
    ...(ifNotExists ? { ifNotExists: true as const } : {}),
    ...(replacesWhere ? { replacesWhere: true as const } : {}),
    ...(columns === undefined ? {} : { columns }),
    ...(partition === undefined ? {} : { partition }),
  };
}

/** INSERT OVERWRITE [LOCAL] DIRECTORY 'path' USING format. */
function insertDirectory(p: Parser): Statement {
  p.expect('INSERT', 'OVERWRITE');
  p.accept('LOCAL');
  p.expect('DIRECTORY');
  const path: Record<string, string> = p.peek().kind === 'string' ? { path: p.string() } : {};
  p.expect('USING');
  const format = p.multipartIdentifier().join('.');
  const given = p.accept('OPTIONS') ? options(p) : {};
  return { kind: 'insertDirectory', format, options: { ...given, ...path }, plan: p.grammar.query(p) };
}

/** Whether an INSERT stands behind the WITH or the FROM that the text begins with. */
export function insertsBehind(p: Parser): boolean {
  if (!p.isAny(['WITH', 'FROM']) || !p.isIdentifier(1)) return false;
  let depth = 0;
  for (let at = 1; ; at++) {
    const token = p.peek(at);
    if (token.kind === 'end') return false;
    if (token.upper === '(') depth += 1;
    if (token.upper === ')') depth -= 1;
    if (depth === 0 && token.upper === 'INSERT' && ['INTO', 'OVERWRITE'].includes(p.peek(at + 1).upper)) return true;
  }
}

/** `WITH … INSERT INTO t SELECT …`, `[WITH …] FROM x INSERT INTO t SELECT … INSERT INTO u SELECT …`. */
export function insertBehind(p: Parser): Statement {
  const start = p.index;
  const ctes = p.is('WITH') ? withClause(p) : undefined;
  const within = (input: Relation): Relation => (ctes === undefined ? input : { type: 'WithCTE', input, ...ctes, origin: p.originFrom(start) });
  if (!p.is('FROM')) return { kind: 'insert', ...insertHead(p), plan: within(p.grammar.query(p)) };
  const input = fromClause(p);
  const inserts: Insert[] = [];
  do inserts.push({ kind: 'insert', ...insertHead(p), plan: within(p.grammar.resultClauses(p, selectOver(p, input))) });
  while (p.is('INSERT'));
  return inserts.length === 1 ? (inserts[0] as Insert) : { kind: 'inserts', inserts };
}
