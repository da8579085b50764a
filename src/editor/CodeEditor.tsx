/** The code editor. Models live as long as the page, one for each challenge and language, so that undo survives a change of tab. */
import { Editor, loader } from '@monaco-editor/react';
import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
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

// The editor and its workers are served with the page, never from elsewhere.
loader.config({ monaco });

const OPTIONS: Parameters<typeof monaco.editor.create>[1] = {
  automaticLayout: true,
  ariaLabel: 'Your solution',
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

function addressOf(subject: string, language: Language): string {
  return `file:///${subject}/solution.${language === 'python' ? 'py' : 'ts'}`;
}

/** The text of a challenge in a language; made here if a run comes before the editor is there. */
function modelOf(subject: string, language: Language, value: string): monaco.editor.ITextModel {
  const uri = monaco.Uri.parse(addressOf(subject, language));
  return monaco.editor.getModel(uri) ?? monaco.editor.createModel(value, language, uri);
}

export default function CodeEditor({ ref, subject, language, value, onChange, error }: CodeEditorProps) {
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor | null>(null);
  const theme = useTheme((s) => s.theme);
  const options = useMemo(() => ({ ...OPTIONS, tabSize: language === 'python' ? 4 : 2 }), [language]);

  const latestValue = useRef(value);
  latestValue.current = value;
  useEffect(() => {
    if (editor !== null) markError(modelOf(subject, language, latestValue.current), error);
  }, [editor, subject, language, error]);

  useImperativeHandle(
    ref,
    () => ({
      emit: async () => {
        const model = modelOf(subject, language, value);
        return language === 'python' ? { source: model.getValue() } : emitTypeScript(model);
      },
      focus: () => editor?.focus(),
      reveal: (line, column) => {
        editor?.setPosition({ lineNumber: line, column });
        editor?.revealLineInCenterIfOutsideViewport(line);
        editor?.focus();
      },
    }),
    [editor, subject, language, value],
  );
  return (
    <div className="code-editor">
      <Editor
        path={addressOf(subject, language)}
        language={language}
        value={value}
        theme={`sparring-${theme}`}
        options={options}
        onMount={setEditor}
        onChange={(text) => onChange(text ?? '')}
        keepCurrentModel
        loading=""
      />
    </div>
  );
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
