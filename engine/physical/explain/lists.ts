/** Longest list that plans show in full. */
const MAX_FIELDS_COUNT = 25;

export function listText(items: readonly string[], separator = ', '): string {
  const rest = items.length - MAX_FIELDS_COUNT;
  const shown = rest > 0 ? [...items.slice(0, MAX_FIELDS_COUNT), `... ${rest} more fields`] : items;
  return `[${shown.join(separator)}]`;
}
