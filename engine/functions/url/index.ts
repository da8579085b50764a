/** Functions of addresses. */
import { SparkError } from '../../core/index.ts';
import { StringType, utf8Bytes, utf8Text } from '../../types/index.ts';
import type { Value } from '../../types/index.ts';
import type { FunctionDeclaration, ScalarFunction } from '../define.ts';
import { compileJava } from '../regexp/java-pattern.ts';
import { PatternSyntaxError } from '../regexp/pattern-reader.ts';
import { exactText, text, typed } from '../typed.ts';
import { parseUri } from './uri.ts';
import type { Uri } from './uri.ts';

const family = 'url';

function part(uri: Uri, name: string): string | null {
  switch (name) {
    case 'HOST':
      return uri.host;
    case 'PATH':
      return uri.path;
    case 'QUERY':
      return uri.query;
    case 'REF':
      return uri.fragment;
    case 'PROTOCOL':
      return uri.scheme;
    case 'FILE':
      return uri.query === null ? uri.path : `${uri.path ?? ''}?${uri.query}`;
    case 'AUTHORITY':
      return uri.authority;
    case 'USERINFO':
      return uri.userInfo;
    default:
      return null;
  }
}

/** The value of a key in a query. The key is part of a regular expression, as it is in Spark. */
function valueOf(query: string, key: string): string | null {
  try {
    const pattern = compileJava(`(&|^)${key}=([^&]*)`);
    pattern.regexp.lastIndex = 0;
    const match = pattern.regexp.exec(query);
    return match === null ? null : (match[pattern.indices[2] as number] ?? null);
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error;
    throw new SparkError({ errorClass: 'IllegalArgumentException', condition: null, sentence: `The key "${key}" is not a regular expression: ${error.message}.` });
  }
}

function invalidUrl(url: string): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'INVALID_URL',
    sqlState: '22P02',
    parameters: { url },
    sentence: `"${url}" is not an address. Use try_parse_url to get NULL for it.`,
  });
}

function parsed(args: readonly Value[], raise: boolean): Value {
  const [url, name, key] = args as readonly [string, string, string?];
  if (key !== undefined && name !== 'QUERY') return null;
  const uri = parseUri(url);
  if (uri === null) {
    if (raise) throw invalidUrl(url);
    return null;
  }
  const found = part(uri, name);
  return found === null || key === undefined ? found : valueOf(found, key);
}

function declareParse(name: string, since: string, lenient: boolean): ScalarFunction {
  return typed({
    name,
    asks: { interpreted: { decidedBy: [] } },
    constancy: 'late',
    shownAs: 'parse_url',
    countedAs: 'parse_url',
    family,
    since,
    params: ['url', 'partToExtract', 'key?'],
    takes: [exactText],
    returns: StringType,
    nullable: true,
    doc: `A part of an address: HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY or USERINFO, or of its query the value of a key; ${lenient ? 'NULL' : 'an error'} for what is no address.`,
    examples: [
      [`${name}('http://spark.apache.org/path?query=1', 'HOST')`, 'spark.apache.org'],
      [`${name}('http://spark.apache.org/path?query=1', 'QUERY', 'query')`, '1'],
    ],
    row: (args, ctx) => parsed(args, !lenient && ctx.ansi),
  });
}

/** Form encoding: a space becomes a plus. */
function encodeUrl(s: string): string {
  let out = '';
  for (const b of utf8Bytes(s)) {
    const c = String.fromCharCode(b);
    if (/[A-Za-z0-9.\-*_]/.test(c)) out += c;
    else if (c === ' ') out += '+';
    else out += `%${b.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** Null where a percent sign is not followed by two hexadecimal digits. */
function decodeUrl(s: string): string | null {
  const spaced = s.replaceAll('+', ' ');
  if (/%(?![0-9A-Fa-f]{2})/.test(spaced)) return null;
  return spaced.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => utf8Text(Uint8Array.from(run.slice(1).split('%'), (h) => Number.parseInt(h, 16))));
}

function cannotDecode(url: string): SparkError {
  return new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'CANNOT_DECODE_URL',
    sqlState: '22546',
    parameters: { url },
    sentence: `"${url}" cannot be decoded: each % must be followed by two hexadecimal digits.`,
  });
}

function declareDecode(name: string, since: string, lenient: boolean): ScalarFunction {
  return typed({
    name,
    constancy: 'late',
    family,
    since,
    params: ['str'],
    takes: [text],
    shownAs: 'url_decode',
    returns: StringType,
    nullable: true,
    doc: `The text that url_encode would have made this of; ${lenient ? 'NULL' : 'an error'} where it is not encoded rightly.`,
    examples: [[`${name}('https%3A%2F%2Fspark.apache.org')`, 'https://spark.apache.org']],
    row: ([s]) => {
      const decoded = decodeUrl(s as string);
      if (decoded === null && !lenient) throw cannotDecode(s as string);
      return decoded;
    },
  });
}

const urlEncode = typed({
  name: 'url_encode',
  constancy: 'late',
  family,
  since: '3.4.0',
  params: ['str'],
  takes: [text],
  returns: StringType,
  nullable: true,
  doc: 'The text as forms send it: letters, digits and . - * _ stay, a space becomes +, all else % and hexadecimal digits.',
  examples: [["url_encode('https://spark.apache.org')", 'https%3A%2F%2Fspark.apache.org']],
  row: ([s]) => encodeUrl(s as string),
});

export const urlFunctions: readonly FunctionDeclaration[] = [
  declareParse('parse_url', '2.0.0', false),
  declareParse('try_parse_url', '4.0.0', true),
  urlEncode,
  declareDecode('url_decode', '3.4.0', false),
  declareDecode('try_url_decode', '4.0.0', true),
];
