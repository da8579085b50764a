# Table functions of the user's in Python.
from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit, udtf
from pyspark.sql.types import IntegerType, LongType, StringType, StructType
from pyspark.sql.udtf import AnalyzeArgument, AnalyzeResult, OrderingColumn, PartitioningColumn, SelectedColumn, SkipRestOfInputTableException

spark.range(0, 10, 1, 2).createOrReplaceTempView("r")


@udtf(returnType="num: int, squared: int")
class Squares:
    def eval(self, start: int, end: int):
        for num in range(start, end + 1):
            yield num, num * num


@udtf(returnType="total: bigint, rows: int, last: string")
class Totals:
    def __init__(self):
        self.total, self.rows, self.last = 0, 0, None

    def eval(self, row):
        self.total += row["id"]
        self.rows += 1
        self.last = str(row)

    def terminate(self):
        yield self.total, self.rows, self.last


spark.udtf.register("squares", Squares)
spark.udtf.register("totals", Totals)

# --- case: of_constants
# ordered
# plan
result = Squares(lit(1), lit(3))

# --- case: arguments_by_name
# ordered
result = Squares(end=lit(3), start=lit(2))

# --- case: in_sql
# ordered
result = spark.sql("select * from squares(1, 2) as t(a, b)")

# --- case: in_sql_by_name
# ordered
result = spark.sql("select * from squares(end => 3, start => 3)")

# --- case: lateral
# plan
result = spark.sql("select t.id, s.* from range(3) t, lateral squares(0, cast(t.id as int)) s")

# --- case: lateral_left_join
result = spark.sql("select t.id, s.* from range(3) t left join lateral squares(2, cast(t.id as int)) s")

# --- case: lateral_join_of_a_frame
result = spark.range(3).lateralJoin(Squares(lit(0), col("id").cast("int").outer()))

# --- case: state_over_a_partition
@udtf(returnType="a: bigint")
class Last:
    def __init__(self):
        self.rows, self.total = 0, 0

    def eval(self, x):
        self.rows, self.total = self.rows + 1, self.total + x

    def terminate(self):
        yield (self.rows,)
        yield (self.total,)


spark.udtf.register("last_of", Last)
result = spark.sql("select * from r, lateral last_of(id)")

# --- case: table_argument
result = spark.sql("select * from totals(table(r))")

# --- case: table_with_single_partition
# plan
result = spark.sql("select * from totals(table(r) with single partition order by id desc)")

# --- case: table_partitioned
# plan
result = spark.sql("select * from totals(table(select id, id % 2 as p from r) partition by p order by id desc)")

# --- case: table_partitioned_by_an_expression
# plan
result = spark.sql("select * from totals(row => table(r) partition by (id % 3) order by (id))")

# --- case: table_of_a_frame
result = Totals(spark.table("r").asTable().partitionBy(col("id") % 2).orderBy(col("id").desc()))

# --- case: table_without_rows
result = spark.sql("select * from totals(table(select * from r where id > 100) with single partition)")

# --- case: two_tables
result = spark.sql("select * from totals(table(r), table(r))")

# --- case: unknown_table
result = spark.sql("select * from totals(table(nope))")

# --- case: order_of_a_table_without_parts
result = spark.sql("select * from totals(table(r) order by id)")

# --- case: order_before_partition
result = spark.table("r").asTable().orderBy("id")

# --- case: partition_twice
result = spark.table("r").asTable().partitionBy("id").withSinglePartition()

# --- case: skips_the_rest
# ordered
@udtf(returnType="a bigint")
class Skip:
    def eval(self, row):
        yield (row.id,)
        if row.id >= 2:
            raise SkipRestOfInputTableException("enough")

    def terminate(self):
        yield (-1,)


result = Skip(spark.range(0, 10, 1, 1).asTable())

# --- case: kinds_of_rows
# ordered
@udtf(returnType="a string, b double, c array<int>, d struct<x: int>, e map<string, int>, f boolean")
class Kinds:
    def eval(self):
        yield "a", 1.5, [1, 2], {"x": 1}, {"k": 1}, True
        yield 1, 2, (1, 2), (1,), {}, None
        yield ["l"] + [None] * 5


