/** Table functions in FROM: `range(10)`, `explode(array(1, 2)) AS t(x)`. */
import { analysisError } from '../core/index.ts';
import type { Expression, Origin, Relation, TableArgument } from '../plan/index.ts';
import { call, joinName } from './build.ts';
import { functionNameOf } from './calls.ts';
import { tableAlias } from './clauses.ts';
import type { Parser } from './parser.ts';
import { sortItems } from './windows.ts';

export interface TableFunction {
  readonly relation: Relation;
  readonly call: Expression;
  readonly alias?: string;
  readonly columns: readonly string[];
  readonly generates: boolean;
}

const RANGE_MAX_ARGUMENTS_COUNT = 4;

/** A call in FROM with its alias. */
export function tableFunction(p: Parser, given?: readonly string[], from = p.index): TableFunction {
  const parts = given ?? p.multipartIdentifier();
  const args = p.parenthesized(() => (p.is(')') ? [] : p.commaList(() => argument(p))));
  const origin = p.originFrom(from);
  const name = functionNameOf(parts);
  const generator = call(name, args, origin);
  const alias = tableAlias(p);
  const columns = alias?.columns ?? [];
  const generates = name.toLowerCase() !== 'range';
  const inner: Relation = generates ? { type: 'Generate', generator, outer: false, generatorOutput: [], origin } : range(args, origin);
  const relation: Relation =
    alias === undefined
      ? inner
      : { type: 'SubqueryAlias', input: inner, alias: alias.name, ...(columns.length === 0 ? {} : { columnAliases: columns }) };
  return { relation, call: generator, columns, generates, ...(alias === undefined ? {} : { alias: alias.name }) };
}

function argument(p: Parser): Expression {
  if (!p.isIdentifier() || p.peek(1).upper !== '=>') return argumentValue(p);
  const key = p.identifier();
  p.next();
  return { type: 'NamedArgumentExpression', key, value: argumentValue(p) };
}

function argumentValue(p: Parser): Expression {
  return p.is('TABLE', '(') || (p.is('TABLE') && p.isIdentifier(1)) ? tableArgument(p) : p.grammar.expression(p);
}

/** `TABLE(t)`, `TABLE(SELECT …) PARTITION BY a ORDER BY b`, `TABLE(t) WITH SINGLE PARTITION`. */
function tableArgument(p: Parser): TableArgument {
  const from = p.index;
  p.expect('TABLE');
  const plan = p.is('(') ? p.parenthesized(() => (p.startsQuery() ? p.grammar.query(p) : namedTable(p))) : namedTable(p);
  const origin = p.originFrom(from);
  const withSinglePartition = p.accept('WITH', 'SINGLE', 'PARTITION');
  const parted = !withSinglePartition && (p.accept('PARTITION', 'BY') || p.accept('DISTRIBUTE', 'BY'));
  const partitionSpec = parted ? listOf(p, () => p.commaList(() => p.grammar.expression(p))) : [];
  const orderSpec = (parted || withSinglePartition) && (p.accept('ORDER', 'BY') || p.accept('SORT', 'BY')) ? listOf(p, () => sortItems(p)) : [];
  return { type: 'TableArgument', plan, partitionSpec, orderSpec, withSinglePartition, origin };
}

function namedTable(p: Parser): Relation {
  const from = p.index;
  const parts = p.multipartIdentifier(true);
  return { type: 'ReadNamedTable', unparsedIdentifier: joinName(parts), origin: p.originFrom(from) };
}

/** A list with or without brackets around it. */
function listOf<T>(p: Parser, list: () => T[]): T[] {
  const bracketed = (): T[] => {
    const items = p.parenthesized(list);
    if (!p.isAny([')', ',', 'ORDER', 'SORT'])) p.fail();
    return items;
  };
  return p.is('(') ? p.attempt(bracketed, list) : list();
}

/** The rows that the function makes of each row of `input`. */
export function generatorOf(f: TableFunction, input: Relation): Relation {
  return {
    type: 'Generate',
    input,
    generator: f.call,
    outer: false,
    generatorOutput: f.columns,
    ...(f.alias === undefined ? {} : { qualifier: f.alias }),
  };
}

/** A whole number that is written out; the number of partitions is no BIGINT. */
function whole(e: Expression, place: number): string | undefined {
  return e.type === 'Literal' && (e.dataType === 'integer' || (e.dataType === 'long' && place < 3)) ? String(e.value) : undefined;
}

function range(args: readonly Expression[], origin: Origin): Relation {
  if (args.length === 0 || args.length > RANGE_MAX_ARGUMENTS_COUNT) {
    throw analysisError(
      'WRONG_NUM_ARGS.WITHOUT_SUGGESTION',
      '42605',
      {
        functionName: '`range`',
        expectedNum: '[1, 2, 3, 4]',
        actualNum: String(args.length),
        docroot: 'https://spark.apache.org/docs/latest',
      },
      `range() takes 1 to ${RANGE_MAX_ARGUMENTS_COUNT} arguments, not ${args.length}.`,
    );
  }
  const values = args.flatMap((a, i) => whole(a, i) ?? []);
  const argumentCount = args.length;
  if (values.length < argumentCount) return { type: 'Range', start: '0', end: '0', step: '1', argumentCount, arguments: args, origin };
  const [first = '0', second, step = '1', partitions] = values;
  return {
    type: 'Range',
    start: second === undefined ? '0' : first,
    end: second ?? first,
    argumentCount,
    origin,
    step,
    ...(partitions === undefined ? {} : { numPartitions: Number(partitions) }),
  };
}
