/** The code editor. Models live as long as the page, one for each challenge and language, so that undo survives a change of tab. */
import { useEffect, useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import type { Language } from '../../workers/protocol/run.ts';
import type { UserError } from '../../workers/protocol/tables.ts';
import type { Emitted } from '../state/run-program.ts';
import { useTheme } from '../state/theme.ts';
import { emitTypeScript } from './emit.ts';
import { monaco } from './monaco.ts';
import './python-completions.ts';

export interface CodeEditorHandle {
  emit(): Promise<Emitted>;
  focus(): void;
  reveal(line: number, column: number): void;
}

interface CodeEditorProps {
  readonly ref?: Ref<CodeEditorHandle>;
  /** Of the challenge: part of the model's address. */
  readonly subject: string;
  readonly language: Language;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: UserError | null;
}

const OPTIONS: Parameters<typeof monaco.editor.create>[1] = {
  automaticLayout: true,
  fontFamily: 'ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace',
  fontSize: 13,
  lineHeight: 20,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  padding: { top: 10, bottom: 10 },
  renderLineHighlight: 'line',
  stickyScroll: { enabled: false },
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  guides: { indentation: true },
  fixedOverflowWidgets: true,
  tabSize: 4,
  unicodeHighlight: { ambiguousCharacters: false },
};

function modelOf(subject: string, language: Language, value: string): monaco.editor.ITextModel {
  const extension = language === 'python' ? 'py' : 'ts';
  const uri = monaco.Uri.parse(`file:///${subject}/solution.${extension}`);
  return monaco.editor.getModel(uri) ?? monaco.editor.createModel(value, language, uri);
}

export default function CodeEditor({ ref, subject, language, value, onChange, error }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor | null>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  const theme = useTheme((s) => s.theme);

  useEffect(() => {
    const created = monaco.editor.create(host.current as HTMLDivElement, { ...OPTIONS, model: null, ariaLabel: 'Your solution' });
    editor.current = created;
    created.onDidChangeModelContent(() => latest.current(created.getValue()));
    return () => created.dispose();
  }, []);
  useEffect(() => monaco.editor.setTheme(`sparring-${theme}`), [theme]);
  useEffect(() => {
    const model = modelOf(subject, language, value);
    if (editor.current?.getModel() !== model) {
      editor.current?.setModel(model);
      editor.current?.updateOptions({ tabSize: language === 'python' ? 4 : 2 });
    }
    // An edit and not setValue: a reset can be undone with the editor's own undo.
    if (model.getValue() !== value) model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null);
  }, [subject, language, value]);
  const latestValue = useRef(value);
  latestValue.current = value;
  useEffect(() => markError(modelOf(subject, language, latestValue.current), error), [subject, language, error]);

  useImperativeHandle(ref, () => ({
    emit: async () => {
      const model = modelOf(subject, language, value);
      return language === 'python' ? { source: model.getValue() } : emitTypeScript(model);
    },
    focus: () => editor.current?.focus(),
    reveal: (line, column) => {
      editor.current?.setPosition({ lineNumber: line, column });
      editor.current?.revealLineInCenterIfOutsideViewport(line);
      editor.current?.focus();
    },
  }));
  return <div className="code-editor" ref={host} />;
}

/** Marks the place of the innermost frame in the user's source. */
function markError(model: monaco.editor.ITextModel, error: UserError | null): void {
  const place = error?.frames.at(-1);
  if (error === null || place === undefined || place.line > model.getLineCount()) {
    monaco.editor.setModelMarkers(model, 'run', []);
    return;
  }
  monaco.editor.setModelMarkers(model, 'run', [
    {
      severity: monaco.MarkerSeverity.Error,
      startLineNumber: place.line,
      startColumn: place.column,
      endLineNumber: place.endLine,
      endColumn: place.endColumn,
      message: `${error.type}: ${error.message}`,
    },
  ]);
}
