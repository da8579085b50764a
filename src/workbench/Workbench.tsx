/** Task, editor and results beside each other; on a narrow screen below each other. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { Language } from '../../workers/protocol/run.ts';
import type { RunMode } from '../../workers/protocol/judge.ts';
import type { CodeEditorHandle } from '../editor/CodeEditor.tsx';
import { Results } from '../panels/Results.tsx';
import { achievement, useProgress } from '../state/progress.ts';
import { clearRun, startProgram, stopProgram } from '../state/run-program.ts';
import { useRun } from '../state/run-state.ts';
import { pool } from '../state/runtime.ts';
import { changeWork, openWork, useWork, workId } from '../state/work.ts';
import { EditorBar } from './EditorBar.tsx';
import { useCommands } from './use-commands.ts';
import { useNarrow } from './use-narrow.ts';

const CodeEditor = lazy(() => import('../editor/CodeEditor.tsx'));

export interface WorkbenchProps {
  /** Of the page, for those who do not see it. */
  readonly title: string;
  /** Under which work is kept. */
  readonly subject: string;
  readonly challengeId: string | null;
  readonly starter: Readonly<Record<Language, string>>;
  readonly task: ReactNode | null;
}

export function Workbench({ title, subject, challengeId, starter, task }: WorkbenchProps) {
  const kept = useProgress((s) => achievement(s.byChallenge, subject).language);
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? kept;
  const source = useWork((s) => s.sources[workId(subject, language)]);
  const error = useRun((s) => (s.subject === workId(subject, language) ? s.error : null));
  const editor = useRef<CodeEditorHandle>(null);
  useEffect(() => void openWork(subject, language, starter[language]), [subject, language, starter]);
  useEffect(() => void pool.warm(language), [language]);
  // Another challenge, another run: the page's key is the challenge, so leaving it is the end of this component.
  useEffect(() => clearRun, []);

  const chooseLanguage = (next: Language): void => {
    setChosen(next);
    useProgress.getState().change(subject, (old) => ({ ...old, language: next }));
  };
  const start = useCallback(
    (mode: RunMode) => {
      const handle = editor.current;
      if (handle === null) return;
      void startProgram({ language, emit: () => handle.emit(), challengeId, mode: challengeId === null ? 'run' : mode });
    },
    [language, challengeId],
  );
  useCommands({ run: () => start('run'), submit: () => start(challengeId === null ? 'run' : 'submit'), stop: stopProgram });

  const editorPane = (
    <section className="pane editor-pane" aria-label="Editor" data-pane="editor">
      <EditorBar subject={subject} challengeId={challengeId} language={language} starter={starter[language]} onLanguage={chooseLanguage} onStart={start} />
      <Suspense fallback={<p className="editor-loading">The editor is loading…</p>}>
        {source === undefined ? null : (
          <CodeEditor
            ref={editor}
            subject={subject}
            language={language}
            value={source}
            onChange={(value) => changeWork(subject, language, value)}
            error={error}
          />
        )}
      </Suspense>
    </section>
  );
  const resultsPane = (
    <div className="pane results-pane" data-pane="results">
      <Results challengeId={challengeId} onReveal={(line, column) => editor.current?.reveal(line, column)} />
    </div>
  );
  const taskPane = task === null ? null : (
    <div className="pane task-pane" data-pane="task">
      {task}
    </div>
  );
  return <Panes title={title} task={taskPane} editor={editorPane} results={resultsPane} />;
}

interface PanesProps {
  readonly title: string;
  readonly task: ReactNode | null;
  readonly editor: ReactNode;
  readonly results: ReactNode;
}

function Panes({ title, task, editor, results }: PanesProps) {
  const isNarrow = useNarrow();
  if (isNarrow) {
    return (
      <main id="main" className="workbench stacked" tabIndex={-1}>
        <h1 className="visually-hidden">{title}</h1>
        {task}
        {editor}
        {results}
      </main>
    );
  }
  return (
    <main id="main" className="workbench" tabIndex={-1}>
      <h1 className="visually-hidden">{title}</h1>
      <Group orientation="horizontal" id="task-and-work">
        {task !== null && (
          <>
            <Panel id="task" defaultSize="36%" minSize="240px">
              {task}
            </Panel>
            <Separator className="separator" aria-label="Width of the task" />
          </>
        )}
        <Panel id="work" minSize="360px">
          <Group orientation="vertical" id="editor-and-results">
            <Panel id="editor" defaultSize="54%" minSize="140px">
              {editor}
            </Panel>
            <Separator className="separator" aria-label="Height of the editor" />
            <Panel id="results" minSize="100px">
              {results}
            </Panel>
          </Group>
        </Panel>
      </Group>
    </main>
  );
}
