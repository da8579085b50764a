/** The task: statement, data, hints, and after a pass the explanation. */
import { useState } from 'react';
import type { ChallengeDetail } from '../../workers/protocol/judge.ts';
import { DataTable } from '../components/DataTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { Icon } from '../components/Icon.tsx';
import { Markdown } from '../components/Markdown.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { achievement, useProgress } from '../state/progress.ts';

type TaskTab = 'statement' | 'data' | 'hints' | 'explanation';

export function TaskPane({ challenge }: { readonly challenge: ChallengeDetail }) {
  const [tab, setTab] = useState<TaskTab>('statement');
  const opened = useProgress((s) => achievement(s.byChallenge, challenge.id).hintsOpened);
  return (
    <Tabs<TaskTab>
      label="Task"
      className="task"
      items={[
        { id: 'statement', label: 'Statement' },
        { id: 'data', label: 'Data', badge: challenge.fixtures.length > 0 ? challenge.fixtures.length : undefined },
        { id: 'hints', label: 'Hints', badge: `${Math.min(opened, challenge.hints.length)}/${challenge.hints.length}` },
        { id: 'explanation', label: 'Explanation' },
      ]}
      selected={tab}
      onSelect={setTab}
    >
      {tab === 'statement' && <Statement challenge={challenge} />}
      {tab === 'data' && <Data challenge={challenge} />}
      {tab === 'hints' && <Hints challenge={challenge} />}
      {tab === 'explanation' && <Explanation challenge={challenge} />}
    </Tabs>
  );
}

function Statement({ challenge }: { readonly challenge: ChallengeDetail }) {
  return (
    <article className="task-text">
      <p className="task-meta">
        <span className={`difficulty difficulty-${challenge.difficulty}`}>{challenge.difficulty}</span>
        <span>{challenge.minutes} min</span>
        <span>{challenge.topics.join(' · ')}</span>
      </p>
      <p className="task-title" aria-hidden="true">
        {challenge.title}
      </p>
      <Markdown text={challenge.statement.replace(/^# .*\n+/, '')} />
    </article>
  );
}

function Data({ challenge }: { readonly challenge: ChallengeDetail }) {
  if (challenge.fixtures.length === 0) return <EmptyState title="This challenge has no tables" />;
  return (
    <div className="task-text">
      {challenge.fixtures.map((fixture) => (
        <section key={fixture.name} className="fixture">
          <h2>
            <code>{fixture.name}</code>
          </h2>
          <DataTable table={fixture.table} caption={`Data of ${fixture.name}`} totalRows={fixture.totalRows} />
        </section>
      ))}
    </div>
  );
}

function Hints({ challenge }: { readonly challenge: ChallengeDetail }) {
  const opened = useProgress((s) => achievement(s.byChallenge, challenge.id).hintsOpened);
  const change = useProgress((s) => s.change);
  const open = (): void => change(challenge.id, (old) => ({ ...old, hintsOpened: old.hintsOpened + 1 }));
  return (
    <div className="task-text">
      <ol className="hints">
        {challenge.hints.slice(0, opened).map((hint, i) => (
          <li key={hint} className="hint">
            <h2>Hint {i + 1}</h2>
            <Markdown text={hint} />
          </li>
        ))}
      </ol>
      {opened < challenge.hints.length ? (
        <button type="button" className="button" onClick={open}>
          <Icon name="bulb" />
          {opened === 0 ? 'Open the first hint' : `Open hint ${opened + 1} of ${challenge.hints.length}`}
        </button>
      ) : (
        <p className="faint">That was the last hint.</p>
      )}
    </div>
  );
}

function Explanation({ challenge }: { readonly challenge: ChallengeDetail }) {
  const passed = useProgress((s) => Object.keys(achievement(s.byChallenge, challenge.id).passedAt).length > 0);
  const [isRevealed, setRevealed] = useState(false);
  if (!passed && !isRevealed) {
    return (
      <div className="locked">
        <Icon name="lock" size={20} />
        <p>The explanation and the reference solution open when a submission passes.</p>
        <button type="button" className="button" onClick={() => setRevealed(true)}>
          Show them now
        </button>
      </div>
    );
  }
  return (
    <div className="task-text">
      <Markdown text={challenge.explanation} />
      <h2 className="task-subtitle">Reference solution, Python</h2>
      <Markdown text={`\`\`\`python\n${challenge.reference.python.trimEnd()}\n\`\`\``} />
      <h2 className="task-subtitle">Reference solution, TypeScript</h2>
      <Markdown text={`\`\`\`typescript\n${challenge.reference.typescript.trimEnd()}\n\`\`\``} />
    </div>
  );
}
