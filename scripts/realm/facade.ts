/** The Python sources that every user realm holds: the `pyspark` facade and the runner. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PYTHON_DIRECTORY = fileURLToPath(new URL('../../python/', import.meta.url));

/** Sources by path below site-packages (`pyspark/sql/column.py`), sorted. */
export function readFacade(directory = PYTHON_DIRECTORY): Record<string, string> {
  const sources: Record<string, string> = {};
  const walk = (below: string): void => {
    const entries = readdirSync(join(directory, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (path !== 'api' && path !== 'tests' && entry.name !== '__pycache__') walk(path);
      } else if (entry.name.endsWith('.py')) {
        sources[path] = readFileSync(join(directory, path), 'utf8');
      }
    }
  };
  walk('');
  return sources;
}

/** Dotted names of the modules among these sources, packages before what is in them. */
export function moduleNames(sources: Readonly<Record<string, string>>): string[] {
  return Object.keys(sources)
    .map((path) => path.replace(/\/__init__\.py$|\.py$/, '').replaceAll('/', '.'))
    .sort((a, b) => a.split('.').length - b.split('.').length || (a < b ? -1 : 1));
}
