/** Paths of the virtual file system: absolute, with slashes. `file:` is understood; other schemes stay part of the path. */

const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;

/** `file:///a//b/../c` and `a/c` → `/a/c`; `s3://bucket/x` stays. */
export function normalizePath(path: string): string {
  const scheme = SCHEME.exec(path)?.[1]?.toLowerCase();
  const prefix = scheme === undefined || scheme === 'file' || scheme === 'dbfs' ? '' : `${scheme}://`;
  const rest = scheme === undefined ? path : path.slice(scheme.length + 1).replace(/^\/\//, '');
  const parts: string[] = [];
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return prefix === '' ? `/${parts.join('/')}` : prefix + parts.join('/');
}

/** As Spark shows a path: `file:/a/b`. */
export function uriOf(path: string): string {
  return SCHEME.test(path) ? path : `file:${path}`;
}

export function joinPath(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

export function parentOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at <= 0 ? '/' : path.slice(0, at);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** A Hadoop glob (`*`, `?`, `[a-c]`, `[^a]`, `{x,y}`) as a regular expression over whole paths; `*` stops at slashes. */
export function globPattern(glob: string): RegExp {
  let out = '';
  let depth = 0;
  for (let i = 0; i < glob.length; i++) {
    const c = glob.charAt(i);
    if (c === '*') out += '[^/]*';
    else if (c === '?') out += '[^/]';
    else if (c === '{') {
      depth += 1;
      out += '(?:';
    } else if (c === '}' && depth > 0) {
      depth -= 1;
      out += ')';
    } else if (c === ',' && depth > 0) out += '|';
    else if (c === '[') {
      const end = glob.indexOf(']', i + 1);
      if (end < 0) out += '\\[';
      else {
        out += `[${glob.slice(i + 1, end).replace(/^[!^]/, '^').replaceAll('\\', '\\\\')}]`;
        i = end;
      }
    } else if (c === '\\' && i + 1 < glob.length) {
      i += 1;
      out += glob.charAt(i).replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
    } else out += c.replace(/[.+^$()|\]\\}]/g, String.raw`\$&`);
  }
  return new RegExp(`^${out}$`, 'u');
}
