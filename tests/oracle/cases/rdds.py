"""RDDs: for those who think in them. Keys are whole numbers where an order is printed: texts find partitions by a random hash."""
sc = spark.sparkContext
numbers = sc.parallelize([5, 3, 8, 1, 9, 2, 7], 3)
pairs = sc.parallelize([(1, "a"), (2, "b"), (1, "c"), (3, None), (2, "b")], 2)

# --- case: word_count
lines = sc.parallelize(["the quick fox", "the end", ""])
counts = lines.flatMap(lambda l: l.split()).map(lambda w: (w, 1)).reduceByKey(lambda a, b: a + b)
print(sorted(counts.collect()), counts.sortBy(lambda p: (-p[1], p[0])).take(2))

# --- case: partitions_and_steps
print(numbers.getNumPartitions(), numbers.glom().collect(), numbers.map(lambda x: x * 2).collect(), numbers.filter(lambda x: x > 4).glom().collect())
print(numbers.mapPartitions(lambda it: [sum(it)]).collect(), numbers.mapPartitionsWithIndex(lambda i, it: [(i, list(it))]).collect())
print(numbers.keyBy(lambda x: x % 3).collect(), numbers.zipWithIndex().collect(), numbers.zipWithUniqueId().collect())

# --- case: actions
print(numbers.count(), numbers.first(), numbers.take(2), numbers.top(2), numbers.takeOrdered(3), numbers.takeOrdered(2, key=lambda x: -x), numbers.max(), numbers.min(), numbers.sum())
print(numbers.reduce(lambda a, b: a + b), numbers.fold(0, lambda a, b: a + b), numbers.aggregate((0, 0), lambda a, x: (a[0] + x, a[1] + 1), lambda a, b: (a[0] + b[0], a[1] + b[1])), numbers.isEmpty())
print(numbers.treeReduce(lambda a, b: a + b), numbers.treeAggregate(0, lambda a, x: a + x, lambda a, b: a + b), numbers.max(key=lambda x: -x), sorted(numbers.countByValue().items()))

# --- case: empty
empty = sc.parallelize([], 2)
print(empty.collect(), empty.count(), empty.isEmpty(), empty.sum(), sc.emptyRDD().isEmpty(), empty.glom().collect())
try:
    empty.first()
except ValueError as e:
    print(e)
try:
    empty.reduce(lambda a, b: a)
except ValueError as e:
    print(e)

# --- case: pairs_grouped
print([(k, list(v), len(v)) for k, v in pairs.groupByKey().collect()], pairs.groupByKey().mapValues(list).glom().collect())
print(pairs.reduceByKey(lambda a, b: f"{a}{b}").collect(), pairs.reduceByKey(lambda a, b: f"{a}{b}", 3).glom().collect(), pairs.reduceByKeyLocally(lambda a, b: a + b))
print(sorted(pairs.countByKey().items()), pairs.lookup(2), pairs.keys().collect(), pairs.values().collect(), pairs.collectAsMap())
print(pairs.mapValues(lambda v: v and v.upper()).collect(), pairs.flatMapValues(lambda v: [v, v] if v else []).collect())

# --- case: pairs_combined
print(pairs.combineByKey(lambda v: [v], lambda a, v: a + [v], lambda a, b: a + b).collect())
print(pairs.aggregateByKey("", lambda a, v: a + (v or "?"), lambda a, b: a + "/" + b).collect(), pairs.foldByKey("", lambda a, b: a + (b or "-")).collect())
print([(k, sorted(v)) for k, v in numbers.groupBy(lambda x: x % 2).collect()])

