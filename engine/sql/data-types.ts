/** Types inside SQL text (`CAST(a AS array<int>)`): finds where the type ends and hands it to the DDL parser. */
import type { TypeJson } from '../plan/index.ts';
import { SparkError } from '../core/index.ts';
import { parseDataType, typeToJson, withoutLengths } from '../types/index.ts';
import type { DataType } from '../types/index.ts';
import { placed } from './errors.ts';
import type { Parser } from './parser.ts';

/** Moves behind `<…>`, counting `>>` and `>>>` as several brackets. */
function skipAngles(p: Parser): void {
  let depth = 0;
  do {
    const token = p.peek();
    if (token.kind === 'end') p.fail();
    if (token.upper === '<') depth += 1;
    else if (token.upper === '<>') depth += 0;
    else if (/^>+$/.test(token.upper)) depth -= token.upper.length;
    if (depth < 0) p.fail();
    p.next();
  } while (depth > 0);
}

function skipParens(p: Parser): void {
  while (!p.is(')')) {
    if (p.peek().kind === 'end') p.fail();
    p.next();
  }
  p.next();
}

/** Behind any other type `<` compares: `a::int < 2`. */
const BRACKETED: ReadonlySet<string> = new Set(['ARRAY', 'MAP', 'STRUCT']);

/** Reads a type. Raises UNSUPPORTED_DATATYPE and its kin for names that are none. */
export function dataType(p: Parser): DataType {
  const { start } = p.peek();
  const name = p.identifier().toUpperCase();
  if (name === 'INTERVAL' && p.isAny(['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'])) {
    p.next();
    if (p.accept('TO')) p.identifier();
  } else if (name === 'DOUBLE' && p.is('PRECISION')) {
    p.next();
    return { kind: 'double' };
  } else if (BRACKETED.has(name) && p.is('<>')) p.next();
  else if (BRACKETED.has(name) && p.is('<')) skipAngles(p);
  else if (p.accept('(')) skipParens(p);
  else if (name === 'STRING' && p.accept('COLLATE')) p.identifier();
  if (name === 'TIMESTAMP' && !p.accept('WITHOUT', 'TIME', 'ZONE')) p.accept('WITH', 'LOCAL', 'TIME', 'ZONE');
  const stop = p.tokens[p.index - 1]?.stop ?? start;
  const text = p.sql.slice(start, stop);
  if (name === 'TIME') p.accept('WITHOUT', 'TIME', 'ZONE');
  try {
    return parseDataType(text, p.options.timestampType);
  } catch (error) {
    throw error instanceof SparkError ? atName(error, text, p.sql, start) : error;
  }
}

/** A type's name as it may be written: `DECIMAL(5,2)` with blanks around its brackets and commas. */
function withBlanks(name: string): RegExp {
  return new RegExp(name.replace(/[^\w(),]/g, '\\$&').replace(/[(),]/g, '\\s*\\$&\\s*').replace(/\\s\*$/, ''), 'i');
}

/** The error at the name of the type that there is not. */
function atName(error: SparkError, text: string, sqlText: string, offset: number): SparkError {
  const name = (error.parameters.typeName ?? error.parameters.type ?? '').replaceAll('"', '');
  const found = name === '' ? /^.*$/s.exec(text) : withBlanks(name).exec(text);
  if (error.condition?.startsWith('DECIMAL') === true || found === null) return error;
  const start = offset + found.index;
  return placed(error, { sqlText, start, stop: start + found[0].length });
}

/** The type after AS in a cast, in its JSON form. */
export function castType(p: Parser): TypeJson {
  return typeToJson(withoutLengths(dataType(p)));
}
