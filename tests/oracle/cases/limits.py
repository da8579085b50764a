"""Calls at the limits of Java's numbers: places to round to, places of items, seconds since the epoch."""

from pyspark.errors import PySparkException


def tell(calls, source="range(1)"):
    """What each call gives, or the error's class, condition and parameters."""
    for call in calls:
        try:
            df = spark.sql(f"SELECT {call} AS r FROM {source}")
            stage = df.schema["r"].dataType.simpleString()
            print(call, "->", stage, df.collect()[0][0])
        except PySparkException as error:
            shown = {key: value for key, value in (error.getMessageParameters() or {}).items() if len(value) < 100}
            print(call, "->", type(error).__name__, error.getCondition(), sorted(shown.items()))


PLACES = [-2147483648, -2147483647, -2000000000, -400, -39, -38, 38, 2147483646, 2147483647]

# --- case: integers_at_places_far_away
for number in ["0Y", "-128Y", "3", "9223372036854775807L", "0L"]:
    tell([f"{function}({number}, {place})" for function in ("round", "bround") for place in PLACES])

# --- case: integers_at_places_far_away_without_ansi
# conf: spark.sql.ansi.enabled=false
for number in ["0Y", "-128Y", "3", "0L"]:
    tell([f"{function}({number}, {place})" for function in ("round", "bround") for place in PLACES])

# --- case: floating_numbers_at_places_far_away
for number in ["0F", "-0.0D", "1.5D", "1e300D", "float('nan')"]:
    tell([f"round({number}, {place})" for place in PLACES])

# --- case: decimals_at_places_far_away
for number in ["0.0", "1.5", "99999999999999999999999999999999999999"]:
    tell([f"{function}({number}, {place})" for function in ("round", "ceil", "floor") for place in PLACES])

# --- case: decimals_at_places_far_away_without_ansi
# conf: spark.sql.ansi.enabled=false
for number in ["1.5", "-1.5", "99999999999999999999999999999999999999", "3"]:
    tell([f"{function}({number}, {place})" for function in ("round", "ceil", "floor") for place in [*PLACES, -1, -37]])

# --- case: places_of_items_by_their_last_bits
# conf: spark.sql.ansi.enabled=false
tell(["array(1, 2)[l]", "array(1, 2)[l + 1]", "array(1, 2)[4294967296L]", "array(1, 2)[m]", "array(1, 2)[-l]", "split('a,b', ',')[l]", "map(4294967296L, 1)[l]"], "VALUES (4294967296L, 9223372036854775807L) t(l, m)")

# --- case: places_of_items_by_their_last_bits_in_errors
tell(["array(1, 2)[l + 1]", "array(1, 2)[m]", "array(1, 2)[9223372036854775807L]", "array(1)[l + 7]"], "VALUES (4294967296L, 9223372036854775807L) t(l, m)")

# --- case: constant_places_are_worked_out_by_the_analyzer
def refused(call):
    try:
        spark.sql(f"SELECT {call}")
        return "analyzed"
    except PySparkException as error:
        return error.getCondition()


for call in ["get(array(1), 9223372036854775807L)", "split_part('a', 'b', 9223372036854775807L)", "get(array(1), abs(-2147483647 - 1))", "split_part('a', 'b', abs(-2147483647 - 1))", "element_at(array(1), abs(-2147483647 - 1))", "array(1)[abs(-2147483647 - 1)]", "get(array(1), 1 div 0)", "get(array(1), int('x'))", "get(array(1), 1e10D)", "get(array(1), 3000000000.5)", "get(array(1), cast(NULL AS BIGINT))", "split_part('a', 'b', 3e9D)"]:
    print(call, refused(call))

# --- case: seconds_too_many_for_timestamps
tell([f"timestamp_seconds({number}BD)" for number in ["9999999999999999999999999999.9999999999", "9223372036854.7758075", "-9223372036854.7758085", "9223372036854.7758065", "9223372036854.775807", "9223372036854.775808", "0.0000001", "12345678901234567890.1234567"]])

# --- case: calendar_intervals_scaled
tell([f"string({call})" for interval in ["make_interval(1, 1, 1, 1, 1, 1, 1)", "make_interval(0, 0, 0, 0, 1)", "make_interval(0, 0, 0, 1)"] for number in ["2147483647", "9223372036854775807L", "-1e300D", "double('nan')", "double('inf')", "3000000000", "0.5D", "0"] for call in [f"{interval} * {number}", f"{interval} / {number}", f"try_multiply({interval}, {number})"]])

# --- case: calendar_intervals_scaled_without_ansi
# conf: spark.sql.ansi.enabled=false
tell([f"string({call})" for interval in ["make_interval(1, 1, 1, 1, 1, 1, 1)", "make_interval(0, 0, 0, 0, 1)", "make_interval(0, 0, 0, 1)"] for number in ["2147483647", "9223372036854775807L", "-1e300D", "double('nan')", "double('inf')", "3000000000", "0.5D", "0"] for call in [f"{interval} * {number}", f"{interval} / {number}", f"try_multiply({interval}, {number})"]])

# --- case: calendar_intervals_added
tell([f"string({call})" for a, b in [("make_interval(178956970)", "make_interval(178956970)"), ("make_interval(0, 0, 0, 2147483647)", "make_interval(0, 0, 0, -2)"), ("make_interval(0, 0, 0, 0, 2147483647) * 2", "make_interval(0, 0, 0, 1) / 7")] for call in [f"{a} + {b}", f"{a} - {b}", f"try_add({a}, {b})", f"try_subtract({a}, {b})"]])

# --- case: calendar_intervals_added_without_ansi
# conf: spark.sql.ansi.enabled=false
tell([f"string({call})" for a, b in [("make_interval(178956970)", "make_interval(178956970)"), ("make_interval(0, 0, 0, 2147483647)", "make_interval(0, 0, 0, -2)"), ("make_interval(0, 0, 0, 0, 2147483647) * 2", "make_interval(0, 0, 0, 1) / 7")] for call in [f"{a} + {b}", f"{a} - {b}", f"try_add({a}, {b})", f"try_subtract({a}, {b})"]])
