/**
 * Adds exchanges and sorts where an operator's inputs are not partitioned or ordered as it needs (Spark's
 * `EnsureRequirements`). What an input already satisfies is left as it is.
 */
import { expressionKey, semanticEquals } from '../plan/index.ts';
import type { ResolvedExpression } from '../plan/index.ts';
import { confBytes, shufflePartitions } from './conf.ts';
import type { Conf } from './conf.ts';
import type { Numbers } from './context.ts';
import { physicalInputs, transformPhysicalUp, withPhysicalInputs } from './nodes.ts';
import type { PhysicalPlan, ShuffledHashJoinExec, SortMergeJoinExec } from './nodes.ts';
import { alternatives, orderingSatisfies, partitionCount, satisfies, SINGLE_PARTITION } from './partitioning.ts';
import type { Distribution, Partitioning } from './partitioning.ts';
import { outputOrdering, outputPartitioning } from './properties.ts';
import { requiredDistributions, requiredOrderings } from './requirements.ts';
import { statisticsOf } from './statistics.ts';

const MAX_SINGLE_PARTITION_BYTES = 128 * 2 ** 20;

type Clustered = Distribution & { readonly kind: 'clustered' };

export function ensureRequirements(root: PhysicalPlan, conf: Conf, numbers: Numbers): PhysicalPlan {
  const exchanged = transformPhysicalUp(root, (p) => {
    const reordered = p.op === 'SortMergeJoin' || p.op === 'ShuffledHashJoin' ? reorderKeys(p) : p;
    return new Ensurer(reordered, conf, numbers).run();
  });
  return dropRepartitionsOverwritten(exchanged);
}

/** Puts a join's keys in the order by which an input is already hashed. */
function reorderKeys<T extends SortMergeJoinExec | ShuffledHashJoinExec>(p: T): T {
  for (const [input, keys] of [[p.left, p.leftKeys], [p.right, p.rightKeys]] as const) {
    for (const a of alternatives(outputPartitioning(input))) {
      if (a.kind !== 'hash' || a.expressions.length !== keys.length) continue;
      const positions = a.expressions.map((e) => keys.findIndex((k) => semanticEquals(k, e)));
      if (positions.includes(-1) || new Set(positions).size !== keys.length) continue;
      const pick = (list: readonly ResolvedExpression[]): ResolvedExpression[] => positions.map((i) => list[i] as ResolvedExpression);
      return { ...p, leftKeys: pick(p.leftKeys), rightKeys: pick(p.rightKeys) };
    }
  }
  return p;
}

class Ensurer {
  private readonly required: readonly Distribution[];

  constructor(
    private readonly p: PhysicalPlan,
    private readonly conf: Conf,
    private readonly numbers: Numbers,
  ) {
    this.required = requiredDistributions(p);
  }

  run(): PhysicalPlan {
    const inputs = physicalInputs(this.p).map((x, i) => this.distribute(x, this.required[i] as Distribution));
    const aligned = this.required.every((d) => d.kind === 'clustered' && d.coPartitioned) && inputs.length > 1 ? this.align(inputs) : inputs;
    const orderings = requiredOrderings(this.p);
    const sorted = aligned.map((x, i): PhysicalPlan => {
      const order = orderings[i] ?? [];
      return orderingSatisfies(outputOrdering(x), order) ? x : { op: 'Sort', order, global: false, child: x, output: x.output };
    });
    return withPhysicalInputs(this.p, sorted);
  }

  /** Moves the rows otherwise than an exchange already does: that one is changed. */
  private exchangeAgain(child: PhysicalPlan, partitioning: Partitioning): PhysicalPlan {
    return child.op === 'Exchange' ? { ...child, partitioning, planId: this.numbers.planId() } : this.exchange(child, partitioning);
  }

  private exchange(child: PhysicalPlan, partitioning: Partitioning): PhysicalPlan {
    return { op: 'Exchange', child, partitioning, origin: 'ENSURE_REQUIREMENTS', planId: this.numbers.planId(), output: child.output };
  }

