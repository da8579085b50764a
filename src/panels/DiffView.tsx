/** How an answer differs: columns, order, and the rows that are missing, unexpected or changed. */
import type { Diff } from '../../grading/index.ts';
import { keyed } from '../components/keyed.ts';
import { Scrollable } from '../components/Scrollable.tsx';
import { countText } from '../format/quantities.ts';

type Cells = readonly (string | null)[];

export function DiffView({ diff }: { readonly diff: Diff }) {
  return (
    <div className="diff">
      {diff.output !== null && <h4 className="diff-output">{diff.output}</h4>}
      {diff.columns !== null && <Columns columns={diff.columns} />}
      {diff.order !== null && <Order order={diff.order} />}
      {diff.rows !== null && <Rows rows={diff.rows} />}
    </div>
  );
}

function Columns({ columns }: { readonly columns: NonNullable<Diff['columns']> }) {
  return (
    <dl className="diff-columns">
      <div>
        <dt>Expected columns</dt>
        <dd>
          {columns.expected.map((name) => (
            <code key={name} className={columns.missing.includes(name) ? 'missing' : undefined}>
              {name}
            </code>
          ))}
        </dd>
      </div>
      <div>
        <dt>Your columns</dt>
        <dd>
          {keyed(columns.actual).map(({ key, item: name }) => (
            <code key={key} className={columns.unexpected.includes(name) ? 'unexpected' : undefined}>
              {name}
            </code>
          ))}
        </dd>
      </div>
      {columns.types.map((t) => (
        <div key={t.column}>
          <dt>
            Type of <code>{t.column}</code>
          </dt>
          <dd>
            <code className="unexpected">{t.actual}</code> where <code className="missing">{t.expected}</code> is expected
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Order({ order }: { readonly order: NonNullable<Diff['order']> }) {
  return (
    <p className="diff-order">
      Row {order.row + 1} {rowText(order.current)} should stand above row {order.row} {rowText(order.previous)}: the order goes by{' '}
      {order.columns.join(', ')}.
    </p>
  );
}

const rowText = (cells: Cells): string => `(${cells.map((c) => c ?? 'NULL').join(', ')})`;

function Rows({ rows }: { readonly rows: NonNullable<Diff['rows']> }) {
  const { missing, unexpected, changed } = rows;
  if (missing.count + unexpected.count + changed.count === 0) return null;
  return (
    <Scrollable className="table-scroll" label="Rows that differ">
      <table className="diff-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Difference</span>
            </th>
            {keyed(rows.columns).map(({ key, item: name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(changed.rows).map(({ key, item: row }) => (
            <ChangedRow key={key} row={row} columns={rows.columns} keyColumns={rows.key} />
          ))}
          <More kind="changed" shown={changed.rows.length} count={changed.count} span={rows.columns.length} />
          {keyed(missing.rows).map(({ key, item: cells }) => (
            <PlainRow key={key} kind="missing" sign="−" label="Missing" cells={cells} />
          ))}
          <More kind="missing" shown={missing.rows.length} count={missing.count} span={rows.columns.length} />
          {keyed(unexpected.rows).map(({ key, item: cells }) => (
            <PlainRow key={key} kind="unexpected" sign="+" label="Unexpected" cells={cells} />
          ))}
          <More kind="unexpected" shown={unexpected.rows.length} count={unexpected.count} span={rows.columns.length} />
        </tbody>
      </table>
      <p className="diff-legend">
        <span className="missing">− expected, but not in your result</span> <span className="unexpected">+ in your result, but not expected</span>{' '}
        {changed.count > 0 && <span>± the same key, other values: expected → yours</span>}
      </p>
    </Scrollable>
  );
}

function PlainRow({ kind, sign, label, cells }: { readonly kind: 'missing' | 'unexpected'; readonly sign: string; readonly label: string; readonly cells: Cells }) {
  return (
    <tr className={kind}>
      <th scope="row">
        <span aria-hidden="true">{sign}</span>
        <span className="visually-hidden">{label}</span>
      </th>
      {keyed(cells).map(({ key, item: cell }) => (
        <td key={key} className={cell === null ? 'null' : undefined}>
          {cell ?? 'NULL'}
        </td>
      ))}
    </tr>
  );
}

interface ChangedRowProps {
  readonly row: NonNullable<Diff['rows']>['changed']['rows'][number];
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
}

function ChangedRow({ row, columns, keyColumns }: ChangedRowProps) {
  return (
    <tr className="changed">
      <th scope="row">
        <span aria-hidden="true">±</span>
        <span className="visually-hidden">Changed</span>
      </th>
      {keyed(columns).map(({ key, item: name }) => {
        const cell = row.cells.find((c) => c.column === name);
        const place = keyColumns.indexOf(name);
        if (cell === undefined) return <td key={key}>{place === -1 ? <span className="faint">same</span> : (row.key[place] ?? 'NULL')}</td>;
        return (
          <td key={key}>
            <span className="missing">{cell.expected ?? 'NULL'}</span>
            <span className="faint"> → </span>
            <span className="unexpected">{cell.actual ?? 'NULL'}</span>
          </td>
        );
      })}
    </tr>
  );
}

function More({ kind, shown, count, span }: { readonly kind: string; readonly shown: number; readonly count: number; readonly span: number }) {
  if (count <= shown) return null;
  return (
    <tr>
      <td colSpan={span + 1} className="faint">
        and {countText(count - shown)} more {kind}
      </td>
    </tr>
  );
}
