/** The verdict as Markdown, for pull requests and notes. */
import type { Verdict } from '../verdict.ts';
import { diffLines } from './diff-lines.ts';

const MARKS = { passed: '✅', failed: '❌', error: '⚠️', skipped: '➖', not_judged: '➖' } as const;

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
}

function fence(lines: readonly string[]): string[] {
  const longest = Math.max(3, ...lines.map((l) => (/^`+/.exec(l.trim())?.[0].length ?? 0) + 1));
  const ticks = '`'.repeat(longest);
  return [ticks + 'text', ...lines, ticks];
}

export function markdownReport(v: Verdict): string {
  const lines = [
    `## ${MARKS[v.status]} ${v.challenge.number}. ${v.challenge.title}`,
    '',
    inCell(v.sentence),
    '',
    `${v.language}, seed ${v.seed}: ${v.counts.passed} passed, ${v.counts.failed} failed, ${v.counts.errors} with errors, ${v.counts.skipped} skipped`,
  ];
  if (v.error !== null) lines.push('', ...fence(v.error.traceback.trimEnd().split('\n')));
  if (v.cases.length > 0) lines.push('', '| case | result |', '| --- | --- |');
  for (const c of v.cases) lines.push(`| ${inCell(c.title)} | ${MARKS[c.status]} ${inCell(c.sentence ?? '')} |`);
  if (v.criteria.length > 0) lines.push('', '| criterion | result |', '| --- | --- |');
  for (const c of v.criteria) lines.push(`| ${inCell(c.title)} | ${MARKS[c.status]} ${inCell(c.sentence)} |`);
  for (const c of v.cases.filter((x) => x.diffs.length > 0)) {
    lines.push('', `### ${inCell(c.title)}`, '', ...fence(c.diffs.flatMap(diffLines)));
  }
  return `${lines.join('\n')}\n`;
}
