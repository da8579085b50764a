/** The text of `show()`, character by character as `Dataset.showString` gives it. */
import type { Batch } from '../columnar/index.ts';
import { cellReader } from '../columnar/index.ts';
import { isLegacy } from '../functions/legacy-datetime/index.ts';
import { SHOW_STYLE, stringifier, timeZone } from '../types/index.ts';
import type { BinaryStyle, StructType } from '../types/index.ts';
import type { Session } from './session.ts';

const MIN_COLUMN_CHARS = 3;
const ELLIPSIS = '...';
/** Characters that take two columns of a terminal. */
const FULL_WIDTH = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;
const META: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
  '\v': '\\v',
  '\x07': '\\a',
};

/** Width in half-width columns. */
function widthOf(text: string): number {
  return text.length + (text.match(FULL_WIDTH)?.length ?? 0);
}
function escapeMeta(text: string): string {
  return text.replace(/[\n\r\t\f\b\v\x07]/g, (c) => META[c] as string);
}
function cut(text: string, truncate: number): string {
  if (truncate <= 0 || text.length <= truncate) return text;
  if (truncate <= ELLIPSIS.length) return text.slice(0, truncate);
  return text.slice(0, truncate - ELLIPSIS.length) + ELLIPSIS;
}

/** Cells of the first `count` rows as shown, row by row. */
function cellTexts(schema: StructType, batch: Batch, count: number, { truncate, timeZone: zoneId, binaryStyle, oldDates }: ShowOptions): string[][] {
  const zone = timeZone(zoneId);
  const columns = schema.fields.map((field, j) => {
    const vector = batch.columns[j];
    const text = field.type.kind === 'null' ? () => 'NULL' : stringifier(field.type, zone, { ...SHOW_STYLE, binaryStyle, oldDates });
    const read = vector === undefined ? () => null : cellReader(vector);
    return Array.from({ length: count }, (_, i) => {
      const value = read(i);
      return cut(escapeMeta(value === null ? 'NULL' : text(value)), truncate);
    });
  });
  return Array.from({ length: count }, (_, i) => columns.map((column) => column[i] as string));
}

function padded(text: string, width: number, right: boolean): string {
  const spaces = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? spaces + text : text + spaces;
}

function table(header: readonly string[], rows: readonly (readonly string[])[], truncate: number): string {
  const widths = header.map((name, j) => Math.max(MIN_COLUMN_CHARS, widthOf(name), ...rows.map((r) => widthOf(r[j] as string))));
  const rule = `+${widths.map((w) => '-'.repeat(w)).join('+')}+\n`;
  const line = (cells: readonly string[]): string =>
    `|${cells.map((c, j) => padded(c, widths[j] as number, truncate > 0)).join('|')}|\n`;
  return rule + line(header) + rule + rows.map(line).join('') + rule;
}

function records(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const nameWidth = Math.max(MIN_COLUMN_CHARS, ...header.map(widthOf));
  const dataWidth = Math.max(MIN_COLUMN_CHARS, ...rows.flatMap((r) => r.map(widthOf)));
  return rows
    .map((cells, i) => {
      const title = `-RECORD ${i}`.padEnd(nameWidth + dataWidth + 5, '-');
      const lines = cells.map((c, j) => ` ${padded(header[j] as string, nameWidth, false)} | ${padded(c, dataWidth, false)} \n`);
      return `${title}\n${lines.join('')}`;
    })
    .join('');
}

/** How the texts of cells come out. */
interface CellStyle {
  readonly timeZone: string;
  readonly binaryStyle?: BinaryStyle;
  /** Dates are written by the formatters of old. */
  readonly oldDates?: boolean;
}

export interface ShowOptions extends CellStyle {
  readonly numRows: number;
  /** Longest cell in characters; 0 shows all of it, left-aligned. */
  readonly truncate: number;
  readonly vertical: boolean;
}

/** As the session's settings say. */
export function cellStyle({ timeZone, conf }: Session): CellStyle {
  return { timeZone, binaryStyle: conf.lookup('spark.sql.binaryOutputStyle'), oldDates: isLegacy(conf.lookup) };
}

/** `batch` holds one row more than asked for if there are more. The text is what `print` gets: no line break is added. */
export function showString(schema: StructType, batch: Batch, options: ShowOptions): string {
  const { numRows, truncate, vertical } = options;
  const hasMore = batch.length > numRows;
  const rows = cellTexts(schema, batch, Math.min(batch.length, numRows), options);
  const header = schema.fields.map((f) => escapeMeta(f.name));
  const body = vertical ? records(header, rows) : table(header, rows, truncate);
  if (vertical && rows.length === 0) return `${body}(0 rows)\n`;
  return hasMore ? `${body}only showing top ${numRows} ${numRows === 1 ? 'row' : 'rows'}` : body;
}
