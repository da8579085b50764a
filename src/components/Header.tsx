/** The bar at the top: where one is, how the runtime is, and the theme. */
import type { Language } from '../../workers/protocol/run.ts';
import { bytesText } from '../format/quantities.ts';
import type { RuntimeStatus } from '../realms/pool.ts';
import type { Route } from '../state/route.ts';
import { useRuntime } from '../state/runtime.ts';
import { useTheme } from '../state/theme.ts';
import type { ThemeChoice } from '../state/theme.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

export function Header({ route, onHelp }: { readonly route: Route; readonly onHelp: () => void }) {
  return (
    <header className="header">
      <a className="wordmark" href="#/" aria-label="Sparring, home">
        <svg width="20" height="20" viewBox="0 0 16 16" aria-hidden="true">
          <path className="wordmark-stroke" d="M3 13 13 3" />
          <path className="wordmark-cut" d="M3.2 3.2l3.2 3.2M9.6 9.6l3.2 3.2" />
        </svg>
        <span className="wordmark-name">Sparring</span>
      </a>
      <nav className="nav" aria-label="Pages">
        <a href="#/" aria-current={route.page === 'list' || route.page === 'challenge' ? 'page' : undefined}>
          Challenges
        </a>
        <a href="#/scratchpad" aria-current={route.page === 'scratchpad' ? 'page' : undefined}>
          Scratchpad
        </a>
        <a href="#/functions" aria-current={route.page === 'functions' ? 'page' : undefined}>
          Functions
        </a>
      </nav>
      <div className="header-end">
        <RuntimeChips />
        <button type="button" className="icon-button" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick={onHelp}>
          <Icon name="keyboard" />
        </button>
        <ThemeButton />
      </div>
    </header>
  );
}

const THEMES: Readonly<Record<ThemeChoice, { next: ThemeChoice; icon: IconName; label: string }>> = {
  system: { next: 'light', icon: 'system', label: 'Theme: as the system' },
  light: { next: 'dark', icon: 'sun', label: 'Theme: light' },
  dark: { next: 'system', icon: 'moon', label: 'Theme: dark' },
};

function ThemeButton() {
  const { choice, choose } = useTheme();
  const { next, icon, label } = THEMES[choice];
  return (
    <button type="button" className="icon-button" aria-label={`${label}. Change`} title={label} onClick={() => choose(next)}>
      <Icon name={icon} />
    </button>
  );
}

function RuntimeChips() {
  const statuses = useRuntime();
  return (
    <div className="runtime" role="status" aria-live="polite">
      {(['python', 'typescript'] as const).map((language) => (
        <RuntimeChip key={language} language={language} status={statuses[language]} />
      ))}
    </div>
  );
}

const NAMES: Readonly<Record<Language, string>> = { python: 'Python', typescript: 'TypeScript' };

function RuntimeChip({ language, status }: { readonly language: Language; readonly status: RuntimeStatus }) {
  const { phase, progress, message } = status;
  if (phase === 'idle') return null;
  const share = progress === null ? 0 : progress.loadedBytes / progress.totalBytes;
  const text = {
    downloading: progress === null ? 'loading' : `${bytesText(progress.loadedBytes)} of ${bytesText(progress.totalBytes)}`,
    starting: 'starting',
    ready: 'ready',
    failed: 'failed',
  }[phase];
  return (
    <span className={`chip chip-${phase}`} title={message ?? undefined}>
      <span className="chip-dot" />
      {NAMES[language]} {text}
      {phase === 'downloading' && (
        <progress className="chip-progress" value={share} max={1} aria-label={`${NAMES[language]} runtime`} />
      )}
    </span>
  );
}
