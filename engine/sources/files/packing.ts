/** How files are packed into partitions, as Spark's `FilePartition` does it. */
import { confBytes, leafParallelism } from '../../physical/index.ts';
import type { Conf } from '../../physical/index.ts';
import type { FoundFile } from './discovery.ts';

const MIB = 2 ** 20;

/** Files by partition: the largest first, each also charged with the cost of opening it. */
export function packFiles(files: readonly FoundFile[], conf: Conf): readonly (readonly FoundFile[])[] {
  const openCost = confBytes(conf, 'spark.sql.files.openCostInBytes', 4 * MIB);
  const largest = confBytes(conf, 'spark.sql.files.maxPartitionBytes', 128 * MIB);
  const total = files.reduce((sum, f) => sum + f.file.sizeInBytes + openCost, 0);
  const target = Math.min(largest, Math.max(openCost, total / leafParallelism(conf)));
  const bySize = [...files].sort((a, b) => b.file.sizeInBytes - a.file.sizeInBytes);
  const partitions: FoundFile[][] = [];
  let current: FoundFile[] = [];
  let size = 0;
  for (const f of bySize) {
    if (size + f.file.sizeInBytes > target && current.length > 0) {
      partitions.push(current);
      current = [];
      size = 0;
    }
    current.push(f);
    size += f.file.sizeInBytes + openCost;
  }
  if (current.length > 0) partitions.push(current);
  return partitions;
}
