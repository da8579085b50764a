/** What holds after every rule. */
import { invariant } from '../core/index.ts';
import { expressionsOf, inputsOf, referencesOf, somePlan } from '../plan/index.ts';
import type { AttributeReference, LogicalPlan } from '../plan/index.ts';
import { sameType, simpleString } from '../types/index.ts';
import type { Rule } from './rule.ts';

/** The rule kept the plan's columns, and every expression still finds the columns that it names. */
export function checkRule(rule: Rule, before: LogicalPlan, after: LogicalPlan): void {
  checkSchema(rule, before.output, after.output);
  checkReferences(rule, after);
}

function checkSchema(rule: Rule, before: readonly AttributeReference[], after: readonly AttributeReference[]): void {
  invariant(before.length === after.length, `rule ${rule.name} changed the number of columns from ${before.length} to ${after.length}`);
  before.forEach((a, i) => {
    const b = after[i] as AttributeReference;
    invariant(a.name === b.name, `rule ${rule.name} renamed column ${a.name} to ${b.name}`);
    invariant(sameType(a.type, b.type, true), `rule ${rule.name} changed column ${a.name} from ${simpleString(a.type)} to ${simpleString(b.type)}`);
    invariant(rule.renumbers === true || a.exprId === b.exprId, `rule ${rule.name} changed the id of column ${a.name} from ${a.exprId} to ${b.exprId}`);
  });
}

function checkReferences(rule: Rule, root: LogicalPlan): void {
  somePlan(root, (p) => {
    const inputs = inputsOf(p);
    if (p.node === 'DataSourceScan') return false;
    const seen = new Set(inputs.flatMap((x) => x.output.map((a) => a.exprId)));
    for (const a of referencesOf(...expressionsOf(p)).values()) {
      invariant(seen.has(a.exprId), `rule ${rule.name} left ${p.node} without its column ${a.name}#${a.exprId}`);
    }
    if (p.node === 'Join') checkDistinct(rule, p.left, p.right);
    return false;
  });
}

/** The two sides of a join share no column. */
function checkDistinct(rule: Rule, left: LogicalPlan, right: LogicalPlan): void {
  const ids = new Set(left.output.map((a) => a.exprId));
  const shared = right.output.find((a) => ids.has(a.exprId));
  invariant(shared === undefined, `rule ${rule.name} left both sides of a join with column ${shared?.name}#${shared?.exprId}`);
}
