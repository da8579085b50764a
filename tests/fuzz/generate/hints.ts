/**
 * What the registry cannot tell a generator: which texts make sense for a parameter, which functions are left out, and
 * the special forms of the syntax.
 */
import { sqlString } from './values.ts';

/** Families or functions that no two systems can agree on, or that this generator has no use for. */
export const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ...['rand', 'random', 'randn', 'uniform', 'randstr', 'uuid', 'shuffle', 'monotonically_increasing_id', 'spark_partition_id', 'aes_encrypt'].map((n) => [n, 'depends on partitions or on chance'] as const),
  ...['current_date', 'curdate', 'current_timestamp', 'now', 'localtimestamp', 'current_time', 'localtime'].map((n) => [n, 'the clock'] as const),
  ...['version', 'user', 'current_user', 'session_user', 'input_file_name', 'input_file_block_start', 'input_file_block_length'].map((n) => [n, 'names the machine'] as const),
  ...['first', 'first_value', 'last', 'last_value', 'any_value', 'collect_list', 'collect_set', 'max_by', 'min_by', 'listagg', 'string_agg', 'mode', 'histogram_numeric'].map((n) => [n, 'depends on the order of rows: has templates'] as const),
  ...['sequence', 'array_repeat', 'repeat', 'space', 'lpad', 'rpad', 'timestampadd', 'timestampdiff', 'extract', 'grouping', 'grouping_id', 'case', 'in', 'when'].map((n) => [n, 'has templates'] as const),
  ...['regr_intercept'].map((n) => [n, 'a small difference of large sums: no digit of it need count'] as const),
  ...['raise_error', 'assert_true', 'time_bucket', 'collate', 'collation'].map((n) => [n, 'nothing to compare, or a type of its own'] as const),
]);

const DATE_PATTERNS = ['yyyy-MM-dd', 'yyyy-MM-dd HH:mm:ss', 'dd/MM/yyyy', 'yyyyMMdd', 'MMM d, yyyy', 'EEEE', 'D', 'yyyy-MM-dd HH:mm:ss.SSSSSS', 'hh:mm a', 'Q yy', 'yyyy', "yyyy'T'HH", 'HH', 'E MMMM', 'bad pattern', 'VV', 'XX', 'M/d/y'];
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Europe/Paris', '+03:00', 'Australia/Lord_Howe', 'GMT-5', 'Nowhere/City'];
/** Counts and places. */
export const SMALL: readonly string[] = ['0', '1', '2', '3', '4', '-1', '-2', '10'];
export const AT_THE_EDGE: readonly string[] = ['-2147483648', '-2147483647', '2147483646', '2147483647', 'NULL'];
/** Without the empty one, which Java finds inside of characters beyond U+FFFF too. */
const PATTERNS = ['a', '[a-z]+', '(\\d+)', '(\\w)(\\w)', '^.', '\\s', ',', '.*', '(?i)ABC', '[^a-c]', '(a)|(b)', '\\bx\\b', '\\p{Lu}'];
const CHARSETS = ['UTF-8', 'US-ASCII', 'ISO-8859-1', 'UTF-16', 'UTF-16BE', 'UTF-16LE', 'UTF-32', 'latin9'];
const LIKES = ['a%', '%b', '%', '_b_', '', '%\\\\%%', 'A_c', '%😀%'];
const JSON_PATHS = ['$.a', '$.b', '$.b[0]', '$.b[*]', '$.c.d', '$', '$[1]', "$['a']", '$.nope', 'a'];
const SCHEMAS = ['a INT, b ARRAY<INT>, c STRUCT<d: STRING>', 'a STRING', 'MAP<STRING, STRING>', 'a DOUBLE, b STRING, _corrupt_record STRING', 'ARRAY<INT>', 'x DATE, a BIGINT'];
const NUMBER_FORMATS = ['999', '9,999.99', '$99.9', 'S999', '000.00', '999MI', '9G999D99', '99PR', 'bad'];

const texts = (list: readonly string[]): readonly string[] => list.map(sqlString);

