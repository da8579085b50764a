/** SET and RESET, whose values are the rest of the text as it stands. */
import { unsupported } from '../core/index.ts';
import type { Parser } from './parser.ts';
import type { Statement } from './statement.ts';
import { invalidSetSyntax, setsVariable, setVariable } from './variables.ts';

const TIME_ZONE_KEY = 'spark.sql.session.timeZone';
const KEY = String.raw`(\x60[^\x60]+\x60|[A-Za-z0-9_.:\-]+)`;
const SET_TEXT = new RegExp(String.raw`^\s*SET\s+${KEY}(?:\s*=\s*([\s\S]*?))?\s*;?\s*$`, 'i');
const RESET_TEXT = new RegExp(String.raw`^\s*RESET\s+${KEY}\s*;?\s*$`, 'i');

function unquoted(text: string): string {
  return /^`[\s\S]+`$/.test(text) ? text.slice(1, -1) : text;
}

/** Takes all tokens, for the text was read by itself. */
function takeAll(p: Parser): void {
  p.index = p.tokens.length - 1;
}

function setTimeZone(p: Parser): Statement {
  p.expect('SET', 'TIME', 'ZONE');
  if (p.accept('LOCAL')) throw unsupported('SET TIME ZONE LOCAL', 'Name the zone, as in SET TIME ZONE \'UTC\'.');
  if (p.is('INTERVAL')) throw unsupported('SET TIME ZONE INTERVAL', "Write the offset, as in SET TIME ZONE '+01:00'.");
  return { kind: 'set', key: TIME_ZONE_KEY, value: p.string() };
}

/** SET [key [= value]], SET TIME ZONE 'zone', RESET [key]. Raises INVALID_SET_SYNTAX (42000). */
export function settingStatement(p: Parser): Statement {
  if (p.is('SET', 'TIME', 'ZONE')) return setTimeZone(p);
  if (setsVariable(p)) return setVariable(p);
  const command = p.peek().upper;
  const bare = p.peek(1).kind === 'end' || p.peek(1).upper === ';' || p.is('SET', '-', 'V');
  const m = (command === 'SET' ? SET_TEXT : RESET_TEXT).exec(p.sql);
  takeAll(p);
  if (command === 'RESET') {
    if (bare) return { kind: 'reset' };
    if (m === null) throw invalidSetSyntax();
    return { kind: 'reset', key: unquoted(m[1] as string) };
  }
  if (bare) return { kind: 'showConf' };
  if (m === null) throw invalidSetSyntax();
  const key = unquoted(m[1] as string);
  return m[2] === undefined ? { kind: 'showConf', key } : { kind: 'set', key, value: unquoted(m[2]) };
}
