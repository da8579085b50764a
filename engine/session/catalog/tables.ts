/** Tables of the catalog: their rows are files in a folder of the virtual file system. */
import type { BucketSpec } from '../../plan/index.ts';
import { normalizePath } from '../../sources/index.ts';
import type { StructType, Value } from '../../types/index.ts';
import type { ViewText } from './view-plan.ts';

export const DEFAULT_DATABASE = 'default';
export const SESSION_CATALOG = 'spark_catalog';
export const WAREHOUSE_PATH = '/spark-warehouse';

/** A table's schema and name. */
export interface TableId {
  readonly database: string;
  readonly name: string;
}

/** What ANALYZE counted. */
export interface Statistics {
  readonly sizeInBytes: number;
  readonly rowCount?: number;
}

/** Of a column; numbers and texts as DESCRIBE shows them. */
export interface ColumnStatistics {
  readonly min?: string;
  readonly max?: string;
  readonly nullCount: number;
  readonly distinctCount: number;
  readonly averageLength: number;
  readonly longest: number;
}

/** Of a partition, beside its folder. */
export interface PartitionInfo {
  /** Microseconds since the epoch. */
  readonly created: number;
  /** Where its files lie, if elsewhere. */
  readonly location?: string;
  readonly statistics?: Statistics;
}

export interface CatalogTable extends TableId {
  readonly schema: StructType;
  /** The format of the files: `parquet`, `csv` … */
  readonly provider: string;
  /** Last among the columns. */
  readonly partitionBy: readonly string[];
  readonly buckets?: BucketSpec;
  readonly clusterBy?: readonly string[];
  /** The folder of the files. */
  readonly location: string;
  /** The user named the folder: it stays when the table is dropped. */
  readonly isExternal: boolean;
  /** Of a partitioned table: folders below the location that belong to it. */
  readonly folders: readonly string[];
  readonly comment?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, string>>;
  /** Values of columns in files that are older than the column. */
  readonly missing?: Readonly<Record<string, Value>>;
  /** Microseconds since the epoch. */
  readonly created: number;
  readonly statistics?: Statistics;
  readonly columnStatistics?: Readonly<Record<string, ColumnStatistics>>;
  /** By folder. */
  readonly partitions?: Readonly<Record<string, PartitionInfo>>;
  /** Of a persistent view: its query, analyzed each time it is used. */
  readonly view?: ViewText;
}

/** Tables by name, without regard to case. */
export class TableStore {
  private readonly tables = new Map<string, CatalogTable>();

  get(id: TableId): CatalogTable | undefined {
    return this.byKey(tableKey(id));
  }
  byKey(key: string): CatalogTable | undefined {
    return this.tables.get(key);
  }
  set(table: CatalogTable): void {
    this.tables.set(tableKey(table), table);
  }
  delete(id: TableId): boolean {
    return this.tables.delete(tableKey(id));
  }
  /** The tables of a schema, by name. */
  all(database: string): readonly CatalogTable[] {
    const inside = [...this.tables.values()].filter((t) => t.database === database.toLowerCase());
    return inside.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }
}

/** Equal for names that mean the same table. */
export function tableKey({ database, name }: TableId): string {
  return `${database}.${name}`.toLowerCase();
}

/** The folder of a table whose place the user did not choose, in that of its schema. */
export function tablePath({ database, name }: TableId, schema?: { readonly locationUri: string }): string {
  const own = database === DEFAULT_DATABASE ? WAREHOUSE_PATH : `${WAREHOUSE_PATH}/${database}.db`;
  return `${schema === undefined ? own : normalizePath(schema.locationUri)}/${name.toLowerCase()}`;
}

export function tableType(t: CatalogTable): 'VIEW' | 'EXTERNAL' | 'MANAGED' {
  return t.view !== undefined ? 'VIEW' : t.isExternal ? 'EXTERNAL' : 'MANAGED';
}

/** With the catalog, as errors name it. */
export function tableParts({ database, name }: TableId): readonly string[] {
  return [SESSION_CATALOG, database, name];
}
