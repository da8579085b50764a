/** Lines of CSV: cut into cells and put together, as the parser and writer that Spark uses do (univocity). */
import type { Options } from '../json/options.ts';

export interface CsvFormat {
  readonly separator: string;
  readonly quote: string;
  readonly escape: string;
  readonly comment: string;
  readonly trimLeft: boolean;
  readonly trimRight: boolean;
  readonly nullValue: string;
  readonly emptyValue: string;
}

/** `\t` and the like are written as two characters in options. */
function character(text: string): string {
  return text.replaceAll('\\t', '\t').replaceAll('\\n', '\n').replaceAll('\\\\', '\\').replaceAll('\\u0000', '\0');
}

/** The format of readers; writers trim by default. */
export function csvFormat(options: Options, writing = false): CsvFormat {
  return {
    separator: character(options.get('sep') ?? options.get('delimiter') ?? ','),
    quote: character(options.get('quote') ?? '"'),
    escape: character(options.get('escape') ?? '\\'),
    comment: character(options.get('comment') ?? ''),
    trimLeft: options.flag('ignoreLeadingWhiteSpace', writing),
    trimRight: options.flag('ignoreTrailingWhiteSpace', writing),
    nullValue: options.get('nullValue') ?? '',
    emptyValue: options.get('emptyValue') ?? (writing ? '""' : ''),
  };
}

const SPACE = 0x20;

/** A cell as it stands, quotes taken off; null if there is nothing in it. */
export interface Cell {
  readonly text: string | null;
  readonly quoted: boolean;
}

/** Blanks are all characters up to the space, and no others. */
function trimmed(text: string, format: CsvFormat): string {
  let [start, end] = [0, text.length];
  if (format.trimLeft) while (start < end && text.charCodeAt(start) <= SPACE) start++;
  if (format.trimRight) while (end > start && text.charCodeAt(end - 1) <= SPACE) end--;
  return text.slice(start, end);
}

/**
 * A quoted cell from behind its quote on; to the end of the line if it is not closed. Undefined if a quote stands inside
 * that is not escaped: then the cell is taken as it stands.
 */
function quotedCell(line: string, start: number, format: CsvFormat): { readonly text: string; readonly end: number } | undefined {
  const { quote, escape, separator } = format;
  let text = '';
  let at = start;
  while (at < line.length) {
    if (line.startsWith(escape, at) && escape !== '' && escape !== quote && at + 1 < line.length) {
      const next = line.charAt(at + 1);
      const escapes = next === quote || next === escape;
      text += escapes ? next : line.slice(at, at + 2);
      at += 2;
    } else if (line.startsWith(quote, at)) {
      if (escape === quote && line.startsWith(quote, at + 1)) {
        text += quote;
        at += 2;
        continue;
      }
      let after = at + 1;
      while (after < line.length && line.charAt(after) === ' ' && !line.startsWith(separator, after)) after++;
      if (after >= line.length || line.startsWith(separator, after)) return { text, end: after };
      return undefined;
    } else {
      text += line.charAt(at);
      at += 1;
    }
  }
  return { text, end: line.length };
}

/** The cells of a line; a comment has none. */
export function splitLine(line: string, format: CsvFormat): Cell[] {
  const { separator, quote } = format;
  const cells: Cell[] = [];
  if (format.comment !== '' && line.startsWith(format.comment)) return cells;
  let at = 0;
  for (;;) {
    let start = at;
    while (quote !== '' && (format.trimLeft || line.charAt(start) === quote) && line.charAt(start) === ' ') start++;
    const quoted = quote !== '' && line.startsWith(quote, start) ? quotedCell(line, start + 1, format) : undefined;
    if (quoted !== undefined) {
      cells.push({ text: quoted.text, quoted: true });
      at = quoted.end;
    } else {
      const end = line.indexOf(separator, at);
      const text = trimmed(line.slice(at, end < 0 ? line.length : end), format);
      cells.push({ text: text === '' ? null : text, quoted: false });
      at = end < 0 ? line.length : end;
    }
    if (!line.startsWith(separator, at) || separator === '') return cells;
    at += separator.length;
  }
}

/** What writers take for the start of a comment where no option names another. */
const DEFAULT_COMMENT = '#';

/** A cell as it is written: in quotes where it must be, what quotes and escapes escaped inside. `first`: of its line. */
export function writeCell(raw: string, format: CsvFormat, quoteAll: boolean, escapeQuotes: boolean, first: boolean): string {
  const text = trimmed(raw, format);
  if (text === '') return format.emptyValue;
  const { separator, quote, escape } = format;
  const hasQuote = text.includes(quote);
  // Blanks at the end are looked at and not written.
  const seen = trimmed(raw, { ...format, trimRight: false });
  const needed = quoteAll || (first && text.startsWith(format.comment || DEFAULT_COMMENT)) || seen.includes(separator) || seen.includes('\n') || seen.includes('\r') || (hasQuote && escapeQuotes) || text.startsWith(quote);
  if (!needed) return text;
  const kept = escape === quote ? text : text.replaceAll(escape, escape + escape);
  return quote + kept.replaceAll(quote, escape + quote) + quote;
}
