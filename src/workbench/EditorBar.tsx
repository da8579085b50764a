/** Above the editor: the language, reset, and Run, Submit and Stop. */
import type { Language } from '../../workers/protocol/run.ts';
import type { RunMode } from '../../workers/protocol/judge.ts';
import { Icon } from '../components/Icon.tsx';
import { MODIFIER } from '../components/keys.ts';
import { achievement, useProgress } from '../state/progress.ts';
import { stopProgram } from '../state/run-program.ts';
import { useRun } from '../state/run-state.ts';
import { resetWork, undoReset, useWork, workId } from '../state/work.ts';

interface EditorBarProps {
  readonly subject: string;
  readonly challengeId: string | null;
  readonly language: Language;
  readonly starter: string;
  readonly onLanguage: (language: Language) => void;
  readonly onStart: (mode: RunMode) => void;
}

const LANGUAGES: readonly { readonly id: Language; readonly label: string }[] = [
  { id: 'python', label: 'Python' },
  { id: 'typescript', label: 'TypeScript' },
];

export function EditorBar({ subject, challengeId, language, starter, onLanguage, onStart }: EditorBarProps) {
  const phase = useRun((s) => s.phase);
  const isBusy = phase !== 'idle';
  return (
    <div className="editor-bar">
      <LanguageChoice subject={subject} language={language} onLanguage={onLanguage} isBusy={isBusy} />
      <Reset subject={subject} language={language} starter={starter} />
      <div className="editor-actions">
        {isBusy ? (
          <button type="button" className="button button-stop" onClick={stopProgram} title={`${MODIFIER} .`}>
            <Icon name="stop" />
            Stop
          </button>
        ) : (
          <button type="button" className={challengeId === null ? 'button button-primary' : 'button'} onClick={() => onStart('run')} title={`${MODIFIER} Enter`}>
            <Icon name="play" />
            Run
          </button>
        )}
        {challengeId !== null && (
          <button type="button" className="button button-primary" disabled={isBusy} onClick={() => onStart('submit')} title={`${MODIFIER} Shift Enter`}>
            Submit
          </button>
        )}
      </div>
    </div>
  );
}

interface LanguageChoiceProps {
  readonly subject: string;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly isBusy: boolean;
}

function LanguageChoice({ subject, language, onLanguage, isBusy }: LanguageChoiceProps) {
  const passedAt = useProgress((s) => achievement(s.byChallenge, subject).passedAt);
  return (
    <fieldset className="segments" disabled={isBusy}>
      <legend className="visually-hidden">Language</legend>
      {LANGUAGES.map(({ id, label }) => (
        <label key={id} className="segment">
          <input type="radio" name={`language-${subject}`} checked={language === id} onChange={() => onLanguage(id)} />
          <span>
            {label}
            {passedAt[id] !== undefined && (
              <>
                <Icon name="check" size={13} />
                <span className="visually-hidden"> passed</span>
              </>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Reset({ subject, language, starter }: { readonly subject: string; readonly language: Language; readonly starter: string }) {
  const source = useWork((s) => s.sources[workId(subject, language)]);
  const canUndo = useWork((s) => s.undo[workId(subject, language)] !== undefined);
  if (canUndo) {
    return (
      <span className="reset" role="status">
        Back at the starter.
        <button type="button" className="link-button" onClick={() => undoReset(subject, language)}>
          Undo
        </button>
      </span>
    );
  }
  const isChanged = source !== undefined && source !== starter;
  return (
    <button type="button" className="icon-button" aria-label="Reset to the starter" title="Reset to the starter" disabled={!isChanged} onClick={() => resetWork(subject, language, starter)}>
      <Icon name="reset" />
    </button>
  );
}
