/** A PySpark process that runs server.py: a line in, a line out. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Child {
  send(line: string): void;
  /** Ends it and all that it started. `onEnd` follows. */
  kill(): void;
}
/** Starts one; `onEnd` is called once, when it is gone for whatever reason. */
export type Launch = (onLine: (line: string) => void, onEnd: () => void) => Child;

/** Finds Python and Java, and gives what starts the process with them. */
export async function sparkLauncher(): Promise<Launch> {
  // Plain JavaScript without types: it also runs where nothing is installed yet.
  const setup = (await import(join(import.meta.dirname, '../../oracle/setup.mjs'))) as { ensureOracle(): { python: string; env: NodeJS.ProcessEnv } };
  const { python, env } = setup.ensureOracle();
  return (onLine, onEnd) => {
    // A group of its own: the Java process goes with the Python process.
    const child = spawn(python, [join(import.meta.dirname, 'server.py')], { env, stdio: ['pipe', 'pipe', 'ignore'], detached: true });
    const kill = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    };
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      process.off('exit', kill);
      kill();
      onEnd();
    };
    process.on('exit', kill);
    child.on('error', end);
    child.on('exit', end);
    // Writing to a process that is gone: `exit` tells of it.
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!ended) onLine(line);
    });
    return { send: (line) => void child.stdin.write(`${line}\n`), kill };
  };
}
