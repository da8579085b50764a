/** SET and RESET, whose values are the rest of the text as it stands. */
import { unsupported } from '../core/index.ts';
import { parseError, placed } from './errors.ts';
import { startsInterval } from './intervals.ts';
import type { Parser } from './parser.ts';
import type { Statement } from './statement.ts';
import { invalidSetSyntax, setsVariable, setVariable } from './variables.ts';
import { zoneOfInterval } from './zone-interval.ts';

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
  const from = p.index;
  p.expect('SET', 'TIME', 'ZONE');
  if (p.accept('LOCAL')) throw unsupported('SET TIME ZONE LOCAL', 'Name the zone, as in SET TIME ZONE \'UTC\'.');
  const value = startsInterval(p) ? zoneOfInterval(p, from) : p.peek().kind === 'string' ? p.string() : undefined;
  if (value === undefined || (p.peek().kind !== 'end' && !p.is(';'))) {
    takeAll(p);
    const sentence = 'SET TIME ZONE takes a text, INTERVAL with a distance from UTC, or LOCAL, and nothing more.';
    throw placed(parseError('_LEGACY_ERROR_TEMP_0045', null, {}, sentence), p.originFrom(from));
  }
  return { kind: 'set', key: TIME_ZONE_KEY, value };
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
