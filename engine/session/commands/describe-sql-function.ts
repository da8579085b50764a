/** DESCRIBE FUNCTION of a function written in SQL: a line for each thing to know, aligned. */
import type { Relation, SqlFunction, TypeJson } from '../../plan/index.ts';
import { sqlTypeName, typeFromJson } from '../../types/index.ts';
import { table, text } from './result.ts';

interface Column {
  readonly name: string;
  readonly type: TypeJson;
  readonly defaultText?: string;
  readonly comment?: string;
}

function columnLines(columns: readonly Column[], extended: boolean): readonly string[] {
  if (columns.length === 0) return ['()'];
  const types = columns.map((c) => sqlTypeName(typeFromJson(c.type)));
  const width = (list: readonly string[]): number => Math.max(...list.map((x) => x.length));
  const [names, typeWidth] = [width(columns.map((c) => c.name)), width(types)];
  return columns.map((c, i) => {
    const more = extended ? [...(c.defaultText === undefined ? [] : [`DEFAULT ${c.defaultText}`]), ...(c.comment === undefined ? [] : [`'${c.comment}'`])] : [];
    return [c.name.padEnd(names), (types[i] as string).padEnd(typeWidth), ...more].join(' ');
  });
}

export function describeSqlFunction(f: SqlFunction, extended: boolean): Relation {
  const returns = f.columns === undefined ? [sqlTypeName(typeFromJson(f.returns ?? 'void'))] : columnLines(f.columns, extended);
  const about: (readonly [string, readonly string[]])[] = [
    ['Function', [f.nameParts.join('.')]],
    ['Type', [f.columns === undefined ? 'SCALAR' : 'TABLE']],
    ['Input', columnLines(f.parameters, extended)],
    ['Returns', returns],
  ];
  if (extended) {
    if (f.comment !== undefined) about.push(['Comment', [f.comment]]);
    about.push(['Deterministic', [String(f.deterministic ?? true)]], ['Data Access', [f.readsData ? 'READS SQL DATA' : 'CONTAINS SQL']], ['Body', [f.body]]);
  }
  const width = Math.max(...about.map(([label]) => label.length)) + ': '.length;
  const lines = about.flatMap(([label, values]) => values.map((v, i) => `${(i === 0 ? `${label}:` : '').padEnd(width)}${v}`));
  return table([text('function_desc')], lines.map((l) => [l]));
}
