/** What a run gave: its tables, tests, console, plans and micro-batches. */
import { Tabs } from '../components/Tabs.tsx';
import { durationText } from '../format/quantities.ts';
import { useRun } from '../state/run-state.ts';
import type { ResultTab, RunState } from '../state/run-state.ts';
import { ConsolePanel } from './ConsolePanel.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { RunClock } from './RunClock.tsx';
import { StreamPanel } from './StreamPanel.tsx';
import { TestsPanel } from './TestsPanel.tsx';

export interface ResultsProps {
  readonly challengeId: string | null;
  /** Moves the editor to a place in the source. */
  readonly onReveal: (line: number, column: number) => void;
}

export function Results({ challengeId, onReveal }: ResultsProps) {
  const run = useRun();
  const items = [
    { id: 'result' as const, label: 'Result' },
    ...(challengeId === null ? [] : [{ id: 'tests' as const, label: 'Tests', badge: testsBadge(run) }]),
    { id: 'console' as const, label: 'Console', badge: run.consoleChars > 0 ? <span className="dot" title="There is output" /> : undefined },
    { id: 'plan' as const, label: 'Plan' },
    { id: 'stream' as const, label: 'Micro-batches', badge: run.microBatches.length > 0 ? run.microBatches.length : undefined },
  ];
  return (
    <Tabs<ResultTab>
      label="Results"
      className="results"
      items={items}
      selected={run.tab}
      onSelect={(tab) => useRun.setState({ tab })}
      actions={<Status run={run} />}
    >
      {run.tab === 'result' && <ResultPanel run={run} onReveal={onReveal} isChallenge={challengeId !== null} />}
      {run.tab === 'tests' && <TestsPanel run={run} onReveal={onReveal} />}
      {run.tab === 'console' && <ConsolePanel run={run} />}
      {run.tab === 'plan' && <PlanPanel run={run} />}
      {run.tab === 'stream' && <StreamPanel run={run} />}
    </Tabs>
  );
}

function testsBadge(run: RunState) {
  if (run.verdict === null) return undefined;
  const { counts, criteria, status } = run.verdict;
  const judged = criteria.filter((c) => c.status !== 'not_judged');
  const passed = counts.passed + judged.filter((c) => c.status === 'passed').length;
  const total = counts.passed + counts.failed + counts.errors + judged.length;
  return <span className={status === 'passed' ? 'badge-pass' : 'badge-fail'}>{`${passed}/${total}`}</span>;
}

function Status({ run }: { readonly run: RunState }) {
  const text = {
    loading: 'Loading the runtime',
    running: 'Running',
    judging: 'Judging',
    idle: run.elapsedMs === null ? '' : `${run.mode === 'submit' ? 'Submitted' : 'Ran'} in ${durationText(run.elapsedMs)}`,
  }[run.phase];
  return (
    <span className={`run-status run-${run.phase}`} role="status">
      {run.phase !== 'idle' && <span className="spinner" aria-hidden="true" />}
      {text}
      {run.phase === 'running' && <RunClock startedAt={run.startedAt} />}
    </span>
  );
}
