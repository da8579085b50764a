/** The plan node of a source. */
import type { AttributeReference, DataSourceScan, ReadDataSource } from '../plan/index.ts';
import type { StructType } from '../types/index.ts';
import type { ResolveContext } from './context.ts';

/** A scan with these columns, under fresh ids. */
export function scanOf(
  format: string,
  schema: StructType,
  relation: ReadDataSource,
  paths: readonly string[],
  context: ResolveContext,
  sizeInBytes: number,
): DataSourceScan {
  const output = schema.fields.map(
    (f): AttributeReference => ({
      kind: 'attribute',
      name: f.name,
      exprId: context.nextExprId(),
      qualifier: [],
      type: f.type,
      nullable: f.nullable,
      ...(f.metadata === undefined ? {} : { metadata: f.metadata }),
    }),
  );
  return {
    node: 'DataSourceScan',
    format,
    schema,
    options: relation.options,
    paths,
    sizeInBytes,
    isStreaming: relation.isStreaming === true,
    pushedFilters: [],
    output,
  };
}
