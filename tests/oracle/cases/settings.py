# Settings of a session that change what a query means.
def tell(*queries):
    for query in queries:
        try:
            print(spark.sql(query).collect())
        except Exception as e:
            print(type(e).__name__, e.getCondition(), sorted((e.getMessageParameters() or {}).items()))


# --- case: decimals_without_precision_loss
# conf: spark.sql.decimalOperations.allowPrecisionLoss=false
result = spark.sql("""
    select a * 10 m, b / 10 d, a + b s, a - b t, a % b r, a div b i, pmod(a, b) p
    from values (cast(12.3 as decimal(38, 18)), cast(4.5 as decimal(38, 18))) t(a, b)""")

# --- case: decimals_without_precision_loss_beyond_their_range
# conf: spark.sql.decimalOperations.allowPrecisionLoss=false
tell(
    "select 7.500000000000000000 * 3.0000000000000000000",
    "select 1e35BD / 0.1",
    "select 98765432109876.123456789123 / 0.000000098765432",
    "select 55555555555555555555555555555.7654321 + 9999999999999999999999999999999.54321",
    "select 2.5e33BD / 1.0, 8.25e31BD / 10.0",
)

# --- case: count_of_nothing
# conf: spark.sql.legacy.allowParameterlessCount=true
tell("select count() n, count(*) m from values (1), (2) t(c)", "select c, count() over (partition by c) from values (1), (2) t(c)")

# --- case: count_of_a_table
# conf: spark.sql.legacy.allowStarWithSingleTableIdentifierInCount=true
result = spark.sql("select count(t.*) n, count(distinct t.*) d from values (1, 2), (null, 3), (1, 2) t(a, b)")

# --- case: count_of_a_table_and_more
result = spark.sql("select count(t.*, a) n, count(distinct t.*, t.*) d from values (1, 2), (null, 3), (1, 2) t(a, b)")

# --- case: bang_equals_not
# conf: spark.sql.legacy.bangEqualsNot=true
result = spark.sql("select 3 ! between 0 and 2 a, 3 ! in (3, 4) b, 'a' ! like 'b' c, 3 is ! null d, true is ! false e, 3 is ! distinct from 4 f, 'a' ! rlike 'b' g")

# --- case: double_quoted_identifiers
# conf: spark.sql.ansi.doubleQuotedIdentifiers=true
tell(
    'select "c" as "x y", \'text\' as "q""w" from values (1) as "t"("c")',
    'select "t"."c" from values (1) as t("c")',
    'select "nowhere"',
    'select 1 as a where "text" = \'text\'',
)

# --- case: double_quoted_identifiers_need_ansi
# conf: spark.sql.ansi.doubleQuotedIdentifiers=true
# conf: spark.sql.ansi.enabled=false
result = spark.sql('select "text" as c')

# --- case: consecutive_string_literals
# conf: spark.sql.legacy.consecutiveStringLiterals.enabled=true
result = spark.sql("""select "N""ew""s" a, "N\\"ew\\"s" b, 'N''ew''s' c, "N''ew" d, 'a' 'b' e""")

# --- case: binary_output_as_text
# conf: spark.sql.binaryOutputStyle=UTF-8
spark.sql("select X'6162' a, array(X'61') b, to_csv(named_struct('a', X'6162')) c, to_xml(named_struct('a', X'6162')) d, from_xml('<r><a>ab</a></r>', 'a binary') e").show(truncate=False)

# --- case: binary_output_as_numbers
# conf: spark.sql.binaryOutputStyle=BASIC
spark.sql("""
    select X'61E2' a, array(X'61') b, to_csv(named_struct('a', X'61E2', 'b', X'')) c, to_xml(named_struct('a', X'61E2')) d,
           from_xml('<r><a>[-61,62]</a></r>', 'a binary') e, from_xml('<r><a>[300]</a></r>', 'a binary') f""").show(truncate=False)

# --- case: binary_output_as_base64
# conf: spark.sql.binaryOutputStyle=BASE64
spark.sql("""
    select X'61E2' a, array(X'61') b, to_csv(named_struct('a', X'61E2FF', 'b', X'')) c, to_xml(named_struct('a', X'61E2')) d,
           from_xml('<r><a>YWI</a></r>', 'a binary') e, from_xml('<r><a>ab-c</a></r>', 'a binary') f""").show(truncate=False)

# --- case: binary_output_as_hex
# conf: spark.sql.binaryOutputStyle=HEX
spark.sql("""
    select X'61E2' a, array(X'61') b, to_csv(named_struct('a', X'61E2FF')) c, to_xml(named_struct('a', X'61E2')) d,
           from_xml('<r><a>616</a></r>', 'a binary') e""").show(truncate=False)

