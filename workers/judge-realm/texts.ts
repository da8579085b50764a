/** The texts of challenges, taken into the judge's program when it is built. */
import type { ChallengeDetail } from '../protocol/judge.ts';

const TEXTS = import.meta.glob<string>(
  ['../../challenges/*/{statement,hints,explanation}.md', '../../challenges/*/starter.{py,ts}', '../../challenges/*/solutions/reference.{py,ts}'],
  { query: '?raw', import: 'default', eager: true },
);

/** Three hints in one file, each under a heading of its own. */
const HINT_HEADING = /^## .*$/m;

export function challengeTexts(id: string): Pick<ChallengeDetail, 'statement' | 'explanation' | 'hints' | 'starter' | 'reference'> {
  const read = (name: string): string => {
    const text = TEXTS[`../../challenges/${id}/${name}`];
    if (text === undefined) throw new Error(`The challenge ${id} has no ${name}.`);
    return text;
  };
  return {
    statement: read('statement.md'),
    explanation: read('explanation.md'),
    hints: hintsOf(read('hints.md')),
    starter: { python: read('starter.py'), typescript: read('starter.ts') },
    reference: { python: read('solutions/reference.py'), typescript: read('solutions/reference.ts') },
  };
}

function hintsOf(text: string): string[] {
  return text
    .split(HINT_HEADING)
    .map((hint) => hint.trim())
    .filter((hint) => hint !== '');
}
