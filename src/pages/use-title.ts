import { useEffect } from 'react';

/** The window's title, for tabs, history and screen readers. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'Sparring' : `${title} · Sparring`;
  }, [title]);
}
