/** Cases of tests/oracle/cases/datetimes.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('datetimes', (spark) => {
  const d = spark.createDataFrame([[new Date(Date.UTC(2024, 1, 29)), new Date(Date.UTC(2024, 1, 29, 13, 45, 30, 123456 / 1000))], [new Date(Date.UTC(1969, 11, 31)), new Date(Date.UTC(1969, 11, 31, 23, 59, 59))], [null, null]], 'd date, t timestamp');
  return { d };
}, {
  parts_of_date: ({ d }) => d.select(F.year('d'), F.quarter('d'), F.month('d'), F.dayofmonth('d'), F.day('d'), F.dayofweek('d'), F.weekday('d'), F.dayofyear('d'), F.weekofyear('d'), F.last_day('d'), F.dayname('d'), F.monthname('d')),
  parts_of_timestamp: ({ d }) => d.select(F.hour('t'), F.minute('t'), F.second('t'), F.unix_timestamp('t'), F.unix_micros('t'), F.unix_millis('t'), F.unix_seconds('t'), F.to_date('t'), F.date_part(F.lit('week'), 't'), F.extract(F.lit('seconds'), 't')),
  add_and_subtract: ({ d }) => d.select(F.date_add('d', 1), F.date_sub('d', 60), F.add_months('d', 12), F.add_months('d', -1), F.dateadd('d', F.lit(7)), F.datediff(F.lit(new Date(Date.UTC(2024, 2, 1))), 'd'), F.date_diff('d', F.lit(new Date(Date.UTC(2024, 0, 1)))), F.next_day('d', 'Mon')),
  operators: ({ d }) => d.select(F.col('d').plus(1), F.col('d').minus(1), F.col('d').minus(F.lit(new Date(Date.UTC(2024, 0, 1)))), F.expr('d + interval 1 month'), F.expr('t + interval 1 day 2 hours'), F.expr('t - interval \'1\' year')),
  months_between: ({ d }) => d.select(F.months_between('d', F.lit(new Date(Date.UTC(2023, 10, 30)))), F.months_between('t', F.lit(new Date(Date.UTC(2024, 0, 15)))), F.months_between('t', F.lit(new Date(Date.UTC(2024, 0, 15))), false)),
  truncation: ({ d }) => d.select(F.trunc('d', 'year'), F.trunc('d', 'quarter'), F.trunc('d', 'MM'), F.trunc('d', 'week'), F.date_trunc('hour', 't'), F.date_trunc('week', 't'), F.date_trunc('minute', 't'), F.trunc('d', 'nope')),
  date_format: ({ d }) => d.select(F.date_format('t', 'yyyy-MM-dd HH:mm:ss.SSS'), F.date_format('d', 'dd/MM/yy'), F.date_format('t', 'E, d MMM yyyy h:mm a'), F.date_format('d', 'EEEE MMMM D'), F.date_format('t', 'yyyy-MM-dd\'T\'HH:mm:ssXXX'), F.date_format('t', 'Q qqq H k K S')),
  date_format_bad_pattern: ({ d }) => d.select(F.date_format('t', 'YYYY-MM-dd')),
  to_date_patterns: ({ spark }) => {
    const s = spark.createDataFrame([['2024-02-29', '29/02/2024', 'Feb 29, 2024']], 'a string, b string, c string');
    return s.select(F.to_date('a'), F.to_date('b', 'dd/MM/yyyy'), F.to_date('c', 'MMM d, yyyy'), F.to_date(F.lit('20240229'), 'yyyyMMdd'), F.to_date(F.lit('2024-2-9'), 'yyyy-M-d'));
  },
  to_date_strings_that_cast: ({ spark }) => {
    const s = spark.createDataFrame([['2024'], ['2024-02'], ['2024-2-9'], ['2024-02-29 10:00:00'], ['2024-02-29T10'], [' 2024-01-01 '], [null]], 's string');
    return s.select('s', F.to_date('s'), F.col('s').cast('date'));
  },
  to_timestamp_strings_that_cast: ({ spark }) => {
    const s = spark.createDataFrame([['2024-02-29'], ['2024-02-29 10:20'], ['2024-02-29 10:20:30.5'], ['2024-02-29T10:20:30Z'], ['2024-02-29 10:20:30+02:00'], ['2024-02-29 10:20:30.123456789'], ['2024-02-29 10:20:30 America/New_York'], [null]], 's string');
    return s.select('s', F.to_timestamp('s'));
  },
  to_timestamp_patterns: ({ spark }) => spark.range(1).select(F.to_timestamp(F.lit('29/02/2024 01:45 PM'), 'dd/MM/yyyy hh:mm a'), F.to_timestamp(F.lit('2024-02-29T13:45:30.123'), 'yyyy-MM-dd\'T\'HH:mm:ss.SSS'), F.to_timestamp(F.lit('20240229134530'), 'yyyyMMddHHmmss'), F.unix_timestamp(F.lit('2024-02-29 13'), 'yyyy-MM-dd HH')),
  to_date_bad_value: ({ spark }) => {
    const s = spark.createDataFrame([['31/02/2024']], 's string');
    return s.select(F.to_date('s', 'dd/MM/yyyy'));
  },
  to_timestamp_bad_value: ({ spark }) => {
    const s = spark.createDataFrame([['not a time']], 's string');
    return s.select(F.to_timestamp('s'));
  },
  cast_bad_date: ({ spark }) => {
    const s = spark.createDataFrame([['2023-02-29']], 's string');
    return s.select(F.col('s').cast('date'));
  },
  try_to_timestamp: ({ spark }) => {
    const s = spark.createDataFrame([['not a time'], ['2024-01-01']], 's string');
    return s.select(F.try_to_timestamp('s'), F.try_to_date('s'), F.expr('try_cast(s as date)'));
  },
  from_unixtime: ({ spark }) => spark.range(1).select(F.from_unixtime(F.lit(1709214330)), F.from_unixtime(F.lit(0), 'yyyy/MM/dd'), F.timestamp_seconds(F.lit(1.5)), F.timestamp_millis(F.lit(1709214330123)), F.timestamp_micros(F.lit(-1)), F.from_unixtime(F.lit(-1))),
  make: ({ spark }) => spark.range(1).select(F.make_date(F.lit(2024), F.lit(2), F.lit(29)), F.make_timestamp(F.lit(2024), F.lit(2), F.lit(29), F.lit(1), F.lit(2), F.lit(3.5)), F.date_from_unix_date(F.lit(-1)), F.unix_date(F.lit(new Date(Date.UTC(2024, 0, 1))))),
  make_date_out_of_range: ({ spark }) => spark.range(1).select(F.make_date(F.lit(2024), F.lit(13), F.lit(1))),
  timestamp_casts: ({ d }) => d.select(F.col('t').cast('string'), F.col('t').cast('long'), F.col('t').cast('double'), F.col('t').cast('date'), F.col('d').cast('timestamp'), F.col('d').cast('string')),
  numbers_to_timestamp: ({ spark }) => {
    const df = spark.createDataFrame([[0, 1.5], [1709214330, -0.25]], 'l long, x double');
    return df.select(F.col('l').cast('timestamp'), F.col('x').cast('timestamp'));
  },
  session_time_zone: ({ spark }) => {
    const t = spark.createDataFrame([['2024-03-10 01:30:00'], ['2024-03-10 03:30:00'], ['2024-11-03 01:30:00']], 's string').withColumn('t', F.to_timestamp('s'));
    return t.select('s', F.col('t').cast('long'), F.hour('t'), F.col('t').cast('string'), F.date_format('t', 'yyyy-MM-dd HH:mm z XXX'), F.to_date('t'), F.expr('cast(t + interval 24 hours as string)'), F.date_trunc('day', 't').cast('string'));
  },
  from_and_to_utc: ({ spark }) => spark.range(1).select(F.from_utc_timestamp(F.lit('2024-07-01 12:00:00'), 'Asia/Tokyo'), F.to_utc_timestamp(F.lit('2024-07-01 12:00:00'), 'America/Los_Angeles'), F.from_utc_timestamp(F.lit('2024-07-01 12:00:00'), '+05:30'), F.convert_timezone(F.lit('Europe/Paris'), F.lit('UTC'), F.lit('2024-07-01 12:00:00'))),
  window_buckets: ({ spark }) => {
    const e = spark.createDataFrame([['2024-01-01 12:01:00', 1], ['2024-01-01 12:04:59', 2], ['2024-01-01 12:05:00', 3], [null, 4]], 's string, v int').withColumn('t', F.to_timestamp('s'));
    return e.groupBy(F.window('t', '5 minutes')).agg(F.sum('v').alias('v')).orderBy('window');
  },
  window_sliding: ({ spark }) => {
    const e = spark.createDataFrame([['2024-01-01 12:01:00', 1], ['2024-01-01 12:07:00', 2]], 's string, v int').withColumn('t', F.to_timestamp('s'));
    return e.groupBy(F.window('t', '10 minutes', '5 minutes')).agg(F.sum('v').alias('v')).select('window.start', 'window.end', 'v').orderBy('start');
  },
  window_with_start: ({ spark }) => {
    const e = spark.createDataFrame([['2024-01-01 12:01:00', 1], ['2024-01-01 12:16:00', 2]], 's string, v int').withColumn('t', F.to_timestamp('s'));
    return e.groupBy(F.window('t', '15 minutes', '15 minutes', '5 minutes').alias('w')).count().orderBy('w');
  },
  session_windows: ({ spark }) => {
    const e = spark.createDataFrame([['a', '2024-01-01 12:00:00'], ['a', '2024-01-01 12:04:00'], ['a', '2024-01-01 12:10:00'], ['b', '2024-01-01 12:01:00'], ['a', null]], 'k string, s string').withColumn('t', F.to_timestamp('s'));
    return e.groupBy('k', F.session_window('t', '5 minutes')).count().orderBy('k', 'session_window');
  },
  window_time: ({ spark }) => {
    const e = spark.createDataFrame([['2024-01-01 12:01:00', 1]], 's string, v int').withColumn('t', F.to_timestamp('s'));
    return e.groupBy(F.window('t', '5 minutes')).count().select(F.window_time('window'), 'count');
  },
  sequence_of_dates: ({ spark }) => spark.sql('select sequence(date\'2024-01-30\', date\'2024-02-02\'), sequence(date\'2024-01-31\', date\'2024-04-30\', interval 1 month), sequence(timestamp\'2024-01-01 00:00:00\', timestamp\'2024-01-01 03:00:00\', interval 90 minutes)'),
  intervals: ({ spark }) => spark.sql('select cast(interval \'1 02:03:04\' day to second as string), cast(interval \'1-2\' year to month as string), interval 90 minutes, timestamp\'2024-01-02 00:00:00\' - timestamp\'2024-01-01 12:30:00\', cast(make_interval(0, 1, 0, 2) as string)'),
  timestamp_ntz: ({ spark }) => spark.sql('select timestamp_ntz\'2024-01-01 10:00:00\', cast(\'2024-01-01 10:00:00\' as timestamp_ntz), typeof(timestamp_ntz\'2024-01-01 10:00:00\'), to_timestamp_ntz(\'2024-01-01\')'),
  timestampadd_and_diff: ({ spark }) => spark.sql('select timestampadd(hour, 5, timestamp\'2024-01-01 22:00:00\'), timestampdiff(minute, timestamp\'2024-01-01 00:00:00\', timestamp\'2024-01-01 01:30:59\'), dateadd(month, 1, date\'2024-01-31\'), datediff(week, date\'2024-01-01\', date\'2024-01-20\')'),
  year_of_string: ({ spark }) => {
    const s = spark.createDataFrame([['2024-05-06'], [null]], 's string');
    return s.select(F.year('s'), F.date_add('s', 1), F.datediff('s', F.lit('2024-01-01')), F.hour(F.lit('2024-05-06 07:08:09')));
  },
});
