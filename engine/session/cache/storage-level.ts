/** Storage levels as plans show them. */

const NAMED: Readonly<Record<string, string>> = {
  NONE: '1 replicas',
  DISK_ONLY: 'disk, 1 replicas',
  DISK_ONLY_2: 'disk, 2 replicas',
  DISK_ONLY_3: 'disk, 3 replicas',
  MEMORY_ONLY: 'memory, 1 replicas',
  MEMORY_ONLY_2: 'memory, 2 replicas',
  MEMORY_AND_DISK: 'disk, memory, 1 replicas',
  MEMORY_AND_DISK_2: 'disk, memory, 2 replicas',
  MEMORY_AND_DISK_DESER: 'disk, memory, deserialized, 1 replicas',
  OFF_HEAP: 'disk, memory, offheap, 1 replicas',
};

export const DEFAULT_STORAGE_LEVEL = `StorageLevel(${NAMED.MEMORY_AND_DISK_DESER})`;

/** Of a level's name (`MEMORY_ONLY`), or of its text in PySpark (`Disk Memory Deserialized 1x Replicated`). */
export function storageLevelText(level: string | undefined): string {
  if (level === undefined) return DEFAULT_STORAGE_LEVEL;
  const named = NAMED[level.toUpperCase()];
  if (named !== undefined) return `StorageLevel(${named})`;
  const words = /^((?:\w+ )*?)(?:Serialized )?(\d+)x Replicated$/.exec(level);
  if (words === null) return level;
  const parts = (words[1] as string).trim().split(' ').filter((w) => w !== '');
  return `StorageLevel(${[...parts.map((w) => w.toLowerCase()), `${words[2]} replicas`].join(', ')})`;
}
