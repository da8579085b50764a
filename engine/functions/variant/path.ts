/** Paths into variants: `$.a[0]['b c']`. */
import { SparkError } from '../../core/index.ts';
import type { VariantNode } from '../../types/index.ts';

export type Step = { readonly name: string } | { readonly index: number };

export interface VariantPath {
  readonly text: string;
  readonly steps: readonly Step[];
}

const STEP = /\.([^.[]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/y;

function stepsOf(text: string): readonly Step[] | null {
  if (!text.startsWith('$')) return null;
  const steps: Step[] = [];
  for (let at = 1; at < text.length; at = STEP.lastIndex) {
    STEP.lastIndex = at;
    const m = STEP.exec(text);
    if (m === null) return null;
    steps.push(m[2] === undefined ? { name: (m[1] ?? m[3] ?? m[4]) as string } : { index: Number(m[2]) });
  }
  return steps;
}

/** Raises the condition where the text is no path. */
export function parseVariantPath(text: string, functionName: string, condition: 'INVALID_VARIANT_GET_PATH' | 'INVALID_VARIANT_PATH'): VariantPath {
  const steps = stepsOf(text);
  if (steps !== null) return { text, steps };
  throw invalidPath(text, functionName, condition);
}

export function invalidPath(path: string, functionName: string, condition: string): SparkError {
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition,
    sqlState: '22023',
    parameters: { path, functionName: `\`${functionName}\`` },
    sentence: `"${path}" is not a path that ${functionName} takes; paths are such as $.name[0]['other name'].`,
  });
}

/** What lies one step further, if anything does. */
export function stepInto(node: VariantNode, step: Step): VariantNode | undefined {
  if ('name' in step) return node.kind === 'object' ? node.fields.get(step.name) : undefined;
  return node.kind === 'array' ? node.items[step.index] : undefined;
}

export function find(node: VariantNode, path: VariantPath): VariantNode | undefined {
  let at: VariantNode | undefined = node;
  for (const step of path.steps) {
    if (at === undefined) return undefined;
    at = stepInto(at, step);
  }
  return at;
}

/** The path's first steps as text. */
export function pathPrefix(path: VariantPath, count: number): string {
  let out = '$';
  for (const step of path.steps.slice(0, count)) out += 'index' in step ? `[${step.index}]` : /^\w+$/.test(step.name) ? `.${step.name}` : `['${step.name}']`;
  return out;
}
