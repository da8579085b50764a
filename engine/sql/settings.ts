/** SET and RESET, whose values are the rest of the text as it stands. */
import { analysisError } from '../core/index.ts';
import type { SparkError } from '../core/index.ts';
import { parseError, placed, SyntaxFailure } from './errors.ts';
import { startsInterval } from './intervals.ts';
import type { Parser } from './parser.ts';
import type { Statement } from './statement.ts';
import { setsVariable, setVariable, SET_SENTENCE } from './variables.ts';
import { zoneOfInterval } from './zone-interval.ts';

const TIME_ZONE_KEY = 'spark.sql.session.timeZone';
const KEY = String.raw`([a-zA-Z_\d\\.:]+)`;
const KEY_VALUE = new RegExp(String.raw`^${KEY}\s*=([^;]*);*$`);
const KEY_ALONE = new RegExp(String.raw`^${KEY}\s*;*$`);
const VALUE = /^([^;]*);*$/;

function ends(p: Parser, ahead: number): boolean {
  return p.peek(ahead).kind === 'end' || p.peek(ahead).upper === ';';
}

/** Takes all tokens, for the text was read by itself. */
function takeAll(p: Parser): void {
  p.index = p.tokens.length - 1;
}

/** An error at the whole statement, from its first token on. */
function refused(p: Parser, from: number, condition: string, sqlState: string | null, parameters: Readonly<Record<string, string>>, sentence: string): SparkError {
  takeAll(p);
  while (p.tokens[p.index - 1]?.text === ';') p.index -= 1;
  return placed(parseError(condition, sqlState, parameters, sentence), p.originFrom(from));
}

function invalidSet(p: Parser, from: number): SparkError {
  return refused(p, from, 'INVALID_SET_SYNTAX', '42000', {}, SET_SENTENCE);
}

/** What stands behind a token. */
function restBehind(p: Parser, index: number): string {
  return p.sql.slice(p.tokens[index]?.stop).trim();
}

function takeStrings(p: Parser): string {
  let value = p.string();
  while (p.peek().kind === 'string') value += p.string();
  return value;
}

function zoneName(p: Parser, from: number): string | undefined {
  if (p.accept('LOCAL')) return p.options.localTimeZone ?? 'UTC';
  if (p.peek().kind === 'string') return takeStrings(p);
  if (!startsInterval(p)) return undefined;
  try {
    return zoneOfInterval(p, from);
  } catch (error) {
    if (error instanceof SyntaxFailure) return undefined;
    throw error;
  }
}

function setTimeZone(p: Parser): Statement {
  const from = p.index;
  p.expect('SET', 'TIME', 'ZONE');
  const value = zoneName(p, from);
  if (value === undefined || !ends(p, 0)) {
    throw refused(p, from, '_LEGACY_ERROR_TEMP_0045', null, {}, 'SET TIME ZONE takes a text, INTERVAL with a distance from UTC, or LOCAL, and nothing more.');
  }
  return { kind: 'set', key: TIME_ZONE_KEY, value };
}

/** `` SET `key` ``, `` SET `key` = … ``. Raises INVALID_PROPERTY_VALUE. */
function setQuotedKey(p: Parser): Statement {
  const from = p.index;
  const key = p.peek(1).value;
  if (ends(p, 2)) {
    takeAll(p);
    return { kind: 'showConf', key };
  }
  if (p.peek(2).upper !== '=') throw invalidSet(p, from);
  const text = restBehind(p, from + 2);
  const value = VALUE.exec(text)?.[1];
  if (value === undefined) {
    const parameters = { value: `"${text}"`, key: `"${key}"` };
    throw refused(p, from, 'INVALID_PROPERTY_VALUE', '42602', parameters, `"${text}" cannot be the value of a setting. Put it in back-quotes.`);
  }
  takeAll(p);
  return { kind: 'set', key, value };
}

/** The index of the last token, if it is a name in back-quotes behind `=`. */
function quotedValue(p: Parser): number | undefined {
  let last = p.tokens.length - 2;
  while (p.tokens[last]?.text === ';') last -= 1;
  return last > p.index + 2 && p.tokens[last]?.kind === 'quoted' && p.tokens[last - 1]?.text === '=' ? last : undefined;
}

/** `` SET … = `value` ``. Raises INVALID_PROPERTY_KEY. */
function setQuotedValue(p: Parser, index: number): Statement {
  const from = p.index;
  const { value } = p.tokens[index] as (typeof p.tokens)[number];
  const isQuoted = index === from + 3 && p.peek(1).kind === 'quoted';
  const key = isQuoted ? p.peek(1).value : p.sql.slice(p.peek().stop, p.tokens[index - 1]?.start).trim();
  if (!isQuoted && !KEY_ALONE.test(key)) {
    const parameters = { key: `"${key}"`, value: `"${value}"` };
    throw refused(p, from, 'INVALID_PROPERTY_KEY', '42602', parameters, `"${key}" cannot be the name of a setting. Put it in back-quotes.`);
  }
  takeAll(p);
  return { kind: 'set', key, value };
}

function setStatement(p: Parser): Statement {
  const from = p.index;
  if (p.peek(1).kind === 'string' && p.peek(1).text.startsWith('"')) p.fail(p.peek(1));
  if (p.is('SET', 'PATH', '=')) {
    throw analysisError('UNSUPPORTED_FEATURE.SET_PATH_WHEN_DISABLED', '0A000', { config: 'spark.sql.path.enabled' }, 'SET PATH needs spark.sql.path.enabled to be true.');
  }
  const quoted = quotedValue(p);
  if (quoted !== undefined) return setQuotedValue(p, quoted);
  if (p.peek(1).kind === 'quoted') return setQuotedKey(p);
  const text = restBehind(p, from);
  const pair = KEY_VALUE.exec(text);
  const key = KEY_ALONE.exec(text);
  if (pair === null && key === null && !/^(?:-v)?;*$/.test(text)) throw invalidSet(p, from);
  takeAll(p);
  if (pair !== null) return { kind: 'set', key: pair[1] as string, value: (pair[2] as string).trim() };
  if (key !== null) return { kind: 'showConf', key: key[1] as string };
  return text.startsWith('-v') ? { kind: 'showConf', described: true } : { kind: 'showConf' };
}

function resetStatement(p: Parser): Statement {
  const from = p.index;
  const text = restBehind(p, from);
  const quoted = p.peek(1).kind === 'quoted' && ends(p, 2);
  const key = quoted ? p.peek(1).value : KEY_ALONE.exec(text)?.[1];
  if (key === undefined && !/^;*$/.test(text)) {
    throw refused(p, from, 'INVALID_RESET_COMMAND_FORMAT', '42000', {}, 'RESET takes nothing, or one key. Put a key with unusual characters in back-quotes.');
  }
  takeAll(p);
  return key === undefined ? { kind: 'reset' } : { kind: 'reset', key };
}

/** SET [key [= value]], SET TIME ZONE 'zone', RESET [key]. Raises INVALID_SET_SYNTAX (42000) and INVALID_RESET_COMMAND_FORMAT. */
export function settingStatement(p: Parser): Statement {
  if (p.is('SET', 'TIME', 'ZONE')) return setTimeZone(p);
  if (setsVariable(p)) return setVariable(p);
  return p.is('SET') ? setStatement(p) : resetStatement(p);
}
