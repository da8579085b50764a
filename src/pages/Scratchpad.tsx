/** A program of one's own, without a challenge. */
import { Workbench } from '../workbench/Workbench.tsx';
import { useTitle } from './use-title.ts';

const STARTER = {
  python: `from pyspark.sql import functions as F

df = spark.createDataFrame(
    [("2024-05-01", "books", 12.5), ("2024-05-01", "games", 40.0), ("2024-05-02", "books", 7.5)],
    ["day", "category", "amount"],
)
totals = df.groupBy("category").agg(F.sum("amount").alias("total")).orderBy(F.desc("total"))
totals.show()
totals.explain()
`,
  typescript: `import { functions as F, spark } from 'sparring';

const df = spark.createDataFrame(
  [['2024-05-01', 'books', 12.5], ['2024-05-01', 'games', 40], ['2024-05-02', 'books', 7.5]],
  ['day', 'category', 'amount'],
);
const totals = df.groupBy('category').agg(F.sum('amount').alias('total')).orderBy(F.desc('total'));
totals.show();
totals.explain();
`,
};

export function Scratchpad() {
  useTitle('Scratchpad');
  return <Workbench title="Scratchpad" subject="scratchpad" challengeId={null} starter={STARTER} task={null} />;
}
