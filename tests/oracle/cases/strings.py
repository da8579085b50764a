from pyspark.sql import functions as F
from pyspark.sql.functions import col, lit

s = spark.createDataFrame([("Hello World",), ("  pad  ",), ("",), (None,), ("naïve café 😀",)], "s string")

# --- case: case_and_length
result = s.select(F.upper("s"), F.lower("s"), F.initcap("s"), F.length("s"), F.char_length("s"), F.octet_length("s"), F.bit_length("s"), F.reverse("s"))

# --- case: trimming
result = s.select(F.trim("s"), F.ltrim("s"), F.rtrim("s"), F.btrim("s", lit("Hd ")), F.trim("s", lit("H ")))

# --- case: padding
result = s.select(F.lpad("s", 8, "*"), F.rpad("s", 8, "ab"), F.lpad("s", 3, "x"), F.repeat("s", 2), F.expr("space(3)"))

# --- case: substrings
result = s.select(F.substring("s", 1, 5), F.substring("s", -3, 2), F.substring("s", 0, 2), F.left("s", lit(3)), F.right("s", lit(3)), F.substring_index("s", " ", 1), F.substring_index("s", " ", -1))

# --- case: searching
result = s.select(F.instr("s", "o"), F.locate("o", "s", 6), F.position(lit("W"), "s"), F.contains("s", lit("World")), F.startswith("s", lit("He")), F.endswith("s", lit("ld")), F.find_in_set(lit("b"), lit("a,b,c")))

# --- case: concatenation
df = spark.createDataFrame([("a", None, 1), ("b", "c", None)], "x string, y string, n int")
result = df.select(F.concat("x", "y"), F.concat_ws("-", "x", "y", "n"), F.concat("x", "n"), F.concat_ws(",", F.array("x", "y"), "x"), F.expr("x || y"))

# --- case: replace_and_translate
result = s.select(F.replace("s", lit("o"), lit("0")), F.replace("s", lit("l")), F.translate("s", "lo", "01"), F.translate("s", "lo", "1"), F.overlay("s", lit("XX"), lit(2), lit(3)), F.overlay("s", lit("--"), lit(4)))

# --- case: split
df = spark.createDataFrame([("a,b,,c",), ("",), (None,), ("abc",)], "s string")
result = df.select(F.split("s", ","), F.split("s", ",", 2), F.split("s", ""), F.split_part("s", lit(","), lit(2)), F.split_part("s", lit(","), lit(-1)))

# --- case: regexp
df = spark.createDataFrame([("abc-123-def",), ("42",), ("none",), (None,)], "s string")
result = df.select(F.regexp_extract("s", r"(\d+)-(\w+)", 2), F.regexp_extract("s", r"\d+", 0), F.regexp_replace("s", r"(\w)-(\d)", "$2_$1"), F.regexp_extract_all("s", lit(r"(\d)"), lit(1)),
                   F.regexp_count("s", lit(r"\d")), F.regexp_instr("s", lit(r"\d+")), F.regexp_substr("s", lit(r"\d+")), F.regexp_like("s", lit("^[a-z]+$")), F.rlike("s", lit("c-1")))

# --- case: regexp_java_classes
df = spark.createDataFrame([("Tel: +49 (30) 1234",), ("éa_b",)], "s string")
result = df.select(F.regexp_replace("s", r"[^\d+]", ""), F.regexp_replace("s", r"\p{Punct}", "."), F.regexp_replace("s", r"(?i)TEL", "x"), F.regexp_extract("s", r"(?<n>\d{2,})", 1), F.regexp_replace("s", r"\s+", " "))

# --- case: regexp_bad_pattern
df = spark.createDataFrame([("a",)], "s string")
result = df.select(F.regexp_replace("s", "(", ""))

# --- case: regexp_bad_group
df = spark.createDataFrame([("a",)], "s string")
result = df.select(F.regexp_extract("s", "(a)", 3))

# --- case: like_patterns
df = spark.createDataFrame([("a%b",), ("a_b",), ("axb",), ("AXB",), (None,)], "s string")
result = df.select("s", col("s").like("a_b"), col("s").like(r"a\%b"), col("s").like("a%"), col("s").ilike("a_b"), F.expr("s like 'a/_b' escape '/'"), F.expr("s like any ('a%', 'A%')"))

# --- case: format
result = spark.range(1).select(F.format_string("%d %s %5.2f|%-5s|%05d|%x", lit(42), lit("x"), lit(3.14159), lit("ab"), lit(7), lit(255)), F.format_number(lit(1234567.891), 2), F.format_number(lit(1234), 0), F.printf(lit("%s-%s"), lit("a"), lit(None)))

# --- case: distance_and_sound
result = spark.range(1).select(F.levenshtein(lit("kitten"), lit("sitting")), F.levenshtein(lit("kitten"), lit("sitting"), 2), F.soundex(lit("Robert")), F.soundex(lit("Tymczak")))

