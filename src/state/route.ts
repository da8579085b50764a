/** Addresses below `#/`: every page can be linked to and works on any static host. */
import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'challenge'; readonly id: string }
  | { readonly page: 'scratchpad' }
  /** The reference of functions; with a name, opened at it. */
  | { readonly page: 'functions'; readonly name: string | null }
  | { readonly page: 'unknown'; readonly path: string };

export function parseRoute(hash: string): Route {
  const path = hash.replace(/^#\/?/, '').replace(/\/$/, '');
  if (path === '') return { page: 'list' };
  if (path === 'scratchpad') return { page: 'scratchpad' };
  const named = /^functions(?:\/(\w+))?$/.exec(path);
  if (named !== null) return { page: 'functions', name: named[1] ?? null };
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
