/** The groups of `groupBy`, `rollup`, `cube` and `pivot`. */
import type { Aggregate, Expression, Relation } from '../../plan/index.ts';
import { columnExpr, litExpr } from './column.ts';
import { aggregateExprs } from './plans.ts';
import type { Column, ColumnOrName, DataFrame, GroupedData, LiteralValue } from './public/index.ts';

type GroupType = Aggregate['groupType'];

export class GroupedDataImpl implements GroupedData {
  constructor(
    private readonly input: Relation,
    private readonly grouping: readonly Expression[],
    private readonly groupType: GroupType,
    private readonly make: (plan: Relation) => DataFrame,
    /** Names of numeric columns that are not grouped by: what `sum()` without names sums. */
    private readonly numericColumns: () => readonly string[],
    private readonly pivoted?: Aggregate['pivot'],
  ) {}

  agg(...aggregates: (Column | Readonly<Record<string, string>>)[]): DataFrame {
    return this.aggregate(aggregateExprs(aggregates));
  }
  count(): DataFrame {
    const count: Expression = { type: 'UnresolvedFunction', functionName: 'count', arguments: [litExpr(1)] };
    return this.aggregate([{ type: 'Alias', expr: count, name: ['count'] }]);
  }
  sum(...columns: string[]): DataFrame {
    return this.each('sum', columns);
  }
  avg(...columns: string[]): DataFrame {
    return this.each('avg', columns);
  }
  mean(...columns: string[]): DataFrame {
    return this.each('avg', columns);
  }
  min(...columns: string[]): DataFrame {
    return this.each('min', columns);
  }
  max(...columns: string[]): DataFrame {
    return this.each('max', columns);
  }
  pivot(column: ColumnOrName, values?: readonly LiteralValue[]): GroupedData {
    const pivoted = { col: columnExpr(column), ...(values === undefined ? {} : { values: values.map(litExpr) }) };
    return new GroupedDataImpl(this.input, this.grouping, 'pivot', this.make, this.numericColumns, pivoted);
  }

  private each(functionName: string, columns: readonly string[]): DataFrame {
    const names = columns.length > 0 ? columns : this.numericColumns();
    return this.aggregate(names.map((n) => ({ type: 'UnresolvedFunction', functionName, arguments: [columnExpr(n)] })));
  }
  private aggregate(aggregateExpressions: readonly Expression[]): DataFrame {
    return this.make({
      type: 'Aggregate',
      input: this.input,
      groupType: this.groupType,
      groupingExpressions: this.grouping,
      aggregateExpressions,
      ...(this.pivoted === undefined ? {} : { pivot: this.pivoted }),
    });
  }
}
