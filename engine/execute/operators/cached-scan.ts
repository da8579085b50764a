import type { Batch } from '../../columnar/index.ts';
import { defaultSizeBytes } from '../../physical/index.ts';
import type { InMemoryTableScanExec, StageStatistics } from '../../physical/index.ts';
import type { Partitions } from '../context.ts';
import { columnIndexes } from '../evaluate.ts';
import { BaseOperator } from '../operator.ts';
import type { Runtime } from '../operator.ts';

/** A cached relation: computed the first time it is read, and kept by the session. */
export class CachedScanOperator extends BaseOperator {
  private readonly columns: readonly number[];
  private stored: Partitions | undefined;
  constructor(
    override readonly node: InMemoryTableScanExec,
    private readonly compute: () => Partitions,
    runtime: Runtime,
  ) {
    super(node, [], runtime);
    this.columns = columnIndexes(node.output, node.relation.output);
  }
  private rowsOfCache(): Partitions {
    const { cache } = this.runtime.context;
    const { cacheId } = this.node.relation;
    this.stored ??= cache?.get(cacheId);
    if (this.stored === undefined) {
      this.stored = this.compute();
      cache?.put(cacheId, this.stored);
    }
    return this.stored;
  }
  statistics(): StageStatistics {
    const rowCount = this.rowsOfCache().reduce((sum, batches) => sum + batches.reduce((n, b) => n + b.length, 0), 0);
    return { rowCount, sizeInBytes: rowCount * this.node.relation.output.reduce((sum, a) => sum + defaultSizeBytes(a.type), 0) };
  }
  override partitions(): number {
    return this.rowsOfCache().length;
  }
  protected *rows(partition: number): Iterable<Batch> {
    for (const b of this.rowsOfCache()[partition] ?? []) {
      yield* this.runtime.pieces({ length: b.length, columns: this.columns.map((c) => b.columns[c] as Batch['columns'][number]) });
    }
  }
}