/** SQL texts for a parameter: by function and parameter, or by the parameter alone. First match counts. */
const LITERALS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(trunc)\.fmt$/, texts(['year', 'YY', 'quarter', 'month', 'MON', 'week', 'day', 'century'])],
  [/^date_trunc\.fmt$/, texts(['year', 'quarter', 'MONTH', 'week', 'day', 'hour', 'minute', 'second', 'millisecond', 'microsecond', 'dd', 'eon'])],
  [/^(date_part|datepart)\.field$/, texts(['year', 'month', 'week', 'dow', 'doy', 'day', 'hour', 'minute', 'second', 'yearofweek', 'dayofweek_iso', 'quarter', 'eon'])],
  [/^(to_number|try_to_number)\.fmt$|^(to_char|to_varchar)\.format$/, texts(NUMBER_FORMATS)],
  [/^(to_binary|try_to_binary)\.fmt$/, texts(['hex', 'utf-8', 'base64', 'nope'])],
  [/\.(fmt|format)$/, texts(DATE_PATTERNS)],
  [/^format_number\.expr2$/, ['0', '1', '2', '-1', "'#,###.0'", "'00.00'"]],
  [/\.strfmt$/, texts(['%s', '%d|%s', '%5.1f', '%x', '%%', '[%-5s]', '%05d', '%e', '%,d'])],
  [/^encode\.charset$/, texts(CHARSETS)],
  [/^decode\.search$/, texts(['UTF-8', 'US-ASCII', 'UTF-16', 'a', '12'])],
  [/timezone|^(from_utc_timestamp|to_utc_timestamp)\./i, texts(ZONES)],
  [/^convert_timezone\.(sourceTz|targetTz)$/, texts(ZONES)],
  [/\.(regexp|regex)$/, texts(PATTERNS)],
  [/\.pattern$/, texts(LIKES)],
  [/\.escape$/, texts(['#', '!'])],
  [/\.rep$/, texts(['', 'X', '$1', '<$0>', '\\$'])],
  [/\.day_of_week$/, texts(['MO', 'tue', 'Sunday', 'xx'])],
  [/^xpath\w*\.path$/, texts(['a/b', 'a/b/text()', '//b', 'count(a)', 'a/@x', ''])],
  [/^get_json_object\.path$|\.p1$/, texts(JSON_PATHS)],
  [/^(from_json|from_csv|from_xml)\.schema$/, texts(SCHEMAS)],
  [/^schema_of_json\.json$/, texts(['{"a": 1}', '[{"b": 1.5}, {"c": null}]', '{bad', '"x"'])],
  [/^schema_of_csv\.csv$/, texts(['1,abc,2.5', 'true,,2024-01-01', ''])],
  [/\.options$/, ["map('mode', 'FAILFAST')", "map('mode', 'PERMISSIVE')", "map('dateFormat', 'yyyy')", "map('sep', ' ')"]],
  [/\.partToExtract$/, texts(['HOST', 'PATH', 'QUERY', 'REF', 'PROTOCOL', 'FILE', 'AUTHORITY', 'USERINFO', 'NOPE'])],
  [/\.(key)$/, texts(['x', 'y', 'a'])],
  [/\.(percentage)$/, ['0.5', '0.25', 'array(0.0, 0.5, 1.0)', '0.9', '1.5']],
  // Few digits make the result depend on the order of rows.
  [/^(approx_percentile|percentile_approx)\.accuracy$/, ['100', '10000', '0']],
  [/\.(accuracy|frequency)$/, ['100', '1', '3']],
  [/\.relativeSD$/, ['0.05', '0.1']],
  [/^sha2\.bitLength$/, ['256', '0', '224', '384', '512', '1']],
  [/^hmac\.algorithm$/, texts(['SHA256', 'sha512', 'md5', 'nope'])],
  [/^conv\.(from_base|to_base)$/, ['10', '16', '2', '36', '-10', '8', '1']],
  [/^(sentences)\.(lang|country)$/, texts(['en', 'US', ''])],
  [/^mask\.(upperChar|lowerChar|digitChar|otherChar)$/, ["'*'", 'NULL', "'#'"]],
  [/^(vector_norm|vector_normalize)\.degree$/, ['1.0F', '2.0F', "float('inf')"]],
  [/^make_(date|timestamp|timestamp_ltz|timestamp_ntz)\.(year)$|^try_make_\w+\.year$/, ['2024', '1999', '1', '-5', '10000']],
  [/^(try_)?make_\w+\.(sec|secs)$/, ['0', '30.5', '59.999999', '60', '61.5']],
  [/^(try_)?make_\w+\.(month|day|hour|min|months|weeks|days|hours|mins|years)$/, ['0', '1', '2', '12', '29', '31', '60', '-1']],
  [/\.(scale|pos|len|n|count|partNum|exp|idx|start|length|threshold|occurrence|num_bucket|limit|position|num_months|num_days|offset|k|nb)$/, SMALL],
  [/\.(isIgnoreNull|deterministic|ascendingOrder|ignoreNulls|roundOff)$/, ['true', 'false']],
];

