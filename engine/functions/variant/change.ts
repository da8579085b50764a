/** Changed variants: what is put in, replaced, appended or taken away at a path. */
import { SparkError } from '../../core/index.ts';
import { duplicateVariantKey, isVariantNull, VARIANT_NULL } from '../../types/index.ts';
import type { VariantNode } from '../../types/index.ts';
import { pathPrefix, stepInto } from './path.ts';
import type { Step, VariantPath } from './path.ts';

export type Change = 'insert' | 'set' | 'replace';

/** The function that the errors name, and the path. */
export interface Place {
  readonly functionName: string;
  readonly path: VariantPath;
}

/** `depth` steps lead to something that the next cannot go into. */
function typeMismatch({ path, functionName }: Place, depth: number): SparkError {
  const failedAt = pathPrefix(path, depth);
  return new SparkError({
    errorClass: 'SparkRuntimeException',
    condition: 'VARIANT_PATH_TYPE_MISMATCH',
    sqlState: '22023',
    parameters: { path: path.text, failedAt, functionName: `\`${functionName}\`` },
    sentence: `${functionName} cannot follow ${path.text}: what lies at ${failedAt} is not of the kind that the path wants.`,
  });
}

function withField(node: VariantNode, name: string, field: VariantNode): VariantNode {
  const fields = new Map(node.kind === 'object' ? node.fields : []);
  return { kind: 'object', fields: fields.set(name, field) };
}

function withItem(node: VariantNode, index: number, item: VariantNode, insert = false): VariantNode {
  const items = node.kind === 'array' ? [...node.items] : [];
  while (items.length < index) items.push(VARIANT_NULL);
  items.splice(index, insert ? 0 : 1, item);
  return { kind: 'array', items };
}

function withStep(node: VariantNode, step: Step, part: VariantNode): VariantNode {
  return 'name' in step ? withField(node, step.name, part) : withItem(node, step.index, part);
}

/** An empty container that the step can go into. */
function containerFor(step: Step): VariantNode {
  return 'name' in step ? { kind: 'object', fields: new Map() } : { kind: 'array', items: [] };
}

function checkKind(node: VariantNode, step: Step, place: Place, depth: number): void {
  if (node.kind !== ('name' in step ? 'object' : 'array')) throw typeMismatch(place, depth);
}

/** With the value at the path; `replace` leaves alone what has nothing there. */
export function changed(node: VariantNode, place: Place, value: VariantNode, change: Change, depth = 0): VariantNode {
  const step = place.path.steps[depth] as Step;
  checkKind(node, step, place, depth);
  const found = stepInto(node, step);
  if (depth < place.path.steps.length - 1) {
    if (found === undefined && change === 'replace') return node;
    const next = place.path.steps[depth + 1] as Step;
    return withStep(node, step, changed(found ?? containerFor(next), place, value, change, depth + 1));
  }
  if (change === 'insert') {
    if ('index' in step) return withItem(node, step.index, value, true);
    if (found !== undefined) throw duplicateVariantKey(step.name);
  }
  return found === undefined && change === 'replace' ? node : withStep(node, step, value);
}

/** With the value behind the last item of the array at the path; unchanged where nothing is there. */
export function appended(node: VariantNode, place: Place, value: VariantNode, depth = 0): VariantNode {
  const step = place.path.steps[depth];
  if (step === undefined) {
    if (node.kind !== 'array') throw typeMismatch(place, depth);
    return { kind: 'array', items: [...node.items, value] };
  }
  checkKind(node, step, place, depth);
  const found = stepInto(node, step);
  return found === undefined ? node : withStep(node, step, appended(found, place, value, depth + 1));
}

/** Without what lies at the path, if anything does. */
export function deleted(node: VariantNode, path: VariantPath, depth = 0): VariantNode {
  const step = path.steps[depth] as Step;
  const found = stepInto(node, step);
  if (found === undefined) return node;
  if (depth < path.steps.length - 1) return withStep(node, step, deleted(found, path, depth + 1));
  if ('index' in step) return { kind: 'array', items: node.kind === 'array' ? node.items.filter((_, i) => i !== step.index) : [] };
  const fields = new Map(node.kind === 'object' ? node.fields : []);
  fields.delete(step.name);
  return { kind: 'object', fields };
}

/** Without fields that are null, and without such items of arrays if `arrays` says so. */
export function withoutNulls(node: VariantNode, arrays: boolean): VariantNode {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'array': {
      const items = arrays ? node.items.filter((item) => !isVariantNull(item)) : node.items;
      return { kind: 'array', items: items.map((item) => withoutNulls(item, arrays)) };
    }
    case 'object':
      return { kind: 'object', fields: new Map([...node.fields].filter(([, field]) => !isVariantNull(field)).map(([name, field]) => [name, withoutNulls(field, arrays)])) };
  }
}
