/** Cases made of another one in ways that must not change what is right: rows permuted, other partitions, ids renamed. */
import type { WireValue } from '../../engine/index.ts';
import type { Case, Input, TableInput } from '../challenge.ts';
import { Random } from './random.ts';

const PARTITIONS = [1, 3, 7];

function mapTables(c: Case, id: string, title: string, f: (t: TableInput) => TableInput): Case {
  const inputs = c.inputs.map((i): Input => (i.kind === 'table' ? f(i) : i));
  return { ...c, id: `${c.id}-${id}`, title, kind: 'metamorphic', inputs, judgesPlan: false };
}

/** An injective new name of an id, the same wherever the id occurs. */
function renamed(value: WireValue): WireValue {
  if (typeof value === 'number') return value * 7 + 100_003;
  return typeof value === 'string' ? `id-${value}` : value;
}

function columnNames(schema: string): string[] {
  return schema.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '');
}

function renameIds(table: TableInput, idColumns: readonly string[]): TableInput {
  const names = columnNames(table.schema);
  const ids = names.flatMap((n, j) => (idColumns.includes(n) ? [j] : []));
  return { ...table, rows: table.rows.map((row) => row.map((v, j) => (ids.includes(j) ? renamed(v) : v))) };
}

/** The variants of a case. */
export function metamorphicCases(base: Case, idColumns: readonly string[], seed: number): Case[] {
  const random = new Random(seed);
  const cases = [mapTables(base, 'permuted', 'rows of the input in another order', (t) => ({ ...t, rows: random.shuffled(t.rows) }))];
  for (const numPartitions of PARTITIONS) {
    const title = `the input in ${numPartitions} partition${numPartitions === 1 ? '' : 's'}`;
    cases.push(mapTables(base, `partitions-${numPartitions}`, title, (t) => ({ ...t, numPartitions })));
  }
  if (idColumns.length > 0) cases.push(mapTables(base, 'renamed', 'other ids', (t) => renameIds(t, idColumns)));
  return cases;
}

/** A script of events whose topics have other numbers of partitions: what is emitted may not depend on it. */
export function streamVariants(base: Case): Case[] {
  const { stream } = base;
  if (stream === undefined) return [];
  return PARTITIONS.map((partitions) => ({
    ...base,
    id: `${base.id}-partitions-${partitions}`,
    title: `topics of ${partitions} partition${partitions === 1 ? '' : 's'}`,
    kind: 'metamorphic' as const,
    stream: { ...stream, topics: stream.topics.map((t) => ({ ...t, partitions })) },
  }));
}
