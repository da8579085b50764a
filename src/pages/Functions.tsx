/** All functions that the engine has: searched by words, each with its signatures, what it gives, and examples. */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Sentence } from '../components/Sentence.tsx';
import { pluralText } from '../format/quantities.ts';
import { found, useReference } from '../state/reference.ts';
import type { ReferenceEntry } from '../state/reference.ts';
import { useTitle } from './use-title.ts';

export function Functions({ name }: { readonly name: string | null }) {
  useTitle(name ?? 'Functions');
  const loaded = useReference();
  const [words, setWords] = useState(name ?? '');
  const searched = useDeferredValue(words);
  return (
    <main id="main" className="page" tabIndex={-1}>
      <div className="page-head">
        <h1>Functions</h1>
        <p className="lead">Everything of Spark's function library that runs here, by its name in SQL and in Python.</p>
      </div>
      <input
        type="search"
        className="reference-search"
        aria-label="Search functions"
        placeholder="Search: date_trunc, percentile, split a text …"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {loaded.state === 'loading' && <p className="faint">Loading the reference…</p>}
      {loaded.state === 'failed' && <p className="notice notice-fail">The reference could not be loaded: {loaded.message}</p>}
      {loaded.state === 'ready' && <Entries entries={loaded.value} words={searched} opened={name} />}
    </main>
  );
}

function Entries({ entries, words, opened }: { readonly entries: readonly ReferenceEntry[]; readonly words: string; readonly opened: string | null }) {
  const list = useMemo(() => found(entries, words), [entries, words]);
  return (
    <>
      <p className="reference-count" role="status">
        {list.length === entries.length ? pluralText(list.length, 'function', 'functions') : `${list.length} of ${pluralText(entries.length, 'function', 'functions')}`}
      </p>
      {list.length === 0 ? (
        <p className="faint">Nothing is called so, nor speaks of it. Try another word.</p>
      ) : (
        <ul className="reference-list">
          {list.map((entry) => (
            <li key={entry.name}>
              <Entry entry={entry} isOpened={entry.name === opened} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Entry({ entry, isOpened }: { readonly entry: ReferenceEntry; readonly isOpened: boolean }) {
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isOpened) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpened]);
  return (
    <details className="reference-entry" ref={element} open={isOpened}>
      <summary>
        <code className="reference-name">{entry.name}</code>
        <span className="reference-gist">
          <Sentence text={entry.doc} />
        </span>
        <span className="reference-family">{entry.family}</span>
      </summary>
      <div className="reference-body">
        <p>
          <Sentence text={entry.doc} />
        </p>
        <dl>
          {entry.sql !== null && <Signature title="SQL" text={entry.sql} />}
          {entry.python !== null && <Signature title="Python" text={`F.${entry.python}`} />}
          {entry.aliases.length > 0 && <Signature title="Also called" text={entry.aliases.join(', ')} />}
        </dl>
        {entry.examples.length > 0 && <Examples entry={entry} />}
        <p className="faint">
          Since Spark {entry.since}. <a href={`#/functions/${entry.name}`}>Link to this function</a>
        </p>
      </div>
    </details>
  );
}

function Signature({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <code>{text}</code>
      </dd>
    </div>
  );
}

function Examples({ entry }: { readonly entry: ReferenceEntry }) {
  return (
    <table className="reference-examples">
      <thead>
        <tr>
          <th scope="col">SQL</th>
          <th scope="col">gives</th>
        </tr>
      </thead>
      <tbody>
        {entry.examples.map(([sql, result]) => (
          <tr key={sql}>
            <td>
              <code>{sql}</code>
            </td>
            <td>
              <code>{result ?? 'NULL'}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