# --- case: partitioned_by_key
print(pairs.partitionBy(3).glom().collect(), pairs.partitionBy(2, lambda k: k // 2).glom().collect())

# --- case: joins
a = sc.parallelize([(1, "x"), (2, "y"), (2, "z"), (4, "w")], 2)
b = sc.parallelize([(1, 10), (2, 20), (3, 30)], 1)
print(sorted(a.join(b).collect()), a.join(b).getNumPartitions(), a.join(b, 2).glom().collect())
print(sorted(a.leftOuterJoin(b).collect()), sorted(a.rightOuterJoin(b).collect(), key=str), sorted(a.fullOuterJoin(b).collect(), key=str))
print(sorted((k, list(x), list(y)) for k, (x, y) in a.cogroup(b).collect()), sorted(a.subtractByKey(b).collect()))

# --- case: sets
a = sc.parallelize([1, 1, 2, 3], 2)
b = sc.parallelize([3, 3, 4], 2)
print(a.union(b).glom().collect(), (a + b).count(), a.distinct().collect(), sorted(a.intersection(b).collect()), sorted(a.subtract(b).collect()), sorted(a.cartesian(b).collect())[:7], sc.union([a, b]).count())
print(a.zip(sc.parallelize("abcd", 2)).collect(), a.coalesce(1).glom().collect(), a.repartition(3).getNumPartitions())

# --- case: sorted_by
print(numbers.sortBy(lambda x: x).collect(), numbers.sortBy(lambda x: x, ascending=False).glom().collect(), numbers.sortBy(lambda x: x, numPartitions=1).glom().collect())
print(pairs.sortByKey().collect(), pairs.sortByKey(False, 2).glom().collect(), pairs.repartitionAndSortWithinPartitions(2, lambda k: k % 2, False).glom().collect())

# --- case: statistics
s = numbers.stats()
print(s.count(), round(s.mean(), 6), round(s.stdev(), 6), s.max(), s.min(), round(s.sum(), 6), round(numbers.variance(), 6), round(numbers.sampleStdev(), 6), round(numbers.sampleVariance(), 6))
print(numbers.histogram(2), numbers.histogram([0, 5, 10]), numbers.map(float).histogram(3), round(numbers.mean(), 6))

# --- case: samples_with_a_seed
many = sc.parallelize(range(40), 4)
print(many.sample(False, 0.2, 7).collect(), many.sample(True, 0.4, 3).collect(), [r.collect() for r in many.randomSplit([1.0, 3.0], 5)])
print(many.takeSample(False, 5, 1), many.takeSample(True, 4, 2), sorted(many.takeSample(False, 100, 1)) == list(range(40)))

# --- case: between_frames
df = spark.createDataFrame([(1, "a", 2.5), (2, "b", None)], ["id", "name", "v"])
print(df.rdd.map(lambda r: (r.id, r["name"])).collect(), df.rdd.map(lambda r: r.v).filter(lambda v: v is not None).sum())
back = df.rdd.map(lambda r: (r.id * 10, r.name)).toDF(["id10", "name"])
back.printSchema()
result = back

# --- case: rows_to_a_frame
from pyspark.sql import Row

result = sc.parallelize([Row(id=1, tags=["x"]), Row(id=2, tags=[])]).toDF()

# --- case: frame_of_an_rdd_with_a_schema
result = spark.createDataFrame(sc.parallelize([(1, "a"), (2, None)]), "id INT, name STRING")

# --- case: numbers_to_a_frame_need_a_type
result = spark.createDataFrame(numbers, "int")

# --- case: numbers_to_a_frame_without_a_type
result = numbers.toDF()

# --- case: broadcast_and_accumulator
names = sc.broadcast({1: "one", 2: "two"})
seen = sc.accumulator(0)


def look(k):
    seen.add(1)
    return names.value.get(k, "?")


print(pairs.keys().map(look).collect(), seen.value)

# --- case: lazy_until_an_action
broken = numbers.map(lambda x: x / 0)
print("nothing has happened yet", broken.getNumPartitions())

# --- case: cached_and_named
kept = numbers.map(lambda x: x + 1).cache().setName("more")
print(kept.is_cached, kept.name(), kept.count(), kept.unpersist().is_cached, numbers.range if hasattr(numbers, "range") else "no range")
print(sc.range(3).collect(), sc.range(2, 9, 3).collect(), sc.parallelize(range(10), 4).glom().collect(), sc.parallelize("ab").collect())

# --- case: nobody_can_iterate
for x in numbers:
    print(x)

# --- case: average_by_key
scores = sc.parallelize([(1, 2.0), (2, 4.0), (1, 4.0)])
sums = scores.mapValues(lambda v: (v, 1)).reduceByKey(lambda a, b: (a[0] + b[0], a[1] + b[1]))
print(sorted(sums.mapValues(lambda t: t[0] / t[1]).collect()))
