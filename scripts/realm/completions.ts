/** What the editor can propose in Python: functions with their docs, and the methods of the facade's classes, read from its sources. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { registry } from '../../engine/functions/registry.ts';
import { PYTHON_DIRECTORY, readFacade } from './facade.ts';

/** One proposal, as `src/editor/python-completions.ts` reads it. */
interface Completion {
  readonly name: string;
  readonly kind: 'function' | 'method' | 'property';
  /** Class of a method: `DataFrame`; `F` for functions. */
  readonly owner: string;
  readonly signature: string;
  readonly doc: string;
}

const functionsSchema = z.object({
  plain: z.array(z.object({ name: z.string(), params: z.array(z.object({ name: z.string(), default: z.string().optional(), variadic: z.boolean().optional() })) })),
  special: z.array(z.object({ name: z.string(), params: z.array(z.object({ name: z.string(), default: z.string().optional(), variadic: z.boolean().optional() })) })),
});

const CLASS = /^class (\w+)/;
const METHOD = /^ {4}def ([a-z]\w*)\(self(?:, )?(.*?)\)(?: ->.*)?:/;
const DOCSTRING = /^ {8}"""(.*?)(?:"""|$)/;
const HIDDEN_CLASSES = /^_|Error$|Exception$/;

export async function pythonCompletions(): Promise<string> {
  return JSON.stringify([...functionCompletions(), ...methodCompletions(readFacade())]);
}

function functionCompletions(): Completion[] {
  const api = functionsSchema.parse(JSON.parse(readFileSync(`${PYTHON_DIRECTORY}api/functions.json`, 'utf8')));
  return [...api.plain, ...api.special].map(({ name, params }) => {
    const declared = registry.get(name);
    const list = params.map((p) => `${p.variadic === true ? '*' : ''}${p.name}${p.default === undefined ? '' : `=${p.default}`}`);
    const example = declared?.examples[0];
    const shown = example === undefined ? '' : `\n\n\`${String(example[0])}\` → \`${String(example[1])}\``;
    return { name, kind: 'function', owner: 'F', signature: `${name}(${list.join(', ')})`, doc: `${declared?.doc ?? ''}${shown}` };
  });
}

/** Methods by the lines of the sources: each `def` below a `class`, with the first line of its docstring. */
function methodCompletions(sources: Readonly<Record<string, string>>): Completion[] {
  const found: Completion[] = [];
  for (const [path, text] of Object.entries(sources)) {
    if (!path.startsWith('pyspark/sql/')) continue;
    let owner = '';
    let isProperty = false;
    const lines = text.split('\n');
    lines.forEach((line, i) => {
      owner = CLASS.exec(line)?.[1] ?? owner;
      const method = METHOD.exec(line);
      const name = method?.[1];
      if (name !== undefined && owner !== '' && !HIDDEN_CLASSES.test(owner)) {
        const doc = DOCSTRING.exec(lines[i + 1] ?? '')?.[1] ?? '';
        const signature = isProperty ? name : `${name}(${method?.[2] ?? ''})`;
        found.push({ name, kind: isProperty ? 'property' : 'method', owner, signature, doc });
      }
      isProperty = line.trim() === '@property';
    });
  }
  return found;
}
