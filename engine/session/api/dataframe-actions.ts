/** What makes a DataFrame compute, and what is known of it without computing. */
import { cellReader } from '../../columnar/index.ts';
import type { Batch } from '../../columnar/index.ts';
import { SparkError, unsupported } from '../../core/index.ts';
import type { Relation } from '../../plan/index.ts';
import { simpleString } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import type { ExplainMode, TableJson } from '../request.ts';
import type { EngineClient } from './client.ts';
import { toJs } from './js-values.ts';
import type { CellValue, DataFrame, Row, StructType as PublicStructType } from './public/index.ts';
import { makeRow } from './row.ts';

const DEFAULT_ROWS = 20;
const DEFAULT_CELL_CHARS = 20;

/** The rows of a batch as objects. */
export function rowsOf(schema: StructType, batch: Batch): Row[] {
  const names = schema.fields.map((f) => f.name);
  const cells = cellsByColumn(schema, batch);
  return Array.from({ length: batch.length }, (_, i) => makeRow(names, cells.map((c) => c[i] as CellValue)));
}

function cellsByColumn(schema: StructType, batch: Batch): CellValue[][] {
  return schema.fields.map((field, j) => {
    const vector = batch.columns[j];
    const convert = toJs(field.type);
    const read = vector === undefined ? () => null : cellReader(vector);
    return Array.from({ length: batch.length }, (_, i) => convert(read(i)));
  });
}

export abstract class DataFrameActions {
  private known: StructType | undefined;

  constructor(
    readonly client: EngineClient,
    readonly plan: Relation,
  ) {}

  protected abstract derive(plan: Relation): DataFrameActions & DataFrame;

  /** The analyzed schema, asked for once. */
  analyzed(): StructType {
    this.known ??= this.client.schema(this.plan);
    return this.known;
  }

  get schema(): PublicStructType {
    return this.analyzed();
  }
  get columns(): string[] {
    return this.analyzed().fields.map((f) => f.name);
  }
  get dtypes(): [name: string, type: string][] {
    return this.analyzed().fields.map((f) => [f.name, simpleString(f.type)]);
  }
  get isStreaming(): boolean {
    return this.client.handle({ op: 'isStreaming', plan: this.plan }) as boolean;
  }
  get rdd(): { getNumPartitions(): number } {
    return { getNumPartitions: () => this.client.handle({ op: 'numPartitions', plan: this.plan }) as number };
  }

  collect(): Row[] {
    const { schema, batch } = this.client.collect(this.plan);
    return rowsOf(schema, batch);
  }
  toLocalIterator(): IterableIterator<Row> {
    return this.collect().values();
  }
  toColumns(): Record<string, CellValue[]> {
    const { schema, batch } = this.client.collect(this.plan);
    const cells = cellsByColumn(schema, batch);
    return Object.fromEntries(schema.fields.map((f, j) => [f.name, cells[j] as CellValue[]]));
  }
  count(): number {
    return this.client.handle({ op: 'count', plan: this.plan }) as number;
  }
  first(): Row | null {
    return this.take(1)[0] ?? null;
  }
  head(): Row | null;
  head(count: number): Row[];
  head(count?: number): Row | null | Row[] {
    return count === undefined ? this.first() : this.take(count);
  }
  take(count: number): Row[] {
    return this.derive({ type: 'Limit', input: this.plan, limit: count }).collect();
  }
  tail(count: number): Row[] {
    return this.derive({ type: 'Tail', input: this.plan, limit: count }).collect();
  }
  isEmpty(): boolean {
    return this.take(1).length === 0;
  }
  show(numRows: number = DEFAULT_ROWS, truncate: boolean | number = true, vertical = false): void {
    const chars = typeof truncate === 'number' ? truncate : truncate ? DEFAULT_CELL_CHARS : 0;
    const text = this.client.handle({ op: 'show', plan: this.plan, numRows, truncate: chars, vertical }) as string;
    this.client.hooks.print(`${text}\n`);
  }
  printSchema(level?: number): void {
    const request = { op: 'treeString', plan: this.plan, ...(level === undefined ? {} : { level }) } as const;
    this.client.hooks.print(`${this.client.handle(request) as string}\n`);
  }
  explain(mode: boolean | ExplainMode = false): void {
    const named = typeof mode === 'boolean' ? (mode ? 'extended' : 'simple') : mode;
    this.client.hooks.print(`${this.client.handle({ op: 'explain', plan: this.plan, mode: named }) as string}\n`);
  }
  inputFiles(): string[] {
    return this.client.handle({ op: 'inputFiles', plan: this.plan }) as string[];
  }
  isLocal(): boolean {
    return this.client.handle({ op: 'isLocal', plan: this.plan }) as boolean;
  }
  sameSemantics(other: DataFrame): boolean {
    return this.client.handle({ op: 'sameSemantics', plan: this.plan, other: planOf(other) }) as boolean;
  }
  semanticHash(): number {
    return this.client.handle({ op: 'semanticHash', plan: this.plan }) as number;
  }
  async toPandas(): Promise<unknown> {
    const { toPandas } = this.client.hooks;
    if (toPandas === undefined) throw unsupported('toPandas() in this place', 'Use collect() or toColumns().');
    return toPandas(this.toColumns());
  }
  /** The result in the form that leaves the engine. */
  toTable(): TableJson {
    return this.client.handle({ op: 'collect', plan: this.plan }) as TableJson;
  }

  private keep(op: 'cache' | 'uncache' | 'checkpoint', options: { readonly storageLevel?: string; readonly eager?: boolean } = {}): DataFrame {
    this.client.handle({ op, plan: this.plan, ...options });
    return this as unknown as DataFrame;
  }
  cache(): DataFrame {
    return this.keep('cache');
  }
  persist(storageLevel?: string): DataFrame {
    return this.keep('cache', storageLevel === undefined ? {} : { storageLevel });
  }
  unpersist(): DataFrame {
    return this.keep('uncache');
  }
  checkpoint(eager = true): DataFrame {
    return this.keep('checkpoint', { eager });
  }
  localCheckpoint(eager = true): DataFrame {
    return this.keep('checkpoint', { eager });
  }

  private view(name: string, replace: boolean, isGlobal: boolean): void {
    this.client.handle({ op: 'createView', plan: this.plan, name, replace, isGlobal });
  }
  createTempView(name: string): void {
    this.view(name, false, false);
  }
  createOrReplaceTempView(name: string): void {
    this.view(name, true, false);
  }
  createGlobalTempView(name: string): void {
    this.view(name, false, true);
  }
  createOrReplaceGlobalTempView(name: string): void {
    this.view(name, true, true);
  }
}

/** The plan of a DataFrame. Throws NOT_DATAFRAME for anything else. */
export function planOf(df: unknown): Relation {
  if (df instanceof DataFrameActions) return df.plan;
  throw new SparkError({
    errorClass: 'IllegalArgumentException',
    condition: 'NOT_DATAFRAME',
    sqlState: null,
    parameters: { arg_name: 'other', arg_type: typeof df },
    sentence: `A DataFrame is needed here, not ${String(df)}.`,
  });
}
