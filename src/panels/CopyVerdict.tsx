/** The verdict as the JSON document that the command line prints, into the clipboard. */
import { useEffect, useState } from 'react';
import type { Verdict } from '../../grading/index.ts';

const SAID_MS = 2_000;

export function CopyVerdict({ verdict }: { readonly verdict: Verdict }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = (): void => {
    navigator.clipboard.writeText(JSON.stringify(verdict, null, 2)).then(
      () => setSaid('Copied'),
      () => setSaid('The browser did not allow it'),
    );
  };
  return (
    <div className="verdict-actions">
      <span role="status" className="faint">
        {said}
      </span>
      <button type="button" className="button" onClick={copy}>
        Copy as JSON
      </button>
    </div>
  );
}
