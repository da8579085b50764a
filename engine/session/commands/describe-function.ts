/** DESCRIBE FUNCTION. */
import { analysisError } from '../../core/index.ts';
import type { Relation, WireValue } from '../../plan/index.ts';
import { describeSqlFunction } from './describe-sql-function.ts';
import type { RequestContext } from '../requests/context.ts';
import { table, text } from './result.ts';
import type { StatementOf } from './statement-of.ts';

export function describeFunction(context: RequestContext, s: StatementOf<'describeFunction'>): Relation {
  const written = context.session.sqlFunction(s.name.split('.'));
  if (written !== undefined) return describeSqlFunction(written, s.extended);
  const f = context.shared.options.registry.get(s.name);
  const own = context.session.functions.get(s.name.toLowerCase());
  if (own !== undefined) return table([text('function_desc')], [[`Function: ${own.name}`], ['Usage: a function of the user\'s']]);
  if (f === undefined) {
    throw analysisError(
      'UNRESOLVED_ROUTINE',
      '42883',
      { routineName: `\`${s.name}\``, searchPath: '[`system`.`builtin`, `system`.`session`, `spark_catalog`.`default`]' },
      `There is no function ${s.name}.`,
    );
  }
  const args = f.params.map((p) => (p.optional === true ? `[${p.name}]` : p.variadic === true ? `${p.name}, …` : p.name)).join(', ');
  const rows: WireValue[][] = [[`Function: ${f.name}`], [`Usage: ${f.name}(${args}) - ${f.doc}`]];
  if (s.extended) {
    const examples = f.examples.map(([sql, result]) => `      > SELECT ${sql};\n       ${result ?? 'NULL'}\n`).join('');
    rows.push([`Extended Usage:\n    Examples:\n${examples}\n    Since: ${f.since}\n`]);
  }
  return table([text('function_desc')], rows);
}
