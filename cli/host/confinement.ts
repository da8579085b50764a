/**
 * How the user's program is locked in: a bubblewrap sandbox where there is one, else Node's permission model. What is missing
 * of the first is said, in the verdict and on stderr: never a silent downgrade.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { REALM_HEAP_MB } from './limits.ts';

export type ConfinementKind = 'bubblewrap' | 'permission';

export interface Confinement {
  readonly kind: ConfinementKind;
  /** For the verdict. */
  readonly description: string;
  /** What a weaker one leaves open; null for the full one. */
  readonly warning: string | null;
  readonly command: string;
  readonly args: readonly string[];
}

/** Folders that the realm may read; nothing else of the machine is visible to it. */
export interface RealmFolders {
  /** The built realm program. */
  readonly program: string;
  /** Snapshot of the Python runtime and the facade's sources. */
  readonly assets: string;
  /** Pyodide's package. */
  readonly pyodide: string;
}

const SYSTEM_FOLDERS = ['/usr', '/lib', '/lib64', '/lib32', '/bin', '/etc/ld.so.cache'];
const NODE_PERMISSION_FLAG_SINCE = 23;

function nodeFlags(): string[] {
  return [`--max-old-space-size=${REALM_HEAP_MB}`, '--no-warnings', '--disable-proto=delete'];
}

function bubblewrapArgs(folders: RealmFolders): string[] {
  const node = realpathSync(process.execPath);
  const system = SYSTEM_FOLDERS.filter((path) => existsSync(path)).flatMap((path) => ['--ro-bind', path, path]);
  return [
    '--unshare-all', '--clearenv', '--die-with-parent', '--new-session', '--cap-drop', 'ALL',
    ...system,
    '--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp',
    '--ro-bind', node, '/realm/node',
    '--ro-bind', folders.program, '/realm/program',
    '--ro-bind', folders.assets, '/realm/assets',
    '--ro-bind', folders.pyodide, '/realm/pyodide',
    '--setenv', 'TZ', 'UTC',
    '--chdir', '/tmp',
    '/realm/node', ...nodeFlags(), '/realm/program/realm.mjs', '/realm/assets', '/realm/pyodide',
  ];
}

/** Whether bubblewrap is there and may make its namespaces: in some containers it is, and may not. */
function bubblewrapWorks(): boolean {
  if (process.platform !== 'linux') return false;
  const system = SYSTEM_FOLDERS.filter((path) => existsSync(path)).flatMap((path) => ['--ro-bind', path, path]);
  const tried = spawnSync('bwrap', ['--unshare-all', '--clearenv', ...system, '--proc', '/proc', '--dev', '/dev', '/usr/bin/env', 'true'], { stdio: 'ignore', timeout: 10_000 });
  return tried.status === 0;
}

function permissionConfinement(folders: RealmFolders, why: string): Confinement {
  const [major = 0] = process.versions.node.split('.').map(Number);
  const flag = major >= NODE_PERMISSION_FLAG_SINCE ? '--permission' : '--experimental-permission';
  const reads = [folders.program, folders.assets, folders.pyodide].map((path) => `--allow-fs-read=${realpathSync(path)}/*`);
  const network = major >= 25 ? '' : '; the network stays open';
  return {
    kind: 'permission',
    description: `Node ${process.versions.node} permission model (files and processes closed${network})`,
    warning: `${why}: the solution runs under Node's permission model, which is weaker (${network === '' ? 'signals stay open' : 'the network stays open'}). Grade programs that you do not trust with bubblewrap.`,
    command: process.execPath,
    args: [flag, ...reads, ...nodeFlags(), `${folders.program}/realm.mjs`, folders.assets, folders.pyodide],
  };
}

/** The strongest confinement of this machine, or the one asked for. Throws where that one is not to be had. */
export function confine(folders: RealmFolders, wanted: ConfinementKind | undefined): Confinement {
  if (wanted === 'permission') return permissionConfinement(folders, 'As asked');
  if (bubblewrapWorks()) {
    return {
      kind: 'bubblewrap',
      description: 'bubblewrap (no network, no files, no other processes)',
      warning: null,
      command: 'bwrap',
      args: bubblewrapArgs(folders),
    };
  }
  if (wanted === 'bubblewrap') throw new Error('bubblewrap was asked for, but it is not installed here or may not make namespaces.');
  return permissionConfinement(folders, 'bubblewrap is not available');
}
