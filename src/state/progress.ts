/** What was achieved in each challenge, kept between visits. */
import { create } from 'zustand';
import type { Language } from '../../workers/protocol/run.ts';
import { readProgress, writeProgress } from './database.ts';
import type { Achievement } from './database.ts';

const NOTHING: Achievement = { passedAt: {}, submissions: 0, hintsOpened: 0, language: 'python' };

interface ProgressState {
  readonly isLoaded: boolean;
  readonly byChallenge: Readonly<Record<string, Achievement>>;
  load(): Promise<void>;
  change(challengeId: string, change: (old: Achievement) => Achievement): void;
}

export const useProgress = create<ProgressState>((set, get) => ({
  isLoaded: false,
  byChallenge: {},
  load: async () => {
    if (get().isLoaded) return;
    set({ byChallenge: await readProgress(), isLoaded: true });
  },
  change: (challengeId, change) => {
    const value = change(get().byChallenge[challengeId] ?? NOTHING);
    set({ byChallenge: { ...get().byChallenge, [challengeId]: value } });
    void writeProgress(challengeId, value);
  },
}));

export function achievement(byChallenge: ProgressState['byChallenge'], challengeId: string): Achievement {
  return byChallenge[challengeId] ?? NOTHING;
}

export function recordSubmission(challengeId: string, language: Language, passed: boolean): void {
  useProgress.getState().change(challengeId, (old) => ({
    ...old,
    submissions: old.submissions + 1,
    passedAt: passed ? { ...old.passedAt, [language]: old.passedAt[language] ?? Date.now() } : old.passedAt,
  }));
}