# --- case: binary_output_styles
tell("set spark.sql.binaryOutputStyle", "set spark.sql.binaryOutputStyle=UTF8", "set spark.sql.binaryOutputStyle=utf-8")

# --- case: negative_places_in_array_insert
# conf: spark.sql.legacy.negativeIndexInArrayInsert=true
result = spark.sql("select array_insert(array(1, 3, 4), -2, 2) a, array_insert(array(2, null, 4), -4, 1) b, array_insert(array(1), -1, 0) c, array_insert(array(1), 2, 0) d")

# --- case: discrete_percentiles_of_old
# conf: spark.sql.legacy.percentileDiscCalculation=true
result = spark.sql("""
    select percentile_disc(array(0D, 0.1D, 0.3D, 0.5D, 0.7D, 0.9D, 1D)) within group (order by a) up,
           percentile_disc(array(0D, 0.1D, 0.3D, 0.5D, 0.7D, 0.9D, 1D)) within group (order by a desc) down
    from values (0), (0), (1), (2), (2), (3), (4) t(a)""")

# --- case: binaries_put_together_as_text
# conf: spark.sql.function.concatBinaryAsString=true
# conf: spark.sql.function.eltOutputAsString=true
result = spark.sql("select concat(X'61', X'62') a, X'61' || X'62' || X'63' b, elt(2, X'61', X'62') c, concat(X'61', null) d, concat_ws('-', X'61', X'62') e")

# --- case: codes_that_a_charset_lacks
# conf: spark.sql.legacy.codingErrorAction=true
result = spark.sql("select encode('ah\u00e9\u6e2d', 'us-ascii') a, decode(X'61E9FF', 'us-ascii') b, encode('\u00e9\u6e2d', 'iso-8859-1') c, decode(X'61FF', 'utf-8') d")

# --- case: plain_patterns_by_the_old_rules
# conf: spark.sql.legacy.timeParserPolicy=LEGACY
result = spark.sql("""
    select to_date('03/04/2020', 'MM/dd/yyyy') a, date_format(date '2020-03-04', 'EEE, d MMMM yyyy') b, unix_timestamp('2020-01-01 00:00:00') c,
           from_unixtime(86399) d, to_timestamp('20200102030405', 'yyyyMMddHHmmss') e, date_format(timestamp '2020-03-04 13:05:06.789', "hh 'h' a m:s.SSS") f,
           to_timestamp('4 Mar 2020 1 PM', 'd MMM yyyy h a') g""")

# --- case: zones_by_their_distance
tell(
    "SET TIME ZONE INTERVAL 3 HOURS",
    "SELECT current_timezone(), CAST(TIMESTAMP'2024-05-06 07:08:09Z' AS STRING)",
    "SET TIME ZONE INTERVAL '-1:30' HOUR TO MINUTE",
    "SELECT current_timezone(), CAST(TIMESTAMP'2024-05-06 07:08:09Z' AS STRING)",
    "SET TIME ZONE INTERVAL '5:06:07' HOUR TO SECOND",
    "SET TIME ZONE INTERVAL 18 HOURS",
    "SET TIME ZONE INTERVAL 0 HOURS",
    "SET TIME ZONE INTERVAL 2 MONTHS",
    "SET TIME ZONE INTERVAL -2 DAYS",
    "SET TIME ZONE INTERVAL 26 HOURS",
    "SET TIME ZONE INTERVAL -19 HOURS",
    "SET TIME ZONE INTERVAL '1 02' DAY TO HOUR",
    "SET TIME ZONE INTERVAL 5 HOURS 2 MILLISECONDS",
    "SET TIME ZONE INTERVAL '5:06:07.5' HOUR TO SECOND",
    "SET TIME ZONE",
    "SET TIME ZONE INTERVAL",
    "SET TIME ZONE INTERVAL 3 HOURS 'UTC'",
    "SET TIME ZONE Nowhere",
)

# --- case: size_of_null
# conf: spark.sql.ansi.enabled=false
told = []
for legacy in [None, "false", "true"]:
    if legacy is not None:
        spark.conf.set("spark.sql.legacy.sizeOfNull", legacy)
    sizes = spark.sql("select size(null) a, size(x) b, cardinality(x) c, array_size(x) d from values (array(1)), (null) t(x)")
    told.append((spark.conf.get("spark.sql.legacy.sizeOfNull"), [tuple(r) for r in sizes.collect()], [f.nullable for f in sizes.schema]))
result = told
