/** The workbench's keys, wherever the focus is: the editor would take some of them for itself. */
import { useEffect, useRef } from 'react';
import { isModified } from '../components/keys.ts';

interface Commands {
  readonly run: () => void;
  readonly submit: () => void;
  readonly stop: () => void;
}

const PANES = ['task', 'editor', 'results'] as const;
const FOCUSABLE: Readonly<Record<(typeof PANES)[number], string>> = {
  task: '[role="tab"][aria-selected="true"]',
  editor: '.monaco-editor textarea, .monaco-editor .native-edit-context',
  results: '[role="tab"][aria-selected="true"]',
};

export function useCommands(commands: Commands): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]') !== null) return;
      if (!perform(event, latest.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function perform(event: KeyboardEvent, commands: Commands): boolean {
  if (event.key === 'F6') {
    focusPane(event.shiftKey ? -1 : 1);
    return true;
  }
  if (!isModified(event)) return false;
  if (event.key === 'Enter') {
    if (event.shiftKey) commands.submit();
    else commands.run();
    return true;
  }
  if (event.key === '.') {
    commands.stop();
    return true;
  }
  return false;
}

function focusPane(step: 1 | -1): void {
  const present = PANES.filter((pane) => document.querySelector(`[data-pane="${pane}"]`) !== null);
  const current = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  const at = present.findIndex((pane) => pane === current);
  const next = at === -1 ? 0 : (at + step + present.length) % present.length;
  const pane = present[next];
  if (pane !== undefined) document.querySelector<HTMLElement>(`[data-pane="${pane}"] :is(${FOCUSABLE[pane]})`)?.focus();
}
