# What every transcript starts with.

create temp view emp as select * from values (1, 'Ada', 10, 300.0D, date'2020-01-15'), (2, 'Bob', 10, 200.0D, date'2021-03-01'), (3, 'Cid', 20, 200.0D, date'2019-07-31'), (4, 'Dee', null, 100.0D, null), (5, 'Eve', 30, null, date'2022-12-31') as t(id, name, dept, pay, since);
create temp view dept as select * from values (10, 'Eng'), (20, 'Ops'), (40, 'Law') as t(id, title);
create temp view sales as select * from values ('a', 1, 10.50BD, timestamp'2024-01-01 10:00:00'), ('a', 2, 20.25BD, timestamp'2024-01-02 11:30:00'), ('b', 1, null, timestamp'2024-01-03 00:00:00'), ('b', 3, 5.00BD, null), (null, 2, 1.10BD, timestamp'2024-02-01 23:59:59') as t(k, n, amount, at);
create temp view nested as select * from values (1, array(1, 2, 3), map('x', 1, 'y', 2), named_struct('p', 1.5D, 'q', array('u', 'v'))), (2, array(), map(), named_struct('p', null, 'q', null)), (3, null, null, null) as t(id, xs, m, s);
