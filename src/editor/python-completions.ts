/** Proposals and hover texts for Python: the functions and the methods that the engine has. */
import { completionsUrl } from 'virtual:realm';
import { z } from 'zod';
import { monaco } from './monaco.ts';

const completionSchema = z.object({
  name: z.string(),
  kind: z.enum(['function', 'method', 'property']),
  owner: z.string(),
  signature: z.string(),
  doc: z.string(),
});
type Completion = z.infer<typeof completionSchema>;

/** A name before a dot for which functions are meant, not methods. */
const FUNCTION_MODULES = new Set(['F', 'f', 'functions', 'fn', 'sf']);

let loading: Promise<readonly Completion[]> | null = null;

function completions(): Promise<readonly Completion[]> {
  loading ??= fetch(completionsUrl)
    .then((response) => response.json())
    .then((data: unknown) => z.array(completionSchema).parse(data))
    .catch(() => []);
  return loading;
}

monaco.languages.registerCompletionItemProvider('python', {
  triggerCharacters: ['.'],
  async provideCompletionItems(model, position) {
    const word = model.getWordUntilPosition(position);
    const before = model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1);
    const object = /(\w*)\.$/.exec(before);
    if (object === null && word.word.length < 2) return { suggestions: [] };
    const wantsFunctions = object === null || FUNCTION_MODULES.has(object[1] ?? '');
    const range = new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn);
    const found = (await completions()).filter((c) => (c.kind === 'function') === wantsFunctions);
    return { suggestions: found.map((c) => suggestion(c, range)) };
  },
});

function suggestion(c: Completion, range: monaco.IRange): monaco.languages.CompletionItem {
  const kinds = monaco.languages.CompletionItemKind;
  const kind = c.kind === 'function' ? kinds.Function : c.kind === 'method' ? kinds.Method : kinds.Property;
  return {
    label: { label: c.name, description: c.owner },
    kind,
    insertText: c.name,
    detail: c.signature,
    documentation: { value: c.doc },
    range,
  };
}

monaco.languages.registerHoverProvider('python', {
  async provideHover(model, position) {
    const word = model.getWordAtPosition(position);
    if (word === null) return null;
    const found = (await completions()).filter((c) => c.name === word.word && c.doc !== '').slice(0, 3);
    if (found.length === 0) return null;
    return {
      range: new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn),
      contents: found.flatMap((c) => [{ value: `\`\`\`python\n${c.owner}.${c.signature}\n\`\`\`` }, { value: c.doc }]),
    };
  },
});
