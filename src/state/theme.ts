/** Dark or light: as the system has it, until somebody chooses. */
import { create } from 'zustand';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

/** Read by index.html before the first paint. */
const STORAGE_KEY = 'sparring-theme';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

interface ThemeState {
  readonly choice: ThemeChoice;
  readonly theme: Theme;
  choose(choice: ThemeChoice): void;
}

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(STORAGE_KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

function themeOf(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  return darkSystem.matches ? 'dark' : 'light';
}

export const useTheme = create<ThemeState>((set) => ({
  choice: stored(),
  theme: themeOf(stored()),
  choose: (choice) => {
    try {
      if (choice === 'system') localStorage.removeItem(STORAGE_KEY);
      else localStorage.setItem(STORAGE_KEY, choice);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    set({ choice, theme: themeOf(choice) });
  },
}));

darkSystem.addEventListener('change', () => useTheme.setState((s) => ({ theme: themeOf(s.choice) })));
useTheme.subscribe((state) => {
  document.documentElement.dataset['theme'] = state.theme;
});
