import { expect, test } from 'vitest';
import type { RealmEvent } from '../protocol/run.ts';
import { EventSink, PRINT_LIMIT_CHARS } from './event-sink.ts';

function recorded(elapsed: () => number = () => 0): { sink: EventSink; events: RealmEvent[]; text(): string } {
  const events: RealmEvent[] = [];
  const sink = new EventSink((event) => events.push(event), elapsed);
  return { sink, events, text: () => events.map((e) => (e.kind === 'stdout' ? e.text : '')).join('') };
}

test('the first pieces are posted at once', () => {
  const { sink, events } = recorded();
  sink.print('stdout', 'a');
  sink.print('stderr', 'b');
  expect(events).toEqual([{ kind: 'stdout', text: 'a' }, { kind: 'stderr', text: 'b' }]);
});

test('many pieces are gathered and none is lost', () => {
  const { sink, events, text } = recorded();
  for (let i = 0; i < 50_000; i++) sink.print('stdout', `${i}\n`);
  sink.send({ kind: 'end' });
  expect(events.length).toBeLessThan(600);
  expect(events.at(-1)).toEqual({ kind: 'end' });
  expect(text()).toBe(Array.from({ length: 50_000 }, (_, i) => `${i}\n`).join(''));
});

test('printing without end is cut off, and says so once', () => {
  const { sink, text } = recorded();
  const piece = 'x'.repeat(100_000);
  for (let i = 0; i < 200; i++) sink.print('stdout', piece);
  sink.flush();
  expect(text().length).toBeLessThan(PRINT_LIMIT_CHARS + 200);
  expect(text().match(/output stopped here/g)).toHaveLength(1);
});

test('a new run prints again', () => {
  const { sink, text } = recorded();
  sink.print('stdout', 'x'.repeat(PRINT_LIMIT_CHARS + 1));
  sink.reset();
  sink.print('stdout', 'again');
  expect(text()).toMatch(/again$/);
});
