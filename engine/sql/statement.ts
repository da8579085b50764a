/** What a SQL text asks for: a query, or a command that the session carries out. */
import type { BucketSpec, Expression, Origin, Relation, TypeJson } from '../plan/index.ts';
import type { DataType, StructType } from '../types/index.ts';
import type { CatalogStatement, PartitionSpec, SchemaMode } from './catalog-statement.ts';
import type { Script } from './script.ts';

export type Name = readonly string[];
export type ExplainMode = 'simple' | 'extended' | 'codegen' | 'cost' | 'formatted';

export type Statement =
  | CatalogStatement
  | { readonly kind: 'query'; readonly plan: Relation }
  | CreateView
  | {
      readonly kind: 'createViewUsing';
      readonly name: Name;
      readonly replace: boolean;
      readonly isGlobal: boolean;
      readonly provider: string;
      readonly schema?: StructType;
      readonly options: Readonly<Record<string, string>>;
    }
  | CreateTable
  | { readonly kind: 'createDatabase'; readonly name: Name; readonly ifNotExists: boolean; readonly comment?: string; readonly location?: string; readonly properties?: Readonly<Record<string, string>> }
  | { readonly kind: 'dropDatabase'; readonly name: Name; readonly ifExists: boolean; readonly cascade: boolean }
  | { readonly kind: 'describeDatabase'; readonly name: Name; readonly extended: boolean }
  | { readonly kind: 'createFunction'; readonly name: Name; readonly className: string; readonly replace: boolean; readonly ifNotExists: boolean }
  | CreateSqlFunction
  | Script
  | ExecuteImmediate
  | { readonly kind: 'dropFunction'; readonly name: Name; readonly ifExists: boolean; readonly temporary: boolean }
  | { readonly kind: 'showCreateTable'; readonly table: Name; readonly asSerde?: true }
  | { readonly kind: 'showProperties'; readonly table: Name; readonly key?: string }
  | { readonly kind: 'drop'; readonly object: 'VIEW' | 'TABLE'; readonly name: Name; readonly ifExists: boolean }
  | Insert
  | { readonly kind: 'inserts'; readonly inserts: readonly Insert[] }
  | { readonly kind: 'insertDirectory'; readonly format: string; readonly options: Readonly<Record<string, string>>; readonly plan: Relation }
  /** UPDATE, DELETE and MERGE, which files do not support: only the table is read. */
  | { readonly kind: 'changeRows'; readonly operation: 'UPDATE' | 'DELETE' | 'MERGE'; readonly table: Name }
  | { readonly kind: 'truncate'; readonly table: Name; readonly partition?: PartitionSpec }
  | { readonly kind: 'repairTable'; readonly table: Name; readonly adds: boolean; readonly drops: boolean }
  | { readonly kind: 'showPartitions'; readonly table: Name; readonly partition?: PartitionSpec }
  | { readonly kind: 'showTables' | 'showViews'; readonly database?: Name; readonly pattern?: string }
  | { readonly kind: 'showFunctions'; readonly scope: 'ALL' | 'USER' | 'SYSTEM'; readonly pattern?: string }
  | { readonly kind: 'showColumns'; readonly table: Name; readonly database?: Name }
  | { readonly kind: 'showDatabases'; readonly database?: Name; readonly pattern?: string }
  | { readonly kind: 'showCatalogs'; readonly pattern?: string }
  | { readonly kind: 'describeTable'; readonly table: Name; readonly extended: boolean; readonly partition?: PartitionSpec; readonly asJson?: true }
  | { readonly kind: 'describeQuery'; readonly plan: Relation; readonly text: string }
  | { readonly kind: 'describeFunction'; readonly name: string; readonly extended: boolean }
  | { readonly kind: 'set'; readonly key: string; readonly value: string }
  /** `described`: of all settings that there are, what they are. */
  | { readonly kind: 'showConf'; readonly key?: string; readonly described?: true }
  | { readonly kind: 'reset'; readonly key?: string }
  | { readonly kind: 'explain'; readonly mode: ExplainMode; readonly plan: Relation }
  | { readonly kind: 'explainCommand'; readonly mode: ExplainMode; readonly command: Statement }
  | { readonly kind: 'cache'; readonly name: Name; readonly lazy: boolean; readonly storageLevel?: string; readonly plan?: Relation; readonly text?: string }
  | { readonly kind: 'uncache'; readonly name: Name; readonly ifExists: boolean }
  | { readonly kind: 'clearCache' }
  | { readonly kind: 'refresh'; readonly name: Name }
  | { readonly kind: 'use'; readonly name: Name }
  | { readonly kind: 'declareVariable'; readonly names: readonly Name[]; readonly replace: boolean; readonly origin: Origin; readonly type?: DataType; readonly value?: DefaultValue }
  | { readonly kind: 'dropVariable'; readonly name: Name; readonly ifExists: boolean }
  /** `plan` has a column for each name. */
  | { readonly kind: 'setVariable'; readonly names: readonly Name[]; readonly plan: Relation; readonly origin: Origin };

