# Literals and predicates as SQL text spells them, and what is wrong with those that are none. Legacy conditions have a sentence for a parameter.
def tell(*queries):
    for query in queries:
        try:
            print(spark.sql(query).collect())
        except Exception as e:
            legacy = (e.getCondition() or "").startswith("_LEGACY")
            print(type(e).__name__, e.getCondition(), [] if legacy else sorted((e.getMessageParameters() or {}).items()))


# --- case: interval_values
tell(
    "select interval '-\t 3' day, interval '+ 3' hour, interval - '- 3' day, interval '\n3 ' minute",
    "select interval 2 day 2 day, interval '.5' second, interval '3.' second",
    "select cast(-(a) as string) from values (interval '-2147483648 months') t(a)",
    "select interval '-178956970 years -8 months' < interval '0' month",
    "select interval '9223372036854.775807' second, interval '9223372036854775807 microseconds'",
)

# --- case: interval_values_that_are_none
tell(
    "select interval 7 nanoseconds",
    "select interval 5 days 7 NANOSECONDS",
    "select interval '4 4' day",
    "select interval '' day",
    "select interval '.' second",
    "select interval '4-4' day",
    "select interval '--4' day",
    "select interval '4,5' day",
    "select interval '4.5.5' second",
    "select interval '4.1234567891' second",
    "select interval 4.5 Days",
    "select interval 'four' day",
    "select interval 3000000000 month",
    "select interval '12345678901234567890' day",
    "select interval '3000000000 days'",
)

# --- case: interval_ranges_that_are_none
tell(
    "select interval 3 year to month",
    "select interval '3' year to second",
    "select interval '3' second to day",
    "select interval '7-6' year to month '2-1' year to month",
    "select interval '7-6' year to month 3 year",
    "select interval 3 year '2-1' year to month",
    "select interval '178956970-8' year to month",
    "select interval '106751992 04' day to hour",
    "select interval '3 25' day to hour",
    "select interval '2562047789:00' hour to minute",
    "select interval '153722867281:54.775808' minute to second",
)

# --- case: interval_beyond_its_range
tell(
    "select interval 2147483647 day * 2",
    "select interval '2147483647' day * c from values (2) t(c)",
    "select interval 106751991 day 4 hour 0 minute 54.776 second",
    "select interval '-2147483648 days'",
    "select interval '106751991 04:00:54.775808' day to second",
)

# --- case: times_of_half_days
result = spark.sql("""
    select cast(time '1:2:3 am' as string) a, cast(time '12:00:00 AM' as string) b, cast(time '12:30 pM' as string) c,
           cast(time '11:59:59.5PM' as string) d, cast(time ' 07:05  PM ' as string) e""")

# --- case: times_of_half_days_that_are_none
tell("select time '13:00:00 AM'", "select time '0:10 PM'", "select time '01:02:03 A'", "select time '01:02 a.m.'")

# --- case: paths_of_variants_in_brackets
result = spark.sql("""
    select v:['a b'] a, v:['a b'][0]::int b, v:x.y c, w:[1].z d, w:[0] e
    from (select parse_json('{"a b": [5], "x": {"y": 1}}') v, parse_json('[3, {"z": "q"}]') w)""")

# --- case: bang_within_predicates
tell("select 3 ! between 0 and 2", "select 3 ! in (3, 4)", "select 'a' ! like 'b'", "select 3 is ! null", "select ! true")

# --- case: days_by_the_clock
result = spark.sql("""
    select date 'today' = current_date() a, date 'now' = current_date() b, date 'tomorrow' - date ' Yesterday ' c,
           timestamp 'today' = cast(current_date() as timestamp) d, timestamp 'now' >= timestamp 'today' e,
           timestamp_ntz 'tomorrow' - timestamp_ntz 'yesterday' f, date 'epoch' g, timestamp 'epoch' h""")
