/** The facade's sources on a realm's own file system, for modules imported later and for tracebacks. */

/** What is needed of Pyodide's file system. */
export interface FileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, text: string): void;
}

export function writeFacade(fs: FileSystem, sitePackages: string, facade: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(facade)) {
    const full = `${sitePackages}/${path}`;
    fs.mkdirTree(full.slice(0, full.lastIndexOf('/')));
    fs.writeFile(full, text);
  }
}
