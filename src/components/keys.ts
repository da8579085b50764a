/** Names of keys on this machine. */
const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

export const MODIFIER = IS_APPLE ? '⌘' : 'Ctrl';

export function isModified(event: KeyboardEvent): boolean {
  return IS_APPLE ? event.metaKey : event.ctrlKey;
}
