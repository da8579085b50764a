/** Errors that candidates often meet in a challenge, and how to mend them. */
import type { Advice, Challenge } from '../challenge.ts';
import type { CaseError } from '../verdict.ts';

export function adviceFor(challenge: Challenge, error: CaseError): Advice | null {
  return challenge.advice.find((a) => applies(a, error)) ?? null;
}

function applies(a: Advice, error: CaseError): boolean {
  if (a.condition !== undefined && a.condition !== error.condition) return false;
  if (a.type !== undefined && a.type !== error.type) return false;
  return a.message === undefined || error.message.includes(a.message);
}
