/** Line icons on a 16-unit grid, drawn for this page. Always beside a text or a label for assistive technology. */
const PATHS = {
  play: 'M5 3.2v9.6l7.6-4.8z',
  stop: 'M4 4h8v8H4z',
  check: 'M3 8.4l3.2 3.1L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  dash: 'M4 8h8',
  warn: 'M8 2.5l6 10.6H2zM8 6.6v3M8 11.3v.2',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1',
  moon: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8 5.6 5.6 0 1 0 13.2 9.6z',
  system: 'M2.5 3h11v7.5h-11zM6 13.2h4M8 10.5v2.7',
  reset: 'M3.2 8a4.8 4.8 0 1 0 1.6-3.6M3 2.6v2.6h2.6',
  chevron: 'M6 3.8L10.2 8 6 12.2',
  down: 'M3.8 6L8 10.2 12.2 6',
  keyboard: 'M1.8 4h12.4v8H1.8zM4.2 6.4h.1M6.7 6.4h.1M9.2 6.4h.1M11.7 6.4h.1M5 9.6h6',
  back: 'M10 3.8L5.8 8l4.2 4.2',
  bulb: 'M6 12.2h4M6.6 14h2.8M8 2a4.1 4.1 0 0 0-2.3 7.5c.4.3.6.7.6 1.2h3.4c0-.5.2-.9.6-1.2A4.1 4.1 0 0 0 8 2z',
  lock: 'M4 7.2h8v6H4zM5.6 7.2V5.4a2.4 2.4 0 0 1 4.8 0v1.8',
} as const;
export type IconName = keyof typeof PATHS;

const FILLED: ReadonlySet<IconName> = new Set(['play', 'stop']);

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  const isFilled = FILLED.has(name);
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={isFilled ? 1 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
