/** What a panel says before there is anything to show, and how to get there. */
import type { ReactNode } from 'react';

export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children !== undefined && <p className="empty-text">{children}</p>}
    </div>
  );
}
