/** Evaluates a challenge's plan criteria on the cases that it names, over the judge's own plan of what was submitted. */
import { planTree } from '../../engine/index.ts';
import type { PhysicalPlan } from '../../engine/index.ts';
import type { Challenge, PlanCriterion, PlanEvidence } from '../challenge.ts';
import type { JudgedCase } from '../judge/batch.ts';
import { raisedError } from '../judge/errors.ts';
import type { CriterionVerdict } from '../verdict.ts';
import { below } from './plan-walk.ts';

function evidenceOf(judged: JudgedCase): PlanEvidence {
  const plan = judged.engine.physical(judged.plan);
  const known = new Map<PhysicalPlan, ReadonlySet<string>>();
  const inputsBelow = (p: PhysicalPlan): ReadonlySet<string> => {
    const cached = known.get(p);
    if (cached !== undefined) return cached;
    const names = new Set([...judged.engine.ownersOf(p), ...below(p).flatMap((x) => [...inputsBelow(x)])]);
    known.set(p, names);
    return names;
  };
  return { plan, inputsBelow, show: (p) => planTree(p).simpleString.replaceAll(/#\d+L?/g, '').replaceAll(/,? \[plan_id=\d+\]/g, '') };
}

function judgesPlan(judged: JudgedCase): boolean {
  const { kind } = judged.c;
  return judged.c.judgesPlan ?? (kind === 'visible' || kind === 'seeded');
}

/** A criterion holds if it does on every case that it is judged on; the first that breaks it is told. */
export function judgeCriteria(challenge: Challenge, cases: readonly JudgedCase[]): CriterionVerdict[] {
  const main = challenge.parts[0];
  const looked = cases.filter((j) => j.part === main && judgesPlan(j));
  const evidence: PlanEvidence[] = [];
  for (const judged of looked) {
    try {
      evidence.push(evidenceOf(judged));
    } catch (error) {
      const sentence = `The plan could not be made: ${raisedError(error).message}`;
      return challenge.criteria.map(({ id, title }) => ({ id, title, status: 'failed', sentence, evidence: null }));
    }
  }
  return challenge.criteria.map((c) => judgeOne(c, evidence));
}

function judgeOne(criterion: PlanCriterion, evidence: readonly PlanEvidence[]): CriterionVerdict {
  const { id, title } = criterion;
  const results = evidence.map(criterion.judge);
  const told = results.find((r) => !r.passed) ?? results[0];
  if (told === undefined) return { id, title, status: 'not_judged', sentence: 'No case gave a plan to look at.', evidence: null };
  return { id, title, status: told.passed ? 'passed' : 'failed', sentence: told.sentence, evidence: told.evidence ?? null };
}
