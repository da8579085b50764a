/**
 * Rows of one date may stand in any order, and each order gives other averages. From the answer's own averages the order
 * is found under which they are right, if there is one; it becomes the expected table.
 */
import { cellAt, closeNumbers, columnIndex, DEFAULT_TOLERANCE, rowNumbers, rowText, takeRows } from '../../grading/index.ts';
import type { ResultTable } from '../../grading/index.ts';

/** Rows placed before the search gives up; far more than any case needs. */
const MAX_STEPS_COUNT = 200_000;

type Price = number | null;
type Cell = ResultTable['columns'][number][number];

interface Columns {
  readonly partition: readonly number[];
  readonly date: number;
  readonly price: number;
  readonly average: number;
}

function columnsOf(table: ResultTable, partition: readonly string[]): Columns {
  const at = (name: string): number => columnIndex(table, name);
  return { partition: partition.map(at), date: at('date'), price: at('price'), average: at('moving_avg') };
}

/** Spark's avg: nulls skipped, null over nothing. */
function average(prices: readonly Price[]): Price {
  let sum = 0;
  let present = 0;
  for (const p of prices) {
    if (p === null) continue;
    sum += p;
    present += 1;
  }
  return present === 0 ? null : sum / present;
}

function same(a: Price, b: Cell): boolean {
  if (a === null || b === null) return a === b;
  return typeof b === 'number' && closeNumbers(a, b, DEFAULT_TOLERANCE);
}

function groupBy(rows: readonly number[], key: (row: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const text = key(row);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** One partition's rows in the reference's order, with the averages that the answer gives for rows of each kind. */
class Search {
  private steps = 0;
  readonly order: number[] = [];
  readonly averages: Price[] = [];

  constructor(
    private readonly table: ResultTable,
    private readonly columns: Columns,
    private readonly groups: readonly (readonly number[])[],
    private readonly window: number,
    /** Averages that the answer still has for rows of a kind. */
    private readonly given: Map<string, Cell[]>,
    private readonly kind: (row: number) => string,
  ) {}

  private price(row: number): Price {
    return cellAt(this.table, this.columns.price, row) as Price;
  }

  /** Places the rows of group `g` that are left, then the groups after it. */
  place(g: number, left: readonly number[]): boolean {
    if (left.length === 0) {
      const next = this.groups[g + 1];
      return next === undefined || this.place(g + 1, next);
    }
    const tried = new Set<Price>();
    for (const row of left) {
      const price = this.price(row);
      if (tried.has(price)) continue;
      tried.add(price);
      if (this.tryRow(row, () => this.place(g, left.filter((x) => x !== row)))) return true;
    }
    return false;
  }

  private tryRow(row: number, rest: () => boolean): boolean {
    if (++this.steps > MAX_STEPS_COUNT) return false;
    const before = this.order.slice(Math.max(0, this.order.length - this.window + 1)).map((r) => this.price(r));
    const value = average(this.window > 1 ? [...before, this.price(row)] : [this.price(row)]);
    const waiting = this.given.get(this.kind(row)) ?? [];
    const at = waiting.findIndex((x) => same(value, x));
    if (at < 0) return false;
    const [taken] = waiting.splice(at, 1);
    this.order.push(row);
    this.averages.push(value);
    if (rest()) return true;
    this.order.pop();
    this.averages.pop();
    waiting.splice(at, 0, taken ?? null);
    return false;
  }

  start(): boolean {
    const [first] = this.groups;
    return first === undefined || this.place(0, first);
  }
}

/** The reference's table with tied rows in the order that makes the answer right; itself where none does or none ties. */
export function chooseTiedOrder(reference: ResultTable, answer: ResultTable, partition: readonly string[], window: number): ResultTable {
  const columns = columnsOf(reference, partition);
  const types = reference.schema.fields.map((f) => f.type);
  const text = (table: ResultTable, which: readonly number[]) => (row: number): string => rowText(table, types, which, row);
  const kindColumns = types.map((_, j) => j).filter((j) => j !== columns.average);
  const given = new Map<string, Cell[]>();
  for (const rows of groupBy(rowNumbers(answer.numRows), text(answer, kindColumns))) {
    given.set(text(answer, kindColumns)(rows[0] as number), rows.map((i) => cellAt(answer, columns.average, i)));
  }
  const order: number[] = [];
  const averages: Price[] = [];
  for (const rows of groupBy(rowNumbers(reference.numRows), text(reference, columns.partition))) {
    const groups = groupBy(rows, text(reference, [columns.date]));
    const search = new Search(reference, columns, groups, window, given, text(reference, kindColumns));
    if (groups.every((g) => g.length === 1) || !search.start()) {
      order.push(...rows);
      averages.push(...rows.map((i) => cellAt(reference, columns.average, i) as Price));
    } else {
      order.push(...search.order);
      averages.push(...search.averages);
    }
  }
  const chosen = takeRows(reference, order);
  return { ...chosen, columns: chosen.columns.map((c, j) => (j === columns.average ? averages : c)) };
}
