/** Functions written in SQL: `CREATE FUNCTION f(a INT DEFAULT 1) RETURNS INT RETURN a + 1`. Bodies and defaults are kept as texts. */
import { typeToJson } from '../types/index.ts';
import type { TypeJson } from '../plan/index.ts';
import { parseError } from './errors.ts';
import type { Parser } from './parser.ts';
import type { CreateSqlFunction, FunctionColumn, FunctionParameter, Name } from './statement.ts';
import { lateType } from './variables.ts';

interface Given {
  readonly name: Name;
  readonly replace: boolean;
  readonly ifNotExists: boolean;
  readonly temporary: boolean;
}

/** The name is read; the list of parameters follows. */
export function sqlFunction(p: Parser, given: Given): CreateSqlFunction {
  p.expect('(');
  const from = p.index;
  const parameters = p.is(')') ? [] : p.commaList(() => parameter(p));
  const parametersText = textFrom(p, from);
  p.expect(')');
  const returns = p.accept('RETURNS') ? returnsClause(p) : {};
  const about = characteristics(p);
  p.expect('RETURN');
  return { kind: 'createSqlFunction', ...given, parameters, parametersText, ...returns, ...about, ...body(p) };
}

/** The text of what was read since the token at `from`. */
function textFrom(p: Parser, from: number): string {
  if (p.index === from) return '';
  const { start, stop } = p.originFrom(from);
  return p.sql.slice(start, stop);
}

function refusedParameter(what: 'CREATE_FUNC_WITH_GENERATED_COLUMNS_AS_PARAMETERS' | 'CREATE_FUNC_WITH_COLUMN_CONSTRAINTS'): Error {
  return parseError(`INVALID_SQL_SYNTAX.${what}`, '42000', {}, 'A parameter has a name, a type and perhaps a DEFAULT and a COMMENT: nothing else.');
}

function parameter(p: Parser): FunctionParameter {
  const name = p.identifier();
  const made: { notNull?: boolean; defaultText?: string; comment?: string } = {};
  const type = typeToJson(lateType(p)) as TypeJson;
  for (;;) {
    if (p.accept('NOT', 'NULL')) made.notNull = true;
    else if (p.accept('COMMENT')) made.comment = p.string();
    else if (p.is('DEFAULT') && p.startsExpression(1)) {
      p.next();
      const from = p.index;
      p.grammar.expression(p);
      made.defaultText = textFrom(p, from);
    } else if (p.accept('GENERATED')) skipTo(p, 'CREATE_FUNC_WITH_GENERATED_COLUMNS_AS_PARAMETERS');
    else if (p.isAny(['UNIQUE', 'CHECK', 'PRIMARY', 'REFERENCES', 'CONSTRAINT', 'FOREIGN'])) skipTo(p, 'CREATE_FUNC_WITH_COLUMN_CONSTRAINTS');
    else return { name, type, ...made };
  }
}

/** What makes no parameter is read to its end: the error is told once the rest is known to be SQL. */
function skipTo(p: Parser, what: Parameters<typeof refusedParameter>[0]): void {
  p.afterwards.push(() => {
    throw refusedParameter(what);
  });
  let depth = 0;
  while (p.peek().kind !== 'end' && (depth > 0 || !(p.is(',') || p.is(')')))) {
    if (p.is('(')) depth += 1;
    if (p.is(')')) depth -= 1;
    p.next();
  }
}

function column(p: Parser): FunctionColumn {
  const name = p.identifier();
  const type = typeToJson(lateType(p)) as TypeJson;
  const notNull = p.accept('NOT', 'NULL');
  const comment = p.accept('COMMENT') ? p.string() : undefined;
  return { name, type, ...(notNull ? { notNull } : {}), ...(comment === undefined ? {} : { comment }) };
}

function returnsClause(p: Parser): Pick<CreateSqlFunction, 'returns' | 'isTable' | 'columns' | 'columnsText'> {
  if (!p.accept('TABLE')) return { returns: typeToJson(lateType(p)) as TypeJson };
  if (!p.accept('(')) return { isTable: true };
  const from = p.index;
  const columns = p.commaList(() => column(p));
  const columnsText = textFrom(p, from);
  p.expect(')');
  return { isTable: true, columns, columnsText };
}

type About = { -readonly [K in 'comment' | 'deterministic' | 'dataAccess' | 'language']?: CreateSqlFunction[K] };

function characteristics(p: Parser): About {
  const about: About = {};
  for (;;) {
    if (p.accept('LANGUAGE')) about.language = p.identifier().toUpperCase();
    else if (p.accept('SPECIFIC')) p.identifier();
    else if (p.accept('NOT', 'DETERMINISTIC')) about.deterministic = false;
    else if (p.accept('DETERMINISTIC')) about.deterministic = true;
    else if (p.accept('CONTAINS', 'SQL')) about.dataAccess = 'CONTAINS SQL';
    else if (p.accept('READS', 'SQL', 'DATA')) about.dataAccess = 'READS SQL DATA';
    else if (p.accept('COMMENT')) about.comment = p.string();
    else if (p.accept('SQL', 'SECURITY')) p.identifier();
    else if (!p.accept('RETURNS', 'NULL', 'ON', 'NULL', 'INPUT') && !p.accept('CALLED', 'ON', 'NULL', 'INPUT')) return about;
  }
}

function body(p: Parser): Pick<CreateSqlFunction, 'body' | 'isQuery'> {
  const from = p.index;
  const atEnd = (): void => {
    if (p.peek().kind !== 'end' && !p.is(';')) p.fail();
  };
  const query = (): boolean => {
    p.grammar.query(p);
    atEnd();
    return true;
  };
  const expression = (): boolean => {
    p.grammar.expression(p);
    atEnd();
    return false;
  };
  const isQuery = p.startsQuery() ? p.attempt(query, expression) : expression();
  return { body: textFrom(p, from), isQuery };
}
