/** Writes the dataset for peers in Python: columns as raw arrays, dictionaries as JSON lists, a manifest beside them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataset } from './data.ts';

const [folder = '', rows = '1000000'] = process.argv.slice(2);
const data = makeDataset(Number(rows));
mkdirSync(folder, { recursive: true });
const manifest: Record<string, { rows: number; columns: Record<string, { kind: string; file: string; dictionary?: string }> }> = {};
for (const [name, table] of Object.entries(data.tables)) {
  const columns: (typeof manifest)[string]['columns'] = {};
  for (const [column, c] of Object.entries(table.columns)) {
    const file = `${name}.${column}.bin`;
    const array = c.kind === 'string' ? c.codes : c.data;
    writeFileSync(join(folder, file), Buffer.from(array.buffer, array.byteOffset, array.byteLength));
    columns[column] = { kind: c.kind, file };
    if (c.kind === 'string') {
      columns[column] = { kind: c.kind, file, dictionary: `${name}.${column}.json` };
      writeFileSync(join(folder, `${name}.${column}.json`), JSON.stringify(c.dictionary));
    }
  }
  manifest[name] = { rows: table.rows, columns };
}
writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
