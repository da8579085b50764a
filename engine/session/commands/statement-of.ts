import type { Statement } from '../../sql/index.ts';

type WithKind<S, K> = S extends { readonly kind: infer Known } ? (Extract<Known, K> extends never ? never : S) : never;

/** The statements that are of this kind, among others perhaps. */
export type StatementOf<K extends Statement['kind']> = WithKind<Statement, K>;
