/** Named limits, unit last. */
export const DECIMAL_MAX_PRECISION_DIGITS = 38;
export const DEFAULT_BATCH_ROWS = 1 << 20;
export const SHOW_CELL_CHARS = 20;
export const AUTO_BROADCAST_JOIN_BYTES = 10 * 1024 * 1024;
export const DEFAULT_SHUFFLE_PARTITIONS = 200;
export const SUGGESTED_COLUMNS_COUNT = 5;
export const PLAN_DEPTH_LEVELS = 5_000;
