/** Random tables. */
import { arrayType, decimalType, mapType, structField, structType } from '../../../engine/index.ts';
import type { AtomicKind, DataType } from '../../../engine/index.ts';
import type { Table } from '../program.ts';
import type { Random } from '../random.ts';
import { pythonValue, pythonValueNotNull } from './values.ts';

const atomic = (kind: AtomicKind): DataType => ({ kind });
const DAY_TIME: DataType = { kind: 'daytime_interval', start: 'day', end: 'second' };

function columnType(random: Random): DataType {
  return random.weighted<() => DataType>([
    [20, () => atomic('integer')],
    [10, () => atomic('long')],
    [6, () => atomic(random.pick<AtomicKind>(['byte', 'short']))],
    [12, () => atomic('double')],
    [4, () => atomic('float')],
    [12, () => random.pick([decimalType(10, 2), decimalType(5, 0), decimalType(20, 6), decimalType(38, 10), decimalType(4, 4), decimalType(18, 3)])],
    [22, () => atomic('string')],
    [8, () => atomic('boolean')],
    [9, () => atomic('date')],
    [9, () => atomic('timestamp')],
    [4, () => atomic('timestamp_ntz')],
    [4, () => atomic('binary')],
    [3, () => DAY_TIME],
    [7, () => arrayType(atomic(random.pick<AtomicKind>(['integer', 'string', 'double', 'long', 'date'])))],
    [3, () => random.pick([arrayType(arrayType(atomic('integer'))), arrayType(structType([structField('x', atomic('integer')), structField('y', atomic('string'))]))])],
    [5, () => mapType(atomic(random.pick<AtomicKind>(['string', 'integer'])), atomic(random.pick<AtomicKind>(['integer', 'string', 'double'])))],
    [5, () => structType([structField('a', atomic('integer')), structField('b', atomic(random.pick<AtomicKind>(['string', 'double', 'date'])))])],
  ])();
}

/** Names are different in each table: `t1_c0`. Two columns are always there to join and group by: an int and a text. */
export function randomTables(count: number, random: Random): Table[] {
  return Array.from({ length: count }, (_, t) => {
    const types = [atomic('integer'), atomic('string'), ...Array.from({ length: random.between(3, 9) }, () => columnType(random))];
    const columns = types.map((type, i) => ({ name: `t${t}_c${i}`, type, nullable: !random.chance(15) }));
    const size = random.weighted([[3, 0], [8, 1], [30, 4], [40, 8], [19, 15]]);
    const rows = Array.from({ length: size }, () => columns.map((c) => (c.nullable ? pythonValue(c.type, random) : pythonValueNotNull(c.type, random))));
    // Equal rows now and then.
    if (size > 2 && random.chance(40)) rows[1] = rows[0] as string[];
    return { name: `t${t}`, columns, rows };
  });
}

/** A table of a column of every type, for expressions alone. */
export function wideTable(random: Random): Table {
  const all: DataType[] = [
    ...(['integer', 'integer', 'long', 'byte', 'short', 'double', 'double', 'float', 'string', 'string', 'string', 'boolean', 'boolean', 'date', 'date', 'timestamp', 'timestamp', 'timestamp_ntz', 'binary'] as const).map(atomic),
    decimalType(10, 2), decimalType(38, 10), decimalType(5, 0), DAY_TIME,
    arrayType(atomic('integer')), arrayType(atomic('string')), arrayType(atomic('double')), arrayType(arrayType(atomic('integer'))),
    arrayType(structType([structField('x', atomic('integer')), structField('y', atomic('string'))])),
    mapType(atomic('string'), atomic('integer')), mapType(atomic('integer'), atomic('string')),
    structType([structField('a', atomic('integer')), structField('b', atomic('string'))]),
  ];
  const columns = all.map((type, i) => ({ name: `w${i}`, type, nullable: !random.chance(10) }));
  const rows = Array.from({ length: 6 }, () => columns.map((c) => (c.nullable ? pythonValue(c.type, random) : pythonValueNotNull(c.type, random))));
  return { name: 't0', columns, rows };
}
