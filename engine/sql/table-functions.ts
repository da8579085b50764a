/** Table functions in FROM: `range(10)`, `explode(array(1, 2)) AS t(x)`. */
import { analysisError, unsupported } from '../core/index.ts';
import type { Expression, Relation } from '../plan/index.ts';
import { call } from './build.ts';
import { tableAlias } from './clauses.ts';
import type { Parser } from './parser.ts';

export interface TableFunction {
  readonly relation: Relation;
  readonly call: Expression;
  readonly alias?: string;
  readonly columns: readonly string[];
  readonly generates: boolean;
}

const RANGE_MAX_ARGUMENTS_COUNT = 4;

/** A call in FROM with its alias. */
export function tableFunction(p: Parser): TableFunction {
  const from = p.index;
  const parts = p.multipartIdentifier();
  const args = p.parenthesized(() => (p.is(')') ? [] : p.commaList(() => argument(p))));
  const origin = p.originFrom(from);
  const name = parts.at(-1) as string;
  const generator = call(name, args, origin);
  const alias = tableAlias(p);
  const columns = alias?.columns ?? [];
  const generates = name.toLowerCase() !== 'range';
  const inner: Relation = generates ? { type: 'Generate', generator, outer: false, generatorOutput: [], origin } : range(args);
  const relation: Relation =
    alias === undefined
      ? inner
      : { type: 'SubqueryAlias', input: inner, alias: alias.name, ...(columns.length === 0 ? {} : { columnAliases: columns }) };
  return { relation, call: generator, columns, generates, ...(alias === undefined ? {} : { alias: alias.name }) };
}

function argument(p: Parser): Expression {
  if (!p.isIdentifier() || p.peek(1).upper !== '=>') return p.grammar.expression(p);
  const key = p.identifier();
  p.next();
  return { type: 'NamedArgumentExpression', key, value: p.grammar.expression(p) };
}

/** The rows that the function makes of each row of `input`. */
export function generatorOf(f: TableFunction, input: Relation, outer: boolean): Relation {
  if (!f.generates) throw unsupported('LATERAL range(…)');
  return {
    type: 'Generate',
    input,
    generator: f.call,
    outer,
    generatorOutput: f.columns,
    ...(f.alias === undefined ? {} : { qualifier: f.alias }),
  };
}

function constant(e: Expression): string {
  if (e.type === 'Literal' && (e.dataType === 'integer' || e.dataType === 'long')) return String(e.value);
  throw unsupported('range() with arguments that are not whole numbers written out');
}

function range(args: readonly Expression[]): Relation {
  const values = args.map(constant);
  if (values.length === 0 || values.length > RANGE_MAX_ARGUMENTS_COUNT) {
    throw analysisError(
      'WRONG_NUM_ARGS.WITHOUT_SUGGESTION',
      '42605',
      {
        functionName: '`range`',
        expectedNum: '[1, 2, 3, 4]',
        actualNum: String(values.length),
        docroot: 'https://spark.apache.org/docs/latest',
      },
      `range() takes 1 to ${RANGE_MAX_ARGUMENTS_COUNT} arguments, not ${values.length}.`,
    );
  }
  const [first = '0', second, step = '1', partitions] = values;
  return {
    type: 'Range',
    start: second === undefined ? '0' : first,
    end: second ?? first,
    step,
    ...(partitions === undefined ? {} : { numPartitions: Number(partitions) }),
  };
}
