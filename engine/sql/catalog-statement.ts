/** Commands that change what the catalog holds, or tell of it. */
import type { Origin, Relation } from '../plan/index.ts';
import type { DataType, StructField } from '../types/index.ts';
import type { Name, PartitionValue } from './statement.ts';

export type PartitionSpec = readonly PartitionValue[];
/** `NONE`: the session keeps no such modes. */
export type SchemaMode = 'NONE' | 'BINDING' | 'COMPENSATION' | 'TYPE EVOLUTION' | 'EVOLUTION';

/** A query with the text that it was written as. */
export interface WrittenQuery {
  readonly plan: Relation;
  readonly text: string;
}

export interface ColumnAddition {
  readonly path: Name;
  readonly field: StructField;
  readonly origin: Origin;
}

export interface ColumnChange {
  readonly path: Name;
  readonly type?: DataType;
  readonly comment?: string;
  /** SET or DROP NOT NULL. */
  readonly changesNull?: true;
  readonly defaultText?: string;
  readonly dropsDefault?: true;
  /** FIRST or AFTER. */
  readonly moves?: true;
}

export type AlterAction =
  | { readonly do: 'rename'; readonly to: Name }
  | { readonly do: 'addColumns'; readonly columns: readonly ColumnAddition[] }
  | { readonly do: 'alterColumns'; readonly changes: readonly ColumnChange[] }
  | { readonly do: 'renameColumn'; readonly path: Name }
  | { readonly do: 'dropColumns'; readonly paths: readonly Name[]; readonly ifExists: boolean }
  | { readonly do: 'replaceColumns' }
  | { readonly do: 'setProperties'; readonly properties: Readonly<Record<string, string>> }
  | { readonly do: 'unsetProperties'; readonly keys: readonly string[] }
  | { readonly do: 'setLocation'; readonly location: string; readonly partition?: PartitionSpec }
  | { readonly do: 'setSerde' }
  | { readonly do: 'setStorage'; readonly properties: Readonly<Record<string, string>>; readonly partition?: PartitionSpec }
  | { readonly do: 'addPartitions'; readonly ifNotExists: boolean; readonly partitions: readonly { readonly spec: PartitionSpec; readonly location?: string }[] }
  | { readonly do: 'dropPartitions'; readonly ifExists: boolean; readonly specs: readonly PartitionSpec[] }
  | { readonly do: 'renamePartition'; readonly from: PartitionSpec; readonly to: PartitionSpec }
  | { readonly do: 'recoverPartitions' }
  | { readonly do: 'clusterBy'; readonly columns: readonly string[] }
  | { readonly do: 'constraint'; readonly operation: 'ADD CONSTRAINT' | 'DROP CONSTRAINT' }
  /** Of views. */
  | { readonly do: 'as'; readonly query: WrittenQuery }
  | { readonly do: 'schemaMode'; readonly mode: SchemaMode };

/** What ANALYZE counts: sizes, rows too, or values of columns. */
export type AnalyzeScope = { readonly scan: boolean } | { readonly columns: readonly string[] | 'all' };

export type CatalogStatement =
  | { readonly kind: 'alter'; readonly object: 'TABLE' | 'VIEW'; readonly name: Name; readonly action: AlterAction; readonly origin: Origin }
  | { readonly kind: 'alterDatabase'; readonly name: Name; readonly set?: Readonly<Record<string, string>>; readonly unset?: readonly string[]; readonly location?: string }
  | { readonly kind: 'comment'; readonly object: 'TABLE' | 'DATABASE' | 'COLUMN'; readonly name: Name; readonly comment: string | null; readonly origin: Origin }
  | { readonly kind: 'analyze'; readonly table: Name; readonly scope: AnalyzeScope; readonly partition?: PartitionSpec }
  | { readonly kind: 'analyzeAll'; readonly database?: Name; readonly scan: boolean }
  | {
      readonly kind: 'createTableLike';
      readonly name: Name;
      readonly source: Name;
      readonly ifNotExists: boolean;
      readonly provider?: string;
      readonly location?: string;
      readonly properties?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'describeColumn'; readonly table: Name; readonly column: Name; readonly extended: boolean; readonly origin: Origin }
  | { readonly kind: 'showTableExtended'; readonly database?: Name; readonly pattern: string; readonly origin: Origin; readonly partition?: PartitionSpec }
  | { readonly kind: 'showCurrent' }
  | { readonly kind: 'refreshPath'; readonly path: string }
  | { readonly kind: 'refreshFunction'; readonly name: Name };
