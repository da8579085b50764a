/** A text of CSV cut into records: with `multiLine`, a quoted cell may go on over line ends. */
import type { csvFormat } from '../../functions/csv/index.ts';
import { linesOf } from '../lines.ts';

type CsvFormat = ReturnType<typeof csvFormat>;

/** Records that hold something: blank lines and comments are left out. */
export function recordsOf(text: string, format: CsvFormat, multiLine: boolean, lineSeparator: string | undefined): string[] {
  const all = multiLine ? splitRecords(text, format) : linesOf(text, lineSeparator);
  const { comment } = format;
  return all.filter((line) => line.trim() !== '' && (comment === '' || !line.startsWith(comment)));
}

function isLineEnd(c: string): boolean {
  return c === '\n' || c === '\r';
}

function splitRecords(text: string, format: CsvFormat): string[] {
  const { separator } = format;
  const records: string[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = start;
  let atCellStart = true;
  while (at < text.length) {
    const c = text.charAt(at);
    if (atCellStart && format.quote !== '' && text.startsWith(format.quote, at)) {
      at = quotedEnd(text, at + format.quote.length, format) ?? at + 1;
      atCellStart = false;
    } else if (isLineEnd(c)) {
      records.push(text.slice(start, at).replaceAll('\r\n', '\n'));
      at += c === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1;
      start = at;
      atCellStart = true;
    } else if (text.startsWith(separator, at)) {
      at += separator.length;
      atCellStart = true;
    } else {
      if (c !== ' ') atCellStart = false;
      at += 1;
    }
  }
  if (start < text.length) records.push(text.slice(start).replaceAll('\r\n', '\n'));
  return records;
}

/** Behind the closing quote; undefined if a quote stands inside unescaped: then the cell ends as an unquoted one does. */
function quotedEnd(text: string, from: number, format: CsvFormat): number | undefined {
  const { quote, escape, separator } = format;
  let at = from;
  while (at < text.length) {
    if (escape !== '' && escape !== quote && text.startsWith(escape, at)) at += 2;
    else if (text.startsWith(quote, at)) {
      if (escape === quote && text.startsWith(quote, at + 1)) {
        at += 2;
        continue;
      }
      let after = at + quote.length;
      while (text.charAt(after) === ' ' && !text.startsWith(separator, after)) after += 1;
      const closes = after >= text.length || isLineEnd(text.charAt(after)) || text.startsWith(separator, after);
      return closes ? after : undefined;
    } else at += 1;
  }
  return text.length;
}
