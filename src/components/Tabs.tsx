/** Tabs as the ARIA practices describe them: arrow keys move, Home and End jump, one stop in the order of Tab. */
import { useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A count or a state beside the label. */
  readonly badge?: ReactNode;
  readonly disabled?: boolean;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly children: ReactNode;
  /** Beside the tabs. */
  readonly actions?: ReactNode;
  readonly className?: string;
}

export function Tabs<Id extends string>({ label, items, selected, onSelect, children, actions, className = '' }: TabsProps<Id>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const enabled = items.filter((item) => item.disabled !== true);
    const at = enabled.findIndex((item) => item.id === selected);
    const target = targetOf(event.key, at, enabled.length);
    const item = target === null ? undefined : enabled[target];
    if (item === undefined) return;
    event.preventDefault();
    onSelect(item.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${item.id}"]`)?.focus();
  };
  return (
    <section className={`tabs ${className}`} aria-label={label}>
      <div className="tabs-bar">
        <div className="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="tab"
              className="tab"
              id={`${base}-${item.id}`}
              data-tab={item.id}
              aria-selected={item.id === selected}
              aria-controls={`${base}-panel`}
              tabIndex={item.id === selected ? 0 : -1}
              disabled={item.disabled}
              onClick={() => onSelect(item.id)}
            >
              {item.label}
              {item.badge !== undefined && <span className="tab-badge">{item.badge}</span>}
            </button>
          ))}
        </div>
        {actions}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel scrolls, so the keyboard must reach it */}
      <div className="tab-panel" role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${selected}`} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
