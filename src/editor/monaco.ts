/** Monaco with what this page needs of it: Python's grammar, TypeScript's language service, workers of our own host. */
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker';
import './monaco-features.ts';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/typescript/register';
import * as ts from 'monaco-editor/languages/features/typescript/register';
import * as monaco from 'monaco-editor/editor/editor.api';
import { typings } from 'virtual:realm';
import { defineThemes } from './themes.ts';

globalThis.MonacoEnvironment = {
  getWorker: (_id: string, label: string) => (label === 'typescript' || label === 'javascript' ? new TypeScriptWorker() : new EditorWorker()),
};

ts.typescriptDefaults.setCompilerOptions({
  target: ts.ScriptTarget.ESNext,
  lib: ['es2023'],
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.NodeJs,
  strict: true,
  esModuleInterop: true,
  inlineSourceMap: true,
  inlineSources: true,
  allowNonTsExtensions: true,
  noEmitOnError: false,
});
/** `await` at the top level: the realm runs programs in an async function. */
const AWAIT_AT_TOP = [1375, 1378];

ts.typescriptDefaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: AWAIT_AT_TOP });
ts.typescriptDefaults.setEagerModelSync(true);
for (const [address, text] of Object.entries(JSON.parse(typings) as Record<string, string>)) {
  ts.typescriptDefaults.addExtraLib(text, address);
}
defineThemes(monaco.editor);

export { monaco, ts };
