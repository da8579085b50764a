/** The verdict in the results format of Exercism's test runners (`results.json`, version 2). */
import type { CaseVerdict, Verdict } from '../verdict.ts';
import { diffLines } from './diff-lines.ts';

interface ExercismTest {
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'error';
  readonly message: string | null;
}
interface ExercismResults {
  readonly version: 2;
  readonly status: 'pass' | 'fail' | 'error';
  readonly message: string | null;
  readonly tests: readonly ExercismTest[];
}

const STATUS = { passed: 'pass', failed: 'fail', error: 'error' } as const;

function caseTest(c: CaseVerdict): ExercismTest[] {
  if (c.status === 'skipped') return [];
  const message = c.status === 'passed' ? null : [c.sentence ?? '', ...c.diffs.flatMap(diffLines)].join('\n');
  return [{ name: c.title, status: STATUS[c.status], message }];
}

export function exercismReport(v: Verdict): string {
  const criteria = v.criteria.flatMap((c): ExercismTest[] =>
    c.status === 'not_judged' ? [] : [{ name: c.title, status: STATUS[c.status], message: c.status === 'passed' ? null : c.sentence }],
  );
  const tests = [...v.cases.flatMap(caseTest), ...criteria];
  // At the top `error` means that nothing could be run; an error inside a test is a failed test there.
  const status = v.error !== null ? 'error' : v.status === 'passed' ? 'pass' : 'fail';
  const results: ExercismResults = { version: 2, status, message: v.error === null ? null : v.error.traceback || v.sentence, tests: v.error === null ? tests : [] };
  return `${JSON.stringify(results, null, 2)}\n`;
}
