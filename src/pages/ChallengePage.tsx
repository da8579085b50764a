/** A challenge: its task beside the workbench. */
import { useState } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { useChallenge } from '../state/challenges.ts';
import { TaskPane } from '../workbench/TaskPane.tsx';
import { Workbench } from '../workbench/Workbench.tsx';
import type { ChallengeDetail } from '../../workers/protocol/judge.ts';
import { useTitle } from './use-title.ts';

export function ChallengePage({ id }: { readonly id: string }) {
  const loaded = useChallenge(id);
  if (loaded.state === 'ready') return <LoadedChallenge challenge={loaded.value} />;
  return <PendingChallenge message={loaded.state === 'failed' ? loaded.message : null} />;
}

function LoadedChallenge({ challenge }: { readonly challenge: ChallengeDetail }) {
  useTitle(challenge.title);
  const [task] = useState(() => <TaskPane challenge={challenge} />);
  return <Workbench title={challenge.title} subject={challenge.id} challengeId={challenge.id} starter={challenge.starter} task={task} />;
}

function PendingChallenge({ message }: { readonly message: string | null }) {
  useTitle(null);
  return (
    <main id="main" className="page" tabIndex={-1} aria-busy={message === null}>
      {message === null ? (
        <EmptyState title="The challenge is loading…" />
      ) : (
        <EmptyState title="This challenge cannot be opened">
          {message} — <a href="#/">all challenges</a>
        </EmptyState>
      )}
    </main>
  );
}
