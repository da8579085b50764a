/** A table of wire values. Rows outside the view are not drawn, so a thousand rows cost no more than twenty. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { Table } from '../../workers/protocol/tables.ts';
import { pluralText } from '../format/quantities.ts';
import { fieldsOf, isNumeric, typeText } from '../format/types.ts';
import type { JsonField } from '../format/types.ts';
import { binaryText, cellText } from '../format/values.ts';
import { keyed } from './keyed.ts';
import { Scrollable } from './Scrollable.tsx';

const ROW_PX = 26;
const OVERSCAN_ROWS = 12;
/** Below this many rows all are drawn, and the table is as high as they are. */
const ALL_DRAWN_ROWS = 60;
const WINDOW_PX = 420;

interface DataTableProps {
  readonly table: Table;
  readonly caption: string;
  /** Rows that there are beyond those in the table. */
  readonly totalRows?: number;
  /** Shows binary cells that hold text as that text. */
  readonly readsBinary?: boolean;
}

export function DataTable({ table, caption, totalRows = table.totalRows ?? table.numRows, readsBinary = false }: DataTableProps) {
  const fields = fieldsOf(table.schema);
  const isWindowed = table.numRows > ALL_DRAWN_ROWS;
  const scroller = useRef<HTMLFieldSetElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(WINDOW_PX);
  useLayoutEffect(() => setHeight(scroller.current?.clientHeight ?? WINDOW_PX), []);
  const first = isWindowed ? Math.max(0, Math.floor(top / ROW_PX) - OVERSCAN_ROWS) : 0;
  const last = isWindowed ? Math.min(table.numRows, Math.ceil((top + height) / ROW_PX) + OVERSCAN_ROWS) : table.numRows;
  const drawn = Array.from({ length: last - first }, (_, i) => first + i);
  return (
    <figure className="data-table">
      <Scrollable
        className={isWindowed ? 'table-scroll windowed' : 'table-scroll'}
        ref={scroller}
        onScroll={(event) => isWindowed && setTop(event.currentTarget.scrollTop)}
        label={caption}
      >
        <table aria-rowcount={table.numRows + 1}>
          <thead>
            <tr>
              {keyed(fields).map(({ key, item: field }) => (
                <th key={key} scope="col" className={isNumeric(field.type) ? 'number' : undefined}>
                  <span className="column-name">{field.name}</span>
                  <span className="column-type">{typeText(field.type)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <Gap rows={first} />}
            {drawn.map((i) => (
              <tr key={i} aria-rowindex={i + 2}>
                {keyed(fields).map(({ key, item: field }) => (
                  <Cell key={key} field={field} value={table.columns[key]?.[i] ?? null} readsBinary={readsBinary} />
                ))}
              </tr>
            ))}
            {last < table.numRows && <Gap rows={table.numRows - last} />}
          </tbody>
        </table>
        {table.numRows === 0 && <p className="table-empty">No rows.</p>}
      </Scrollable>
      <figcaption>
        {pluralText(totalRows, 'row')} · {pluralText(fields.length, 'column')}
        {totalRows > table.numRows && ` · the first ${table.numRows} are shown`}
      </figcaption>
    </figure>
  );
}

/** Rows that are not drawn take their room all the same. */
function Gap({ rows }: { readonly rows: number }) {
  return (
    <tr>
      <td className="gap" style={{ height: rows * ROW_PX }} />
    </tr>
  );
}

interface CellProps {
  readonly field: JsonField;
  readonly value: Table['columns'][number][number];
  readonly readsBinary: boolean;
}

function Cell({ field, value, readsBinary }: CellProps) {
  const className = [isNumeric(field.type) ? 'number' : '', value === null ? 'null' : ''].join(' ').trim();
  const text = (readsBinary && field.type === 'binary' ? binaryText(value) : null) ?? cellText(field.type, value);
  return (
    <td className={className === '' ? undefined : className} title={text.length > 60 ? text : undefined}>
      {text}
    </td>
  );
}
