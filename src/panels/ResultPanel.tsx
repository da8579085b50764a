/** The tables that a run returned, case by case, or the error that it raised. */
import type { CaseOutcome } from '../../workers/protocol/run.ts';
import { DataTable } from '../components/DataTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { MODIFIER } from '../components/keys.ts';
import { Sentence } from '../components/Sentence.tsx';
import { durationText, pluralText } from '../format/quantities.ts';
import { useRun } from '../state/run-state.ts';
import type { RunState } from '../state/run-state.ts';
import { EndingCard } from './EndingCard.tsx';
import { ErrorCard } from './ErrorCard.tsx';

interface ResultPanelProps {
  readonly run: RunState;
  readonly onReveal: (line: number, column: number) => void;
  readonly isChallenge: boolean;
}

export function ResultPanel({ run, onReveal, isChallenge }: ResultPanelProps) {
  if (run.ending !== null) return <EndingCard ending={run.ending} />;
  if (run.result === null) {
    if (run.phase !== 'idle') return <EmptyState title="Running…">What the program prints is in the console as it comes.</EmptyState>;
    return <Invitation isChallenge={isChallenge} />;
  }
  if (run.result.error !== null) return <ErrorCard error={run.result.error} onReveal={onReveal} />;
  if (run.result.cases.length === 0) return <EmptyState title="The program ended">What it printed is in the console; what it asked of the engine is in the plan.</EmptyState>;
  if (run.mode === 'submit') return <EmptyState title="Submitted">The verdict is under Tests. Run shows the tables of the visible data.</EmptyState>;
  return (
    <div className="stack">
      {run.result.cases.map((outcome) => (
        <CaseResult key={outcome.caseId} outcome={outcome} title={caseTitle(run, outcome)} onReveal={onReveal} />
      ))}
    </div>
  );
}

function Invitation({ isChallenge }: { readonly isChallenge: boolean }) {
  return (
    <EmptyState title="Nothing has run yet">
      <kbd>{MODIFIER}</kbd> <kbd>Enter</kbd> runs the program{isChallenge ? ' on the visible data' : ''}
      {isChallenge && (
        <>
          , <kbd>{MODIFIER}</kbd> <kbd>Shift</kbd> <kbd>Enter</kbd> submits it
        </>
      )}
      .
    </EmptyState>
  );
}

function caseTitle(run: RunState, outcome: CaseOutcome): string {
  return run.verdict?.cases.find((c) => c.id === outcome.caseId)?.title ?? outcome.caseId;
}

function CaseResult({ outcome, title, onReveal }: { readonly outcome: CaseOutcome; readonly title: string; readonly onReveal: ResultPanelProps['onReveal'] }) {
  return (
    <section className="case-result">
      <h2 className="case-title">
        <Sentence text={title} /> <span className="faint">{durationText(outcome.durationMs)}</span>
      </h2>
      <CaseBody outcome={outcome} title={title} onReveal={onReveal} />
    </section>
  );
}

function CaseBody({ outcome, title, onReveal }: Parameters<typeof CaseResult>[0]) {
  if (outcome.error !== null) return <ErrorCard error={outcome.error} onReveal={onReveal} />;
  if (outcome.table !== null) return <DataTable table={outcome.table} caption={title} />;
  if (outcome.returnedStreams.length > 0) {
    return (
      <p>
        The function started {pluralText(outcome.streams.length, 'streaming query', 'streaming queries')}.{' '}
        <button type="button" className="link-button" onClick={() => useRun.setState({ tab: 'stream' })}>
          Show the micro-batches
        </button>
      </p>
    );
  }
  return (
    <p className="notice notice-warn">
      The function returned {outcome.returnedType === null ? 'nothing to show' : <code>{outcome.returnedType}</code>}, not a DataFrame.
    </p>
  );
}
