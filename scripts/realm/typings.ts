/** Typings of the module `sparring` that TypeScript solutions import, as files for the editor's language service. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PUBLIC_API = fileURLToPath(new URL('../../engine/session/api/public/', import.meta.url));
const PACKAGE = 'file:///node_modules/sparring/';

/** JSON: text by file address. The API's own types, and an entry point that says what the module holds. */
export async function solutionTypings(): Promise<string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(PUBLIC_API).sort()) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const text = readFileSync(`${PUBLIC_API}${name}`, 'utf8');
    files[`${PACKAGE}api/${name.replace(/\.ts$/, '.d.ts')}`] = text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1'");
  }
  files[`${PACKAGE}package.json`] = JSON.stringify({ name: 'sparring', version: '0.1.0', types: 'index.d.ts' });
  files[`${PACKAGE}index.d.ts`] = entryPoint();
  files['file:///globals.d.ts'] = "import type { SparkSession } from 'sparring';\ndeclare global { const spark: SparkSession; }\n";
  return JSON.stringify(files);
}

function entryPoint(): string {
  return `export type * from './api/index';
import type { Functions, SparkSession, Types, WindowBuilder } from './api/index';
/** The session that every solution has. */
export declare const spark: SparkSession;
/** Functions of columns, as in pyspark.sql.functions. */
export declare const functions: Functions;
export { functions as F };
/** Makes windows. */
export declare const Window: WindowBuilder;
/** Data types under PySpark's names. */
export declare const types: Types;
`;
}
