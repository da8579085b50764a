import { useSyncExternalStore } from 'react';

/** Below this width the panes stand below each other. */
const query = matchMedia('(max-width: 800px)');

function subscribe(onChange: () => void): () => void {
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
