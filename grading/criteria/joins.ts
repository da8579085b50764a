/** Criteria on joins and on how the result is distributed, over the judge's own physical plan. */
import type { PhysicalPlan } from '../../engine/index.ts';
import type { PlanCriterion } from '../challenge.ts';
import { belowProjections, broadcastSide, isJoin, operators } from './plan-walk.ts';

function list(names: readonly string[]): string {
  return names.map((n) => `\`${n}\``).join(' and ');
}

/** Each named input is on the broadcast side of a join. */
export function broadcastsInputs(names: readonly string[]): PlanCriterion {
  return {
    id: 'dimensions_broadcast',
    title: `${list(names)} are broadcast`,
    judge: (e) => {
      const sides = operators(e.plan).flatMap((p) => broadcastSide(p) ?? []);
      const broadcast = new Set(sides.flatMap((p) => [...e.inputsBelow(p)]));
      const missing = names.filter((n) => !broadcast.has(n));
      if (missing.length === 0) return { passed: true, sentence: `${list(names)} are sent whole to every executor.` };
      const join = operators(e.plan).find((p) => isJoin(p) && missing.some((n) => e.inputsBelow(p).has(n)));
      return {
        passed: false,
        sentence: `${list(missing)} ${missing.length === 1 ? 'is' : 'are'} not broadcast: automatic broadcasting is off here, so say it with \`broadcast(…)\`.`,
        ...(join === undefined ? {} : { evidence: e.show(join) }),
      };
    },
  };
}

/** Rows of the input pass no exchange (and are not broadcast) below any join. */
export function doesNotMoveForJoins(name: string): PlanCriterion {
  return {
    id: 'fact_not_shuffled',
    title: `\`${name}\` is not shuffled for the joins`,
    judge: (e) => {
      const joins = operators(e.plan).filter((p) => isJoin(p) && e.inputsBelow(p).has(name));
      for (const join of joins) {
        const moved = operators(join).find((p) => (p.op === 'Exchange' || p.op === 'BroadcastExchange') && e.inputsBelow(p).has(name));
        if (moved === undefined) continue;
        const how = moved.op === 'Exchange' ? 'shuffled' : 'broadcast';
        return { passed: false, sentence: `The large table \`${name}\` is ${how} below a join: leave it where it is and broadcast the small ones.`, evidence: e.show(moved) };
      }
      return { passed: true, sentence: `\`${name}\` stays where it is; only small tables travel.` };
    },
  };
}

function columnName(exchange: Extract<PhysicalPlan, { op: 'Exchange' }>): string | null {
  const { partitioning } = exchange;
  if (partitioning.kind !== 'hash' || partitioning.expressions.length !== 1) return null;
  const [key] = partitioning.expressions;
  return key?.kind === 'attribute' ? key.name : null;
}

/** The last step distributes rows by hash of one column into so many partitions, as `repartition(n, column)` does. */
export function endsRepartitioned(numPartitions: number, column: string): PlanCriterion {
  return {
    id: 'result_repartitioned',
    title: `The result is repartitioned to ${numPartitions} by \`${column}\``,
    judge: (e) => {
      const last = belowProjections(e.plan);
      if (last.op !== 'Exchange') {
        return { passed: false, sentence: `The result is not repartitioned: end with \`repartition(${numPartitions}, "${column}")\`.`, evidence: e.show(last) };
      }
      const by = columnName(last);
      const { partitioning } = last;
      const count = partitioning.kind === 'hash' || partitioning.kind === 'range' || partitioning.kind === 'roundRobin' ? partitioning.numPartitions : 1;
      if (partitioning.kind !== 'hash' || by !== column) {
        return { passed: false, sentence: `The result is repartitioned, but not by the hash of \`${column}\`.`, evidence: e.show(last) };
      }
      if (count !== numPartitions) {
        return { passed: false, sentence: `The result is repartitioned into ${count} partitions, not ${numPartitions}.`, evidence: e.show(last) };
      }
      return { passed: true, sentence: `Rows are spread over ${numPartitions} partitions by \`${column}\`.`, evidence: e.show(last) };
    },
  };
}
