/** Boxes whose content may be larger than they are: the keyboard must be able to reach them to scroll. */
import type { ReactNode, Ref, UIEventHandler } from 'react';

interface ScrollableProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLFieldSetElement>;
  readonly onScroll?: UIEventHandler<HTMLElement>;
}

export function Scrollable({ label, className, children, ref, onScroll }: ScrollableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <fieldset className={`scrollable ${className}`} aria-label={label} tabIndex={0} {...(ref === undefined ? {} : { ref })} onScroll={onScroll}>
      {children}
    </fieldset>
  );
}

/** Text as it was printed, lines unbroken. */
export function ScrollableText({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <pre className={className} tabIndex={0}>
      {children}
    </pre>
  );
}
