/** Cases of tests/oracle/cases/sql.py in TypeScript. */
import { twins } from '../twins.ts';

export default twins('sql', (spark) => {
  const emp = spark.createDataFrame([[1, 'Ada', 10, 300.0], [2, 'Bob', 10, 200.0], [3, 'Cid', 20, 200.0], [4, 'Dee', null, 100.0], [5, 'Eve', 30, null]], 'id int, name string, dept int, pay double');
  const dept = spark.createDataFrame([[10, 'Eng'], [20, 'Ops'], [40, 'Law']], 'id int, title string');
  emp.createOrReplaceTempView('emp');
  dept.createOrReplaceTempView('dept');
  return { dept, emp };
}, {
  select_where_order: ({ spark }) => spark.sql('select name, pay * 2 as double_pay from emp where pay >= 200 order by pay desc, name'),
  join_on: ({ spark }) => spark.sql('select e.name, d.title from emp e join dept d on e.dept = d.id'),
  join_using: ({ spark }) => spark.sql('select * from emp join (select id div 10 as id, title from dept) d using (id)'),
  left_and_full_join: ({ spark }) => spark.sql('select e.name, d.title from emp e left join dept d on e.dept = d.id union all select e.name, d.title from emp e full outer join dept d on e.dept = d.id'),
  natural_and_cross_join: ({ spark }) => spark.sql('select e.name, d.title from emp e cross join dept d where e.id = 1'),
  semi_and_anti_join: ({ spark }) => spark.sql('select name from emp left semi join dept on emp.dept = dept.id union all select name from emp left anti join dept on emp.dept = dept.id'),
  implicit_cross_join: ({ spark }) => spark.sql('select e.name, d.title from emp e, dept d where e.dept = d.id and d.title = \'Eng\''),
  group_by_having: ({ spark }) => spark.sql('select dept, count(*) n, avg(pay) a from emp group by dept having count(*) > 1 or dept is null'),
  group_by_alias_and_position: ({ spark }) => spark.sql('select upper(substr(name, 1, 1)) as c, count(*) from emp group by c'),
  group_by_all: ({ spark }) => spark.sql('select dept, max(pay) from emp group by all'),
  having_without_group: ({ spark }) => spark.sql('select count(*) n from emp having n > 10'),
  cte: ({ spark }) => spark.sql('with rich as (select * from emp where pay >= 200), n as (select dept, count(*) c from rich group by dept) select d.title, n.c from n join dept d on d.id = n.dept'),
  cte_nested_and_shadowed: ({ spark }) => spark.sql('with emp as (select 1 as id), b as (select id + 1 as id from emp) select * from emp union all select * from b'),
  recursive_cte: ({ spark }) => spark.sql('with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select n, n * n from r'),
  subquery_in_from: ({ spark }) => spark.sql('select t.dept, t.total from (select dept, sum(pay) as total from emp group by dept) t where t.total > 150'),
  scalar_subquery: ({ spark }) => spark.sql('select name from emp where pay > (select avg(pay) from emp)'),
  correlated_scalar_subquery: ({ spark }) => spark.sql('select name, (select title from dept d where d.id = e.dept) title from emp e'),
  in_and_exists_subquery: ({ spark }) => spark.sql('select name from emp where dept in (select id from dept) union all select name from emp e where not exists (select 1 from dept d where d.id = e.dept)'),
  not_in_with_nulls: ({ spark }) => spark.sql('select title from dept where id not in (select dept from emp)'),
  window_functions: ({ spark }) => spark.sql('select name, rank() over (partition by dept order by pay desc) r, sum(pay) over (order by id rows between 1 preceding and current row) s, lag(name) over (order by id) p from emp order by id'),
  case_when: ({ spark }) => spark.sql('select name, case when pay > 250 then \'high\' when pay > 150 then \'mid\' else \'low\' end band from emp order by id'),
  set_operators: ({ spark }) => spark.sql('select dept from emp except select id from dept union select 99 intersect select 99'),
  distinct_and_count_distinct: ({ spark }) => spark.sql('select distinct dept is null x from emp union all select count(distinct dept) > 2 from emp'),
  limit_offset: ({ spark }) => spark.sql('select id from emp order by id limit 2 offset 1'),
  order_nulls: ({ spark }) => spark.sql('select id, pay from emp order by pay asc nulls last, id desc'),
  values_clause: ({ spark }) => spark.sql('select * from values (1, \'a\'), (2, null) as t(n, s) order by n'),
  select_without_from: ({ spark }) => spark.sql('select 1 as one, \'it\'\'s\' as s, array(1, 2) as xs, map(\'k\', 1) as m, named_struct(\'a\', 1) as p, current_date() is not null as today'),
  lateral_view: ({ spark }) => spark.sql('select id, x from (select id, array(id, id * 10) xs from emp where id < 3) lateral view explode(xs) t as x'),
  lateral_column_alias: ({ spark }) => spark.sql('select pay * 2 as p2, p2 + 1 as p3 from emp where pay is not null order by id'),
  quoted_identifiers_and_comments: ({ spark }) => spark.sql('select name as `the name` /* block */ from emp -- to the end\nwhere id = 1'),
  string_literals: ({ spark }) => spark.sql('select \'a\\\'b\', "double", \'tab\\there\', r\'raw\\n\', \'a\' \'b\', \'é\''),
  number_literals: ({ spark }) => spark.sql('select 1, 1L, 1S, 1Y, 1.5, 1.5D, 1.5F, 1.5BD, 1e3, -5, .5'),
  operators_and_precedence: ({ spark }) => spark.sql('select 1 + 2 * 3, (1 + 2) * 3, 7 % 3, 7 div 2, 1 < 2 and not 2 < 1 or false, 5 & 3, 5 | 3, 5 ^ 3, ~5, \'a\' || \'b\' || 1, -2 - -3, 1 = 1, 1 <> 2, 1 != 2, 2 >= 2, not true = false, !true'),
  between_like_in: ({ spark }) => spark.sql('select name, pay between 100 and 200 b, name like \'%d%\' l, name not like \'A%\' nl, dept in (10, 20) i, name rlike \'^[A-C]\' r from emp order by id'),
  cast_operator: ({ spark }) => spark.sql('select cast(\'1\' as int), \'2\'::bigint, int(\'3\'), double(\'1.5\'), date(\'2024-01-01\'), string(5), try_cast(\'x\' as int)'),
  parameters: ({ spark }) => spark.sql('select name from emp where dept = :d and pay > :p', { d: 10, p: 250.0 }),
  positional_parameters: ({ spark }) => spark.sql('select name from emp where dept = ? and pay > ?', [10, 250.0]),
  inline_table_join: ({ spark }) => spark.sql('select e.name, v.bonus from emp e join values (1, 5.0), (2, 6.0) as v(id, bonus) on e.id = v.id'),
  pipe_syntax: ({ spark }) => spark.sql('from emp |> where pay is not null |> aggregate sum(pay) as total group by dept |> order by total desc'),
  order_by_expression_not_selected: ({ spark }) => spark.sql('select name from emp order by length(name), pay desc nulls last, id'),
  select_star_except: ({ spark }) => spark.sql('select * except (pay, dept) from emp where id = 1'),
  qualified_star: ({ spark }) => spark.sql('select d.*, e.name from emp e join dept d on e.dept = d.id where e.id = 3'),
  hints: ({ spark }) => spark.sql('select /*+ broadcast(d) */ e.name, d.title from emp e join dept d on e.dept = d.id'),
  show_tables: ({ spark }) => spark.sql('show tables').orderBy('tableName'),
  describe: ({ spark }) => spark.sql('describe emp'),
  create_view_sql: ({ spark }) => {
    spark.sql('create or replace temp view rich as select * from emp where pay > 150');
    return spark.sql('select count(*) from rich');
  },
  tablesample_and_range: ({ spark }) => spark.sql('select sum(id) from range(10) union all select count(*) from range(2, 8, 2)'),
  aggregate_with_order_inside: ({ spark }) => spark.sql('select array_sort(collect_list(name)) names, max(struct(pay, name)).name top, count_if(pay > 150) n from emp'),
});
