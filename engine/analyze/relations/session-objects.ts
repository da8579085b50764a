/** Plans that bring what their session knows by name. */
import { decodeWire, typeFromJson } from '../../types/index.ts';
import type { LogicalPlan, SqlFunction, WithSessionObjects } from '../../plan/index.ts';
import type { Analysis, Scope } from '../analysis.ts';
import type { VariableValue } from '../context.ts';
import { VARIABLE_QUALIFIER } from '../variable-names.ts';

export function withSessionObjects(r: WithSessionObjects, analysis: Analysis, scope: Scope): LogicalPlan {
  const variables = new Map(
    r.variables.map(({ name, dataType, value }) => {
      const type = typeFromJson(dataType);
      const variable: VariableValue = { name: [...VARIABLE_QUALIFIER, name].join('.'), type, value: decodeWire(type, value) };
      return [analysis.nameKey(name), variable] as const;
    }),
  );
  const sqlFunctions = new Map<string, SqlFunction>();
  for (const f of r.sqlFunctions) {
    sqlFunctions.set(f.nameParts.join('.').toLowerCase(), f);
    // Of a schema: by its own name too, where that names it.
    for (const name of f.alsoAs) sqlFunctions.set(name, f);
  }
  return analysis.relation(r.input, { ...scope, variables, sqlFunctions });
}
