/** The reference of functions that the page shows: from the registry, with the Python signatures of the facade. */
import type { FunctionDeclaration, ParameterSpec } from '../../engine/functions/define.ts';
import { registry } from '../../engine/functions/registry.ts';
import { pythonFunctions } from './python-functions.ts';

/** One function, as `src/state/reference.ts` reads it. */
interface ReferenceEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly family: string;
  readonly since: string;
  /** As SQL calls it; null for what only the DataFrame API has. */
  readonly sql: string | null;
  /** As `pyspark.sql.functions` has it; null for what only SQL has. */
  readonly python: string | null;
  readonly doc: string;
  readonly examples: readonly (readonly [sql: string, result: string | null])[];
}

/** Names that one can write: operators are explained with the language, and what plans need inside has names of its own. */
const CALLABLE = /^[a-z_]\w*$/i;

export async function functionReference(): Promise<string> {
  const python = pythonSignatures();
  const entries = registry
    .all()
    .filter((f) => CALLABLE.test(f.name) && (f.internal !== true || python.has(f.name)))
    .map((f) => entryOf(f, python.get(f.name) ?? null))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return JSON.stringify(entries);
}

function entryOf(f: FunctionDeclaration, python: string | null): ReferenceEntry {
  const { name, aliases = [], family, since, doc, examples } = f;
  const called = family === 'operator' && f.sql !== undefined ? f.sql(f.params.map((p) => p.name), false) : `${name}(${sqlParameters(f.params)})`;
  const sql = f.internal === true ? null : called;
  return { name, aliases, family, since, sql, python, doc, examples };
}

/** `str, pos[, len]`, and `exprs…` for as many as one likes. */
function sqlParameters(params: readonly ParameterSpec[]): string {
  return params.reduce((text, p, i) => {
    const shown = p.variadic === true ? `${p.name}…` : p.name;
    if (p.optional === true) return `${text}[${i === 0 ? '' : ', '}${shown}]`;
    return i === 0 ? shown : `${text}, ${shown}`;
  }, '');
}

function pythonSignatures(): ReadonlyMap<string, string> {
  const all = pythonFunctions();
  // A function that goes by another name in the registry is found by that name too; its own comes first.
  return new Map([...all.map((f) => [f.target, f.signature] as const), ...all.map((f) => [f.name, f.signature] as const)]);
}
