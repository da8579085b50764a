/** SparkSession for TypeScript solutions. */
import type { Expression, Relation } from '../../plan/index.ts';
import { catalogOf } from './catalog.ts';
import type { EngineClient } from './client.ts';
import { exprOf, isColumn, litExpr } from './column.ts';
import { typeJson } from './type-texts.ts';
import { localRelation } from './create-dataframe.ts';
import { DataFrameImpl } from './dataframe.ts';
import type {
  Catalog,
  Column,
  DataFrame,
  DataFrameReader,
  DataStreamReader,
  LiteralValue,
  RowLike,
  RuntimeConfig,
  SparkSession,
  StreamingQueryManager,
  TypeLike,
  UDFRegistration,
} from './public/index.ts';
import { batchReader, streamReader } from './reader.ts';
import { queryManager } from './stream-writer.ts';
import { columnFunction, userFunction } from './udf.ts';

export const SPARK_VERSION = '4.3.0';

function argumentExpr(value: Column | LiteralValue): Expression {
  return isColumn(value) ? exprOf(value) : litExpr(value);
}

export class SparkSessionImpl implements SparkSession {
  readonly version = SPARK_VERSION;

  constructor(readonly client: EngineClient) {}

  private readonly make = (plan: Relation): DataFrame => DataFrameImpl.of(this.client, plan);
  private readonly defaultFormat = (): string => this.conf.get('spark.sql.sources.default') ?? 'parquet';

  get conf(): RuntimeConfig {
    const ask = (action: 'get' | 'set' | 'unset' | 'getAll' | 'isModifiable', key?: string, value?: string): unknown =>
      this.client.handle({ op: 'conf', action, ...(key === undefined ? {} : { key }), ...(value === undefined ? {} : { value }) });
    return {
      get: (key, fallback) => {
        if (fallback === undefined) return ask('get', key) as string;
        const all = ask('getAll') as Record<string, string>;
        return all[key] ?? fallback;
      },
      set: (key, value) => void ask('set', key, String(value)),
      unset: (key) => void ask('unset', key),
      isModifiable: (key) => ask('isModifiable', key) as boolean,
      get getAll() {
        return ask('getAll') as Record<string, string>;
      },
    };
  }
  get catalog(): Catalog {
    return catalogOf(this.client);
  }
  get read(): DataFrameReader {
    return batchReader(this.make, this.defaultFormat);
  }
  get readStream(): DataStreamReader {
    return streamReader(this.make, this.defaultFormat);
  }
  get streams(): StreamingQueryManager {
    return queryManager(this.client);
  }
  get udf(): UDFRegistration {
    return {
      register: (name, f, returnType: TypeLike = 'string') => {
        const functionId = this.client.addFunction(columnFunction(f, returnType));
        this.client.handle({ op: 'registerFunction', name, functionId, returnType: typeJson(returnType), deterministic: true });
        return userFunction(functionId, name, returnType);
      },
    };
  }

  createDataFrame(rows: readonly RowLike[] | readonly LiteralValue[], schema?: TypeLike | readonly string[]): DataFrame {
    return this.make(localRelation(rows, schema));
  }
  range(start: number, end?: number, step = 1, numPartitions?: number): DataFrame {
    const [from, to] = end === undefined ? [0, start] : [start, end];
    const partitions = numPartitions === undefined ? {} : { numPartitions };
    return this.make({ type: 'Range', start: String(from), end: String(to), step: String(step), ...partitions });
  }
  sql(query: string, args?: Readonly<Record<string, Column | LiteralValue>> | readonly (Column | LiteralValue)[]): DataFrame {
    const given = args === undefined ? {} : Array.isArray(args) ? { posArguments: args.map(argumentExpr) } : { namedArguments: namedArguments(args) };
    return this.make(this.client.handle({ op: 'sql', plan: { type: 'SQL', query, ...given } }) as Relation);
  }
  table(name: string): DataFrame {
    return this.make({ type: 'ReadNamedTable', unparsedIdentifier: name });
  }
  newSession(): SparkSession {
    return new SparkSessionImpl(this.client.newSession());
  }
  getActiveSession(): SparkSession {
    return this;
  }
  stop(): void {
    for (const query of this.streams.active) query.stop();
  }
}

function namedArguments(args: object): Record<string, Expression> {
  return Object.fromEntries(Object.entries(args).map(([k, v]) => [k, argumentExpr(v as Column | LiteralValue)]));
}
