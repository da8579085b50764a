/** Variables of a session: their names, types, values, and what DEFAULT gives. */
import { analysisError } from '../../core/index.ts';
import type { SparkError } from '../../core/index.ts';
import type { VariableValue } from '../../analyze/context.ts';
import type { DefaultValue } from '../../sql/index.ts';
import { VARIABLE_QUALIFIER, variableName } from '../../analyze/variable-names.ts';
import { quotedName } from './errors.ts';

export interface SessionVariable extends VariableValue {
  readonly defaultValue: DefaultValue;
}

export class VariableStore {
  private readonly variables = new Map<string, SessionVariable>();

  /** `isCaseSensitive` is asked each time: it is a setting. */
  constructor(private readonly isCaseSensitive: () => boolean) {}

  key(name: string): string {
    return this.isCaseSensitive() ? name : name.toLowerCase();
  }
  get(parts: readonly string[]): SessionVariable | undefined {
    const name = variableName(parts);
    return name === undefined ? undefined : this.variables.get(this.key(name));
  }
  set(name: string, variable: SessionVariable): void {
    this.variables.set(this.key(name), variable);
  }
  delete(name: string): boolean {
    return this.variables.delete(this.key(name));
  }
  get size(): number {
    return this.variables.size;
  }
  entries(): readonly (readonly [string, SessionVariable])[] {
    return [...this.variables];
  }
}

/** As errors and plans show the name. */
export function fullName(key: string): readonly string[] {
  return [...VARIABLE_QUALIFIER, key];
}

export function unresolvedVariable(parts: readonly string[], searchPath: string): SparkError {
  return analysisError('UNRESOLVED_VARIABLE', '42883', { variableName: quotedName(parts), searchPath }, `There is no variable ${quotedName(parts)} on the search path ${searchPath}. DECLARE one first.`);
}

export function variableNotFound(key: string): SparkError {
  const variableName = quotedName(fullName(key));
  return analysisError('VARIABLE_NOT_FOUND', '42883', { variableName }, `There is no variable ${variableName}. IF EXISTS would have let that pass.`);
}

export function variableExists(key: string): SparkError {
  const variableName = quotedName(fullName(key));
  return analysisError('VARIABLE_ALREADY_EXISTS', '42723', { variableName }, `There is a variable ${variableName} already. DECLARE OR REPLACE takes its place.`);
}
