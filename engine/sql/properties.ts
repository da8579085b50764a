/** Lists of properties in brackets, and those that are told in other ways. */
import { parseError, placed } from './errors.ts';
import type { Parser } from './parser.ts';

interface Property {
  readonly key: string;
  readonly value?: string;
}

/** `(key value, 'key' = 'value', a.b true, c)`. */
function propertyList(p: Parser): Property[] {
  return p.parenthesized(() =>
    p.commaList((): Property => {
      const key = p.peek().kind === 'string' ? p.string() : p.multipartIdentifier().join('.');
      const needed = p.accept('=');
      if (!needed && p.isAny([',', ')'])) return { key };
      const sign = p.accept('-') ? '-' : '';
      if (p.peek().kind === 'symbol' || p.peek().kind === 'end') p.fail();
      const token = p.next();
      return { key, value: sign + (/^(true|false)$/i.test(token.value) && token.kind === 'word' ? token.value.toLowerCase() : token.value) };
    }),
  );
}

/** Keys with their values. Raises an error for keys without. */
export function properties(p: Parser): Record<string, string> {
  const list = propertyList(p);
  const bare = list.filter((x) => x.value === undefined).map((x) => x.key);
  if (bare.length > 0) p.afterwards.push(() => refuse(p, `Values must be specified for key(s): [${bare.join(',')}]`));
  return Object.fromEntries(list.map((x) => [x.key, x.value ?? '']));
}

/** Keys alone. */
export function propertyKeys(p: Parser): string[] {
  const list = propertyList(p);
  const full = list.filter((x) => x.value !== undefined).map((x) => x.key);
  if (full.length > 0) p.afterwards.push(() => refuse(p, `Values should not be specified for key(s): [${full.join(',')}]`));
  return list.map((x) => x.key);
}

function refuse(p: Parser, message: string): never {
  throw placed(parseError('_LEGACY_ERROR_TEMP_0035', null, { message }, `${message}.`), p.originFrom(0));
}

const USING = 'please use the USING clause to specify it';
const LOCATION = 'please use the LOCATION clause to specify it';
const OWNER = 'it will be set to the current user';
const OF_TABLES: Readonly<Record<string, string>> = {
  provider: USING,
  location: LOCATION,
  owner: OWNER,
  external: 'please use CREATE EXTERNAL TABLE',
  is_managed_location: 'please remove it from the TBLPROPERTIES list.',
};
const OF_SCHEMAS: Readonly<Record<string, string>> = { location: LOCATION, owner: OWNER };

/** Properties of a table or view. Raises UNSUPPORTED_FEATURE.SET_TABLE_PROPERTY for what has a clause of its own. */
export function tableProperties(p: Parser): Record<string, string> {
  return unreserved(p, properties(p), OF_TABLES, 'SET_TABLE_PROPERTY');
}

/** Properties of a schema. Raises UNSUPPORTED_FEATURE.SET_NAMESPACE_PROPERTY. */
export function schemaProperties(p: Parser): Record<string, string> {
  return unreserved(p, properties(p), OF_SCHEMAS, 'SET_NAMESPACE_PROPERTY');
}

function unreserved(p: Parser, given: Record<string, string>, reserved: Readonly<Record<string, string>>, kind: string): Record<string, string> {
  const property = Object.keys(given).find((k) => Object.hasOwn(reserved, k));
  if (property === undefined) return given;
  const msg = reserved[property] as string;
  p.afterwards.push(() => {
    throw placed(parseError(`UNSUPPORTED_FEATURE.${kind}`, '0A000', { property, msg }, `The property ${property} cannot be set: ${msg}.`), p.originFrom(0));
  });
  return given;
}
