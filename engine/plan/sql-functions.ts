/** Functions written in SQL, as a session keeps them and plans carry them: plain data, with the texts as they were written. */
import type { TypeJson } from './expressions.ts';

export interface SqlFunctionParameter {
  readonly name: string;
  readonly type: TypeJson;
  /** SQL text of the value where a call gives none. */
  readonly defaultText?: string;
  readonly comment?: string;
}

export interface SqlFunction {
  /** As errors and columns show it: `['spark_catalog', 'default', 'f']`, of a temporary one `['f']`. */
  readonly nameParts: readonly string[];
  readonly parameters: readonly SqlFunctionParameter[];
  /** Of a function that gives a value: its type. */
  readonly returns?: TypeJson;
  /** Of a function that gives rows: their columns. */
  readonly columns?: readonly { readonly name: string; readonly type: TypeJson; readonly comment?: string }[];
  /** SQL text of an expression or a query. */
  readonly body: string;
  readonly isQuery: boolean;
  /** What held when it was made, and holds inside of it. */
  readonly ansi: boolean;
  readonly database: string;
  readonly comment?: string;
  readonly deterministic?: boolean;
  readonly readsData: boolean;
}
