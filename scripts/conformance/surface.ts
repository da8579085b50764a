/**
 * Compares the public surface of the facade with that of an installed PySpark: every name, its kind, parameters and
 * defaults. tests/conformance/surface.json keeps by module how many are the same, which may not fall, and which others
 * are answered by an error that names them.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const surfaceSchema = z.record(z.string(), z.record(z.string(), z.string()).nullable());
export type Surface = z.infer<typeof surfaceSchema>;
const keptSchema = z.record(z.string(), z.tuple([z.number(), z.number()]));
export type KeptSurface = z.infer<typeof keptSchema>;

export interface ModuleSurface {
  readonly module: string;
  readonly total: number;
  readonly same: number;
  /** A line for each name that differs. */
  readonly differences: readonly string[];
}

/** By module, in the order of PySpark's. */
export function compareSurfaces(real: Surface, ours: Surface): readonly ModuleSurface[] {
  return Object.entries(real).flatMap(([module, names]) => {
    if (names === null) return [];
    const found = ours[module];
    const differences = Object.entries(names).flatMap(([name, kind]) => {
      const own = found?.[name];
      if (own === kind) return [];
      return [`${name}: ${own === undefined ? 'missing' : own === 'named' ? 'not there, which an error says' : `PySpark ${kind}, here ${own}`}`];
    });
    const total = Object.keys(names).length;
    return [{ module, total, same: total - differences.length, differences }];
  });
}

/** What is worse than kept, a line each. */
export function worseThan(kept: KeptSurface, found: readonly ModuleSurface[]): readonly string[] {
  return found.flatMap(({ module, same }) => {
    const before = kept[module]?.[0] ?? 0;
    return same < before ? [`✗ ${module}: ${same} names are PySpark's, and ${before} were.`] : [];
  });
}

const KEPT = new URL('../../tests/conformance/surface.json', import.meta.url);
const DESCRIBE = new URL('../../tests/support/surface.py', import.meta.url).pathname;

function describeWith(python: string, path: string | undefined): Surface {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...(path === undefined ? {} : { PYTHONPATH: path }) };
  const done = spawnSync(python, [DESCRIBE], { encoding: 'utf8', env, maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(`${DESCRIBE} failed:\n${done.stderr}`);
  return surfaceSchema.parse(JSON.parse(done.stdout));
}

/** Prints what differs; the result is the exit code. `sources`: the installed package's folder pyspark/sql. */
export function checkSurface(python: string, update: boolean, verbose: boolean): number {
  const found = compareSurfaces(describeWith(python, undefined), describeWith(python, new URL('../../python', import.meta.url).pathname));
  for (const { module, total, same, differences } of found) {
    process.stdout.write(`${module}: ${same} of ${total}\n${verbose ? differences.map((line) => `    ${line}\n`).join('') : ''}`);
  }
  const [same, total] = [found.reduce((sum, m) => sum + m.same, 0), found.reduce((sum, m) => sum + m.total, 0)];
  process.stdout.write(`\n${same} of ${total} public names are as in PySpark\n`);
  if (update) {
    const lines = found.map((m) => `  ${JSON.stringify(m.module)}: [${m.same}, ${m.total}]`);
    writeFileSync(KEPT, `{\n${lines.join(',\n')}\n}\n`);
    return 0;
  }
  const worse = worseThan(keptSchema.parse(JSON.parse(readFileSync(KEPT, 'utf8'))), found);
  process.stdout.write(worse.map((line) => `${line}\n`).join(''));
  return worse.length === 0 ? 0 : 1;
}
