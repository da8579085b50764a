/** Cases of tests/oracle/cases/seed_solutions.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('seed_solutions', () => ({}), {
  window_on_long: ({ spark }) => {
    const parsed_df = spark.createDataFrame([['u1', 'click', 1704067200]], 'user_id string, action string, timestamp bigint');
    return parsed_df.groupBy(F.window(F.col('timestamp'), '5 minutes'), F.col('action')).agg(F.count('*').alias('action_count'));
  },
  window_on_cast: ({ spark }) => {
    const parsed_df = spark.createDataFrame([['u1', 'click', 1704067200], ['u2', 'click', 1704067500]], 'user_id string, action string, timestamp bigint');
    return parsed_df.groupBy(F.window(F.col('timestamp').cast('timestamp'), '5 minutes'), F.col('action')).agg(F.count('*').alias('action_count'));
  },
  streaming_value_as_json: ({ spark }) => {
    const parsed_df = spark.createDataFrame([['u1', 'click', 1704067200]], 'user_id string, action string, timestamp bigint');
    const grouped = parsed_df.groupBy(F.window(F.col('timestamp').cast('timestamp'), '5 minutes'), F.col('action')).agg(F.count('*').alias('action_count'));
    return grouped.selectExpr('to_json(struct(*)) AS value');
  },
});
