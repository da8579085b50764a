/** Where in the user's program something stands, for the context of errors. */
import { SparkError } from '../core/index.ts';
import type { QueryContext } from '../core/index.ts';
import type { LogicalPlan, Origin } from '../plan/index.ts';

/** The query context of an origin; undefined where there is none. */
export function contextOf(origin: Origin | undefined): QueryContext | undefined {
  if (origin === undefined) return undefined;
  if (origin.sqlText !== undefined) {
    const { sqlText, start, stop } = origin;
    return { contextType: 'SQL', sqlText, ...(start === undefined ? {} : { start }), ...(stop === undefined ? {} : { stop }) };
  }
  if (origin.fragment === undefined && origin.callSite === undefined) return undefined;
  const { fragment, callSite } = origin;
  return { contextType: 'DataFrame', ...(fragment === undefined ? {} : { fragment }), ...(callSite === undefined ? {} : { callSite }) };
}

const plans = new WeakMap<LogicalPlan, Origin>();

/** Keeps where an operator was written, for errors about what it holds. */
export function placePlan<T extends LogicalPlan>(plan: T, origin: Origin | undefined): T {
  if (origin !== undefined) plans.set(plan, origin);
  return plan;
}
export function placeOfPlan(plan: LogicalPlan): QueryContext | undefined {
  return contextOf(plans.get(plan));
}

const placeless = new WeakSet<SparkError>();

/** Marks an error that Spark raises without a place in the query: it gets none on its way up. */
export function withoutPlace(error: SparkError): SparkError {
  placeless.add(error);
  return error;
}

/** Runs `f`; errors that it raises get no place. */
export function nowhere<T>(f: () => T): T {
  try {
    return f();
  } catch (error) {
    throw error instanceof SparkError && error.context.length === 0 ? withoutPlace(error) : error;
  }
}

/** Functions that take any number of arguments count them by themselves, and tell no place. */
function tellsNoPlace(error: SparkError): boolean {
  return placeless.has(error) || (error.condition?.startsWith('WRONG_NUM_ARGS') === true && !/^[[\d]+[\], \d]*$/.test(error.parameters.expectedNum ?? ''));
}

/** Runs `f`; an error without a context gets that of the origin. */
export function at<T>(origin: Origin | undefined, f: () => T): T {
  try {
    return f();
  } catch (error) {
    if (error instanceof SparkError && !tellsNoPlace(error)) throw error.withContext(contextOf(origin));
    throw error;
  }
}

/** The property that carries an origin, absent where there is none. */
export function originOf(origin: Origin | undefined): { readonly origin?: Origin } {
  return origin === undefined ? {} : { origin };
}
