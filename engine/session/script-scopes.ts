/** Variables of a running SQL script: those of its blocks and loops, innermost first. */
import type { SessionVariable } from './catalog/variables.ts';

export class ScriptScope {
  readonly variables = new Map<string, SessionVariable>();

  /** `label` in small letters; one made up where the text has none. */
  constructor(
    readonly label: string,
    readonly outer: ScriptScope | undefined,
  ) {}

  /** The scope whose variable the name is, and its key there. */
  find(parts: readonly string[]): { readonly scope: ScriptScope; readonly key: string } | undefined {
    const [qualifier, name] = parts.length === 2 ? [parts[0]?.toLowerCase(), parts[1]] : [undefined, parts.length === 1 ? parts[0] : undefined];
    if (name === undefined) return undefined;
    const key = name.toLowerCase();
    for (let scope: ScriptScope | undefined = this; scope !== undefined; scope = scope.outer) {
      if ((qualifier === undefined || qualifier === scope.label) && scope.variables.has(key)) return { scope, key };
    }
    return undefined;
  }
}
