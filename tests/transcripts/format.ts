/**
 * Transcripts: SQL texts and what comes of them, in plain text. One entry is `> query`, then the columns and the table, or
 * `! CONDITION SQLSTATE {parameters}`, or `ok` for a command without result; a blank line ends it. Rows are sorted unless
 * the query orders them.
 */
import { showString, simpleString, SparkError } from '../../engine/index.ts';
import type { Engine, Relation, StructType } from '../../engine/index.ts';

export interface Entry {
  readonly query: string;
  readonly answer: string;
}

export function parseTranscript(text: string): { readonly head: string; readonly entries: readonly Entry[] } {
  const blocks = text.split('\n\n').filter((b) => b.trim() !== '');
  const entries = blocks.filter((b) => b.startsWith('> ')).map((b): Entry => {
    const [first = '', ...rest] = b.trimEnd().split('\n');
    return { query: first.slice(2), answer: rest.join('\n') };
  });
  return { head: blocks.filter((b) => !b.startsWith('> ')).join('\n\n'), entries };
}

export function printTranscript(head: string, entries: readonly Entry[]): string {
  return `${head}\n\n${entries.map((e) => `> ${e.query}\n${e.answer}\n`).join('\n')}`;
}

const ORDERED = /order by[^)]*$/i;
const MANY_ROWS = 1000;

/** What the engine answers, in the transcript's form. */
export function answerOf(engine: Engine, query: string): string {
  try {
    const plan = engine.handle({ op: 'sql', plan: { type: 'SQL', query } }) as Relation;
    const { schema, batch } = engine.run(plan);
    if (schema.fields.length === 0) return 'ok';
    const shown = showString(schema, batch, { numRows: MANY_ROWS, truncate: 0, vertical: false, timeZone: 'UTC' });
    const lines = shown.trimEnd().split('\n');
    const body = lines.slice(3, -1);
    if (!ORDERED.test(query)) body.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return [columnsOf(schema), ...lines.slice(0, 3), ...body, ...lines.slice(-1)].join('\n');
  } catch (error) {
    if (error instanceof SparkError) return errorLine(error);
    throw error;
  }
}

function columnsOf(schema: StructType): string {
  return schema.fields.map((f) => `${f.name} ${simpleString(f.type)}${f.nullable ? '' : ' not null'}`).join(', ');
}

function errorLine(error: SparkError): string {
  const { searchPath: _, ...parameters } = error.parameters;
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const json = `{${sorted.map(([k, v]) => `${JSON.stringify(k)}: ${JSON.stringify(v)}`).join(', ')}}`;
  return `! ${error.condition} ${error.sqlState ?? '-'} ${json}`;
}
