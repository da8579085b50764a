/** The data of a challenge that anybody may see: the tables, or the events, of its first visible case. */
import { tableJson } from '../../grading/index.ts';
import type { Challenge, StreamScript, TableInput } from '../../grading/index.ts';
import type { FixtureTable } from '../protocol/judge.ts';

/** Rows of a fixture that the page shows. */
const SHOWN_ROWS_COUNT = 50;

export function fixturesOf(challenge: Challenge): FixtureTable[] {
  const example = challenge.cases.find((c) => c.kind === 'visible');
  const tables = (example?.inputs ?? []).flatMap((input) => (input.kind === 'table' ? [input] : []));
  const shown = example?.stream === undefined ? tables : [...tables, eventsOf(example.stream)];
  return shown.map((input) => ({
    name: input.name,
    table: tableJson({ ...input, rows: input.rows.slice(0, SHOWN_ROWS_COUNT) }),
    totalRows: input.rows.length,
  }));
}

/** What arrives, and when, as a table. */
function eventsOf(script: StreamScript): TableInput {
  let now = script.startMicros;
  const rows = script.steps.flatMap((step) => {
    now += step.advanceMicros;
    return step.deliver.map((event) => [String(now), event.topic, event.key ?? null, event.value]);
  });
  return { kind: 'table', name: 'events', schema: 'arrives TIMESTAMP, topic STRING, key STRING, value STRING', rows };
}
