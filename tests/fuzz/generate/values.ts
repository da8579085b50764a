/** Random values: as Python source for tables, as SQL text for literals. Many are the edges of their type. */
import type { DataType } from '../../../engine/index.ts';
import type { Random } from '../random.ts';

const TEXTS: readonly string[] = [
  '', 'a', 'b', 'Abc', 'abc', 'ABC', ' x ', 'x  ', 'Ärger', 'straße', 'İstanbul', 'ǆ', 'ﬁ', '😀', 'a😀b', 'e\u0301', '日本語', 'Ω', 'zz', 'a,b,c', 'a b c', 'a.b',
  '12', '-3', '3.50', '1e3', ' 7 ', '+5', '0x1F', '99999999999', 'NaN', 'Infinity', '-inf', 'true', 'F', 'yes', 'null', 'NULL',
  '2024-02-29', '2024-1-5', '2023-12-31 23:59:59.123456', '2024-03-10T02:30:00Z', '2024-06-15 12:00:00+02:00', '1500-01-01', '12:34:56',
  '{"a": 1, "b": [1, 2], "c": {"d": "x"}}', '{"a": null}', '[1, 2, 3]', '{"a": "7", "b": 2.5}', '{bad', 'k1:v1,k2:v2', '50%', 'a_b', 'it\'s', 'say "hi"', 'back\\slash', 'tab\there', 'line\nbreak',
  'http://user@example.com:80/p/a?x=1&y=2#frag', 'Spark SQL', '1,234.50', '-$5.00', 'QUJD', '616263',
];
const INTS: Readonly<Record<string, readonly string[]>> = {
  byte: ['-128', '127'],
  short: ['-32768', '32767', '300'],
  integer: ['-2147483648', '2147483647', '100000', '65536'],
  long: ['-9223372036854775808', '9223372036854775807', '9007199254740993', '-9007199254740993', '3000000000', '1700000000000'],
};
const SMALL_INTS: readonly string[] = ['0', '1', '2', '3', '5', '7', '10', '-1', '-2', '12', '24', '31', '42', '100', '-100'];
const DOUBLES: readonly string[] = ['0.0', '1.0', '-1.0', '0.5', '1.5', '2.5', '-2.5', '3.75', '10.0', '100.25', '-0.25', '7.0', '1000.0', '0.125'];
const EDGE_DOUBLES: readonly string[] = ['NaN', 'Infinity', '-Infinity', '-0.0', '1e15', '123456789.0', '1e-5', '0.1', '9.2e18', '1e20', '-1e60', '2147483648.0'];
const DATES: readonly string[] = ['2024-01-01', '2024-02-29', '2023-12-31', '2024-03-31', '2020-06-15', '1999-12-31', '2000-01-01', '1970-01-01', '1969-12-31'];
const EDGE_DATES: readonly string[] = ['0001-01-01', '9999-12-31', '1582-10-04', '1582-10-15', '1900-01-01', '1883-11-18'];
const TIMES: readonly string[] = ['00:00:00', '12:00:00', '23:59:59', '23:59:59.999999', '06:30:15.5', '02:30:00', '01:02:03.000004'];

/** Keys of maps, with what Java's HashMap makes of their hashes (the last four bits). */
const TEXT_KEYS: readonly (readonly [string, number])[] = [['""', 0], ['"a"', 1], ['"b"', 2], ['"😀"', 8], ['"k"', 11]];
const INT_KEYS: readonly (readonly [string, number])[] = [['0', 0], ['1', 1], ['2', 2], ['9', 9]];

/** Up to three keys in the order in which a HashMap keeps them: a Python dict passes through one on its way to Spark. */
function mapKeys(kind: string, random: Random): string[] {
  const chosen = random.some(kind === 'string' ? TEXT_KEYS : INT_KEYS, random.below(4));
  const mask = chosen.length === 3 ? 7 : 3;
  return [...chosen].sort(([, a], [, b]) => (a & mask) - (b & mask) || a - b).map(([key]) => key);
}

const quoted = (text: string): string => JSON.stringify(text);

function integer(kind: string, random: Random): string {
  return random.edge(12) ? random.pick(INTS[kind] as readonly string[]) : random.pick(kind === 'byte' ? SMALL_INTS : [...SMALL_INTS, '1000', '-999']).replace('1000', kind === 'byte' ? '99' : '1000');
}

function float(random: Random): string {
  return random.pick(random.edge(25) ? EDGE_DOUBLES : DOUBLES);
}

/** A number of at most `precision` digits. */
function decimal(precision: number, scale: number, random: Random): string {
  if (random.edge(8)) return scale === 0 ? '9'.repeat(precision) : `${random.pick(['', '-'])}${'9'.repeat(precision - scale) || '0'}.${'9'.repeat(scale)}`;
  const whole = precision - scale <= 0 ? '0' : String(random.below(10 ** Math.min(precision - scale, random.pick([1, 2, 4]))));
  const digits = scale === 0 ? '' : `.${Array.from({ length: scale }, (_, i) => (i < 2 ? random.pick(['0', '5', '2', '9']) : random.pick(['0', '0', '5', '1']))).join('')}`;
  return `${random.chance(30) ? '-' : ''}${whole}${digits}`;
}

