/** `spark.catalog`. */
import type { WireValue } from '../../plan/index.ts';
import type { EngineClient } from './client.ts';
import type { Catalog } from './public/index.ts';

type Entries = ReturnType<Catalog['listTables']>;

export function catalogOf(client: EngineClient): Catalog {
  const ask = (method: string, ...args: WireValue[]): unknown => client.handle({ op: 'catalog', method, args });
  return {
    currentDatabase: () => ask('currentDatabase') as string,
    setCurrentDatabase: (name) => void ask('setCurrentDatabase', name),
    listDatabases: () => ask('listDatabases') as Entries,
    listTables: (database, pattern) => ask('listTables', database ?? null, pattern ?? null) as Entries,
    listColumns: (table) => ask('listColumns', table) as Entries,
    tableExists: (name) => ask('tableExists', name) as boolean,
    functionExists: (name) => ask('functionExists', name) as boolean,
    dropTempView: (name) => ask('dropTempView', name) as boolean,
    dropGlobalTempView: (name) => ask('dropGlobalTempView', name) as boolean,
    cacheTable: (name) => void ask('cacheTable', name),
    uncacheTable: (name) => void ask('uncacheTable', name),
    isCached: (name) => ask('isCached', name) as boolean,
    clearCache: () => void ask('clearCache'),
  };
}
