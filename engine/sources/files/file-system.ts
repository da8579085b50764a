/** Files in memory. Directories are there as long as they have files, or were made. */
import type { Batch } from '../../columnar/index.ts';
import { utf8Bytes } from '../../types/index.ts';
import type { StructType } from '../../types/index.ts';
import { baseName, globPattern, isGlob, normalizePath, parentOf } from './paths.ts';

/** Rows stored as columns: what a file of Parquet or ORC holds here. */
export interface ColumnarContent {
  readonly schema: StructType;
  readonly batch: Batch;
}

export interface VirtualFile {
  readonly path: string;
  /** Microseconds since the epoch. */
  readonly modified: number;
  readonly content: { readonly kind: 'text'; readonly text: string } | ({ readonly kind: 'columns' } & ColumnarContent);
  readonly sizeInBytes: number;
}

/** Bytes that a cell of stored columns counts for, on average, and what describes a column in a file. */
const COLUMN_CELL_BYTES = 8;
const COLUMN_BYTES = 300;

export class VirtualFileSystem {
  private readonly files = new Map<string, VirtualFile>();
  private readonly directories = new Set<string>();
  /** Folders whose files lie elsewhere, as a table's partitions may. */
  private readonly links = new Map<string, string>();

  constructor(private readonly now: () => number) {}

  /** From now on the folder stands for another. */
  link(path: string, target: string): void {
    const at = normalizePath(path);
    if (at !== normalizePath(target)) this.links.set(at, normalizePath(target));
  }
  /** Of the folder and those below it. */
  unlink(path: string): void {
    const at = normalizePath(path);
    for (const link of [...this.links.keys()]) if (link === at || link.startsWith(`${at}/`)) this.links.delete(link);
  }

  /** Where the path leads. */
  private real(path: string): string {
    const at = normalizePath(path);
    for (const [from, to] of this.links) if (at === from || at.startsWith(`${from}/`)) return to + at.slice(from.length);
    return at;
  }
  /** The folder, and what its links below it lead to: each with the path under which it is seen. */
  private roots(at: string): readonly (readonly [seen: string, real: string])[] {
    const below = [...this.links].filter(([from]) => from.startsWith(at === '/' ? '/' : `${at}/`));
    return [[at, this.real(at)], ...below];
  }

  /** Moves a folder with all in it, or a file. */
  rename(from: string, to: string): void {
    const [source, target] = [this.real(from), this.real(to)];
    const moved = (path: string): string => target + path.slice(source.length);
    const isInside = (path: string): boolean => path === source || path.startsWith(`${source}/`);
    for (const f of [...this.files.values()].filter((x) => isInside(x.path))) {
      this.files.delete(f.path);
      this.files.set(moved(f.path), { ...f, path: moved(f.path) });
    }
    for (const d of [...this.directories].filter(isInside)) {
      this.directories.delete(d);
      this.directories.add(moved(d));
    }
    for (const [link, place] of [...this.links].filter(([l]) => isInside(l))) {
      this.links.delete(link);
      this.links.set(moved(link), place);
    }
  }

  writeText(path: string, text: string): void {
    this.put(path, { kind: 'text', text }, utf8Bytes(text).length);
  }
  writeColumns(path: string, columns: ColumnarContent): void {
    this.put(path, { kind: 'columns', ...columns }, columns.batch.columns.length * (columns.batch.length * COLUMN_CELL_BYTES + COLUMN_BYTES));
  }
  private put(path: string, content: VirtualFile['content'], sizeInBytes: number): void {
    const at = this.real(path);
    this.files.set(at, { path: at, modified: this.now(), content, sizeInBytes });
  }

  makeDirectory(path: string): void {
    this.directories.add(this.real(path));
  }

  get(path: string): VirtualFile | undefined {
    return this.files.get(this.real(path));
  }
  isFile(path: string): boolean {
    return this.files.has(this.real(path));
  }
  isDirectory(path: string): boolean {
    const at = this.real(path);
    if (at === '/' || this.directories.has(at)) return true;
    for (const known of this.files.keys()) if (known.startsWith(`${at}/`)) return true;
    for (const known of this.directories) if (known.startsWith(`${at}/`)) return true;
    return false;
  }
  exists(path: string): boolean {
    return this.isFile(path) || this.isDirectory(path);
  }

  /** All files below a directory, or the file itself, by path. */
  filesUnder(path: string): readonly VirtualFile[] {
    const at = normalizePath(path);
    const own = this.files.get(at);
    if (own !== undefined) return [own];
    const found = this.roots(at).flatMap(([seen, real]) => {
      const prefix = real === '/' ? '/' : `${real}/`;
      const inside = [...this.files.values()].filter((f) => f.path.startsWith(prefix) && this.real(f.path) === f.path);
      return seen === real ? inside : inside.map((f) => ({ ...f, path: seen + f.path.slice(real.length) }));
    });
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Names directly in a directory; those of directories end in a slash. */
  list(path: string): string[] {
    const at = normalizePath(path);
    const prefix = at === '/' ? '/' : `${at}/`;
    const names = new Set<string>();
    for (const known of [...this.files.keys(), ...[...this.directories].map((d) => `${d}/`)]) {
      if (!known.startsWith(prefix) || known === prefix) continue;
      const rest = known.slice(prefix.length);
      const slash = rest.indexOf('/');
      names.add(slash < 0 ? rest : rest.slice(0, slash + 1));
    }
    return [...names].sort();
  }

  /** Files and directories that a glob names. */
  glob(pattern: string): string[] {
    const at = normalizePath(pattern);
    if (!isGlob(at)) return this.exists(at) ? [at] : [];
    const regexp = globPattern(at);
    const found = new Set<string>();
    for (const known of [...this.files.keys(), ...this.directories]) {
      for (let path = known; path !== '/'; path = parentOf(path)) if (regexp.test(path)) found.add(path);
    }
    return [...found].sort();
  }

  /** Removes a file, or a directory with all in it. Tells whether there was anything. */
  delete(path: string): boolean {
    const at = this.real(path);
    const under = this.filesUnder(at).map((f) => ({ path: this.real(f.path) }));
    const directories = [...this.directories].filter((d) => d === at || d.startsWith(`${at}/`));
    for (const f of under) this.files.delete(f.path);
    for (const d of directories) this.directories.delete(d);
    return under.length > 0 || directories.length > 0;
  }
}

/** Files that readers pass over: their names begin with `_` or `.`. */
export function isHidden(path: string): boolean {
  const name = baseName(path);
  return (name.startsWith('_') && !name.includes('=')) || name.startsWith('.');
}
