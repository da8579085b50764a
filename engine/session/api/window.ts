/** Windows: `Window.partitionBy(…).orderBy(…)`. */
import type { Expression, FrameBoundary, SortOrderExpr } from '../../plan/index.ts';
import { columnExpr, litExpr, sortExpr } from './column.ts';
import type { ColumnOrName, WindowBuilder, WindowSpec } from './public/index.ts';
import { WindowSpecParts } from './window-parts.ts';

type Columns = (ColumnOrName | readonly ColumnOrName[])[];
/** Beyond these a bound has no end, as in PySpark. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

function boundary(value: number): FrameBoundary {
  if (value <= -UNBOUNDED) return { kind: 'unboundedPreceding' };
  if (value >= UNBOUNDED) return { kind: 'unboundedFollowing' };
  if (value === 0) return { kind: 'currentRow' };
  return { kind: 'value', value: litExpr(value) };
}

class WindowSpecImpl extends WindowSpecParts implements WindowSpec {
  partitionBy(...columns: Columns): WindowSpec {
    const partitionSpec: Expression[] = columns.flat().map((c) => columnExpr(c as ColumnOrName));
    return new WindowSpecImpl({ ...this.parts, partitionSpec });
  }
  orderBy(...columns: Columns): WindowSpec {
    const orderSpec: SortOrderExpr[] = columns.flat().map((c) => sortExpr(c as ColumnOrName));
    return new WindowSpecImpl({ ...this.parts, orderSpec });
  }
  rowsBetween(start: number, end: number): WindowSpec {
    return this.framed('row', start, end);
  }
  rangeBetween(start: number, end: number): WindowSpec {
    return this.framed('range', start, end);
  }
  private framed(frameType: 'row' | 'range', start: number, end: number): WindowSpec {
    return new WindowSpecImpl({ ...this.parts, frameSpec: { frameType, lower: boundary(start), upper: boundary(end) } });
  }
}

const EMPTY = new WindowSpecImpl({ partitionSpec: [], orderSpec: [] });

export const Window: WindowBuilder = {
  unboundedPreceding: -UNBOUNDED,
  unboundedFollowing: UNBOUNDED,
  currentRow: 0,
  partitionBy: (...columns) => EMPTY.partitionBy(...columns),
  orderBy: (...columns) => EMPTY.orderBy(...columns),
  rowsBetween: (start, end) => EMPTY.rowsBetween(start, end),
  rangeBetween: (start, end) => EMPTY.rangeBetween(start, end),
};