export function literalsFor(fn: string, parameter: string): readonly string[] | undefined {
  const name = `${fn}.${parameter}`;
  return LITERALS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Parameters that take literals alone; columns elsewhere now and then. */
export function mustBeLiteral(fn: string, parameter: string): boolean {
  return /\.(fmt|format|strfmt|charset|regexp|regex|n|count|len|schema|options|path|percentage|bitLength|timezone|sourceTz|targetTz|partToExtract)$/.test(`${fn}.${parameter}`);
}

/** What `any` means for a parameter. */
export function kindsFor(family: string, fn: string, parameter: string): string | undefined {
  const name = `${fn}.${parameter}`;
  if (/^(date_add|dateadd|date_sub)\.num_days$/.test(name)) return 'int';
  if (family === 'datetime') return /unix_(seconds|millis|micros)|^hour|^minute|^second/.test(fn) ? 'ts' : /^timestamp_(seconds|millis|micros)/.test(fn) || fn === 'date_from_unix_date' || fn === 'from_unixtime' ? 'num' : 'when';
  if (/^(substring|substr|left|right|length|len|char_length|character_length|octet_length|bit_length)\.(str|expr)$/.test(name)) return 'text';
  if (/valid_utf8|validate_utf8/.test(fn)) return 'str';
  if (family === 'vector') return 'floats';
  if (/^(char|chr)\./.test(name)) return 'int';
  if (family === 'format') return /to_(char|varchar)/.test(fn) ? 'num' : 'any';
  return undefined;
}

/**
 * Special forms. `{kind}` is a hole; `{=1}` is one of the first hole's type, `{@1}` the first hole's expression again. Kinds: see `KINDS` in expressions.ts.
 */
export const TEMPLATES: readonly string[] = [
  'CASE WHEN {bool} THEN {any} ELSE {=2} END', 'CASE WHEN {bool} THEN {any} WHEN {bool} THEN {=2} END', 'CASE {any} WHEN {=1} THEN {any} ELSE {=3} END',
  '{any} IS NULL', '{any} IS NOT NULL', '{ord} BETWEEN {=1} AND {=1}', '{ord} NOT BETWEEN {=1} AND {=1}', '{ord} IN ({=1}, {=1}, {=1})', '{ord} NOT IN ({=1}, {=1})', '{ord} IN ({=1}, NULL)',
  '{ord} = {=1}', '{ord} <> {=1}', '{ord} < {=1}', '{ord} >= {=1}', '{ord} <=> {=1}', '{ord} IS DISTINCT FROM {=1}', '{num} > {num}', '{num} = {num}', '{when} < {when}', '{str} = {num}',
  '{bool} AND {bool}', '{bool} OR {bool}', 'NOT {bool}', '{bool} IS TRUE', '{bool} IS NOT FALSE', '{bool} IS UNKNOWN',
  '{num} + {num}', '{num} - {num}', '{num} * {num}', '{num} / {num}', '{num} % {num}', '{int} DIV {int}', '-{num}', '{dec} + {dec}', '{dec} * {dec}', '{dec} / {dec}', '{dec} % {dec}', '{int} & {int}', '{int} | {int}', '{int} ^ {int}', '~{int}',
  '{str} || {str}', '{str} LIKE {like}', '{str} NOT LIKE {like}', '{str} ILIKE {like}', '{str} RLIKE {regex}', "{str} LIKE ANY ('a%', '%b')", "{str} LIKE ALL ('a%', '%c')",
  'CAST({any} AS STRING)', 'CAST({num} AS INT)', 'CAST({num} AS BIGINT)', 'CAST({num} AS DOUBLE)', 'CAST({num} AS DECIMAL(12,3))', 'CAST({num} AS DECIMAL(5,2))', 'CAST({num} AS FLOAT)', 'CAST({num} AS TINYINT)', 'CAST({num} AS SMALLINT)', 'CAST({num} AS BOOLEAN)', 'CAST({num} AS TIMESTAMP)',
  'CAST({str} AS INT)', 'CAST({str} AS DOUBLE)', 'CAST({str} AS DATE)', 'CAST({str} AS TIMESTAMP)', 'CAST({str} AS BOOLEAN)', 'CAST({str} AS DECIMAL(10,2))', 'CAST({str} AS BINARY)', 'CAST({str} AS TIMESTAMP_NTZ)', 'CAST({bool} AS INT)', 'CAST({bin} AS STRING)',
  'TRY_CAST({str} AS INT)', 'TRY_CAST({str} AS BIGINT)', 'TRY_CAST({str} AS DOUBLE)', 'TRY_CAST({str} AS DATE)', 'TRY_CAST({str} AS TIMESTAMP)', 'TRY_CAST({str} AS DECIMAL(10,2))', 'TRY_CAST({str} AS BOOLEAN)', 'TRY_CAST({num} AS TINYINT)', 'TRY_CAST({num} AS DECIMAL(3,1))',
  'CAST({when} AS DATE)', 'CAST({when} AS TIMESTAMP)', 'CAST({when} AS TIMESTAMP_NTZ)', 'CAST({ts} AS BIGINT)', 'CAST({ts} AS DOUBLE)', 'CAST({arr} AS STRING)', 'CAST({struct} AS STRING)', 'CAST({map} AS STRING)', 'CAST({intarr} AS ARRAY<STRING>)', 'CAST({intarr} AS ARRAY<TINYINT>)', 'CAST({interval} AS STRING)', "CAST({str} AS INTERVAL DAY TO SECOND)",
  'EXTRACT(YEAR FROM {when})', 'EXTRACT(DOW FROM {when})', 'EXTRACT(SECOND FROM {ts})', 'EXTRACT(WEEK FROM {when})', 'EXTRACT(HOUR FROM {interval})',
  "{when} + INTERVAL '1' MONTH", "{when} - INTERVAL '1-2' YEAR TO MONTH", "{ts} + INTERVAL '1 02:03:04.5' DAY TO SECOND", "{date} + INTERVAL '2' DAY", '{date} - {date}', '{ts} - {ts}', '{date} + {small}', '{date} - {small}', '{interval} * {int}', '{interval} + {=1}', '-{interval}', 'INTERVAL 1 DAY 2 HOURS + {ts}',
  'timestampadd(MONTH, {small}, {ts})', 'timestampadd(HOUR, {small}, {ts})', 'timestampdiff(DAY, {ts}, {ts})', 'timestampdiff(MONTH, {ts}, {ts})', 'date_add(YEAR, {small}, {when})', 'datediff(QUARTER, {when}, {when})',
  'SUBSTRING({str} FROM {small} FOR {small})', 'TRIM(BOTH {str} FROM {str})', 'TRIM(LEADING FROM {str})', 'POSITION({str} IN {str})', 'OVERLAY({str} PLACING {str} FROM {small})', 'lpad({str}, {small}, {str})', 'rpad({str}, {small})', 'repeat({str}, {small})', 'space({small})', 'lpad({bin}, {small}, {bin})',
  'struct({any}, {any})', "named_struct('p', {any}, 'q', {any})", 'array({any}, {=1}, {=1})', "map('a', {any}, 'b', {=1})", 'map({small}, {any})', '{intarr}[{small}]', '{strarr}[0]', 'try_element_at({arr}, {small})', "{strmap}['a']", 'element_at({strmap}, {str})', '{struct}.a', '{arr}[1]',
  'sequence({small}, {small})', 'sequence({small}, {small}, 2)', "sequence(DATE '2024-01-30', DATE '2024-05-01', INTERVAL 1 MONTH)", 'array_repeat({any}, {small})', 'array_sort(array_repeat({ord}, 2))',
  'transform({intarr}, x -> x + 1)', 'transform({arr}, (x, i) -> struct(i, x))', 'transform({strarr}, x -> concat(x, {str}))', 'transform({intarr}, x -> x * {small})', 'filter({intarr}, x -> x > {small})', 'filter({strarr}, x -> x IS NOT NULL)', 'filter({arr}, (x, i) -> i % 2 = 0)', 'exists({intarr}, x -> x = {small})', 'forall({intarr}, x -> x < {small})', 'exists({strarr}, x -> x LIKE {like})',
  'aggregate({intarr}, 0L, (a, x) -> a + coalesce(x, 0))', "aggregate({strarr}, '', (a, x) -> a || coalesce(x, '-'), a -> upper(a))", 'reduce({intarr}, {small}, (a, x) -> greatest(a, x))', 'zip_with({intarr}, {intarr}, (x, y) -> coalesce(x, 0) + coalesce(y, 100))', 'zip_with({intarr}, {strarr}, (x, y) -> struct(x, y))', 'array_sort({intarr}, (l, r) -> CASE WHEN l < r THEN 1 WHEN l > r THEN -1 ELSE 0 END)',
  "transform_keys({strmap}, (k, v) -> concat(k, '_'))", 'transform_values({strmap}, (k, v) -> v + 1)', 'map_filter({strmap}, (k, v) -> v > {small})', "map_zip_with({strmap}, {strmap}, (k, a, b) -> coalesce(a, 0) + coalesce(b, 0))",
  'to_json({struct})', 'to_json({map})', 'to_json({arr})', "to_json(named_struct('x', {any}, 'y', {any}))", "to_csv(named_struct('x', {num}, 'y', {str}))", "from_json(to_json(named_struct('a', {int}, 'b', {str})), 'a INT, b STRING')", 'coalesce({any}, {=1})', 'nvl2({any}, {any}, {=2})', 'nullif({ord}, {=1})', 'if({bool}, {any}, {=2})', 'greatest({ord}, {=1}, {=1})', 'least({num}, {num})', 'decode({ord}, {=1}, {str}, {str})', 'hash({any}, {any})', 'xxhash64({any})', 'date_format({when}, \'yyyy-MM-dd HH:mm:ss\')', "to_timestamp({str}, 'yyyy-MM-dd HH:mm:ss')",
];
