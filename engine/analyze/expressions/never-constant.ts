/** Calls that Spark's analysis takes for no constants, whatever their arguments are. */
import { OPERATOR } from '../../plan/index.ts';
import type { ResolvedExpression } from '../../plan/index.ts';

/** Replaced by other expressions once analysis is over; until then they count as no constants. */
const REPLACED_LATER: ReadonlySet<string> = new Set([
  'try_add', 'try_subtract', 'try_multiply', 'try_divide', 'try_mod', 'subtract_interval', 'equal_null', OPERATOR.between,
  'ifnull', 'nvl', 'nvl2', 'nullif', 'zeroifnull', 'nullifzero',
  'decode', 'encode', 'hmac', 'aes_encrypt', 'aes_decrypt', 'try_aes_decrypt', 'to_binary', 'try_to_binary',
  'left', 'right', 'split_part', 'btrim', 'jaro_winkler_similarity', 'luhn_check',
  'is_valid_utf8', 'make_valid_utf8', 'validate_utf8', 'try_validate_utf8',
  'regexp_count', 'regexp_substr', 'ilike',
  'date_part', 'datepart', 'extract', 'to_date', 'try_to_date', 'to_timestamp', 'try_to_timestamp', 'to_timestamp_ltz', 'to_timestamp_ntz',
  'try_make_timestamp', 'try_make_interval', 'current_timezone',
  'parse_url', 'try_parse_url', 'url_encode', 'url_decode', 'try_url_decode',
  'array_size', 'try_element_at', 'array_append', 'array_prepend', 'array_compact', 'map_contains_key',
  'variant_delete', 'variant_strip_nulls',
  'vector_cosine_similarity', 'vector_inner_product', 'vector_l2_distance', 'vector_norm', 'vector_normalize',
]);

/** Expressions that just do not call themselves constant. */
const NEVER: ReadonlySet<string> = new Set([
  'elt', 'arrays_zip', 'map_concat', 'reflect', 'java_method', 'try_reflect', 'assert_true', 'raise_error',
  'current_user', 'user', 'session_user', 'current_database', 'current_schema', 'current_catalog', 'current_path', 'version',
]);

/** Whether a foldable expression is a constant at once, once parts of it have been replaced, or not at all in Spark's analysis. */
export function constancyOf(e: ResolvedExpression): 'constant' | 'late' | 'never' {
  switch (e.kind) {
    case 'higherOrder':
      return 'never';
    case 'cast':
    case 'alias':
      return constancyOf(e.child);
    case 'call': {
      // The type of a value is known whatever the value is.
      if (e.fn.name === 'typeof') return 'constant';
      const parts = e.args.map(constancyOf);
      if (NEVER.has(e.fn.name) || parts.includes('never')) return 'never';
      return REPLACED_LATER.has(e.fn.name) || parts.includes('late') ? 'late' : 'constant';
    }
    default:
      return 'constant';
  }
}

/** Whether the analysis takes a foldable expression for a constant. */
export function staysConstant(e: ResolvedExpression): boolean {
  return constancyOf(e) === 'constant';
}
