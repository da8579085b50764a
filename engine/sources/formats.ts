/** The file formats by name. */
import { columnarFormats } from './columnar/index.ts';
import { csvFiles } from './csv/index.ts';
import type { FileFormat } from './format.ts';
import { jsonFiles } from './json/index.ts';
import { textFiles } from './text/index.ts';
import { xmlFiles } from './xml/index.ts';

const FORMATS: ReadonlyMap<string, FileFormat> = new Map([csvFiles, jsonFiles, textFiles, xmlFiles, ...columnarFormats].map((f) => [f.name, f]));

/** Sources of Spark that are not here. */
const UNSUPPORTED: ReadonlySet<string> = new Set(['avro', 'binaryfile', 'delta', 'hive', 'iceberg', 'image', 'jdbc', 'libsvm', 'socket', 'statestore', 'state-metadata']);

export function fileFormat(name: string): FileFormat | undefined {
  return FORMATS.get(shortName(name));
}

export function isKnownUnsupported(name: string): boolean {
  return UNSUPPORTED.has(name.toLowerCase());
}

/** Sources may be named by their classes too. */
function shortName(name: string): string {
  const lower = name.toLowerCase();
  const m = /^org\.apache\.spark\.sql\.(?:execution\.datasources\.)?(csv|json|text|parquet|orc|xml)(?:\..*)?$/.exec(lower);
  return m?.[1] ?? lower;
}
