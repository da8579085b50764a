/** What the handlers of requests share. */
import type { LogicalPlan, Relation } from '../../plan/index.ts';
import type { QueryExecution } from '../query-execution.ts';
import type { EngineRequest } from '../request.ts';
import type { Session } from '../session.ts';
import type { StreamingManager } from '../../streaming/index.ts';
import type { SharedState } from '../shared-state.ts';

export interface RequestContext {
  readonly session: Session;
  readonly shared: SharedState;
  readonly queries: QueryExecution;
  readonly streaming: StreamingManager | undefined;
  newSession(): Session;
  /** The analyzed plan of a relation; `isSql`: of a query in a command. */
  analyzed(relation: Relation, isSql?: boolean): LogicalPlan;
}

type WithOp<R, Op> = R extends { readonly op: infer Known } ? (Extract<Known, Op> extends never ? never : R) : never;
/** The requests that have one of these ops. */
export type RequestOf<Op extends EngineRequest['op']> = WithOp<EngineRequest, Op>;
