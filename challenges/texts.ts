/** A challenge's texts, from the files of its folder. How the files are read is the host's affair (a bundle, a disk). */
import { tableJson } from '../grading/index.ts';
import type { Challenge } from '../grading/index.ts';

export interface ChallengeTexts {
  /** Markdown. */
  readonly statement: string;
  readonly starter: { readonly python: string; readonly typescript: string };
  readonly reference: { readonly python: string; readonly typescript: string };
  /** In growing clarity; Markdown. */
  readonly hints: readonly string[];
  /** Markdown. */
  readonly explanation: string;
}

/** A table of the visible example. */
export interface Fixture {
  readonly name: string;
  readonly table: ReturnType<typeof tableJson>;
  readonly totalRows: number;
}

/** Files by path, of which those of the challenge end in `<id>/<name>`. Throws where one is missing. */
export function textsOf(challenge: Challenge, files: Readonly<Record<string, string>>): ChallengeTexts {
  const file = (name: string): string => {
    const key = Object.keys(files).find((path) => path.endsWith(`${challenge.id}/${name}`));
    const text = key === undefined ? undefined : files[key];
    if (text === undefined) throw new Error(`challenge ${challenge.id} has no ${name}`);
    return text;
  };
  return {
    statement: file('statement.md'),
    starter: { python: file('starter.py'), typescript: file('starter.ts') },
    reference: { python: file('solutions/reference.py'), typescript: file('solutions/reference.ts') },
    hints: hintsOf(file('hints.md')),
    explanation: file('explanation.md'),
  };
}

/** Each second-level heading begins a hint. */
function hintsOf(markdown: string): string[] {
  return markdown
    .split(/^## .*$/m)
    .slice(1)
    .map((h) => h.trim())
    .filter((h) => h !== '');
}

/** The input tables of the visible example. */
export function fixturesOf(challenge: Challenge): Fixture[] {
  const example = challenge.cases.find((c) => c.kind === 'visible');
  return (example?.inputs ?? []).flatMap((i) => (i.kind === 'table' ? [{ name: i.name, table: tableJson(i), totalRows: i.rows.length }] : []));
}
