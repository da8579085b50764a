import { useEffect, useState } from 'react';

const TICK_MS = 100;

/** Seconds since a program began; not read out, for it changes all the time. */
export function RunClock({ startedAt }: { readonly startedAt: number }) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="run-clock" aria-hidden="true">
      {(Math.max(0, now - startedAt) / 1_000).toFixed(1)} s
    </span>
  );
}
