/** A diff as lines of text, for the terminal and for CI systems. */
import type { Diff, RowDiff } from '../verdict.ts';
import { cellText, textTable } from './cells.ts';

function section(title: string, count: number, shown: number): string {
  return `${title} (${count}${shown < count ? `, the first ${shown}` : ''}):`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((l) => `  ${l}`);
}

function rowLines(d: RowDiff): string[] {
  const lines: string[] = [];
  if (d.missing.count > 0) {
    lines.push(section('missing rows', d.missing.count, d.missing.rows.length), ...indent(textTable(d.columns, d.missing.rows)));
  }
  if (d.unexpected.count > 0) {
    lines.push(section('unexpected rows', d.unexpected.count, d.unexpected.rows.length), ...indent(textTable(d.columns, d.unexpected.rows)));
  }
  if (d.changed.count > 0) {
    const rows = d.changed.rows.flatMap((r) => r.cells.map((c) => [...r.key, c.column, c.expected, c.actual]));
    const header = [...d.key, 'column', 'expected', 'yours'];
    lines.push(section('rows with other values', d.changed.count, d.changed.rows.length), ...indent(textTable(header, rows)));
  }
  return lines;
}

export function diffLines(d: Diff): string[] {
  const lines = d.output === null ? [] : [`in ${d.output}:`];
  if (d.columns !== null) {
    lines.push(`columns expected: ${d.columns.expected.join(', ')}`, `columns given:    ${d.columns.actual.join(', ')}`);
    for (const t of d.columns.types) lines.push(`type of ${t.column}: ${t.actual}, expected ${t.expected}`);
  }
  if (d.rows !== null) lines.push(...rowLines(d.rows));
  if (d.order !== null) {
    const { row, previous, current } = d.order;
    lines.push(`row ${row + 1} should stand above row ${row}:`, `  ${previous.map(cellText).join(' | ')}`, `  ${current.map(cellText).join(' | ')}`);
  }
  return lines;
}
