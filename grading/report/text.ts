/** The verdict for a terminal. */
import type { CaseVerdict, Verdict } from '../verdict.ts';
import { diffLines } from './diff-lines.ts';

export interface TextStyle {
  /** ANSI colours. */
  readonly colour: boolean;
  /** At most so many failed cases are told with their rows. */
  readonly detailedCases?: number;
}

const DETAILED_CASES_COUNT = 3;
const MARKS = { passed: '✓', failed: '✗', error: '!', skipped: '-', not_judged: '-' } as const;
const COLOURS = { passed: 32, failed: 31, error: 31, skipped: 90, not_judged: 90 } as const;

type Status = keyof typeof MARKS;

function painter(style: TextStyle): (status: Status, text: string) => string {
  return (status, text) => (style.colour ? `\u001b[${COLOURS[status]}m${text}\u001b[0m` : text);
}

function caseLines(c: CaseVerdict, detailed: boolean, told: Set<string>): string[] {
  const lines = c.sentence === null || (!detailed && told.has(c.sentence)) ? [] : [c.sentence];
  if (c.sentence !== null) told.add(c.sentence);
  if (!detailed) return lines;
  if (c.error !== null && c.error.traceback !== '') lines.push(...c.error.traceback.trimEnd().split('\n'));
  for (const d of c.diffs) lines.push(...diffLines(d));
  return [...lines, ...c.notes.map((n) => `note: ${n}`)];
}

export function textReport(v: Verdict, style: TextStyle = { colour: false }): string {
  const paint = painter(style);
  const lines = [`${v.challenge.number}. ${v.challenge.title} (${v.language}, seed ${v.seed})`, ''];
  const told = new Set<string>();
  let detailed = style.detailedCases ?? DETAILED_CASES_COUNT;
  if (v.error !== null) lines.push(...v.error.traceback.trimEnd().split('\n'), '');
  for (const c of v.cases) {
    lines.push(`${paint(c.status, MARKS[c.status])} ${c.title}`);
    const isWrong = c.status === 'failed' || c.status === 'error';
    // Each problem is told in detail once.
    const isNew = isWrong && detailed > 0 && !told.has(c.sentence ?? '');
    lines.push(...caseLines(c, isNew, told).map((l) => `    ${l}`));
    if (isNew) detailed -= 1;
  }
  for (const c of v.criteria) {
    lines.push(`${paint(c.status, MARKS[c.status])} ${c.title}`);
    if (c.status === 'failed') lines.push(`    ${c.sentence}`, ...(c.evidence === null ? [] : [`    ${c.evidence}`]));
  }
  const { passed, failed, errors, skipped } = v.counts;
  const counts = [`${passed} passed`, `${failed} failed`, `${errors} with errors`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ');
  if (v.cases.length > 0) lines.push('', counts);
  lines.push(paint(v.status, `${v.status.toUpperCase()}: ${v.sentence}`));
  if (v.confinement !== null) lines.push(`ran in: ${v.confinement}`);
  return `${lines.join('\n')}\n`;
}