function date(random: Random): string {
  return random.pick(random.edge(12) ? EDGE_DATES : DATES);
}
/** Python counts naive times of the local zone: far from the edges of its years. */
function dateTime(random: Random): string {
  return `${random.pick([...DATES, '1900-01-01', '2024-03-10', '2024-11-03', '9998-01-01', '0002-01-01'])} ${random.pick(TIMES)}`;
}

function pythonDateTime(text: string): string {
  return `datetime.datetime.fromisoformat(${quoted(text)})`;
}

/** Python source of a value of a type. */
export function pythonValue(type: DataType, random: Random, depth = 0): string {
  if (random.chance(depth === 0 ? 15 : 20)) return 'None';
  switch (type.kind) {
    case 'boolean':
      return random.pick(['True', 'False']);
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
      return integer(type.kind, random);
    case 'float':
    case 'double': {
      const text = float(random);
      return /^-?[NI]|NaN/.test(text) ? `float(${quoted(text)})` : text;
    }
    case 'decimal':
      return `Decimal(${quoted(decimal(type.precision, type.scale, random))})`;
    case 'string':
      return quoted(random.pick(TEXTS));
    case 'binary':
      return random.pick(['b""', 'b"a"', 'b"abc"', 'b"\\x00\\xff\\x80"', 'b"\\xe2\\x82\\xac"', 'b"Spark"']);
    case 'date':
      return `datetime.date.fromisoformat(${quoted(date(random))})`;
    case 'timestamp':
    case 'timestamp_ntz':
      return pythonDateTime(dateTime(random));
    case 'daytime_interval':
      return `datetime.timedelta(${random.pick(['days=1', 'days=-2, hours=3', 'seconds=90', 'microseconds=1', 'days=100, minutes=59', '0', 'hours=36'])})`;
    default:
      return nestedPython(type, random, depth + 1);
  }
}

function nestedPython(type: DataType, random: Random, depth: number): string {
  switch (type.kind) {
    case 'array':
      return `[${Array.from({ length: random.below(4) }, () => pythonValue(type.element, random, depth)).join(', ')}]`;
    case 'map': {
      const keys = mapKeys(type.key.kind, random);
      return `{${keys.map((k) => `${k}: ${pythonValue(type.value, random, depth)}`).join(', ')}}`;
    }
    case 'struct':
      return `(${type.fields.map((f) => `${pythonValue(f.type, random, depth)},`).join(' ')})`;
    default:
      return 'None';
  }
}

/** A value that is not null, for columns declared so. */
export function pythonValueNotNull(type: DataType, random: Random): string {
  for (;;) {
    const made = pythonValue(type, random);
    if (made !== 'None') return made;
  }
}

export function sqlString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`;
}

const EDGE_LITERALS: Readonly<Partial<Record<DataType['kind'], readonly string[]>>> = {
  byte: ['-128Y', '127Y'],
  short: ['-32768S', '32767S'],
  integer: ['-2147483648', '-2147483647', '2147483646', '2147483647'],
  long: ['(-9223372036854775807L - 1)', '-2147483649L', '2147483648L', '9223372036854775807L'],
  float: EDGE_DOUBLES.map((x) => `float('${x}')`),
  double: EDGE_DOUBLES.map((x) => `double('${x}')`),
  date: EDGE_DATES.map((x) => `DATE '${x}'`),
};

/** SQL text of a literal of a type, where there is one. */
export function sqlLiteral(type: DataType, random: Random): string | undefined {
  const edges = random.edges ? EDGE_LITERALS[type.kind] : undefined;
  if (edges !== undefined && random.chance(50)) return random.pick(edges);
  switch (type.kind) {
    case 'boolean':
      return random.pick(['true', 'false']);
    case 'byte':
      return `${random.between(-5, 100)}Y`;
    case 'short':
      return `${random.between(-5, 300)}S`;
    case 'integer':
      return random.pick(random.chance(90) ? SMALL_INTS : ['2147483647', '-2147483648']);
    case 'long':
      return random.chance(90) ? `${random.pick(SMALL_INTS)}L` : '9223372036854775807L';
    case 'float':
      return `${random.pick(DOUBLES)}F`;
    case 'double':
      return random.chance(85) ? `${random.pick(DOUBLES)}D` : `double('${random.pick(EDGE_DOUBLES)}')`;
    case 'decimal':
      return random.pick(['1.5', '0.25', '-2.75', '100.00', '12345.678', '0.001', '3.0']);
    case 'string':
      return sqlString(random.pick(TEXTS));
    case 'binary':
      return random.pick(["X''", "X'616263'", "X'00FF'"]);
    case 'date':
      return `DATE '${date(random)}'`;
    case 'timestamp':
      return `TIMESTAMP '${dateTime(random)}'`;
    case 'timestamp_ntz':
      return `TIMESTAMP_NTZ '${dateTime(random)}'`;
    case 'daytime_interval':
      return random.pick(["INTERVAL '1' DAY", "INTERVAL '2 03:04:05.678' DAY TO SECOND", "INTERVAL '-1' HOUR", "INTERVAL '90' SECOND"]);
    case 'yearmonth_interval':
      return random.pick(["INTERVAL '1' MONTH", "INTERVAL '-1-2' YEAR TO MONTH", "INTERVAL '3' YEAR"]);
    case 'calendar_interval':
      return random.pick(['make_interval(0, 1, 0, 2)', 'make_interval(1, 0, 0, 0, 3)', 'make_interval()']);
    default:
      return undefined;
  }
}
