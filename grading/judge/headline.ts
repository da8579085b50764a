/** The one sentence above a verdict, and its status. */
import { count } from '../compare/index.ts';
import type { CaseVerdict, CriterionVerdict, Verdict } from '../verdict.ts';

/** What both runtimes raise where the program has no function of the name. */
export const MISSING_FUNCTION = 'MissingFunctionError';

/** Passed: every case that was attempted, and every criterion. Error: the program has nothing that could be called. */
export function statusOf(cases: readonly CaseVerdict[], criteria: readonly CriterionVerdict[]): Verdict['status'] {
  const attempted = cases.filter((c) => c.status !== 'skipped');
  if (attempted.length > 0 && attempted.every((c) => c.error?.type === MISSING_FUNCTION)) return 'error';
  const allPassed = attempted.length > 0 && attempted.every((c) => c.status === 'passed');
  return allPassed && criteria.every((c) => c.status === 'passed') ? 'passed' : 'failed';
}

/** The case that tells most: one whose cause is most frequent, a known mistake before others. */
function telling(cases: readonly CaseVerdict[]): CaseVerdict | undefined {
  const wrong = cases.filter((c) => c.status === 'failed' || c.status === 'error');
  const times = new Map<string, number>();
  for (const c of wrong) times.set(c.cause ?? '', (times.get(c.cause ?? '') ?? 0) + 1);
  const weight = (c: CaseVerdict): number => (times.get(c.cause ?? '') ?? 0) + (isNamed(c.cause) ? wrong.length : 0);
  return wrong.toSorted((a, b) => weight(b) - weight(a))[0];
}

function isNamed(cause: string | null): boolean {
  return cause !== null && /^(mistake:|advice:|written_down|not_a_dataframe)/.test(cause);
}

export function headline(cases: readonly CaseVerdict[], criteria: readonly CriterionVerdict[]): string {
  const wrong = cases.filter((c) => c.status === 'failed' || c.status === 'error').length;
  const case_ = telling(cases);
  if (case_ !== undefined) {
    const head = wrong === cases.length ? '' : `${count(wrong, 'case')} of ${cases.length} ${wrong === 1 ? 'does' : 'do'} not pass. `;
    return `${head}${case_.sentence ?? ''}`.trim();
  }
  const criterion = criteria.find((c) => c.status === 'failed');
  if (criterion !== undefined) return `The rows are right. ${criterion.sentence}`;
  const skipped = cases.filter((c) => c.status === 'skipped').length;
  const done = `All ${cases.length - skipped} cases pass`;
  return criteria.length === 0 ? `${done}.` : `${done}, and the plan is as asked.`;
}
