/** What the program printed, as it comes. */
import { useLayoutEffect, useRef } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { countText } from '../format/quantities.ts';
import type { RunState } from '../state/run-state.ts';
import { EndingCard } from './EndingCard.tsx';

/** Nearer to the end than this, new output keeps the end in view. */
const NEAR_END_PX = 60;

export function ConsolePanel({ run }: { readonly run: RunState }) {
  const end = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const panel = end.current?.closest('.tab-panel');
    if (!panel) return;
    const onScroll = (): void => {
      isAtEnd.current = panel.scrollHeight - panel.scrollTop - panel.clientHeight < NEAR_END_PX;
    };
    panel.addEventListener('scroll', onScroll);
    return () => panel.removeEventListener('scroll', onScroll);
  }, []);
  useLayoutEffect(() => {
    if (run.console.length > 0 && isAtEnd.current) end.current?.scrollIntoView({ block: 'end' });
  }, [run.console]);
  const shown = run.console.reduce((sum, piece) => sum + piece.text.length, 0);
  if (run.console.length === 0 && run.ending === null) {
    return <EmptyState title={run.phase === 'idle' ? 'Nothing was printed' : 'Nothing was printed yet'}>Output of print, show and explain appears here as it happens.</EmptyState>;
  }
  return (
    <div className="console">
      {shown < run.consoleChars && <p className="console-cut">{countText(run.consoleChars - shown)} earlier characters are not shown.</p>}
      <pre className="console-text">
        {run.console.map((piece) => (
          <span key={piece.id} className={piece.kind}>
            {piece.text}
          </span>
        ))}
      </pre>
      {run.ending !== null && <EndingCard ending={run.ending} />}
      <div ref={end} />
    </div>
  );
}
