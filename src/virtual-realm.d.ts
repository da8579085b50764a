/** What scripts/realm/vite-plugin.ts gives the page. */
declare module 'virtual:realm' {
  interface RealmFile {
    readonly url: string;
    /** Size on the wire, for progress. */
    readonly bytes: number;
  }
  export const files: Readonly<Record<'python' | 'stdlib' | 'snapshot' | 'facade' | 'worker', RealmFile>>;
  /** Addresses of libraries that a program may ask for. */
  export const libraries: Readonly<Record<'danfojs', string>>;
  /** Program of the sandboxed frame. */
  export const frameSource: string;
  /** Address of the editor's proposals for Python (scripts/realm/completions.ts). */
  export const completionsUrl: string;
  /** Address of the reference of functions (scripts/realm/reference.ts). */
  export const referenceUrl: string;
  /** JSON: typings of the module `sparring` by file address. */
  export const typings: string;
}
