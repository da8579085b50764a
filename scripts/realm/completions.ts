/** What the editor can propose in Python: functions with their docs, and the methods of the facade's classes, read from its sources. */
import { registry } from '../../engine/functions/registry.ts';
import { readFacade } from './facade.ts';
import { pythonFunctions } from './python-functions.ts';

/** One proposal, as `src/editor/python-completions.ts` reads it. */
interface Completion {
  readonly name: string;
  readonly kind: 'function' | 'method' | 'property';
  /** Class of a method: `DataFrame`; `F` for functions. */
  readonly owner: string;
  readonly signature: string;
  readonly doc: string;
}

const CLASS = /^class (\w+)/;
const METHOD = /^ {4}def ([a-z]\w*)\(self(?:, )?(.*?)\)(?: ->.*)?:/;
const DOCSTRING = /^ {8}"""(.*?)(?:"""|$)/;
const HIDDEN_CLASSES = /^_|Error$|Exception$/;

export async function pythonCompletions(): Promise<string> {
  return JSON.stringify([...functionCompletions(), ...methodCompletions(readFacade())]);
}

function functionCompletions(): Completion[] {
  return pythonFunctions().map(({ name, signature }) => {
    const declared = registry.get(name);
    const example = declared?.examples[0];
    const shown = example === undefined ? '' : `\n\n\`${String(example[0])}\` → \`${String(example[1])}\``;
    return { name, kind: 'function', owner: 'F', signature, doc: `${declared?.doc ?? ''}${shown}` };
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
