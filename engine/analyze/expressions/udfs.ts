/** Functions of the user's own: their code stays in the user realm. */
import { analysisError } from '../../core/index.ts';
import { stripAlias } from '../../plan/index.ts';
import type { CommonInlineUserDefinedFunction, Origin, PythonUdf, ResolvedExpression } from '../../plan/index.ts';
import { typeFromJson } from '../../types/index.ts';
import type { Env } from '../analysis.ts';
import type { RegisteredFunction } from '../context.ts';
import { originOf } from '../origins.ts';
import { expandStars } from '../stars.ts';

/** A call of a function registered by name. */
export function registeredCall(f: RegisteredFunction, args: readonly ResolvedExpression[], origin: Origin | undefined): PythonUdf {
  const { name, functionId, deterministic } = f;
  return { kind: 'pythonUdf', name, functionId, deterministic, args: args.map(stripAlias), type: f.returnType, nullable: true, ...(f.batched === true ? { batched: true } : {}), ...originOf(origin) };
}

/** A call of a function given with the plan. */
export function resolveUdf(e: CommonInlineUserDefinedFunction, env: Env): PythonUdf {
  const args = expandStars(env, e.arguments).map((a) => ('kind' in a ? a : env.analysis.resolve(a, env)));
  const type = typeFromJson(e.outputType);
  if (type.kind === 'null') {
    throw analysisError('DATATYPE_MISMATCH.UNEXPECTED_RETURN_TYPE', '42K09', { functionName: `\`${e.functionName}\`` }, `The function ${e.functionName} must have a result type.`);
  }
  const { functionName: name, functionId, deterministic } = e;
  return { kind: 'pythonUdf', name, functionId, deterministic, args: args.map(stripAlias), type, nullable: true, ...(e.batched === true ? { batched: true } : {}), ...originOf(e.origin) };
}
