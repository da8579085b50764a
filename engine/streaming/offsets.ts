/** Offsets are plain JSON, as they stand in the offset log and in `lastProgress`. */
export type Offset = null | boolean | number | string | readonly Offset[] | { readonly [key: string]: Offset };

export function sameOffset(a: Offset, b: Offset): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
