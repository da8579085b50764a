# A null ends a call before what follows it is worked out: errors of later arguments do not come up.
from pyspark.sql import functions as F



def each(*expressions):
    """Each in a select of its own: what several have in common Spark works out first, and whatever the others are."""
    for e in expressions:
        print([tuple(map(str, row)) for row in d.selectExpr(e).collect()])


d = spark.createDataFrame([(None, 0, None, "x", None, None), (1, 1, "a", "1", 2.0, [1])], "a int, b int, s string, t string, f double, r array<int>")

# --- case: operators
each("a + 1 div b", "a + cast(t as int)", "a > cast(t as int)", "a = 1 div b", "a & (1 div b)", "a between 1 div b and 2", "a + 1 + 1 div b", "a * (1 div b)", "a - (1 div b)", "f - 1/b", "-(a + 1 div b)", "a || (1 div b)", "s like cast(1 div b as string)", "(1 div b) / a", "(1 div b) % a", "(1 div b) div a")

# --- case: functions_of_numbers
each("pow(f, 1/b)", "hypot(f, 1/b)", "atan2(f, 1/b)", "width_bucket(f, 1/b, 2, 3)", "shiftleft(a, 1 div b)", "bit_get(a, 1 div b)", "conv(s, cast(t as int), 10)", "conv(s, 10, cast(t as int))", "nullif(a, 1 div b)", "try_add(a, 1 div b)", "make_date(a, 1 div b, 1)", "make_dt_interval(a, 1 div b)", "pmod(1 div b, a)")

# --- case: functions_of_texts
each("concat(s, cast(1 div b as string))", "substring(s, 1 div b, 1)", "substring(s, 1, 1 div b)", "lpad(s, 1 div b, 'x')", "replace(s, 'a', cast(1 div b as string))", "instr(s, cast(1 div b as string))", "translate(s, cast(1 div b as string), 'x')", "regexp_replace(s, 'a', cast(1 div b as string))", "split(s, ',', 1 div b)", "levenshtein(s, cast(1 div b as string))", "contains(s, cast(1 div b as string))", "overlay(s placing 'x' from 1 div b)", "repeat(s, 1 div b)", "left(s, 1 div b)", "split_part(s, 'x', 1 div b)", "format_string(s, 1 div b)", "locate(s, cast(1 div b as string))", "locate('x', cast(1 div b as string), a)")

# --- case: functions_of_arrays
each("slice(r, 1 div b, 1)", "array_contains(r, 1 div b)", "map_from_arrays(r, array(1 div b))", "arrays_zip(r, array(1 div b))", "sequence(a, 1 div b)", "array_join(r, cast(1 div b as string))", "array_insert(r, 1, 1 div b)", "array_position(r, 1 div b)", "array_except(r, array(1 div b))", "array_append(r, 1 div b)", "array_prepend(r, 1 div b)")

# --- case: errors_of_first_arguments
result = d.selectExpr("1 div b + a")

# --- case: errors_of_divisors
result = d.selectExpr("a / (1 div b)")

# --- case: errors_where_null_decides_nothing
result = d.selectExpr("a <=> 1 div b")

# --- case: errors_in_values
result = d.selectExpr("array(a, 1 div b)")

# --- case: errors_of_paths
result = d.selectExpr("get_json_object(s, cast(1 div b as string))")

# --- case: in_filters
result = d.where("a + 1 div b > 1").select("a")

# --- case: in_aggregates
result = d.agg(F.expr("sum(a + 1 div b)"))

# --- case: errors_of_what_is_shared
result = d.selectExpr("a + 1 div b", "a > 1 div b")

# --- case: shared_with_a_branch
result = d.selectExpr("a + 1 div b", "if(b = 0, 0, 1 div b)")

# --- case: the_same_call_twice
result = d.selectExpr("conv(s, a, 1 div b) as x", "conv(s, a, 1 div b) as y", "translate(s, t, cast(1 div b as string)) as z", "translate(s, t, cast(1 div b as string)) as w")

# --- case: a_call_that_is_shared
result = d.selectExpr("a + cast(t as int)", "(a + cast(t as int)) * 2")

# --- case: what_is_shared_is_not_forgiven
result = d.selectExpr("try_add(1 div b, 1 div b)")

# --- case: what_stands_once_is_forgiven
result = d.selectExpr("try_add(1, 1 div b)", "try_divide(a, 1/b)")

# --- case: constants_that_are_null
ds = spark.createDataFrame([(0, "x")], "b int, s string")
BOOM = "if(b = 0, raise_error('boom'), 'x')"


def of_nulls(*expressions):
    for e in expressions:
        try:
            print([tuple(map(str, row)) for row in ds.selectExpr(e.replace("BOOM", BOOM)).collect()])
        except Exception as error:
            print(type(error).__name__)


of_nulls("ltrim(NULL, BOOM)", "ltrim(BOOM, NULL)", "rtrim(NULL, BOOM)", "rtrim(BOOM, NULL)", "btrim(NULL, BOOM)", "btrim(BOOM, NULL)", "trim(BOTH NULL FROM BOOM)", "trim(LEADING BOOM FROM NULL)", "ltrim(if(b = 0, NULL, 'x'), BOOM)", "ltrim(BOOM, if(b = 0, NULL, 'x'))")
of_nulls("array_join(NULL, BOOM)", "array_join(array('a'), NULL, BOOM)", "concat(NULL, BOOM)", "concat(BOOM, NULL)", "get_json_object(NULL, BOOM)", "get_json_object(BOOM, NULL)", "to_timestamp(BOOM, NULL)", "unix_timestamp(BOOM, NULL)", "date_trunc(BOOM, NULL)", "arrays_zip(array(BOOM), NULL)", "sequence(cast(BOOM as int), NULL)", "xpath(BOOM, NULL)", "xpath_int(BOOM, NULL)")
of_nulls("upper(NULL) || BOOM", "replace(BOOM, NULL)", "substring(BOOM, 1, NULL)", "levenshtein(BOOM, NULL)", "make_date(cast(BOOM as int), 1, NULL)", "to_binary(BOOM, NULL)", "cast(BOOM as int) + NULL", "NULL > BOOM", "format_string(NULL, BOOM)", "elt(NULL, BOOM)")

# --- case: conditions_that_do_not_matter
of_nulls("decode(6, if(b = 0, raise_error('boom'), 1), NULL, 2, 'S')", "case when BOOM = 'a' then 'x' else 'x' end", "case when BOOM = 'a' then null end", "if(BOOM = 'a', s, s)", "case when b = 0 then s when BOOM = 'a' then s end", "nvl2(BOOM, s, s)")
ds.selectExpr("case when b = 1 then null end", "case when rand(1) < 0.5 then s when b = 1 then s else s end", "case when b = 1 then 'x' when rand(1) < 0.5 then 'x' else 'x' end").explain()

# --- case: seeds_that_are_worked_out
from pyspark.errors import PySparkException
for e in ["shuffle(array(1, 2), b)", "shuffle(array(1, 2), 'x')", "shuffle(array(1, 2), 1.5)", "shuffle(array(1, 2), 1 + 1)", "shuffle(array(1, 2), cast(5 as bigint))", "uuid(b)", "uuid(1 + 1)", "uuid(1.5)", "collate(NULL, s)", "collate(s, upper(s))", "rand(b)", "rand(1 + 1)"]:
    try:
        print(ds.selectExpr(e).schema.simpleString())
    except PySparkException as error:
        print(error.getCondition(), error.getSqlState(), sorted(error.getMessageParameters().items()))
