/** Runs batches of rules. */
import type { LogicalPlan } from '../plan/index.ts';
import { checkRule } from './check.ts';
import type { Rule, RuleContext } from './rule.ts';
import { canonicalFingerprint, fingerprint } from './support/fingerprint.ts';

export interface RuleBatch {
  readonly name: string;
  /** `fixedPoint`: again until nothing changes. */
  readonly strategy: 'once' | 'fixedPoint';
  readonly rules: readonly Rule[];
}

/** Spark's `spark.sql.optimizer.maxIterations`: rules that still change the plan then are at odds with one another, and the plan is taken as it is. */
const MAX_ITERATIONS_COUNT = 100;
/** From this round on, plans that differ in the ids of their columns alone are looked for: what gives one gives such plans for ever. */
const ROUNDS_OF_OWN_IDS = 6;

export function runBatches(batches: readonly RuleBatch[], plan: LogicalPlan, context: RuleContext): LogicalPlan {
  return batches.reduce((p, batch) => runBatch(batch, p, context), plan);
}

function isWanted(rule: Rule, context: RuleContext): boolean {
  if (rule.required === true) return true;
  if (context.onlyRules !== undefined && !context.onlyRules.has(rule.name)) return false;
  return context.disabledRules?.has(rule.name) !== true;
}

function runBatch(batch: RuleBatch, plan: LogicalPlan, context: RuleContext): LogicalPlan {
  const rules = batch.rules.filter((r) => isWanted(r, context));
  if (batch.strategy === 'once') return rules.reduce((p, rule) => runRule(rule, p, context), plan);
  let current = plan;
  let canonical: string | undefined;
  for (let i = 0; i < MAX_ITERATIONS_COUNT; i++) {
    const before = current;
    for (const rule of rules) current = runRule(rule, current, context);
    if (current === before || fingerprint(current) === fingerprint(before)) return before;
    if (i < ROUNDS_OF_OWN_IDS) continue;
    const known = canonical;
    canonical = canonicalFingerprint(current);
    if (canonical === known) return current;
  }
  return current;
}

function runRule(rule: Rule, plan: LogicalPlan, context: RuleContext): LogicalPlan {
  const next = rule.apply(plan, context);
  if (next !== plan) checkRule(rule, plan, next);
  return next;
}
