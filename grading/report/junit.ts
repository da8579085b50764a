/** The verdict as JUnit XML, as CI systems read it: a test case for each case and each criterion. */
import type { CaseVerdict, Verdict } from '../verdict.ts';
import { diffLines } from './diff-lines.ts';

/** XML 1.0 forbids most control characters even when escaped. */
function xml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function body(c: CaseVerdict): string {
  const text = [...c.diffs.flatMap(diffLines), c.error?.traceback ?? ''].filter((l) => l !== '').join('\n');
  switch (c.status) {
    case 'passed':
      return '';
    case 'skipped':
      return `<skipped message="${xml(c.sentence ?? '')}"/>`;
    case 'failed':
      return `<failure type="${xml(c.cause ?? 'rows')}" message="${xml(c.sentence ?? '')}">${xml(text)}</failure>`;
    case 'error':
      return `<error type="${xml(c.error?.type ?? 'error')}" message="${xml(c.sentence ?? '')}">${xml(text)}</error>`;
  }
}

export function junitReport(v: Verdict): string {
  const suite = `sparring.${v.challenge.id}`;
  const tests = v.cases.map((c) => `    <testcase classname="${suite}" name="${xml(c.title)}" time="${seconds(c.durationMs)}">${body(c)}</testcase>`);
  for (const c of v.criteria) {
    const inner = c.status === 'failed' ? `<failure type="${xml(c.id)}" message="${xml(c.sentence)}">${xml(c.evidence ?? '')}</failure>` : c.status === 'not_judged' ? '<skipped/>' : '';
    tests.push(`    <testcase classname="${suite}.criteria" name="${xml(c.title)}" time="0.000">${inner}</testcase>`);
  }
  if (v.error !== null) {
    tests.push(`    <testcase classname="${suite}" name="the program starts" time="0.000"><error type="${xml(v.error.type)}" message="${xml(v.sentence)}">${xml(v.error.traceback)}</error></testcase>`);
  }
  const failures = v.counts.failed + v.criteria.filter((c) => c.status === 'failed').length;
  const errors = v.counts.errors + (v.error === null ? 0 : 1);
  const skipped = v.counts.skipped + v.criteria.filter((c) => c.status === 'not_judged').length;
  const counts = `tests="${tests.length}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${seconds(v.durationMs)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="sparring" ${counts}>`,
    `  <testsuite name="${suite}" ${counts}>`,
    ...tests,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
