/** `spark.read` and `spark.readStream`. */
import type { Relation, TypeJson } from '../../plan/index.ts';
import { typeJson } from './type-texts.ts';
import type { DataFrame, DataFrameReader, DataStreamReader, OptionValue, TypeLike } from './public/index.ts';

type Options = Readonly<Record<string, OptionValue>>;

/** Options as text; undefined ones are left out. */
export function optionTexts(options: Options): Record<string, string> {
  const given = Object.entries(options).filter(([, v]) => v !== undefined && v !== null);
  return Object.fromEntries(given.map(([k, v]) => [k, String(v)]));
}

class SourceReader {
  private source: string | undefined;
  private given: TypeJson | undefined;
  private readonly texts: Record<string, string> = {};

  constructor(
    protected readonly make: (plan: Relation) => DataFrame,
    protected readonly defaultFormat: () => string,
    private readonly isStreaming: boolean,
  ) {}

  format(name: string): this {
    this.source = name;
    return this;
  }
  schema(schema: TypeLike): this {
    this.given = typeJson(schema);
    return this;
  }
  option(key: string, value: OptionValue): this {
    return this.options({ [key]: value });
  }
  options(options: Options): this {
    Object.assign(this.texts, optionTexts(options));
    return this;
  }
  load(path?: string | readonly string[]): DataFrame {
    const paths = path === undefined ? [] : ([path].flat() as string[]);
    return this.make({
      type: 'ReadDataSource',
      format: this.source ?? this.defaultFormat(),
      options: { ...this.texts },
      paths,
      ...(this.given === undefined ? {} : { schema: this.given }),
      ...(this.isStreaming ? { isStreaming: true } : {}),
    });
  }
  private of(format: string, path: string | readonly string[], options: Options = {}): DataFrame {
    const { schema, ...rest } = options as Options & { readonly schema?: TypeLike };
    if (schema !== undefined) this.schema(schema);
    return this.format(format).options(rest).load(path);
  }
  csv(path: string | readonly string[], options?: Options): DataFrame {
    return this.of('csv', path, options);
  }
  json(path: string | readonly string[], options?: Options): DataFrame {
    return this.of('json', path, options);
  }
  text(path: string | readonly string[], options?: Options): DataFrame {
    return this.of('text', path, options);
  }
  parquet(...paths: string[]): DataFrame {
    return this.of('parquet', paths);
  }
  orc(path: string | readonly string[]): DataFrame {
    return this.of('orc', path);
  }
  table(name: string): DataFrame {
    const streaming = this.isStreaming ? { isStreaming: true } : {};
    return this.make({ type: 'ReadNamedTable', unparsedIdentifier: name, options: { ...this.texts }, ...streaming });
  }
}

export function batchReader(make: (plan: Relation) => DataFrame, defaultFormat: () => string): DataFrameReader {
  return new SourceReader(make, defaultFormat, false);
}
export function streamReader(make: (plan: Relation) => DataFrame, defaultFormat: () => string): DataStreamReader {
  return new SourceReader(make, defaultFormat, true);
}
