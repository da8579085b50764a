/** Tables of the catalog: rows kept in memory as long as the engine lives, one batch for each write. */
import type { Batch } from '../../columnar/index.ts';
import type { Relation } from '../../plan/index.ts';
import type { StructType } from '../../types/index.ts';

export const DEFAULT_DATABASE = 'default';
export const SESSION_CATALOG = 'spark_catalog';
export const WAREHOUSE_PATH = '/spark-warehouse';

export interface CatalogTable {
  readonly database: string;
  readonly name: string;
  readonly schema: StructType;
  /** `parquet`, `csv` …: what plans and DESCRIBE show; rows are kept as columns whatever it is. */
  readonly provider: string;
  readonly partitionBy: readonly string[];
  readonly rows: readonly Batch[];
  readonly comment?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, string>>;
  /** Of a persistent view: its query, analyzed each time it is used. */
  readonly view?: { readonly relation: Relation };
}

/** Tables by name, without regard to case. */
export class TableStore {
  private readonly tables = new Map<string, CatalogTable>();

  get(name: string): CatalogTable | undefined {
    return this.tables.get(name.toLowerCase());
  }
  set(table: CatalogTable): void {
    this.tables.set(table.name.toLowerCase(), table);
  }
  delete(name: string): boolean {
    return this.tables.delete(name.toLowerCase());
  }
  all(): readonly CatalogTable[] {
    return [...this.tables.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }
}

/** The path under which plans show a table's files. */
export function tablePath(t: Pick<CatalogTable, 'name'>): string {
  return `${WAREHOUSE_PATH}/${t.name.toLowerCase()}`;
}
