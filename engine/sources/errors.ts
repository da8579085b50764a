/** Errors of reading and writing. */
import { analysisError, SparkError } from '../core/index.ts';
import { uriOf } from './files/paths.ts';

/** DATA_SOURCE_NOT_FOUND (42K02). */
export function sourceNotFound(provider: string): SparkError {
  return new SparkError({
    errorClass: 'UnknownException',
    condition: 'DATA_SOURCE_NOT_FOUND',
    sqlState: '42K02',
    parameters: { provider },
    sentence: `There is no data source ${provider}. Take csv, json, text or parquet, or for streams kafka or rate.`,
  });
}

/** PATH_NOT_FOUND (42K03). */
export function pathNotFound(path: string): SparkError {
  return analysisError('PATH_NOT_FOUND', '42K03', { path: uriOf(path) }, `There is nothing at ${uriOf(path)}. Write it first, or check the path.`);
}

/** UNABLE_TO_INFER_SCHEMA (42KD9). */
export function cannotInfer(format: string): SparkError {
  return analysisError('UNABLE_TO_INFER_SCHEMA', '42KD9', { format }, `There are no rows from which a schema could be inferred for ${format}. Give the schema.`);
}

/** FAILED_READ_FILE.NO_HINT (KD001): a record that FAILFAST does not let pass. */
export function failedRead(path: string, why: string): SparkError {
  return new SparkError({
    errorClass: 'UnknownException',
    condition: 'FAILED_READ_FILE.NO_HINT',
    sqlState: 'KD001',
    parameters: { path: path.startsWith('/') ? `file://${path}` : path },
    sentence: `The file ${path} cannot be read: ${why}`,
  });
}

/** PATH_ALREADY_EXISTS (42K04). */
export function pathExists(path: string): SparkError {
  return analysisError('PATH_ALREADY_EXISTS', '42K04', { outputPath: uriOf(path) }, `There is something at ${uriOf(path)} already. Set mode("overwrite") or mode("append"), or take another path.`);
}

/** An option without which a source cannot work. */
export function missingOption(name: string, sentence: string): SparkError {
  return new SparkError({ errorClass: 'IllegalArgumentException', condition: null, parameters: { option: name }, sentence });
}
