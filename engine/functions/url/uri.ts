/** Addresses taken apart as `java.net.URI` does (RFC 2396, with other letters than ASCII's allowed). */

export interface Uri {
  readonly scheme: string | null;
  readonly authority: string | null;
  readonly userInfo: string | null;
  readonly host: string | null;
  readonly path: string | null;
  readonly query: string | null;
  readonly fragment: string | null;
}

/** Letters beyond ASCII that are neither blanks nor controls. */
const OTHER = '[^\\u0000-\\u009f\\s\\u00a0\\u2028\\u2029]';
const ESCAPED = '%[0-9A-Fa-f]{2}';
const UNRESERVED = "A-Za-z0-9_\\-!.~'()*";

function allowed(more: string): RegExp {
  return new RegExp(`^(?:[${UNRESERVED}${more}]|${ESCAPED}|${OTHER})*$`, 'u');
}
const PATH = allowed(':@&=+$,/;');
const URIC = allowed(';/?:@&=+$,\\[\\]');
const REGISTRY = allowed('$,;:@&=+');
const USER_INFO = allowed(';:&=+$,');

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const HOST_NAME = new RegExp(`^(?:${LABEL}\\.)*[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.?$`);
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const IPV6 = /^\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9_.-]+)?\]$/;

function isHost(text: string): boolean {
  const quad = IPV4.exec(text);
  if (quad !== null) return quad.slice(1).every((n) => Number(n) <= 255);
  return HOST_NAME.test(text) || IPV6.test(text);
}

type Server = Pick<Uri, 'userInfo' | 'host'>;

/** `user@host:port`; undefined where the authority is not of that form. */
function server(authority: string): Server | undefined {
  const at = authority.indexOf('@');
  const userInfo = at < 0 ? null : authority.slice(0, at);
  const m = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority.slice(at + 1));
  if (m === null || !isHost(m[1] as string)) return undefined;
  if (userInfo !== null && !USER_INFO.test(userInfo)) return undefined;
  return { userInfo, host: m[1] as string };
}

const PARTS = /^(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** The parts, undecoded; null where Java would refuse the address. */
export function parseUri(text: string): Uri | null {
  const colon = /^([^:/?#]*):/.exec(text);
  const scheme = colon === null ? null : (colon[1] as string);
  if (scheme !== null && !/^[A-Za-z][A-Za-z0-9+.-]*$/.test(scheme)) return null;
  const rest = colon === null ? text : text.slice(colon[0].length);
  if (scheme !== null && (rest === '' || rest.startsWith('#'))) return null;
  if (scheme !== null && !rest.startsWith('/')) return opaque(scheme, rest);
  const m = PARTS.exec(rest) as RegExpExecArray;
  const [, authority, path = '', query = null, fragment = null] = m;
  if (!PATH.test(path) || !URIC.test(query ?? '') || !URIC.test(fragment ?? '')) return null;
  if (authority === '' && path === '') return null;
  if (authority === undefined || authority === '') return { scheme, authority: null, userInfo: null, host: null, path, query, fragment };
  const found = server(authority);
  if (found === undefined && !REGISTRY.test(authority)) return null;
  return { scheme, authority, ...(found ?? { userInfo: null, host: null }), path, query, fragment };
}

/** `mailto:a@b.c`: nothing but a scheme and what only that scheme understands. */
function opaque(scheme: string, rest: string): Uri | null {
  const hash = rest.indexOf('#');
  const body = hash < 0 ? rest : rest.slice(0, hash);
  const fragment = hash < 0 ? null : rest.slice(hash + 1);
  if (!URIC.test(body) || !URIC.test(fragment ?? '')) return null;
  return { scheme, authority: null, userInfo: null, host: null, path: null, query: null, fragment };
}
