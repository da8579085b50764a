export type { ReferenceContext, Row } from './context.ts';
export * from './interpret-plan.ts';
