/** For tests: sources without a session. */
import { concatBatches, toValues } from '../columnar/index.ts';
import { simpleString } from '../types/index.ts';
import type { Value } from '../types/index.ts';
import type { ReadDataSource } from '../plan/index.ts';
import type { ResolveContext } from './context.ts';
import { VirtualFileSystem } from './files/file-system.ts';
import { KafkaBroker } from './kafka/broker.ts';
import { readScan } from './read.ts';
import { resolveDataSource } from './resolve.ts';

export function sourceContext(files: Readonly<Record<string, string>> = {}, conf: Readonly<Record<string, string>> = {}): ResolveContext {
  const now = (): number => 0;
  const system = new VirtualFileSystem(now);
  for (const [path, text] of Object.entries(files)) system.writeText(path, text);
  let id = 0;
  return { files: system, broker: new KafkaBroker(now), conf: (key) => conf[key], sessionTimeZone: 'UTC', now, nextExprId: () => id++ };
}

export type ReadSpec = Partial<ReadDataSource> & { readonly format: string };

/** The schema as `name type` and the rows that a reader gives. */
export function readRows(context: ResolveContext, spec: ReadSpec): { readonly schema: string[]; readonly rows: Value[][] } {
  const scan = resolveDataSource({ type: 'ReadDataSource', options: {}, paths: [], ...spec }, context);
  const batch = concatBatches(scan.output.map((a) => a.type), readScan(scan, context).flat());
  const columns = batch.columns.map(toValues);
  return {
    schema: scan.schema.fields.map((f) => `${f.name} ${simpleString(f.type)}`),
    rows: Array.from({ length: batch.length }, (_, i) => columns.map((c) => c[i] as Value)),
  };
}
