/** Cases of tests/oracle/cases/strings.py in TypeScript. */
import { functions as F } from '../../../engine/index.ts';
import { twins } from '../twins.ts';

export default twins('strings', (spark) => {
  const s = spark.createDataFrame([['Hello World'], ['  pad  '], [''], [null], ['naïve café 😀']], 's string');
  return { s };
}, {
  case_and_length: ({ s }) => s.select(F.upper('s'), F.lower('s'), F.initcap('s'), F.length('s'), F.char_length('s'), F.octet_length('s'), F.bit_length('s'), F.reverse('s')),
  trimming: ({ s }) => s.select(F.trim('s'), F.ltrim('s'), F.rtrim('s'), F.btrim('s', F.lit('Hd ')), F.trim('s', F.lit('H '))),
  padding: ({ s }) => s.select(F.lpad('s', 8, '*'), F.rpad('s', 8, 'ab'), F.lpad('s', 3, 'x'), F.repeat('s', 2), F.expr('space(3)')),
  substrings: ({ s }) => s.select(F.substring('s', 1, 5), F.substring('s', -3, 2), F.substring('s', 0, 2), F.left('s', F.lit(3)), F.right('s', F.lit(3)), F.substring_index('s', ' ', 1), F.substring_index('s', ' ', -1)),
  searching: ({ s }) => s.select(F.instr('s', 'o'), F.locate('o', 's', 6), F.position(F.lit('W'), 's'), F.contains('s', F.lit('World')), F.startswith('s', F.lit('He')), F.endswith('s', F.lit('ld')), F.find_in_set(F.lit('b'), F.lit('a,b,c'))),
  concatenation: ({ spark }) => {
    const df = spark.createDataFrame([['a', null, 1], ['b', 'c', null]], 'x string, y string, n int');
    return df.select(F.concat('x', 'y'), F.concat_ws('-', 'x', 'y', 'n'), F.concat('x', 'n'), F.concat_ws(',', F.array('x', 'y'), 'x'), F.expr('x || y'));
  },
  replace_and_translate: ({ s }) => s.select(F.replace('s', F.lit('o'), F.lit('0')), F.replace('s', F.lit('l')), F.translate('s', 'lo', '01'), F.translate('s', 'lo', '1'), F.overlay('s', F.lit('XX'), F.lit(2), F.lit(3)), F.overlay('s', F.lit('--'), F.lit(4))),
  split: ({ spark }) => {
    const df = spark.createDataFrame([['a,b,,c'], [''], [null], ['abc']], 's string');
    return df.select(F.split('s', ','), F.split('s', ',', 2), F.split('s', ''), F.split_part('s', F.lit(','), F.lit(2)), F.split_part('s', F.lit(','), F.lit(-1)));
  },
  regexp: ({ spark }) => {
    const df = spark.createDataFrame([['abc-123-def'], ['42'], ['none'], [null]], 's string');
    return df.select(F.regexp_extract('s', '(\\d+)-(\\w+)', 2), F.regexp_extract('s', '\\d+', 0), F.regexp_replace('s', '(\\w)-(\\d)', '$2_$1'), F.regexp_extract_all('s', F.lit('(\\d)'), F.lit(1)), F.regexp_count('s', F.lit('\\d')), F.regexp_instr('s', F.lit('\\d+')), F.regexp_substr('s', F.lit('\\d+')), F.regexp_like('s', F.lit('^[a-z]+$')), F.rlike('s', F.lit('c-1')));
  },
  regexp_java_classes: ({ spark }) => {
    const df = spark.createDataFrame([['Tel: +49 (30) 1234'], ['éa_b']], 's string');
    return df.select(F.regexp_replace('s', '[^\\d+]', ''), F.regexp_replace('s', '\\p{Punct}', '.'), F.regexp_replace('s', '(?i)TEL', 'x'), F.regexp_extract('s', '(?<n>\\d{2,})', 1), F.regexp_replace('s', '\\s+', ' '));
  },
  regexp_bad_pattern: ({ spark }) => {
    const df = spark.createDataFrame([['a']], 's string');
    return df.select(F.regexp_replace('s', '(', ''));
  },
  regexp_bad_group: ({ spark }) => {
    const df = spark.createDataFrame([['a']], 's string');
    return df.select(F.regexp_extract('s', '(a)', 3));
  },
  like_patterns: ({ spark }) => {
    const df = spark.createDataFrame([['a%b'], ['a_b'], ['axb'], ['AXB'], [null]], 's string');
    return df.select('s', F.col('s').like('a_b'), F.col('s').like('a\\%b'), F.col('s').like('a%'), F.col('s').ilike('a_b'), F.expr('s like \'a/_b\' escape \'/\''), F.expr('s like any (\'a%\', \'A%\')'));
  },
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: as the case has it
  format: ({ spark }) => spark.range(1).select(F.format_string('%d %s %5.2f|%-5s|%05d|%x', F.lit(42), F.lit('x'), F.lit(3.14159), F.lit('ab'), F.lit(7), F.lit(255)), F.format_number(F.lit(1234567.891), 2), F.format_number(F.lit(1234), 0), F.printf(F.lit('%s-%s'), F.lit('a'), F.lit(null))),
  distance_and_sound: ({ spark }) => spark.range(1).select(F.levenshtein(F.lit('kitten'), F.lit('sitting')), F.levenshtein(F.lit('kitten'), F.lit('sitting'), 2), F.soundex(F.lit('Robert')), F.soundex(F.lit('Tymczak'))),
  ascii_and_encodings: ({ spark }) => {
    const df = spark.createDataFrame([['ABC'], ['é'], [''], [null]], 's string');
    return df.select(F.ascii('s'), F.base64(F.encode('s', 'UTF-8')), F.hex('s'), F.decode(F.unhex(F.hex('s')), 'UTF-8'), F.encode('s', 'UTF-16BE'), F.chr(F.lit(65)), F.char(F.lit(66)));
  },
  digests: ({ spark }) => spark.range(1).select(F.md5(F.lit('spark')), F.sha1(F.lit('spark')), F.sha2(F.lit('spark'), 256), F.sha2(F.lit('spark'), 512), F.crc32(F.lit('spark'))),
  url: ({ spark }) => {
    const df = spark.createDataFrame([['https://user:pw@spark.example.org:8080/a/b?x=1&y=two%20words#frag']], 'u string');
    return df.select(F.parse_url('u', F.lit('HOST')), F.parse_url('u', F.lit('PATH')), F.parse_url('u', F.lit('QUERY'), F.lit('x')), F.parse_url('u', F.lit('PROTOCOL')), F.url_encode(F.lit('a b&c')), F.url_decode(F.lit('a+b%26c')));
  },
  to_number_and_char: ({ spark }) => spark.sql('select to_number(\'1,234.50\', \'9,999.99\'), to_char(1234.5, \'9,999.99\'), to_char(-7, \'S999\'), try_to_number(\'x\', \'999\')'),
  misc: ({ spark }) => spark.range(1).select(F.elt(F.lit(2), F.lit('a'), F.lit('b')), F.mask(F.lit('Ab1-')), F.sentences(F.lit('Hi there. Good day!')), F.expr('luhn_check(\'79927398713\')'), F.quote(F.lit('it\'s')), F.lcase(F.lit('A')), F.ucase(F.lit('b'))),
  string_functions_of_numbers: ({ spark }) => {
    const df = spark.createDataFrame([[123, 1.5, true]], 'i int, d double, b boolean');
    return df.select(F.length('i'), F.upper('d'), F.concat('i', 'd', 'b'), F.substring('i', 2, 1), F.reverse('i'));
  },
  str_to_map: ({ spark }) => spark.range(1).select(F.str_to_map(F.lit('a:1,b:2,c')), F.str_to_map(F.lit('a=1;b=2'), F.lit(';'), F.lit('='))),
  comparison_by_code_point: ({ spark }) => {
    const df = spark.createDataFrame([['a', 'B'], ['ä', 'z'], ['', 'a'], ['a ', 'a']], 'x string, y string');
    return df.select(F.col('x').lt(F.col('y')), F.col('x').eq(F.col('y')), F.greatest('x', 'y'), F.least('x', 'y'));
  },
});
