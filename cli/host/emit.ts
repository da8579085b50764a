/** TypeScript solutions emitted as CommonJS with an inline source map, as the page's editor emits them. Types are stripped, not checked. */
import { transformSync } from '@swc/core';
import type { UserError } from '../../workers/protocol/index.ts';

export type Emitted = { readonly ok: true; readonly source: string } | { readonly ok: false; readonly error: UserError };

const ANSI = /\u001b\[[0-9;]*m/g;

export function emitTypeScript(source: string, filename: string): Emitted {
  try {
    const { code } = transformSync(source, {
      filename,
      swcrc: false,
      configFile: false,
      sourceMaps: 'inline',
      inlineSourcesContent: true,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs', strict: true },
    });
    return { ok: true, source: code };
  } catch (error) {
    return { ok: false, error: syntaxError(source, filename, error) };
  }
}

/** The compiler's message holds a drawing with the place: `,-[solution.ts:3:1]`. */
function syntaxError(source: string, filename: string, error: unknown): UserError {
  const text = (error instanceof Error ? error.message : String(error)).replaceAll(ANSI, '');
  const place = /\[[^\]]*?:(\d+):(\d+)\]/.exec(text);
  const line = Number(place?.[1] ?? 1);
  const column = Number(place?.[2] ?? 1);
  const message = (text.split('\n').find((l) => l.trim() !== '') ?? 'the program could not be read').replace(/^\s*[x×]\s*/, '').trim();
  const frame = { line, column, endLine: line, endColumn: column + 1, function: '<module>', text: (source.split('\n')[line - 1] ?? '').trim().slice(0, 2_000) };
  return {
    type: 'SyntaxError',
    message,
    traceback: `SyntaxError: ${message}\n    at ${filename}:${line}:${column}`,
    frames: [frame],
    condition: null,
    sqlState: null,
    parameters: {},
  };
}
