/** `df.write`. */
import { SparkError } from '../../core/index.ts';
import type { BucketSpec, Relation } from '../../plan/index.ts';
import type { WriteSpec } from '../request.ts';
import type { EngineClient } from './client.ts';
import type { DataFrameWriter, OptionValue, SaveMode } from './public/index.ts';
import { optionTexts } from './reader.ts';

const MODES: Readonly<Record<string, WriteSpec['mode']>> = {
  append: 'append',
  overwrite: 'overwrite',
  error: 'error',
  errorifexists: 'error',
  default: 'error',
  ignore: 'ignore',
};

export class DataFrameWriterImpl implements DataFrameWriter {
  private source: string | undefined;
  private saveMode: WriteSpec['mode'] = 'error';
  private columns: readonly string[] = [];
  private readonly texts: Record<string, string> = {};
  private buckets: Pick<BucketSpec, 'numBuckets' | 'columns'> | undefined;
  private sortColumns: readonly string[] | undefined;

  constructor(
    private readonly client: EngineClient,
    private readonly plan: Relation,
  ) {}

  format(name: string): this {
    this.source = name;
    return this;
  }
  mode(mode: SaveMode): this {
    const found = MODES[mode.toLowerCase()];
    if (found === undefined) {
      throw new SparkError({
        errorClass: 'IllegalArgumentException',
        condition: 'INVALID_SAVE_MODE',
        sqlState: '42000',
        parameters: { mode: `"${mode}"` },
        sentence: `There is no save mode "${mode}". Take one of append, overwrite, ignore, error.`,
      });
    }
    this.saveMode = found;
    return this;
  }
  option(key: string, value: OptionValue): this {
    return this.options({ [key]: value });
  }
  options(options: Readonly<Record<string, OptionValue>>): this {
    Object.assign(this.texts, optionTexts(options));
    return this;
  }
  partitionBy(...columns: string[]): this {
    this.columns = columns.flat();
    return this;
  }
  bucketBy(numBuckets: number, ...columns: string[]): this {
    this.buckets = { numBuckets, columns };
    return this;
  }
  sortBy(...columns: string[]): this {
    this.sortColumns = columns;
    return this;
  }
  private run(target: Pick<WriteSpec, 'path' | 'table' | 'isInsert'>, mode = this.saveMode): void {
    const format = this.source ?? (this.client.handle({ op: 'conf', action: 'get', key: 'spark.sql.sources.default' }) as string);
    const spec: WriteSpec = { format, mode, options: { ...this.texts }, partitionBy: this.columns, ...target, ...this.layout() };
    this.client.handle({ op: 'write', plan: this.plan, spec });
  }
  private layout(): Pick<WriteSpec, 'buckets' | 'sortedBy'> {
    const { buckets, sortColumns } = this;
    return {
      ...(buckets === undefined ? {} : { buckets: { ...buckets, sortColumns: sortColumns ?? [] } }),
      ...(sortColumns === undefined ? {} : { sortedBy: true }),
    };
  }
  save(path?: string): void {
    this.run(path === undefined ? {} : { path });
  }
  private of(format: string, path: string, mode?: SaveMode): void {
    this.format(format);
    if (mode !== undefined) this.mode(mode);
    this.save(path);
  }
  csv(path: string, mode?: SaveMode): void {
    this.of('csv', path, mode);
  }
  json(path: string, mode?: SaveMode): void {
    this.of('json', path, mode);
  }
  text(path: string): void {
    this.of('text', path);
  }
  parquet(path: string, mode?: SaveMode): void {
    this.of('parquet', path, mode);
  }
  saveAsTable(table: string): void {
    this.run({ table });
  }
  insertInto(table: string, overwrite = false): void {
    this.run({ table, isInsert: true }, overwrite ? 'overwrite' : 'append');
  }
}
