/** Names that a WITH inside of another gives a second time. */
import { analysisError } from '../core/index.ts';
import type { Relation } from '../plan/index.ts';
import { quoteIdentifier } from '../types/index.ts';
import type { Analysis, Scope } from './analysis.ts';
import { withoutPlace } from './origins.ts';

const CONF = 'spark.sql.legacy.ctePrecedencePolicy';

/**
 * Of a definition of WITH or a subquery that begins with WITH. Raises AMBIGUOUS_ALIAS_IN_NESTED_CTE under the policy
 * EXCEPTION; under others the inner name hides the outer one.
 */
export function refuseSecondNames(query: Relation, analysis: Analysis, scope: Scope): void {
  if (query.type !== 'WithCTE' || analysis.context.conf(CONF)?.toUpperCase() !== 'EXCEPTION') return;
  const second = query.ctes.find((c) => scope.ctes.has(analysis.nameKey(c.name)));
  if (second === undefined) return;
  const name = quoteIdentifier(second.name);
  throw withoutPlace(
    analysisError(
      'AMBIGUOUS_ALIAS_IN_NESTED_CTE',
      '42KD0',
      { name, config: `"${CONF}"`, docroot: 'https://spark.apache.org/docs/latest' },
      `The name ${name} is given by two WITHs, one inside the other: rename one, or set ${CONF} to CORRECTED.`,
    ),
  );
}
