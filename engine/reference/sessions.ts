/** `session_window` in an aggregation: sessions of one key that touch are one. */
import { keyText } from '../columnar/index.ts';
import { toAttribute } from '../plan/index.ts';
import type { ResolvedExpression } from '../plan/index.ts';
import { StructValue } from '../types/index.ts';
import type { Value } from '../types/index.ts';
import type { Row } from './context.ts';

/** Which grouping key is a session, -1: none. */
export function sessionKey(grouping: readonly ResolvedExpression[]): number {
  return grouping.findIndex((g) => (g.kind === 'attribute' || g.kind === 'alias') && toAttribute(g).metadata?.['spark.sessionWindow'] === true);
}

/** For each row the session that it is part of. */
export function mergedSessions(grouping: readonly ResolvedExpression[], at: number, rows: readonly Row[], valueOf: (e: ResolvedExpression, row: Row) => Value): Map<Row, Value> {
  const byKey = new Map<string, { row: Row; start: bigint; end: bigint }[]>();
  for (const row of rows) {
    const others = grouping.map((g, i) => (i === at ? '' : keyText(g.type, valueOf(g, row)))).join('|');
    const [start, end] = (valueOf(grouping[at] as ResolvedExpression, row) as StructValue).values as readonly [bigint, bigint];
    byKey.set(others, [...(byKey.get(others) ?? []), { row, start, end }]);
  }
  const out = new Map<Row, Value>();
  for (const list of byKey.values()) {
    list.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
    let open: typeof list = [];
    const close = (): void => {
      const [last] = open.map((x) => x.end).sort((a, b) => (a > b ? -1 : 1));
      for (const x of open) out.set(x.row, new StructValue([open[0]?.start ?? null, last ?? null]));
    };
    for (const x of list) {
      if (open.length > 0 && open.every((o) => x.start > o.end)) {
        close();
        open = [];
      }
      open.push(x);
    }
    close();
  }
  return out;
}
