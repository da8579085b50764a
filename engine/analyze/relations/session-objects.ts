/** Plans that bring what their session knows by name. */
import { decodeWire, typeFromJson } from '../../types/index.ts';
import type { LogicalPlan, WithSessionObjects } from '../../plan/index.ts';
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
  return analysis.relation(r.input, { ...scope, variables });
}
