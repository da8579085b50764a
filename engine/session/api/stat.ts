/** `df.stat`. */
import type { Expression, Relation } from '../../plan/index.ts';
import type { EngineClient } from './client.ts';
import { columnExpr, litExpr } from './column.ts';
import { rowsOf } from './dataframe-actions.ts';
import type { ColumnOrName, DataFrame, DataFrameStatFunctions, LiteralValue } from './public/index.ts';

const DEFAULT_SUPPORT = 0.01;

export class StatFunctions implements DataFrameStatFunctions {
  constructor(
    private readonly client: EngineClient,
    private readonly input: Relation,
    private readonly make: (plan: Relation) => DataFrame,
  ) {}

  /** The only value of an aggregate over all rows. */
  private value(functionName: string, args: readonly Expression[]): unknown {
    const plan: Relation = {
      type: 'Aggregate',
      input: this.input,
      groupType: 'groupby',
      groupingExpressions: [],
      aggregateExpressions: [{ type: 'UnresolvedFunction', functionName, arguments: args }],
    };
    const { schema, batch } = this.client.collect(plan);
    return rowsOf(schema, batch)[0]?.get(0) ?? null;
  }
  corr(column1: string, column2: string): number {
    return (this.value('corr', [columnExpr(column1), columnExpr(column2)]) as number | null) ?? Number.NaN;
  }
  cov(column1: string, column2: string): number {
    return (this.value('covar_samp', [columnExpr(column1), columnExpr(column2)]) as number | null) ?? Number.NaN;
  }
  crosstab(col1: string, col2: string): DataFrame {
    return this.make({ type: 'StatCrosstab', input: this.input, col1, col2 });
  }
  freqItems(cols: readonly string[], support = DEFAULT_SUPPORT): DataFrame {
    return this.make({ type: 'StatFreqItems', input: this.input, cols, support });
  }
  approxQuantile(column: string, probabilities: readonly number[], relativeError: number): number[] {
    const accuracy = relativeError === 0 ? 2 ** 31 - 1 : Math.ceil(1 / relativeError);
    const list: Expression = {
      type: 'UnresolvedFunction',
      functionName: 'array',
      arguments: probabilities.map((p): Expression => ({ type: 'Literal', dataType: 'double', value: p })),
    };
    const asDouble: Expression = { type: 'Cast', expr: columnExpr(column), toType: 'double' };
    return (this.value('percentile_approx', [asDouble, list, litExpr(accuracy)]) as number[] | null) ?? [];
  }
  sampleBy(column: ColumnOrName, fractions: ReadonlyMap<LiteralValue, number>, seed?: number): DataFrame {
    return this.make({
      type: 'StatSampleBy',
      input: this.input,
      col: columnExpr(column),
      fractions: [...fractions].map(([stratum, fraction]) => ({ stratum: litExpr(stratum), fraction })),
      seed: String(seed ?? this.client.seed()),
    });
  }
}
