/** Settings that planning and execution read, with Spark's defaults. */
export type Conf = (key: string) => string | undefined;

export function confNumber(conf: Conf, key: string, fallback: number): number {
  const text = conf(key);
  if (text === undefined) return fallback;
  const value = Number(text);
  return Number.isFinite(value) ? value : fallback;
}

export function confBoolean(conf: Conf, key: string, fallback: boolean): boolean {
  const text = conf(key)?.trim().toLowerCase();
  return text === undefined ? fallback : text === 'true';
}

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, kb: 2 ** 10, m: 2 ** 20, mb: 2 ** 20, g: 2 ** 30, gb: 2 ** 30, t: 2 ** 40, tb: 2 ** 40 };

/** A size such as `10MB`, `64m` or `-1`, in bytes. */
export function confBytes(conf: Conf, key: string, fallback: number): number {
  const match = /^\s*(-?\d+)\s*([a-z]*)\s*$/i.exec(conf(key) ?? '');
  if (match === null) return fallback;
  return Number(match[1]) * (UNITS[(match[2] ?? '').toLowerCase()] ?? 1);
}

const MIB = 2 ** 20;

export const shufflePartitions = (conf: Conf): number => confNumber(conf, 'spark.sql.shuffle.partitions', 200);
export const defaultParallelism = (conf: Conf): number => confNumber(conf, 'spark.default.parallelism', 2);
export const leafParallelism = (conf: Conf): number => confNumber(conf, 'spark.sql.leafNodeDefaultParallelism', defaultParallelism(conf));
export const adaptiveEnabled = (conf: Conf): boolean => confBoolean(conf, 'spark.sql.adaptive.enabled', true);
export const broadcastThreshold = (conf: Conf): number => confBytes(conf, 'spark.sql.autoBroadcastJoinThreshold', 10 * MIB);
export const adaptiveBroadcastThreshold = (conf: Conf): number =>
  confBytes(conf, 'spark.sql.adaptive.autoBroadcastJoinThreshold', broadcastThreshold(conf));
