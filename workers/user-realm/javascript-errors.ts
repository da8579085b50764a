/** Errors of TypeScript solutions as the page shows them: the user's own frames, at the lines that the user wrote. */
import { SparkError } from '../../engine/index.ts';
import type { UserError, UserFrame } from '../protocol/tables.ts';
import { originalPlace } from './source-map.ts';
import type { SourceMap } from './source-map.ts';

const MAX_FRAMES_COUNT = 50;
const MAX_MESSAGE_CHARS = 100_000;
const IDENTIFIER = /^[\w$]+/;

/** What is needed to read a stack: the program's name, its map, and how many lines the engine of the realm put before it. */
export interface Program {
  readonly filename: string;
  readonly map: SourceMap | null;
  readonly lines: readonly string[];
  readonly headerLines: number;
}

/** The frames of the user's program in a stack, innermost first. */
export function userFrames(program: Program, stack: string): UserFrame[] {
  const escaped = program.filename.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?:at (?:async )?(?<v8>[^\\s(]+)? ?\\(?|(?<other>[^\\n@]*)@)[^\\n]*?${escaped}:(?<line>\\d+):(?<column>\\d+)`, 'g');
  const frames: UserFrame[] = [];
  for (const match of stack.matchAll(pattern)) {
    const groups = match.groups as { v8?: string; other?: string; line: string; column: string };
    const name = groups.v8 ?? groups.other ?? '';
    frames.push(frameAt(program, name, Number(groups.line) - program.headerLines, Number(groups.column)));
    if (frames.length === MAX_FRAMES_COUNT) break;
  }
  return frames;
}

function frameAt(program: Program, name: string, line: number, column: number): UserFrame {
  const place = (program.map && originalPlace(program.map, line, column)) ?? { line: Math.max(1, line), column };
  const text = program.lines[place.line - 1] ?? '';
  const word = IDENTIFIER.exec(text.slice(place.column - 1))?.[0].length ?? 1;
  const isTopLevel = name === '' || name.includes('eval') || name.includes(program.filename);
  return {
    line: place.line,
    column: place.column,
    endLine: place.line,
    endColumn: place.column + word,
    function: isTopLevel ? '<module>' : name.slice(0, 500),
    text: text.trim().slice(0, 2_000),
  };
}

export function userErrorOf(program: Program, error: unknown): UserError {
  const isError = error instanceof Error;
  const frames = isError ? userFrames(program, error.stack ?? '') : [];
  const type = error instanceof SparkError ? error.errorClass : isError ? error.name : 'Error';
  const message = (isError ? error.message : `a value was thrown: ${String(error)}`).slice(0, MAX_MESSAGE_CHARS);
  const where = frames.map((f) => `    at ${f.function} (${program.filename}:${f.line}:${f.column})`);
  return {
    type,
    message,
    traceback: [`${type}: ${message}`, ...where].join('\n'),
    // As in Python, the place that failed comes last.
    frames: frames.reverse(),
    condition: error instanceof SparkError ? error.condition : null,
    sqlState: error instanceof SparkError ? error.sqlState : null,
    parameters: error instanceof SparkError ? { ...error.parameters } : {},
  };
}
