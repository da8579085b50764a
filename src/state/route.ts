/** Addresses below `#/`: every page can be linked to and works on any static host. */
import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'challenge'; readonly id: string }
  | { readonly page: 'scratchpad' }
  | { readonly page: 'unknown'; readonly path: string };

export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#\/?/, '').replace(/\/$/, '');
  if (path === '') return { page: 'list' };
  if (path === 'scratchpad') return { page: 'scratchpad' };
  const challenge = /^challenge\/([a-z0-9-]+)$/.exec(path);
  if (challenge?.[1] !== undefined) return { page: 'challenge', id: challenge[1] };
  return { page: 'unknown', path };
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash));
}
