/**
 * Writes what of `pyspark.sql.functions` is a plain list of arguments: `python/pyspark/sql/functions/_generated.py`.
 * Signatures are those recorded from PySpark (`python/api/functions.json`);
 * what a function does and its examples come from the engine's registry; of one that the engine lacks, the engine tells.
 *
 * `tsx scripts/generate-python.ts` writes, with `--check` it only tells whether the files are up to date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { registry } from '../engine/functions/registry.ts';
import type { FunctionDeclaration } from '../engine/functions/define.ts';

const parameterSchema = z.object({
  name: z.string(),
  default: z.string().optional(),
  variadic: z.boolean().optional(),
  text: z.enum(['col', 'lit']).nullable().optional(),
  column: z.boolean().optional(),
  number: z.boolean().optional(),
  flag: z.boolean().optional(),
  fraction: z.boolean().optional(),
  list: z.boolean().optional(),
});
const functionSchema = z.object({
  name: z.string(),
  params: z.array(parameterSchema),
  target: z.string().nullable(),
  distinct: z.boolean(),
  listed: z.boolean(),
});
const apiSchema = z.object({
  pyspark: z.string(),
  all: z.array(z.string()),
  plain: z.array(functionSchema),
  special: z.array(functionSchema),
});
export type PythonFunction = z.infer<typeof functionSchema>;
type Parameter = z.infer<typeof parameterSchema>;

const ROOT = new URL('../python/', import.meta.url);
/** Functions that PySpark checks for a least number of columns. */
const MINIMUM_COLUMNS: Readonly<Record<string, number>> = { greatest: 2, least: 2 };
/** Names that Spark's registry has under another name than the expression that PySpark builds. */
const OPERATORS: Readonly<Record<string, string>> = { isNaN: 'isnan', isNull: 'isnull' };

export function readApi(): z.infer<typeof apiSchema> {
  return apiSchema.parse(JSON.parse(readFileSync(new URL('api/functions.json', ROOT), 'utf8')));
}

function declarationOf(f: PythonFunction): FunctionDeclaration | undefined {
  const target = f.target ?? f.name;
  return registry.get(OPERATORS[target] ?? target) ?? registry.get(f.name);
}

/** The helper of `_call.py` that turns an argument into an expression. */
function converter(p: Parameter): string {
  if (p.text === 'col') return p.fraction ? 'as_literal_or_column' : p.number ? 'as_whole_or_column' : p.flag ? 'as_flag_or_column' : 'as_column';
  if (p.text === 'lit') return p.column ? 'as_value' : 'as_text';
  if (p.column) return 'as_value';
  return p.flag && !p.number ? 'as_flag' : 'as_number';
}

const PYTHON_TYPES: Readonly<Record<string, string>> = {
  as_column: 'ColumnOrName',
  as_whole_or_column: 'ColumnOrName | int',
  as_flag_or_column: 'ColumnOrName | bool',
  as_literal_or_column: 'ColumnOrName | int | float',
  as_value: 'Any',
  as_text: 'str',
  as_number: 'int',
  as_flag: 'bool',
};

function parameter(p: Parameter): string {
  const kind = PYTHON_TYPES[converter(p)] ?? 'Any';
  if (p.variadic) return `*${p.name}: ${p.list ? `${kind} | list[ColumnOrName]` : kind}`;
  if (p.default === undefined) return `${p.name}: ${kind}`;
  return p.default === 'None' ? `${p.name}: ${kind} | None = None` : `${p.name}: ${kind} = ${pythonText(p.default)}`;
}

function pythonText(source: string): string {
  return source.startsWith("'") ? `"${source.slice(1, -1)}"` : source;
}

function argument(p: Parameter): string {
  const name = converter(p);
  if (p.variadic) return `*${p.list ? 'as_columns_or_list' : 'as_columns'}(${p.name})`;
  const named = name === 'as_text' || name === 'as_number' || name === 'as_flag' ? `, "${p.name}"` : '';
  const converted = `${name}(${p.name}${named})`;
  return p.default === 'None' ? `None if ${p.name} is None else ${converted}` : converted;
}

