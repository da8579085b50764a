/** Limits of one graded run; unit last. */
export const DEFAULT_TIME_LIMIT_SECONDS = 30;
export const DEFAULT_MEMORY_LIMIT_MB = 2_048;
/** Until the language runtime is up: not the program's time. */
export const START_LIMIT_SECONDS = 60;
export const DEFAULT_JUDGE_TIME_LIMIT_SECONDS = 120;
export const JUDGE_MEMORY_LIMIT_MB = 2_048;
/** JavaScript heap of the realm, beside Python's own memory. */
export const REALM_HEAP_MB = 1_024;
/** Everything that a realm may send. */
export const REALM_OUTPUT_BYTES = 512 * 1024 * 1024;
export const MEMORY_POLL_MS = 100;
