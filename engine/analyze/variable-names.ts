/** How variables of a session are called: `v`, `session.v`, `system.session.v`. */
export const VARIABLE_QUALIFIER: readonly string[] = ['system', 'session'];

/** The variable's own name; undefined where the qualifier is another. */
export function variableName(parts: readonly string[]): string | undefined {
  const given = parts.slice(0, -1).map((p) => p.toLowerCase());
  if (given.length > VARIABLE_QUALIFIER.length) return undefined;
  const expected = VARIABLE_QUALIFIER.slice(VARIABLE_QUALIFIER.length - given.length);
  return given.every((p, i) => p === expected[i]) ? parts.at(-1) : undefined;
}