# --- case: ascii_and_encodings
df = spark.createDataFrame([("ABC",), ("é",), ("",), (None,)], "s string")
result = df.select(F.ascii("s"), F.base64(F.encode("s", "UTF-8")), F.hex("s"), F.decode(F.unhex(F.hex("s")), "UTF-8"), F.encode("s", "UTF-16BE"), F.chr(lit(65)), F.char(lit(66)))

# --- case: digests
result = spark.range(1).select(F.md5(lit("spark")), F.sha1(lit("spark")), F.sha2(lit("spark"), 256), F.sha2(lit("spark"), 512), F.crc32(lit("spark")))

# --- case: url
df = spark.createDataFrame([("https://user:pw@spark.example.org:8080/a/b?x=1&y=two%20words#frag",)], "u string")
result = df.select(F.parse_url("u", lit("HOST")), F.parse_url("u", lit("PATH")), F.parse_url("u", lit("QUERY"), lit("x")), F.parse_url("u", lit("PROTOCOL")), F.url_encode(lit("a b&c")), F.url_decode(lit("a+b%26c")))

# --- case: to_number_and_char
result = spark.sql("select to_number('1,234.50', '9,999.99'), to_char(1234.5, '9,999.99'), to_char(-7, 'S999'), try_to_number('x', '999')")

# --- case: misc
result = spark.range(1).select(F.elt(lit(2), lit("a"), lit("b")), F.mask(lit("Ab1-")), F.sentences(lit("Hi there. Good day!")), F.expr("luhn_check('79927398713')"), F.quote(lit("it's")), F.lcase(lit("A")), F.ucase(lit("b")))

# --- case: string_functions_of_numbers
df = spark.createDataFrame([(123, 1.5, True)], "i int, d double, b boolean")
result = df.select(F.length("i"), F.upper("d"), F.concat("i", "d", "b"), F.substring("i", 2, 1), F.reverse("i"))

# --- case: str_to_map
result = spark.range(1).select(F.str_to_map(lit("a:1,b:2,c")), F.str_to_map(lit("a=1;b=2"), lit(";"), lit("=")))

# --- case: comparison_by_code_point
df = spark.createDataFrame([("a", "B"), ("ä", "z"), ("", "a"), ("a ", "a")], "x string, y string")
result = df.select(col("x") < col("y"), col("x") == col("y"), F.greatest("x", "y"), F.least("x", "y"))

# --- case: sentences_and_words_as_java_parts_them
texts = ["-###.##", '{"a": "7", "b": 2.5}', 'a"abc","7","b"', "I.B.M. is big. Yes! (No?) ok", "don't stop, it’s 50% or $5.00 #1", "日本語です。元気ですか？はい！", "カタカナーとひらがなﾞ漢字", "a.#A", "a.  #1", '."a', "A.)B. (C", "э́то. Да", "한국어 x𝒜y 😀 1,000.5", "नमस्ते। दुनिया", "a\u00adb\u200bc", "", " "]
t = spark.createDataFrame([(i, s) for i, s in enumerate(texts)], "i int, s string")
result = t.selectExpr("i", "sentences(s)", "sentences(s, 'ja')")

# --- case: positions_in_texts_beyond_16_bits
t = spark.createDataFrame([("a😀b",), ("😀",), ("😀😁c",), ("",), (None,)], "x string")
result = t.selectExpr("x", *[f"regexp_replace(x, '.*', 'X', {i})" for i in range(1, 6)], *[f"regexp_replace(x, 'b*', '<$0>', {i})" for i in range(1, 5)], "regexp_instr(x, '[bc]')", "regexp_instr(x, '$')", "substring(x, 2)", "locate('b', x, 2)", "overlay(x placing '-' from 2)", "split_part(x, '😀', 2)")

# --- case: empty_matches_between_the_halves_of_a_character
t = spark.createDataFrame([("a😀b",), ("😀",), ("😀😁",)], "x string")
result = t.selectExpr("x", *[f"{f}(x, '{p}'{more})" for p in ["", "b*", "(?=.)", "(?!a)", "$", "^", r"\\\\b", "(?<=😀)", ".?"] for f, more in [("regexp_count", ""), ("regexp_extract_all", ", 0"), ("regexp_replace", ", '-'"), ("split", "")]])

# --- case: mask_by_character
t = spark.createDataFrame([("😀",), ("a😀B1",), ("𐐀𐐨𝟏",), ("É٣ǅʰªⅣ",), ("",), (None,)], "x string")
result = t.selectExpr("mask(x)", "mask(x, '*', '*', '*', '#')", "mask(x, NULL, NULL, NULL, 'o')", "mask(x, 'U', 'l', 'd', '😀')")
