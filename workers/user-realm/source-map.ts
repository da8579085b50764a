/** Just enough of source maps to name the user's own line and column for a place in the emitted program. */

interface Segment {
  readonly column: number;
  readonly sourceLine: number;
  readonly sourceColumn: number;
}
export interface SourceMap {
  /** Segments by emitted line, from 0, in order of columns. */
  readonly lines: readonly (readonly Segment[])[];
  /** The original text, where the map holds it. */
  readonly source: string | null;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const INLINE_MAP = /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([A-Za-z0-9+/=]+)/;

/** The map at the end of an emitted program; null when there is none. */
export function inlineSourceMap(program: string): SourceMap | null {
  const encoded = INLINE_MAP.exec(program)?.[1];
  if (encoded === undefined) return null;
  const bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
  const map = JSON.parse(new TextDecoder().decode(bytes)) as { mappings: string; sourcesContent?: (string | null)[] };
  return { lines: decodeMappings(map.mappings), source: map.sourcesContent?.[0] ?? null };
}

function decodeMappings(mappings: string): Segment[][] {
  let sourceLine = 0;
  let sourceColumn = 0;
  return mappings.split(';').map((line) => {
    let column = 0;
    const segments: Segment[] = [];
    for (const text of line === '' ? [] : line.split(',')) {
      const [deltaColumn = 0, , deltaLine, deltaSourceColumn] = decodeNumbers(text);
      column += deltaColumn;
      if (deltaLine === undefined || deltaSourceColumn === undefined) continue;
      sourceLine += deltaLine;
      sourceColumn += deltaSourceColumn;
      segments.push({ column, sourceLine, sourceColumn });
    }
    return segments;
  });
}

/** Base64 digits of five bits, the sixth says that more follow; the lowest bit of the whole is the sign. */
function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of text) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    if (bits & 32) {
      shift += 5;
      continue;
    }
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/** Where an emitted place came from. Lines and columns from 1, both in and out; null where the map is silent. */
export function originalPlace(map: SourceMap, line: number, column: number): { line: number; column: number } | null {
  let found: Segment | undefined;
  for (const segment of map.lines[line - 1] ?? []) {
    if (segment.column > column - 1) break;
    found = segment;
  }
  return found === undefined ? null : { line: found.sourceLine + 1, column: found.sourceColumn + 1 };
}
