import { Icon } from '../components/Icon.tsx';
import type { Ending } from '../state/run-state.ts';

/** Why a program ended without a result. */
export function EndingCard({ ending }: { readonly ending: Ending }) {
  return (
    <section className={ending.kind === 'stopped' ? 'ending' : 'ending ending-warn'} aria-label={ending.title}>
      <Icon name={ending.kind === 'stopped' ? 'stop' : 'warn'} />
      <div>
        <strong>{ending.title}</strong>
        <p>{ending.text}</p>
      </div>
    </section>
  );
}
