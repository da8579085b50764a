/** All challenges, with what was achieved in each. */
import type { ChallengeSummary } from '../../workers/protocol/judge.ts';
import type { Language } from '../../workers/protocol/run.ts';
import { Icon } from '../components/Icon.tsx';
import { useChallenges } from '../state/challenges.ts';
import { achievement, useProgress } from '../state/progress.ts';
import type { Achievement } from '../state/database.ts';
import { useTitle } from './use-title.ts';

export function ChallengeList() {
  useTitle(null);
  const loaded = useChallenges();
  const byChallenge = useProgress((s) => s.byChallenge);
  return (
    <main id="main" className="page" tabIndex={-1}>
      <div className="page-head">
        <h1>PySpark interviews, practised for real</h1>
        <p className="lead">
          Write a solution and see what Spark would show: the rows, the error, the physical plan, the micro-batches. Everything runs in
          this tab; nothing leaves your machine.
        </p>
      </div>
      {loaded.state === 'failed' && <p className="notice notice-fail">The challenges could not be loaded: {loaded.message}</p>}
      {loaded.state === 'loading' && <ListSkeleton />}
      {loaded.state === 'ready' && (
        <>
          <Summary challenges={loaded.value} byChallenge={byChallenge} />
          <ol className="challenge-list">
            {loaded.value.map((challenge) => (
              <ChallengeRow key={challenge.id} challenge={challenge} achieved={achievement(byChallenge, challenge.id)} />
            ))}
          </ol>
        </>
      )}
      <p className="page-foot">
        Something else in mind? The <a href="#/scratchpad">scratchpad</a> runs any PySpark or TypeScript program.
      </p>
    </main>
  );
}

function isPassed(achieved: Achievement): boolean {
  return Object.keys(achieved.passedAt).length > 0;
}

function Summary({ challenges, byChallenge }: { readonly challenges: readonly ChallengeSummary[]; readonly byChallenge: Readonly<Record<string, Achievement>> }) {
  const passed = challenges.filter((c) => isPassed(achievement(byChallenge, c.id))).length;
  return (
    <div className="list-summary">
      <span>
        {passed} of {challenges.length} passed
      </span>
      <progress value={passed} max={challenges.length} aria-label="Challenges passed" />
    </div>
  );
}

function ChallengeRow({ challenge, achieved }: { readonly challenge: ChallengeSummary; readonly achieved: Achievement }) {
  return (
    <li>
      <a className="challenge-row" href={`#/challenge/${challenge.id}`}>
        <span className="challenge-number" aria-hidden="true">
          {String(challenge.number).padStart(2, '0')}
        </span>
        <span className="challenge-main">
          <span className="challenge-title">{challenge.title}</span>
          <span className="challenge-topics">{challenge.topics.join(' · ')}</span>
        </span>
        <span className={`difficulty difficulty-${challenge.difficulty}`}>{challenge.difficulty}</span>
        <span className="challenge-minutes">{challenge.minutes} min</span>
        <span className="challenge-state">
          <PassMark language="python" label="Python" achieved={achieved} />
          <PassMark language="typescript" label="TypeScript" achieved={achieved} />
        </span>
        <Icon name="chevron" />
      </a>
    </li>
  );
}

function PassMark({ language, label, achieved }: { readonly language: Language; readonly label: string; readonly achieved: Achievement }) {
  const passed = achieved.passedAt[language] !== undefined;
  return (
    <span className={passed ? 'pass-mark passed' : 'pass-mark'}>
      <Icon name={passed ? 'check' : 'dash'} size={13} />
      {label}
      <span className="visually-hidden">{passed ? ' passed' : ' not passed'}</span>
    </span>
  );
}

function ListSkeleton() {
  return (
    <ol className="challenge-list" aria-busy="true" aria-label="Challenges are loading">
      {[1, 2, 3, 4, 5].map((n) => (
        <li key={n} className="challenge-row skeleton" />
      ))}
    </ol>
  );
}
