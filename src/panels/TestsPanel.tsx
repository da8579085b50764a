/** The verdict: its sentence, each case with its difference, and the criteria on the plan or the state. */
import type { CaseVerdict, CriterionVerdict, Verdict } from '../../grading/index.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Icon } from '../components/Icon.tsx';
import type { IconName } from '../components/Icon.tsx';
import { ScrollableText } from '../components/Scrollable.tsx';
import { MODIFIER } from '../components/keys.ts';
import { Sentence } from '../components/Sentence.tsx';
import { durationText } from '../format/quantities.ts';
import type { RunState } from '../state/run-state.ts';
import { CopyVerdict } from './CopyVerdict.tsx';
import { DiffView } from './DiffView.tsx';
import { EndingCard } from './EndingCard.tsx';

interface TestsPanelProps {
  readonly run: RunState;
  readonly onReveal: (line: number, column: number) => void;
}

export function TestsPanel({ run, onReveal }: TestsPanelProps) {
  if (run.ending !== null) return <EndingCard ending={run.ending} />;
  if (run.verdict === null) {
    if (run.phase !== 'idle') return <EmptyState title={run.phase === 'judging' ? 'The judge compares…' : 'The cases run…'} />;
    return (
      <EmptyState title="Not judged yet">
        Run judges the visible cases; <kbd>{MODIFIER}</kbd> <kbd>Shift</kbd> <kbd>Enter</kbd> submits to all of them, hidden and generated ones too.
      </EmptyState>
    );
  }
  return <VerdictView verdict={run.verdict} onReveal={onReveal} />;
}

const HEADLINES = { passed: 'Passed', failed: 'Not yet', error: 'The program did not get that far' } as const;

function VerdictView({ verdict, onReveal }: { readonly verdict: Verdict; readonly onReveal: TestsPanelProps['onReveal'] }) {
  const { passed, failed, errors, skipped } = verdict.counts;
  const headline = verdict.mode === 'run' && verdict.status === 'passed' ? 'The visible cases pass' : HEADLINES[verdict.status];
  return (
    <div className="stack">
      <header className={`verdict verdict-${verdict.status}`}>
        <Icon name={verdict.status === 'passed' ? 'check' : verdict.status === 'failed' ? 'cross' : 'warn'} size={20} />
        <div>
          <h2>{headline}</h2>
          <p>
            <Sentence text={verdict.sentence} />
          </p>
          <p className="faint">
            {passed} of {passed + failed + errors} cases
            {skipped > 0 && `, ${skipped} left out`} · {durationText(verdict.durationMs)}
          </p>
        </div>
        <CopyVerdict verdict={verdict} />
      </header>
      {verdict.error !== null && <VerdictError error={verdict.error} onReveal={onReveal} />}
      {verdict.criteria.length > 0 && (
        <section aria-label="Criteria">
          <h3 className="section-title">Criteria</h3>
          <ul className="case-list">
            {verdict.criteria.map((criterion) => (
              <Criterion key={criterion.id} criterion={criterion} />
            ))}
          </ul>
        </section>
      )}
      {verdict.cases.length > 0 && (
        <section aria-label="Cases">
          <h3 className="section-title">Cases</h3>
          <ul className="case-list">
            {failuresFirst(verdict.cases).map((c) => (
              <CaseRow key={c.id} verdict={c} onReveal={onReveal} isOpen={c.id === firstFailure(verdict.cases)} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const RANK = { error: 0, failed: 0, passed: 1, skipped: 2 } as const;

function failuresFirst(cases: readonly CaseVerdict[]): CaseVerdict[] {
  return [...cases].sort((a, b) => RANK[a.status] - RANK[b.status]);
}

function firstFailure(cases: readonly CaseVerdict[]): string | undefined {
  return failuresFirst(cases).find((c) => RANK[c.status] === 0)?.id;
}

const MARKS: Readonly<Record<CaseVerdict['status'] | CriterionVerdict['status'], { icon: IconName; label: string }>> = {
  passed: { icon: 'check', label: 'Passed' },
  failed: { icon: 'cross', label: 'Failed' },
  error: { icon: 'warn', label: 'Error' },
  skipped: { icon: 'dash', label: 'Left out' },
  not_judged: { icon: 'dash', label: 'Not judged' },
};

function Mark({ status }: { readonly status: keyof typeof MARKS }) {
  const { icon, label } = MARKS[status];
  return (
    <span className={`mark mark-${status}`}>
      <Icon name={icon} />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

const KINDS = { visible: 'visible', edge: 'edge case', seeded: 'generated', metamorphic: 'rearranged' } as const;

function CaseRow({ verdict, onReveal, isOpen }: { readonly verdict: CaseVerdict; readonly onReveal: TestsPanelProps['onReveal']; readonly isOpen: boolean }) {
  const hasMore = verdict.sentence !== null || verdict.diffs.length > 0 || verdict.error !== null || verdict.notes.length > 0;
  const head = (
    <>
      <Mark status={verdict.status} />
      <span className="case-name">
        <Sentence text={verdict.title} />
      </span>
      <span className="case-kind">{KINDS[verdict.kind]}</span>
      <span className="case-time">{durationText(verdict.durationMs)}</span>
    </>
  );
  if (!hasMore) {
    return (
      <li>
        <div className="case-head">{head}</div>
      </li>
    );
  }
  return (
    <li>
      <details open={isOpen}>
        <summary className="case-head">{head}</summary>
        <div className="case-body">
          {verdict.sentence !== null && (
            <p className="case-sentence">
              <Sentence text={verdict.sentence} />
            </p>
          )}
          {verdict.notes.map((note) => (
            <p key={note} className="faint">
              <Sentence text={note} />
            </p>
          ))}
          {verdict.error !== null && <VerdictError error={verdict.error} onReveal={onReveal} />}
          {verdict.diffs.map((diff, i) => (
            <DiffView key={diff.output ?? i} diff={diff} />
          ))}
        </div>
      </details>
    </li>
  );
}

function Criterion({ criterion }: { readonly criterion: CriterionVerdict }) {
  return (
    <li>
      <details open={criterion.status === 'failed'}>
        <summary className="case-head">
          <Mark status={criterion.status} />
          <span className="case-name">
            <Sentence text={criterion.title} />
          </span>
        </summary>
        <div className="case-body">
          <p className="case-sentence">
            <Sentence text={criterion.sentence} />
          </p>
          {criterion.evidence !== null && (
            <ScrollableText className="evidence">{criterion.evidence}</ScrollableText>
          )}
        </div>
      </details>
    </li>
  );
}

function VerdictError({ error, onReveal }: { readonly error: NonNullable<Verdict['error']>; readonly onReveal: TestsPanelProps['onReveal'] }) {
  const { line, column } = error;
  return (
    <div className="verdict-error">
      <p>
        <strong>{error.type}</strong> {error.condition !== null && <code className="condition">{error.condition}</code>}{' '}
        {line !== null && (
          <button type="button" className="link-button" onClick={() => onReveal(line, column ?? 1)}>
            Line {line}
          </button>
        )}
      </p>
      <ScrollableText className="traceback">{error.traceback === '' ? error.message : error.traceback}</ScrollableText>
    </div>
  );
}