/** A value for a parameter of the text that EXECUTE IMMEDIATE carries out. */
export interface Argument {
  readonly value: Expression;
  readonly name?: string;
}
export interface ExecuteImmediate {
  readonly kind: 'executeImmediate';
  /** Gives the text. */
  readonly query: Expression;
  /** Variables that take the one row of the text's query. */
  readonly into?: readonly Name[];
  readonly using: readonly Argument[];
  readonly origin: Origin;
}

/** Of a function written in SQL; texts are as they were written. */
export interface FunctionParameter {
  readonly name: string;
  readonly type: TypeJson;
  readonly notNull?: boolean;
  readonly defaultText?: string;
  readonly comment?: string;
}
export interface FunctionColumn {
  readonly name: string;
  readonly type: TypeJson;
  readonly notNull?: boolean;
  readonly comment?: string;
}
export interface CreateSqlFunction {
  readonly kind: 'createSqlFunction';
  readonly name: Name;
  readonly replace: boolean;
  readonly ifNotExists: boolean;
  readonly temporary: boolean;
  readonly parameters: readonly FunctionParameter[];
  readonly parametersText: string;
  /** Absent: the body's own type. */
  readonly returns?: TypeJson;
  readonly isTable?: boolean;
  readonly columns?: readonly FunctionColumn[];
  readonly columnsText?: string;
  readonly comment?: string;
  readonly deterministic?: boolean;
  readonly dataAccess?: 'CONTAINS SQL' | 'READS SQL DATA';
  readonly language?: string;
  readonly body: string;
  readonly isQuery: boolean;
}

/** An expression that gives a value where none is given, and its text. */
export interface DefaultValue {
  readonly expression: Expression;
  readonly text: string;
}

/** Of `PARTITION (a = 1, b)`: a column with its value, or one whose value is in the rows. */
export interface PartitionValue {
  readonly column: string;
  readonly value?: Expression;
}

export interface Insert {
  readonly kind: 'insert';
  readonly table: Name;
  readonly columns?: Name;
  readonly overwrite: boolean;
  readonly byName: boolean;
  readonly partition?: readonly PartitionValue[];
  /** With OVERWRITE: only if the partition is not there. */
  readonly ifNotExists?: true;
  readonly replacesWhere?: true;
  /** Of all before the query. */
  readonly origin: Origin;
  readonly plan: Relation;
}

export interface CreateView {
  readonly kind: 'createView';
  readonly name: Name;
  readonly scope: 'temporary' | 'global' | 'persistent';
  readonly replace: boolean;
  readonly ifNotExists: boolean;
  /** New names of the query's columns. */
  readonly columns?: readonly string[];
  /** Of those columns, where they are told. */
  readonly comments?: readonly (string | undefined)[];
  readonly comment?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly schemaMode?: SchemaMode;
  /** Of WITH SCHEMA. */
  readonly schemaOrigin?: Origin;
  readonly plan: Relation;
  /** The query as it was written. */
  readonly text: string;
}

export interface CreateTable {
  readonly kind: 'createTable';
  readonly name: Name;
  readonly replace: boolean;
  readonly ifNotExists: boolean;
  readonly schema?: StructType;
  readonly provider?: string;
  readonly isExternal: boolean;
  readonly partitionBy: readonly string[];
  readonly buckets?: BucketSpec;
  readonly clusterBy?: readonly string[];
  readonly location?: string;
  readonly comment?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, string>>;
  /** AS: the rows to begin with. */
  readonly plan?: Relation;
}
