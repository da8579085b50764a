/** What the first page will need is fetched before it is drawn: the runtime, the judge, and where there is an editor, the editor. */
import { parseRoute } from './route.ts';
import { judge, pool } from './runtime.ts';

export function prepareAhead(): void {
  const { page } = parseRoute(location.hash);
  void pool.warm('python');
  if (page === 'challenge' || page === 'scratchpad') void import('../editor/CodeEditor.tsx');
  if (page !== 'scratchpad') judge();
}
