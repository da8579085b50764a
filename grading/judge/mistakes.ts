/**
 * Known mistakes: that one explains an answer which gives the same rows in most of the cases that failed. Answers often agree
 * with several in small cases, so the largest are looked at first, and a mistake is left as soon as another explains more.
 */
import { compare } from '../compare/index.ts';
import type { CaseVerdict } from '../verdict.ts';
import type { WrongAnswer } from './batch.ts';
import { tablesOf, valuesOf } from './case-engine.ts';

export interface KnownMistake {
  readonly id: string;
  readonly sentence: string;
}

/** The mistake that explains most of the failures, and those that it explains; null if none explains any. */
export function bestMistake<M extends KnownMistake, F>(
  mistakes: readonly M[],
  failures: readonly F[],
  explains: (mistake: M, failure: F) => boolean,
): { readonly mistake: M; readonly explained: readonly F[] } | null {
  let best: { mistake: M; explained: readonly F[] } | null = null;
  let fewest = failures.length;
  for (const mistake of mistakes) {
    const explained: F[] = [];
    let left = 0;
    for (const f of failures) {
      if (explains(mistake, f)) explained.push(f);
      else if (++left >= fewest) break;
    }
    if (left >= fewest) continue;
    fewest = left;
    best = { mistake, explained };
    if (left === 0) break;
  }
  return best;
}

/** The verdict with the mistake's sentence in place of what the rows tell. */
export function blamed(verdict: CaseVerdict, mistake: KnownMistake): CaseVerdict {
  return { ...verdict, cause: `mistake:${mistake.id}`, sentence: mistake.sentence };
}

function size(w: WrongAnswer): number {
  return tablesOf(w.judged.c).reduce((n, t) => n + t.rows.length, 0);
}

/** Verdicts of failed cases that a known mistake explains, by case. All are of one part. */
export function blameBatch(wrong: readonly WrongAnswer[]): Map<string, CaseVerdict> {
  const [first] = wrong;
  if (first === undefined) return new Map();
  const { part } = first.judged;
  const largestFirst = wrong.toSorted((a, b) => size(b) - size(a));
  const found = bestMistake(part.mistakes, largestFirst, (m, w) => {
    const table = w.judged.engine.query(m.query(valuesOf(part, w.judged.c)));
    return compare({ table }, w.answer, part.comparison).equal;
  });
  return new Map((found?.explained ?? []).map((w) => [w.judged.c.id, blamed(w.verdict, (found as NonNullable<typeof found>).mistake)]));
}
