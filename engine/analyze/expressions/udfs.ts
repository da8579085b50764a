/** Functions of the user's own: their code stays in the user realm. */
import { analysisError, unsupported } from '../../core/index.ts';
import { stripAlias } from '../../plan/index.ts';
import type { CommonInlineUserDefinedFunction, Expression, Origin, PythonUdf, ResolvedExpression } from '../../plan/index.ts';
import { typeFromJson } from '../../types/index.ts';
import type { Analysis, Env, Scope } from '../analysis.ts';
import type { RegisteredFunction, RegisteredTableFunction } from '../context.ts';
import { originOf } from '../origins.ts';
import { expandStars } from '../stars.ts';

/** A function registered under the name, or one that came with the text of SQL. */
export function userFunction(env: Env, name: string): RegisteredFunction | undefined {
  const given = env.scope.functions?.get(name.toLowerCase());
  if (given === undefined || given.isTable || given.outputType === undefined) return env.analysis.context.catalog.function(name);
  const { functionId, deterministic, outputType, batched = false, parameters } = given;
  return { name: given.name, functionId, deterministic, batched, returnType: typeFromJson(outputType), ...(parameters === undefined ? {} : { parameters }) };
}

/** As `userFunction`, of functions that give rows. */
export function userTableFunction(analysis: Analysis, scope: Scope, name: string): RegisteredTableFunction | undefined {
  const given = scope.functions?.get(name.toLowerCase());
  return given?.isTable === true ? given : analysis.context.catalog.tableFunction(name);
}

/** Arguments in the order of the function's parameters; those passed by name may follow the others in any order. */
export function argumentsByName(f: RegisteredFunction, args: readonly Expression[]): readonly Expression[] {
  const first = args.findIndex((a) => a.type === 'NamedArgumentExpression');
  if (first < 0) return args;
  const placed: (Expression | undefined)[] = args.slice(0, first);
  for (const a of args.slice(first)) {
    if (a.type !== 'NamedArgumentExpression') {
      throw analysisError('UNEXPECTED_POSITIONAL_ARGUMENT', '4274K', { routineName: `\`${f.name}\``, parameterName: `\`${a.type}\`` }, `In a call of ${f.name} arguments without a name must come before those with one.`);
    }
    const at = f.parameters?.indexOf(a.key) ?? -1;
    if (at < 0) throw unsupported(`The argument ${a.key} by name, of which ${f.name} tells no parameter`);
    if (placed[at] !== undefined) {
      throw analysisError('DUPLICATE_ROUTINE_PARAMETER_ASSIGNMENT.DOUBLE_NAMED_ARGUMENT_REFERENCE', '4274K', { routineName: `\`${f.name}\``, parameterName: `\`${a.key}\`` }, `The parameter ${a.key} of ${f.name} is given twice.`);
    }
    placed[at] = a.value;
  }
  return Array.from(placed, (e, i) => {
    if (e === undefined) throw unsupported(`Leaving out the parameter ${f.parameters?.[i] ?? i} of ${f.name} before one given by name`);
    return e;
  });
}

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
  const { functionName: name, functionId, deterministic, argumentNames } = e;
  return { kind: 'pythonUdf', name, functionId, deterministic, args: args.map(stripAlias), type, nullable: true, ...(argumentNames === undefined ? {} : { argNames: argumentNames }), ...(e.batched === true ? { batched: true } : {}), ...originOf(e.origin) };
}
