/** Rows of a diff as aligned text. */
export function cellText(cell: string | null): string {
  return cell === null ? 'NULL' : cell.replaceAll('\n', '\\n');
}

const MAX_SHOWN_CHARS = 60;

function cut(text: string): string {
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS - 1)}…` : text;
}

/** A table with a header, columns padded to one width. */
export function textTable(header: readonly string[], rows: readonly (readonly (string | null)[])[]): string[] {
  const cells = [header.map(cut), ...rows.map((r) => r.map((c) => cut(cellText(c))))];
  const widths = header.map((_, j) => Math.max(...cells.map((r) => (r[j] ?? '').length)));
  const line = (r: readonly string[]): string => r.map((c, j) => c.padEnd(widths[j] ?? 0)).join(' | ').trimEnd();
  const [head = [], ...body] = cells;
  return [line(head), widths.map((w) => '-'.repeat(w)).join('-|-'), ...body.map(line)];
}
