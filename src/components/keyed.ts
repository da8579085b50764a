/** Items with their places as keys: for lists that are replaced as a whole and never reordered. */
export function keyed<T>(items: readonly T[]): readonly { readonly key: number; readonly item: T }[] {
  return items.map((item, key) => ({ key, item }));
}