result = Kinds()

# --- case: single_values
# ordered
@udtf(returnType="a int")
class Single:
    def eval(self, x):
        return [x, (2,), 3.7]


result = Single(lit(1))

# --- case: no_rows
@udtf(returnType="a int")
class Nothing:
    def eval(self, x):
        return None


result = Nothing(lit(1))

# --- case: schema_by_analysis
# ordered
@udtf
class Named:
    @staticmethod
    def analyze(text: AnalyzeArgument) -> AnalyzeResult:
        assert text.isConstantExpression and not text.isTable
        return AnalyzeResult(StructType().add("n", IntegerType()).add(str(text.value), StringType()))

    def eval(self, text):
        yield len(text), text


spark.udtf.register("named", Named)
result = spark.sql("select *, 1 as one from named(text => 'xy')").union(Named(lit("abc")).selectExpr("*", "2"))

# --- case: parts_by_analysis
@udtf
class Counts:
    def __init__(self, analysis):
        self.count = 0

    @staticmethod
    def analyze(table: AnalyzeArgument) -> AnalyzeResult:
        schema = StructType().add("k", LongType()).add("total", LongType())
        return AnalyzeResult(schema, partitionBy=[PartitioningColumn("p")], orderBy=[OrderingColumn("id", ascending=False)])

    def eval(self, row):
        self.count += row.id
        self.k = row.p

    def terminate(self):
        yield self.k, self.count


spark.udtf.register("counts", Counts)
result = spark.sql("select * from counts(table(select id, id % 2 as p from r))")

# --- case: parts_by_analysis_and_call
@udtf
class Whole:
    @staticmethod
    def analyze(table: AnalyzeArgument) -> AnalyzeResult:
        return AnalyzeResult(StructType().add("k", LongType()), withSinglePartition=True)

    def eval(self, row):
        yield (row.id,)


spark.udtf.register("whole", Whole)
result = spark.sql("select * from whole(table(r) partition by id)")

# --- case: columns_by_analysis
@udtf
class Widths:
    @staticmethod
    def analyze(table: AnalyzeArgument) -> AnalyzeResult:
        return AnalyzeResult(StructType().add("k", LongType()), withSinglePartition=True, select=[SelectedColumn("id")])

    def eval(self, row):
        yield (len(row),)


spark.udtf.register("widths", Widths)
result = spark.sql("select * from widths(table(select id, id % 2 as p from r))")

# --- case: analysis_raises
@udtf
class Raises:
    @staticmethod
    def analyze(x):
        raise ValueError("no way")

    def eval(self, x):
        yield (x,)


result = Raises(lit(1))

# --- case: eval_raises
@udtf(returnType="a int")
class Lazy:
    def eval(self, x):
        yield (x + "1",)


result = Lazy(lit(1)).collect()

# --- case: as_a_value
result = spark.sql("select squares(1, 2)")

# --- case: dropped
spark.sql("drop temporary function squares")
result = spark.sql("select * from squares(1, 2)")

# --- case: names_twice
result = spark.sql("select * from squares(start => 5, start => 6)")

# --- case: position_after_name
result = spark.sql("select * from squares(start => 5, 6)")

# --- case: unknown_column
result = Squares("id", lit(1))

# --- case: argument_of_another_kind
result = Squares(1, 2)

# --- case: handler_is_no_class
result = udtf(lambda x: x, returnType="a int")

# --- case: handler_without_eval
@udtf(returnType="a int")
class Bad:
    pass


# --- case: handler_without_type
@udtf
class Bad:
    def eval(self):
        yield (1,)


# --- case: handler_with_type_and_analysis
@udtf(returnType="a int")
class Bad:
    @staticmethod
    def analyze():
        return None

    def eval(self):
        yield (1,)


# --- case: type_is_no_struct
@udtf(returnType="int")
class Bad:
    def eval(self):
        yield (1,)


result = Bad()

# --- case: registers_no_table_function
spark.udtf.register("x", lambda x: x)

# --- case: what_it_is
f = Squares.asDeterministic()
result = [f is Squares, f.deterministic, f.evalType, f.returnType.simpleString(), spark.catalog.functionExists("squares")]