  private distribute(child: PhysicalPlan, d: Distribution): PhysicalPlan {
    if (satisfies(outputPartitioning(child), d)) return child;
    if (d.kind === 'broadcast') {
      const keys = d.keys === undefined ? {} : { keys: d.keys };
      return { op: 'BroadcastExchange', child, ...keys, nullAware: d.nullAware, planId: this.numbers.planId(), output: child.output };
    }
    return this.exchange(child, this.partitioningFor(d, shufflePartitions(this.conf)));
  }

  private partitioningFor(d: Distribution, numPartitions: number): Partitioning {
    switch (d.kind) {
      case 'clustered':
        return { kind: 'hash', expressions: d.expressions, numPartitions };
      case 'ordered':
        return { kind: 'range', order: d.order, numPartitions };
      default:
        return SINGLE_PARTITION;
    }
  }

  /** Inputs of a shuffled join must lie alike: one that has a usable hashing is kept, and the others follow it. */
  private align(inputs: readonly PhysicalPlan[]): readonly PhysicalPlan[] {
    const needs = this.required as readonly Clustered[];
    const limit = BigInt(confBytes(this.conf, 'spark.sql.maxSinglePartitionBytes', MAX_SINGLE_PARTITION_BYTES));
    const allSingle = inputs.every(
      (x) => outputPartitioning(x).kind === 'single' && (x.logical === undefined || statisticsOf(x.logical).sizeInBytes <= limit),
    );
    if (allSingle) return inputs;
    const specs = inputs.map((x, i) => usableHashing(outputPartitioning(x), needs[i] as Clustered));
    const isExchange = inputs.map((x) => x.op === 'Exchange');
    const reshuffleAll = specs.every((s, i) => s === undefined || isExchange[i]);
    const candidates = specs.flatMap((s, i) => {
      const enough = !reshuffleAll || (s?.numPartitions ?? 0) >= shufflePartitions(this.conf);
      return s !== undefined && enough ? [{ spec: s, exchanged: isExchange[i] as boolean }] : [];
    });
    const settled = candidates.filter((c) => !c.exchanged);
    const best = (settled.length > 0 ? settled : candidates).reduce<KeyHashing | undefined>(
      (a, c) => (a === undefined || c.spec.numPartitions > a.numPartitions ? c.spec : a),
      undefined,
    );
    return inputs.map((x, i) => {
      const need = needs[i] as Clustered;
      if (best === undefined) return this.exchangeAgain(x, this.partitioningFor(need, shufflePartitions(this.conf)));
      if (specs[i] !== undefined && sameHashing(best, specs[i])) return x;
      const expressions = best.positions.map((k) => need.expressions[k] as ResolvedExpression);
      return this.exchangeAgain(x, { kind: 'hash', expressions, numPartitions: best.numPartitions });
    });
  }
}

/** A hashing by all of the needed keys: which key each hashed expression is. */
interface KeyHashing {
  readonly positions: readonly number[];
  readonly numPartitions: number;
}

function usableHashing(p: Partitioning, need: Clustered): KeyHashing | undefined {
  for (const a of alternatives(p)) {
    if (a.kind !== 'hash' || a.expressions.length !== need.expressions.length) continue;
    const positions = a.expressions.map((e) => need.expressions.findIndex((k) => semanticEquals(k, e)));
    if (positions.every((k, i) => k === i)) return { positions, numPartitions: partitionCount(a) };
  }
  return undefined;
}

function sameHashing(a: KeyHashing, b: KeyHashing): boolean {
  return a.numPartitions === b.numPartitions && a.positions.every((k, i) => k === b.positions[i]);
}

/** An exchange whose rows another exchange moves again at once does nothing. */
function dropRepartitionsOverwritten(root: PhysicalPlan): PhysicalPlan {
  return transformPhysicalUp(root, (p) => {
    if (p.op !== 'Exchange' || p.origin !== 'ENSURE_REQUIREMENTS' || p.child.op !== 'Exchange') return p;
    const { child } = p;
    const same =
      p.partitioning.kind === 'hash' &&
      child.partitioning.kind === 'hash' &&
      p.partitioning.expressions.map(expressionKey).join() === child.partitioning.expressions.map(expressionKey).join();
    return same && p.partitioning.kind === 'hash' && p.partitioning.numPartitions === partitionCount(child.partitioning) ? child : p;
  });
}
