/**
 * Buckets are read one by one only where something is gained: a scan from which no operator takes the partitioning, or
 * whose rows are shuffled all the same, is read like any files (Spark's `DisableUnnecessaryBucketedScan`).
 */
import { confBoolean } from '../conf.ts';
import type { Conf } from '../conf.ts';
import { physicalInputs, somePhysical, withPhysicalInputs } from '../nodes.ts';
import type { PhysicalPlan } from '../nodes.ts';
import { requiredDistributions } from '../requirements.ts';

export function isBucketed(p: PhysicalPlan): boolean {
  return p.op === 'FileScan' && typeof p.buckets === 'object';
}

export function disableUnnecessaryBuckets(root: PhysicalPlan, conf: Conf): PhysicalPlan {
  const wanted = confBoolean(conf, 'spark.sql.sources.bucketing.autoBucketedScan.enabled', true);
  return wanted && somePhysical(root, isBucketed) ? visit(root, { interesting: false, exchange: false, plain: true }) : root;
}

/** What stands above: an operator that asks for a distribution, an exchange, and only such operators as keep rows in place. */
interface Above {
  readonly interesting: boolean;
  readonly exchange: boolean;
  readonly plain: boolean;
}

function visit(p: PhysicalPlan, above: Above): PhysicalPlan {
  if (p.op === 'FileScan' && typeof p.buckets === 'object') {
    return !above.interesting || (above.exchange && above.plain) ? { ...p, buckets: 'disabledByPlanner' } : p;
  }
  return withPhysicalInputs(p, physicalInputs(p).map((x) => visit(x, below(p, above))));
}

function below(p: PhysicalPlan, above: Above): Above {
  if (requiredDistributions(p).some((d) => d.kind === 'clustered' || d.kind === 'allTuples')) return { interesting: true, exchange: false, plain: true };
  if (p.op === 'Exchange' || p.op === 'BroadcastExchange') return { ...above, exchange: true };
  return { ...above, plain: above.plain && isPlain(p) };
}

function isPlain(p: PhysicalPlan): boolean {
  return p.op === 'Sort' || p.op === 'Project' || p.op === 'Filter' || (p.op === 'Aggregate' && p.requiredClustering === undefined);
}