function docLines(f: PythonFunction, indent: string): string {
  const declared = declarationOf(f);
  const first = declared === undefined ? 'Exists in Spark, but not in this engine.' : declared.doc;
  const examples = (declared?.examples ?? []).slice(0, 2).map(([sql, result]) => `${indent}    ${sql} is ${result ?? 'NULL'}`);
  const body = [first, ...(examples.length > 0 ? ['', `${indent}In SQL:`, ...examples] : [])].join('\n');
  const escaped = body.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
  return examples.length > 0 ? `${indent}"""${escaped}\n${indent}"""` : `${indent}"""${escaped}"""`;
}

/** The name under which errors tell the call, where PySpark hands another one on. */
const SHOWN_AS: Readonly<Record<string, string>> = { create_map: 'map' };

function pythonFunction(f: PythonFunction): string {
  const head = `def ${f.name}(${f.params.map(parameter).join(', ')}) -> Column:\n${docLines(f, '    ')}`;
  const check = MINIMUM_COLUMNS[f.name];
  const guard = check === undefined ? '' : `\n    at_least(${check}, "${f.name}", cols)`;
  const parts = [`"${f.target}"`, `"${SHOWN_AS[f.name] ?? f.name}"`, ...f.params.map(argument), ...(f.distinct ? ['distinct=True'] : [])];
  return `${head}${guard}\n    return invoke(${parts.join(', ')})`;
}

/** A function that neither the recorder nor a hand has put into words: its name is there, calling it says so. */
function missingFunction(f: PythonFunction): string {
  return `def ${f.name}(*args: Any, **kwargs: Any) -> Column:\n    """Exists in Spark, but not in this engine."""\n    unsupported("${f.name}")`;
}

/** Names that some module beside the generated one exports by its list `__all__`. */
function handWritten(): ReadonlySet<string> {
  const folder = new URL('pyspark/sql/functions/', ROOT);
  const names = readdirSync(folder)
    .filter((name) => /^_(?!_|generated|call)\w+\.py$/.test(name))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^ {4}"(\w+)",$/gm)].map((m) => m[1] as string));
  return new Set(names);
}

const HEADER = `from __future__ import annotations

from typing import Any

from ..column import Column
`;

function generatedModule(): string {
  const api = readApi();
  const byHand = handWritten();
  const missing = api.special.filter((f) => !byHand.has(f.name));
  const helpers = [...Object.keys(PYTHON_TYPES), 'as_columns', 'as_columns_or_list', 'at_least', 'invoke', 'unsupported'].toSorted();
  return `"""Made by scripts/generate-python.ts; not to be edited."""

${HEADER}from ._call import (
${helpers.map((h) => `    ${h},`).join('\n')}
)

ColumnOrName = Column | str

${[...api.plain.map(pythonFunction), ...missing.map(missingFunction)].join('\n\n\n')}


__all__ = [
${[...api.plain, ...missing].map((f) => `    "${f.name}",`).join('\n')}
]

# What PySpark's own module exports.
EXPORTED = [
${api.all.map((name) => `    "${name}",`).join('\n')}
]
`;
}

const OUTPUTS: readonly (readonly [string, () => string])[] = [
  ['pyspark/sql/functions/_generated.py', generatedModule],
];

/** Paths below python/ whose content is not what would be generated now. */
export function staleOutputs(): readonly string[] {
  return OUTPUTS.filter(([path, make]) => {
    try {
      return readFileSync(new URL(path, ROOT), 'utf8') !== make();
    } catch {
      return true;
    }
  }).map(([path]) => path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = staleOutputs();
    if (stale.length > 0) {
      console.error(`out of date, run tsx scripts/generate-python.ts: ${stale.join(', ')}`);
      process.exit(1);
    }
  } else {
    for (const [path, make] of OUTPUTS) writeFileSync(new URL(path, ROOT), make());
  }
}
