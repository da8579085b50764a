/** An error of the user's program: what, where, and Spark's own fields. */
import type { UserError } from '../../workers/protocol/tables.ts';
import { Icon } from '../components/Icon.tsx';
import { Sentence } from '../components/Sentence.tsx';
import { ScrollableText } from '../components/Scrollable.tsx';

interface ErrorCardProps {
  readonly error: UserError;
  readonly onReveal: (line: number, column: number) => void;
}

export function ErrorCard({ error, onReveal }: ErrorCardProps) {
  const place = error.frames.at(-1);
  const parameters = Object.entries(error.parameters);
  return (
    <div className="error-card">
      <header className="error-head">
        <Icon name="warn" />
        <strong>{error.type}</strong>
        {error.condition !== null && <code className="condition">{error.condition}</code>}
        {error.sqlState !== null && <span className="faint">SQLSTATE {error.sqlState}</span>}
        {place !== undefined && (
          <button type="button" className="link-button" onClick={() => onReveal(place.line, place.column)}>
            Line {place.line}, column {place.column}
          </button>
        )}
      </header>
      <p className="error-message">
        <Sentence text={sentenceOf(error)} />
      </p>
      {place !== undefined && place.text !== '' && (
        <ScrollableText className="error-line">
          <span className="error-number">{place.line}</span>
          {place.text.trim()}
        </ScrollableText>
      )}
      {parameters.length > 0 && (
        <dl className="parameters">
          {parameters.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <details>
        <summary>Traceback</summary>
        <ScrollableText className="traceback">{error.traceback}</ScrollableText>
      </details>
    </div>
  );
}

/** The message without what the card shows beside it; analysis errors carry a plan after their sentence, which is in the traceback. */
function sentenceOf(error: UserError): string {
  const head = error.condition === null ? '' : `[${error.condition}] `;
  const message = error.message.startsWith(head) ? error.message.slice(head.length) : error.message;
  const cut = message.search(/;\n|\n\n/);
  return (cut === -1 ? message : message.slice(0, cut)).replace(/ SQLSTATE: \w+$/, '');
}
