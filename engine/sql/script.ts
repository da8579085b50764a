/** SQL scripts: what `BEGIN … END` holds. Statements of SQL are kept as texts: they are read when they are carried out. */
import type { DataType } from '../types/index.ts';
import type { DefaultValue } from './statement.ts';

/** A piece of the text, and the text itself. */
export interface Piece {
  readonly text: string;
}

export interface Compound {
  readonly kind: 'compound';
  /** Without one Spark makes one up; no name can reach it. */
  readonly label?: string;
  readonly conditions: readonly { readonly name: string; readonly sqlState: string }[];
  readonly handlers: readonly Handler[];
  readonly body: readonly ScriptStatement[];
}

export type HandledCondition = { readonly kind: 'name' | 'sqlState'; readonly value: string } | { readonly kind: 'exception' | 'notFound' };

export interface Handler {
  readonly type: 'EXIT' | 'CONTINUE';
  readonly conditions: readonly HandledCondition[];
  readonly body: ScriptStatement;
}

export type ScriptStatement =
  | Compound
  | ({ readonly kind: 'sql' } & Piece)
  | { readonly kind: 'declare'; readonly names: readonly string[]; readonly replace: boolean; readonly type?: DataType; readonly value?: DefaultValue }
  | ({ readonly kind: 'set' } & Piece)
  | { readonly kind: 'if'; readonly branches: readonly { readonly condition: Piece; readonly body: readonly ScriptStatement[] }[]; readonly otherwise?: readonly ScriptStatement[] }
  | { readonly kind: 'case'; readonly subject?: Piece; readonly branches: readonly { readonly condition: Piece; readonly body: readonly ScriptStatement[] }[]; readonly otherwise?: readonly ScriptStatement[] }
  | { readonly kind: 'while' | 'repeat'; readonly label?: string; readonly condition: Piece; readonly body: readonly ScriptStatement[] }
  | { readonly kind: 'loop'; readonly label?: string; readonly body: readonly ScriptStatement[] }
  | { readonly kind: 'for'; readonly label?: string; readonly variable?: string; readonly query: Piece; readonly body: readonly ScriptStatement[] }
  | { readonly kind: 'leave' | 'iterate'; readonly label: string };

export interface Script {
  readonly kind: 'script';
  readonly body: Compound;
}
