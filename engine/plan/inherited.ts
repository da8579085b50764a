import type { ResolvedExpression } from './resolved.ts';

/**
 * Functions that Spark keeps as what they are replaced by, with their arguments only for show (`InheritAnalysisRules`):
 * no rule of the analyzer reaches into those arguments.
 */
const SHOWN_ONLY: ReadonlySet<string> = new Set([
  'assert_true', 'between', 'btrim', 'decode', 'equal_null', 'extract', 'ifnull', 'nullif', 'nullifzero', 'nvl', 'nvl2', 'try_add', 'try_aes_decrypt', 'try_divide', 'try_element_at',
  'try_make_interval', 'try_mod', 'try_multiply', 'try_parse_url', 'try_reflect', 'try_subtract', 'try_to_binary', 'try_url_decode', 'zeroifnull',
]);

export function showsArgumentsOnly(e: ResolvedExpression): boolean {
  return e.kind === 'call' && SHOWN_ONLY.has(e.fn.name);
}
