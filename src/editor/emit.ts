/** The program of an editor's model as a realm runs it: Python as it is, TypeScript emitted by its own language service. */
import type { editor } from 'monaco-editor/editor/editor.api';
import type { Emitted } from '../state/run-program.ts';
import type { UserError } from '../../workers/protocol/tables.ts';
import { ts } from './monaco.ts';

interface Diagnostic {
  readonly start?: number;
  readonly length?: number;
  readonly messageText: string | { readonly messageText: string };
}

export async function emitTypeScript(model: editor.ITextModel): Promise<Emitted> {
  const uri = model.uri;
  const service = await (await ts.getTypeScriptWorker())(uri);
  const [problem] = (await service.getSyntacticDiagnostics(uri.toString())) as Diagnostic[];
  if (problem !== undefined) return { error: syntaxError(model, problem) };
  const output = await service.getEmitOutput(uri.toString());
  const text = output.outputFiles.find((file) => file.name.endsWith('.js'))?.text;
  if (text === undefined) throw new Error('The TypeScript program could not be emitted.');
  return { source: text };
}

function syntaxError(model: editor.ITextModel, problem: Diagnostic): UserError {
  const start = model.getPositionAt(problem.start ?? 0);
  const end = model.getPositionAt((problem.start ?? 0) + Math.max(1, problem.length ?? 1));
  const message = typeof problem.messageText === 'string' ? problem.messageText : problem.messageText.messageText;
  const text = model.getLineContent(start.lineNumber);
  return {
    type: 'SyntaxError',
    message,
    traceback: `solution.ts:${start.lineNumber}:${start.column}\n    ${text.trim()}\nSyntaxError: ${message}`,
    frames: [
      { line: start.lineNumber, column: start.column, endLine: end.lineNumber, endColumn: end.column, function: '<module>', text },
    ],
    condition: null,
    sqlState: null,
    parameters: {},
  };
}
