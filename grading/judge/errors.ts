/** Errors in the verdict: the user's, and those that the submitted plan raised in the judge's engine. */
import { SparkError } from '../../engine/index.ts';
import type { SubmittedError } from '../submission.ts';
import type { CaseError } from '../verdict.ts';

export function submittedError(e: SubmittedError): CaseError {
  const last = e.frames.at(-1);
  return {
    type: e.type,
    message: e.message,
    traceback: e.traceback,
    condition: e.condition,
    sqlState: e.sqlState,
    line: last?.line ?? null,
    column: last?.column ?? null,
  };
}

/** What running the plan raised: Spark's error, or a plan that is no plan. */
export function raisedError(error: unknown): CaseError {
  if (error instanceof SparkError) {
    return {
      type: error.errorClass,
      message: error.message,
      traceback: '',
      condition: error.condition,
      sqlState: error.sqlState,
      line: lineOf(error.context[0]?.callSite),
      column: null,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { type: 'PlanError', message, traceback: '', condition: null, sqlState: null, line: null, column: null };
}

/** Line of a call site such as `solution.py:4`. */
function lineOf(callSite: string | undefined): number | null {
  const found = /:(\d+)$/.exec(callSite ?? '');
  return found === null ? null : Number(found[1]);
}

export function errorSentence(e: CaseError): string {
  const first = e.message.split('\n', 1)[0] ?? '';
  const shown = first.length > 300 ? `${first.slice(0, 300)}…` : first;
  const where = e.line === null ? '' : ` (line ${e.line})`;
  return `${e.type}${where}: ${shown}`;
}

/** The error, and then how to mend it. */
export function advisedSentence(e: CaseError, advice: string): string {
  const told = errorSentence(e);
  return /[.!?…]$|SQLSTATE: \w+$/.test(told) ? `${told} ${advice}` : `${told}. ${advice}`;
}
