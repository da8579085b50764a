/** The folders of a scan that can have rows for a join, by the keys of the join's other side. */
import { valueAt } from '../../columnar/index.ts';
import { valueKey } from '../../functions/value-key.ts';
import type { ValueKey } from '../../functions/value-key.ts';
import type { DynamicPruning } from '../../physical/index.ts';
import { interpret } from '../../plan/index.ts';
import type { DataSourceScan, ExprId, ResolvedExpression } from '../../plan/index.ts';
import type { Value } from '../../types/index.ts';
import { compile } from '../evaluate.ts';
import type { BroadcastOperator } from '../exchange/broadcast.ts';
import type { Runtime } from '../operator.ts';

export interface ScanPruning {
  readonly pruning: DynamicPruning;
  readonly broadcast: BroadcastOperator;
}

export function prunedScan(scan: DataSourceScan, prunings: readonly ScanPruning[], runtime: Runtime): DataSourceScan {
  const { foldersOf } = runtime.context;
  if (prunings.length === 0 || foldersOf === undefined) return scan;
  const selected = scan.selectedFolders === undefined ? undefined : new Set(scan.selectedFolders);
  const wanted = prunings.map((p) => ({ key: (p.pruning.call.inValues as readonly ResolvedExpression[])[0] as ResolvedExpression, values: keysOf(p, runtime) }));
  const task = runtime.task(0);
  const folders = foldersOf(scan).filter((f) => {
    if (selected?.has(f.path) === false) return false;
    const lookup = lookupIn(scan, f.values);
    return wanted.every(({ key, values }) => {
      const value = interpret(key, lookup, task);
      return value !== null && values.has(valueKey(key.type)(value));
    });
  });
  return { ...scan, selectedFolders: folders.map((f) => f.path) };
}

function lookupIn(scan: DataSourceScan, values: readonly Value[]): (id: ExprId) => Value {
  const byId = new Map<ExprId, Value>();
  for (const a of scan.output) {
    const at = scan.partitionColumns?.findIndex((c) => c.toLowerCase() === a.name.toLowerCase()) ?? -1;
    if (at >= 0) byId.set(a.exprId, values[at] ?? null);
  }
  return (id) => byId.get(id) ?? null;
}

/** The key's values among the rows that were broadcast. */
function keysOf({ pruning, broadcast }: ScanPruning, runtime: Runtime): ReadonlySet<ValueKey> {
  const { buildKeys, index } = pruning.call.dynamicPruning as NonNullable<DynamicPruning['call']['dynamicPruning']>;
  const key = buildKeys[index] as ResolvedExpression;
  const rows = broadcast.value();
  const column = compile(key, pruning.build.output, runtime)(rows, runtime.task(0));
  const toKey = valueKey(key.type);
  const found = new Set<ValueKey>();
  for (let i = 0; i < rows.length; i++) {
    const value = valueAt(column, i);
    if (value !== null) found.add(toKey(value));
  }
  return found;
}
